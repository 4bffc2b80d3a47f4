import { answeredEvents, splitReference } from './order.ts';
import type { Claim, Timeline, TimelineEvent } from './schema.ts';

/** A claim with the event in which it stands. */
export interface PlacedClaim {
  event: TimelineEvent;
  claim: Claim;
}

/** All claims, in the order of the story. */
export function claimsOf({ events }: Timeline): PlacedClaim[] {
  return events.flatMap((event) => event.claims.map((claim) => ({ event, claim })));
}

/** Events that the event, or a claim in it, answers; in the order of the story. */
export function answeredBy(event: TimelineEvent, { events }: Timeline): TimelineEvent[] {
  const slugs = answeredEvents(event);
  return events.filter(({ slug }) => slugs.includes(slug));
}

/** Events that answer the event, or a claim in it; in the order of the story. */
export function answersTo(event: TimelineEvent, { events }: Timeline): TimelineEvent[] {
  return events.filter((other) => answeredEvents(other).includes(event.slug));
}

/** Claims that answer the claim itself, in the order of the story. */
export function claimsAnswering({ event, claim }: PlacedClaim, timeline: Timeline): PlacedClaim[] {
  return claimsOf(timeline).filter((other) =>
    other.claim.respondsTo.some((reference) => {
      const target = splitReference(reference, other.event.slug);
      return target.event === event.slug && target.claim === claim.id;
    }),
  );
}

/** Claims and events that the claim answers; an event where no claim of it is named. */
export function claimTargets(
  { event, claim }: PlacedClaim,
  timeline: Timeline,
): { event: TimelineEvent; claim: Claim | undefined }[] {
  return claim.respondsTo.flatMap((reference) => {
    const target = splitReference(reference, event.slug);
    const found = timeline.events.find(({ slug }) => slug === target.event);
    return found
      ? [{ event: found, claim: found.claims.find(({ id }) => id === target.claim) }]
      : [];
  });
}

/** What an actor said, and what others said in events that the actor is part of. */
export function voices(
  actor: string,
  timeline: Timeline,
): { said: PlacedClaim[]; heard: PlacedClaim[] } {
  const claims = claimsOf(timeline);
  return {
    said: claims.filter(({ claim }) => claim.by === actor),
    heard: claims.filter(({ event, claim }) => claim.by !== actor && event.actors.includes(actor)),
  };
}

/** Events in which the actor takes part or speaks. */
export function eventsWith(actor: string, { events }: Timeline): TimelineEvent[] {
  return events.filter(
    ({ actors, claims }) => actors.includes(actor) || claims.some(({ by }) => by === actor),
  );
}

/** Events that cite the source. */
export function eventsCiting(source: string, { events }: Timeline): TimelineEvent[] {
  return events.filter(({ sources }) => sources.includes(source));
}
