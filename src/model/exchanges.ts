import { claimsOf, claimTargets, type ClaimTarget, type PlacedClaim } from './relations.ts';
import type { Timeline, TimelineEvent } from './schema.ts';

/** A claim, or an event taken as a whole, with what responds to it. */
export interface Turn extends ClaimTarget {
  /** Lasting identity: `event--claim`, or the slug of an event taken as a whole. */
  id: string;
  /** What it responds to beside the turn under which it stands. */
  also: readonly ClaimTarget[];
  /** In the order of the story. */
  responses: readonly Turn[];
}

/** A turn that responds to nothing, with all that responds to it; its id is the exchange's. */
export type Exchange = Turn;

/** What responds to a claim: something to itself, only something to its whole event, or nothing. */
export type ResponseState = 'own' | 'whole' | 'none';

/** The identity of a claim, or of an event taken as a whole, on the whole site. */
export function turnId({ event, claim }: ClaimTarget): string {
  return claim ? `${event.slug}--${claim.id}` : event.slug;
}

/**
 * Groups all claims into exchanges, in the order of the story: each claim stands in one of them.
 *
 * A claim stands under the first claim that it responds to, or under the first event where it
 * responds to no claim. An event stands for itself where something responds to the whole of it, and
 * where it responds without holding a claim.
 */
export function exchangesOf(timeline: Timeline): readonly Exchange[] {
  return forestOf(timeline).exchanges;
}

/** A turn with all turns below it, each before those that respond to it. */
export function turnsOf(turn: Turn): Turn[] {
  return [turn, ...turn.responses.flatMap(turnsOf)];
}

/** The turn of a claim, or of an event taken as a whole; none where no exchange has it. */
export function turnNamed(id: string, timeline: Timeline): Turn | undefined {
  return forestOf(timeline).turns.get(id);
}

/**
 * What a claim, or an event taken as a whole, responds to. A claim that names nothing responds as
 * its event does, unless an outlet makes it, which reports and is no party.
 */
export function targetsOf({ event, claim }: ClaimTarget, timeline: Timeline): ClaimTarget[] {
  if (!claim || claim.respondsTo.length > 0) return claimTargets({ event, claim }, timeline);
  const speaker = timeline.actors.find(({ id }) => id === claim.by);
  return speaker?.type === 'outlet' ? [] : claimTargets({ event, claim: undefined }, timeline);
}

/** Says whether the timeline holds a response to the claim. */
export function responseState(placed: PlacedClaim, timeline: Timeline): ResponseState {
  if (forestOf(timeline).responded.has(turnId(placed))) return 'own';
  return respondingToWhole(placed.event, timeline).length > 0 ? 'whole' : 'none';
}

/** Events that respond, themselves or with a claim, to the event as a whole; in story order. */
export function respondingToWhole({ slug }: TimelineEvent, { events }: Timeline): TimelineEvent[] {
  return events.filter(({ respondsTo, claims }) =>
    [respondsTo, ...claims.map((claim) => claim.respondsTo)].some((list) => list.includes(slug)),
  );
}

/** The allegations of a timeline, by what responds to them; in the order of the story. */
export function allegationsBy(timeline: Timeline): Record<ResponseState, PlacedClaim[]> {
  const groups: Record<ResponseState, PlacedClaim[]> = { own: [], whole: [], none: [] };
  for (const placed of claimsOf(timeline)) {
    if (placed.claim.stance === 'alleges') groups[responseState(placed, timeline)].push(placed);
  }
  return groups;
}

interface Forest {
  exchanges: readonly Exchange[];
  turns: ReadonlyMap<string, Turn>;
  /** Ids of all that something responds to. */
  responded: ReadonlySet<string>;
}

const grown = new WeakMap<Timeline, Forest>();

/** The exchanges of a timeline, which nobody changes once it was read: grouped once. */
function forestOf(timeline: Timeline): Forest {
  const known = grown.get(timeline) ?? grow(timeline);
  grown.set(timeline, known);
  return known;
}

interface Growing extends ClaimTarget {
  id: string;
  also: ClaimTarget[];
  responses: Growing[];
}

function grow(timeline: Timeline): Forest {
  const turns = new Map(
    claimsAndWholes(timeline).map((target) => {
      const turn: Growing = { ...target, id: turnId(target), also: [], responses: [] };
      return [turn.id, turn];
    }),
  );
  const exchanges: Exchange[] = [];
  const responded = new Set<string>();
  for (const turn of turns.values()) {
    const targets = targetsOf(turn, timeline);
    const first = targets.find(({ claim }) => claim) ?? targets[0];
    const under = first && turns.get(turnId(first));
    if (under) under.responses.push(turn);
    else exchanges.push(turn);
    turn.also = targets.filter((target) => target !== first);
    for (const target of targets) responded.add(turnId(target));
  }
  return { exchanges, turns, responded };
}

/** All claims, each event's before the event itself where that has a turn of its own. */
function claimsAndWholes(timeline: Timeline): ClaimTarget[] {
  const { events } = timeline;
  const wholes = new Set<TimelineEvent>();
  const name = (targets: readonly ClaimTarget[]) => {
    for (const { event, claim } of targets) {
      if (claim || wholes.has(event)) continue;
      wholes.add(event);
      name(targetsOf({ event, claim }, timeline));
    }
  };
  for (const event of events) {
    for (const claim of event.claims) name(targetsOf({ event, claim }, timeline));
    if (event.claims.length === 0 && event.respondsTo.length > 0)
      name([{ event, claim: undefined }]);
  }
  return events.flatMap((event): ClaimTarget[] => [
    ...event.claims.map((claim) => ({ event, claim })),
    ...(wholes.has(event) ? [{ event, claim: undefined }] : []),
  ]);
}
