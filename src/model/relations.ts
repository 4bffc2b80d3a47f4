import { answeredEvents, splitReference } from './order.ts';
import type { Answer, Claim, Discrepancy, Timeline, TimelineEvent } from './schema.ts';

/** A claim with the event in which it stands. */
export interface PlacedClaim {
  event: TimelineEvent;
  claim: Claim;
}

/** What a claim answers: a claim, or an event where no claim of it is named. */
export interface ClaimTarget {
  event: TimelineEvent;
  claim: Claim | undefined;
}

/** An answer that is ruled out by the one that is settled, each with the sources that give it. */
export interface Contradiction {
  event: TimelineEvent;
  discrepancy: Discrepancy;
  answer: Answer;
  settled: Answer;
}

/** All claims, in the order of the story. */
export function claimsOf(timeline: Timeline): readonly PlacedClaim[] {
  return registers(timeline).claims;
}

/** Events that the event, or a claim in it, answers; in the order of the story. */
export function answeredBy(event: TimelineEvent, timeline: Timeline): TimelineEvent[] {
  const { places } = registers(timeline);
  return answeredEvents(event)
    .flatMap((slug) => places.get(slug) ?? [])
    .sort((a, b) => a - b)
    .flatMap((place) => timeline.events[place] ?? []);
}

/** Events that answer the event, or a claim in it; in the order of the story. */
export function answersTo({ slug }: TimelineEvent, timeline: Timeline): readonly TimelineEvent[] {
  return registers(timeline).answers.get(slug) ?? [];
}

/** Claims that answer the claim itself, or the event as a whole; in the order of the story. */
export function claimsAnswering(
  { event, claim }: ClaimTarget,
  timeline: Timeline,
): readonly PlacedClaim[] {
  const key = claim ? `${event.slug}#${claim.id}` : event.slug;
  return registers(timeline).claimAnswers.get(key) ?? [];
}

/** What a claim, or an event as a whole, names in `respondsTo`, in that order. */
export function claimTargets({ event, claim }: ClaimTarget, timeline: Timeline): ClaimTarget[] {
  const { places } = registers(timeline);
  return (claim ?? event).respondsTo.flatMap((reference) => {
    const target = splitReference(reference, event.slug);
    const found = timeline.events[places.get(target.event) ?? -1];
    return found
      ? [{ event: found, claim: found.claims.find(({ id }) => id === target.claim) }]
      : [];
  });
}

/** What a claim, or an event as a whole, names in `respondsTo`: `event`, or always `event#claim`. */
export function namedBy({ event, claim }: ClaimTarget): string[] {
  return (claim ?? event).respondsTo.map((reference) =>
    reference.startsWith('#') ? `${event.slug}${reference}` : reference,
  );
}

/** What an actor said, and what others said of it or, where that is left open, in its events. */
export function voices(
  actor: string,
  timeline: Timeline,
): { said: readonly PlacedClaim[]; heard: readonly PlacedClaim[] } {
  const { said, heard } = registers(timeline);
  return { said: said.get(actor) ?? [], heard: heard.get(actor) ?? [] };
}

/** Claims that stand in the source, in the order of the story. */
export function claimsIn(source: string, timeline: Timeline): readonly PlacedClaim[] {
  return registers(timeline).claimsIn.get(source) ?? [];
}

/** Answers of the source that are ruled out by what other sources settle, in the story’s order. */
export function contradictionsOf(source: string, { events }: Timeline): Contradiction[] {
  return events.flatMap((event) =>
    event.discrepancies.flatMap((discrepancy) => {
      const settled = discrepancy.answers.find(({ settledBy }) => settledBy);
      if (!settled) return [];
      return discrepancy.answers
        .filter(({ contradicted, sources }) => contradicted && sources.includes(source))
        .map((answer) => ({ event, discrepancy, answer, settled }));
    }),
  );
}

/** Events in which the actor takes part or speaks, in the order of the story. */
export function eventsWith(actor: string, timeline: Timeline): readonly TimelineEvent[] {
  return registers(timeline).eventsWith.get(actor) ?? [];
}

/** Events that cite the source, in the order of the story. */
export function eventsCiting(source: string, timeline: Timeline): readonly TimelineEvent[] {
  return registers(timeline).eventsCiting.get(source) ?? [];
}

type Registers = ReturnType<typeof enter>;

const entered = new WeakMap<Timeline, Registers>();

/** The registers of a timeline, which nobody changes once it was read: entered once. */
function registers(timeline: Timeline): Registers {
  const known = entered.get(timeline) ?? enter(timeline);
  entered.set(timeline, known);
  return known;
}

function enter({ events }: Timeline) {
  const claims = events.flatMap((event) => event.claims.map((claim) => ({ event, claim })));
  return {
    claims,
    places: new Map(events.map(({ slug }, place) => [slug, place])),
    answers: register(events, answeredEvents),
    claimAnswers: register(claims, namedBy),
    said: register(claims, ({ claim }) => [claim.by]),
    heard: register(claims, ({ event, claim }) =>
      (claim.about ?? event.actors).filter((id) => id !== claim.by),
    ),
    claimsIn: register(claims, ({ claim }) => [claim.source]),
    eventsWith: register(events, ({ actors, claims }) => [
      ...actors,
      ...claims.map(({ by }) => by),
    ]),
    eventsCiting: register(events, ({ sources }) => sources),
  };
}

/** The items under each of their keys, once each and in their order. */
function register<T>(items: readonly T[], keysOf: (item: T) => readonly string[]) {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const list = lists.get(key);
      if (list) list.push(item);
      else lists.set(key, [item]);
    }
  }
  return lists;
}
