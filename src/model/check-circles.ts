import { findCircles } from './circles.ts';
import { answeredEvents, splitReference } from './order.ts';
import { reporter, type Parts, type Read } from './parts.ts';
import type { Fault, Problem } from './problem.ts';
import type { TimelineEvent } from './schema.ts';

/** How items of one noun point at others of it. */
interface Pointing<T> {
  idOf: (item: T) => string;
  /** Items that the item points at; itself is reported elsewhere. */
  targetsOf: (item: T) => readonly string[];
  /** The field that points. */
  fieldOf: (item: T) => string;
  faultOf: (circle: string) => Fault;
}

/** Reports every circle of files that point at one another, in the file that closes it. */
export function checkCircles({ actors, sources, events }: Parts, problems: Problem[]): void {
  const idOf = ({ id }: { id: string }) => id;
  report(problems, actors, {
    idOf,
    targetsOf: ({ id, partOf }) => (partOf === undefined || partOf === id ? [] : [partOf]),
    fieldOf: () => 'partOf',
    faultOf: circleOfActors,
  });
  report(problems, sources, {
    idOf,
    targetsOf: ({ id, basedOn }) => basedOn.filter((base) => base !== id),
    fieldOf: () => 'basedOn',
    faultOf: circleOfSources,
  });
  report(problems, events, {
    idOf: ({ slug }) => slug,
    targetsOf: answeredEvents,
    fieldOf: ({ respondsTo }) => (respondsTo.length > 0 ? 'respondsTo' : 'claims'),
    faultOf: circleOfEvents,
  });
}

function report<T>(problems: Problem[], items: readonly Read<T>[], pointing: Pointing<T>): void {
  const { idOf, targetsOf, fieldOf, faultOf } = pointing;
  const byId = new Map(items.map((read) => [idOf(read.item), read]));
  const targets = (id: string) => {
    const read = byId.get(id);
    return read ? targetsOf(read.item) : [];
  };
  for (const circle of findCircles(byId.keys(), targets)) {
    const last = byId.get(circle.at(-1) ?? '');
    if (last) reporter(last.data, problems)([fieldOf(last.item)], faultOf(drawn(circle)));
  }
}

/** Reports claims of one event that answer one another in a circle. */
export function checkClaimCircles({ item, data }: Read<TimelineEvent>, problems: Problem[]): void {
  const places = new Map(item.claims.map(({ id }, place) => [id, place]));
  const targets = (id: string) =>
    (item.claims[places.get(id) ?? -1]?.respondsTo ?? [])
      .map((reference) => splitReference(reference, item.slug))
      .flatMap(({ event, claim }) => (event === item.slug && claim !== id ? (claim ?? []) : []));
  for (const circle of findCircles(places.keys(), targets)) {
    const path = ['claims', places.get(circle.at(-1) ?? '') ?? 0, 'respondsTo'];
    reporter(data, problems)(path, circleOfClaims(drawn(circle)));
  }
}

function drawn(circle: readonly string[]): string {
  return [...circle, circle[0]].join(' → ');
}

function circleOfActors(circle: string): Fault {
  return {
    found: `actors that are part of one another in a circle: ${circle}`,
    expected: 'an actor that is part of no other at the end',
    fix: 'remove partOf from one of them',
  };
}

function circleOfSources(circle: string): Fault {
  return {
    found: `sources that are based on one another in a circle: ${circle}`,
    expected: 'sources that come after what they are based on',
    fix: 'remove one of these from basedOn',
  };
}

function circleOfClaims(circle: string): Fault {
  return {
    found: `claims that answer one another in a circle: ${circle}`,
    expected: 'answers that come after what they answer',
    fix: 'remove one of these references',
  };
}

function circleOfEvents(circle: string): Fault {
  return {
    found: `events that answer one another in a circle: ${circle}`,
    expected: 'answers that come after what they answer',
    fix: 'remove one of these references, or split an event that both asks and answers',
  };
}
