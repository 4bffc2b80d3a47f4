import { filingYear } from './date.ts';
import type { LocatedData } from './document.ts';
import { findCircles } from './circles.ts';
import { answeredEvents, splitReference } from './order.ts';
import { suggestName, type Fault, type Problem } from './problem.ts';
import type { Actor, Settings, Source, TimelineEvent } from './schema.ts';

/** A checked item together with the file that it came from. */
export interface Read<T> {
  item: T;
  data: LocatedData;
}

/** The fields of an event that name kinds, actors and sources. */
export type Named = Pick<TimelineEvent, 'actors' | 'sources' | 'claims' | 'discrepancies'> & {
  kind: string | undefined;
};

/** All that was read; what could not be is missing here, and known by its id alone. */
export interface Parts {
  settings: Read<Settings> | undefined;
  events: Read<TimelineEvent>[];
  /** Events that have faults in themselves: the fields that hold. */
  faulty: Read<Named>[];
  sources: Read<Source>[];
  actors: Read<Actor>[];
  /** Ids of all files, sound or not, so that one bad file does not make its users look wrong. */
  known: { events: Set<string>; sources: Set<string>; actors: Set<string> };
}

/** Checks what no file can check alone: that ids exist, are unique, and do not run in circles. */
export function checkReferences(parts: Parts, problems: Problem[]): void {
  if (parts.settings) checkKinds(parts.settings, problems);
  for (const actor of parts.actors) checkActor(actor, parts, problems);
  for (const source of parts.sources) checkSource(source, parts, problems);
  for (const event of parts.events) checkEvent(event, parts, problems);
  for (const event of parts.faulty) checkNames(event, parts, problems);
  checkCircles(parts.events, problems);
}

function reporter(data: LocatedData, problems: Problem[]) {
  return (path: readonly PropertyKey[], fault: Fault) =>
    problems.push({ file: data.file, ...data.at(path), ...fault });
}

function unknown(what: string, name: string, known: Iterable<string>, where: string): Fault {
  return {
    found: `an unknown ${what} "${name}"`,
    expected: `the id of ${what === 'actor' || what === 'event' ? 'an' : 'a'} ${what} that has ${where}`,
    fix: suggestName(name, known, `check the spelling, or add ${where}`),
  };
}

function checkKinds({ item, data }: Read<Settings>, problems: Problem[]): void {
  const report = reporter(data, problems);
  for (const field of ['id', 'shape'] as const) {
    item.kinds.forEach((kind, index) => {
      const first = item.kinds.findIndex((other) => other[field] === kind[field]);
      if (first === index) return;
      report(['kinds', index, field], {
        found: `the ${field} "${kind[field]}" a second time`,
        expected: `kinds that each have their own ${field}`,
        fix: `choose another ${field}; "${item.kinds[first]?.id ?? ''}" has this one`,
      });
    });
  }
}

function checkActor({ item, data }: Read<Actor>, { known }: Parts, problems: Problem[]): void {
  const report = reporter(data, problems);
  if (item.partOf === undefined) return;
  if (!known.actors.has(item.partOf)) {
    report(['partOf'], unknown('actor', item.partOf, known.actors, 'a file in actors/'));
  } else if (item.partOf === item.id) {
    report(['partOf'], {
      found: 'an actor that is part of itself',
      expected: 'another actor',
      fix: 'remove partOf',
    });
  }
}

function checkSource({ item, data }: Read<Source>, { known }: Parts, problems: Problem[]): void {
  const report = reporter(data, problems);
  item.basedOn.forEach((base, index) => {
    if (base === item.id) {
      report(['basedOn', index], {
        found: 'a source that is based on itself',
        expected: 'another source or an actor',
        fix: 'remove it',
      });
    } else if (!known.sources.has(base) && !known.actors.has(base)) {
      report(
        ['basedOn', index],
        unknown(
          'source or actor',
          base,
          [...known.sources, ...known.actors],
          'a file in sources/ or actors/',
        ),
      );
    }
  });
}

function checkEvent(event: Read<TimelineEvent>, parts: Parts, problems: Problem[]): void {
  checkYear(event, problems);
  checkNames(event, parts, problems);
  checkClaimIds(event, problems);
  checkClaimCircles(event, problems);
  checkAnswers(event, problems);
  checkTargets(event, parts, problems);
}

function checkYear({ item, data }: Read<TimelineEvent>, problems: Problem[]): void {
  const folder = item.path.split('/').at(-2) ?? '';
  const year = String(filingYear(item.date));
  if (Number(folder) === Number(year) && folder !== '') return;
  reporter(data, problems)(['date'], {
    found: `a date in ${year}, in the folder "${folder}"`,
    expected: `the folder events/${year.padStart(4, '0')}/`,
    fix: `move the file there, or correct the date`,
  });
}

function checkNames({ item, data }: Read<Named>, parts: Parts, problems: Problem[]): void {
  const report = reporter(data, problems);
  const { actors, sources } = parts.known;
  const kinds = parts.settings?.item.kinds.map(({ id }) => id);
  if (kinds && item.kind !== undefined && !kinds.includes(item.kind))
    report(['kind'], unknown('kind', item.kind, kinds, 'an entry in timeline.yaml'));
  item.actors.forEach((actor, index) => {
    if (!actors.has(actor))
      report(['actors', index], unknown('actor', actor, actors, 'a file in actors/'));
  });
  item.sources.forEach((source, index) => {
    if (!sources.has(source))
      report(['sources', index], unknown('source', source, sources, 'a file in sources/'));
  });
  const cited = (path: readonly PropertyKey[], source: string) => {
    if (item.sources.length === 0 || item.sources.includes(source)) return;
    report(path, {
      found: `the source "${source}"`,
      expected: 'one that stands in the event’s field "sources"',
      fix: suggestName(
        source,
        item.sources,
        sources.has(source) ? `add ${source} to "sources"` : `check the spelling`,
      ),
    });
  };
  item.claims.forEach(({ by, source }, index) => {
    if (!actors.has(by))
      report(['claims', index, 'by'], unknown('actor', by, actors, 'a file in actors/'));
    cited(['claims', index, 'source'], source);
  });
  item.discrepancies.forEach(({ answers }, index) => {
    answers.forEach((answer, place) => {
      answer.sources.forEach((source, last) => {
        cited(['discrepancies', index, 'answers', place, 'sources', last], source);
      });
    });
  });
}

function checkClaimIds({ item, data }: Read<TimelineEvent>, problems: Problem[]): void {
  const ids = item.claims.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) === index) return;
    reporter(data, problems)(['claims', index, 'id'], {
      found: `the claim id "${id}" a second time`,
      expected: 'ids that are unique in the event',
      fix: 'rename one of the two, and what answers it',
    });
  });
}

/** Case, space and final punctuation do not make another answer. */
function normalised(answer: string): string {
  return answer
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/\s+/gu, ' ')
    .replace(/[.!\s]+$/u, '')
    .trim();
}

function checkAnswers({ item, data }: Read<TimelineEvent>, problems: Problem[]): void {
  item.discrepancies.forEach(({ answers }, index) => {
    const values = answers.map(({ value }) => normalised(value));
    values.forEach((value, place) => {
      if (values.indexOf(value) === place) return;
      reporter(data, problems)(['discrepancies', index, 'answers', place, 'value'], {
        found: `the answer "${answers[place]?.value ?? ''}" a second time`,
        expected: 'answers that differ from one another',
        fix: 'put the sources of both under one answer; if none is left to differ, remove the discrepancy',
      });
    });
  });
}

/** What an event and its claims answer must exist, be something else, and not lie in the future. */
function checkTargets(
  { item, data }: Read<TimelineEvent>,
  parts: Parts,
  problems: Problem[],
): void {
  const report = reporter(data, problems);
  const check = (path: readonly PropertyKey[], reference: string, self: string) => {
    const { event, claim } = splitReference(reference, item.slug);
    const fault =
      reference === self || `${event}${claim === undefined ? '' : `#${claim}`}` === self
        ? {
            found: `"${reference}", which answers itself`,
            expected: 'another event or claim',
            fix: 'remove it, or name what it answers',
          }
        : targetFault(item, event, claim, parts);
    if (fault) report(path, fault);
  };
  item.respondsTo.forEach((slug, index) => {
    check(['respondsTo', index], slug, item.slug);
  });
  item.claims.forEach(({ id, respondsTo }, index) => {
    respondsTo.forEach((reference, place) => {
      const list = Array.isArray(
        (data.value as { claims?: { respondsTo?: unknown }[] }).claims?.[index]?.respondsTo,
      );
      check(
        ['claims', index, 'respondsTo', ...(list ? [place] : [])],
        reference,
        `${item.slug}#${id}`,
      );
    });
  });
}

function targetFault(
  item: TimelineEvent,
  slug: string,
  claim: string | undefined,
  { events, known }: Parts,
): Fault | undefined {
  if (!known.events.has(slug)) return unknown('event', slug, known.events, 'a file in events/');
  const target = events.find((event) => event.item.slug === slug)?.item;
  if (!target) return undefined;
  const claims = target.claims.map(({ id }) => id);
  if (claim !== undefined && !claims.includes(claim))
    return unknown('claim', claim, claims, `an entry in "claims" of ${slug}`);
  if (item.date.latest >= target.date.earliest) return undefined;
  return {
    found: `an answer to "${slug}", which happened later`,
    expected: 'something that happened earlier or at the same time',
    fix: 'correct one of the two dates, or remove the reference',
  };
}

/** Reports each circle of events that answer one another, at the event that closes it. */
function checkCircles(events: readonly Read<TimelineEvent>[], problems: Problem[]): void {
  const bySlug = new Map(events.map((event) => [event.item.slug, event]));
  const targets = (slug: string) => {
    const event = bySlug.get(slug);
    return event ? answeredEvents(event.item) : [];
  };
  for (const circle of findCircles(bySlug.keys(), targets)) {
    const event = bySlug.get(circle.at(-1) ?? '');
    if (!event) continue;
    const path = event.item.respondsTo.length ? ['respondsTo'] : ['claims'];
    reporter(event.data, problems)(path, circleFault('events', circle));
  }
}

/** Reports claims of one event that answer one another in a circle. */
function checkClaimCircles({ item, data }: Read<TimelineEvent>, problems: Problem[]): void {
  const ids = item.claims.map(({ id }) => id);
  const targets = (id: string) =>
    (item.claims[ids.indexOf(id)]?.respondsTo ?? [])
      .map((reference) => splitReference(reference, item.slug))
      .flatMap(({ event, claim }) => (event === item.slug && claim !== id ? (claim ?? []) : []));
  for (const circle of findCircles(ids, targets)) {
    const path = ['claims', ids.indexOf(circle.at(-1) ?? ''), 'respondsTo'];
    reporter(data, problems)(path, circleFault('claims', circle));
  }
}

function circleFault(what: 'events' | 'claims', circle: readonly string[]): Fault {
  return {
    found: `${what} that answer one another in a circle: ${[...circle, circle[0]].join(' → ')}`,
    expected: 'answers that come after what they answer',
    fix: `remove one of these references${what === 'events' ? ', or split an event that both asks and answers' : ''}`,
  };
}
