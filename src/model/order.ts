import type { EdtfDate } from './date.ts';

/** What ordering needs to know of an event. */
export interface Datable {
  slug: string;
  date: EdtfDate;
}

/** Splits a reference into its event and claim; `#claim` alone belongs to the event it stands in. */
export function splitReference(
  reference: string,
  inEvent: string,
): { event: string; claim?: string } {
  const [event = '', claim] = reference.split('#');
  return { event: event || inEvent, ...(claim === undefined ? {} : { claim }) };
}

/** The other events that an event or one of its claims answers. */
export function answeredEvents(event: {
  slug: string;
  respondsTo: readonly string[];
  claims: readonly { respondsTo: readonly string[] }[];
}): string[] {
  const references = [...event.respondsTo, ...event.claims.flatMap(({ respondsTo }) => respondsTo)];
  const events = references.map((reference) => splitReference(reference, event.slug).event);
  return [...new Set(events)].filter((slug) => slug !== event.slug);
}

/**
 * Puts events into the order in which the story is told: by earliest, then latest instant, except
 * that where extents overlap a response never stands before what it answers.
 *
 * @param answers the slugs that each event answers; free of circles, or the rest keeps date order.
 */
export function orderEvents<T extends Datable>(
  events: readonly T[],
  answers: (event: T) => readonly string[],
): T[] {
  const waiting = [...events].sort(byDate);
  const bySlug = new Map(events.map((event) => [event.slug, event]));
  const blockers = new Map(
    waiting.map((event) => {
      const targets = answers(event).map((slug) => bySlug.get(slug));
      return [event, new Set(targets.filter((target) => target && overlap(event, target)))];
    }),
  );
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((event) => blockers.get(event)?.size === 0);
    const [next] = waiting.splice(Math.max(0, free), 1);
    if (!next) break;
    for (const held of blockers.values()) held.delete(next);
    ordered.push(next);
  }
  return ordered;
}

function byDate(a: Datable, b: Datable): number {
  return (
    compare(a.date.earliest, b.date.earliest) ||
    compare(a.date.latest, b.date.latest) ||
    (a.slug < b.slug ? -1 : 1)
  );
}

/** Subtraction would give NaN for two open ends. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function overlap(a: Datable, b: Datable): boolean {
  return a.date.earliest <= b.date.latest && b.date.earliest <= a.date.latest;
}
