import { isApproximate, isUncertain, type EdtfDate } from './date.ts';

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

const DAY = 86_400_000;

/**
 * Whether dates leave it possible that a response came after what it answers. A day is allowed
 * for, since a day begins at another time elsewhere; a date that is approximate or uncertain
 * settles nothing.
 */
export function canAnswer(response: EdtfDate, target: EdtfDate): boolean {
  const vague = [response, target].some((date) => isApproximate(date) || isUncertain(date));
  return vague || response.latest + DAY >= target.earliest;
}

/**
 * Puts events into the order in which the story is told: by earliest, then latest instant, except
 * that a response never stands before what it answers where dates leave that possible.
 *
 * @param answers the slugs that each event answers; free of circles, or the rest keeps date order.
 */
export function orderEvents<T extends Datable>(
  events: readonly T[],
  answers: (event: T) => readonly string[],
): T[] {
  const sorted = [...events].sort(byDate);
  const { open, held } = blockersOf(sorted, answers);
  // Places of events that nothing holds back, the first of them last.
  const free = [...sorted.keys()].filter((place) => open[place] === 0).reverse();
  const told = new Set<number>();
  let first = 0;
  while (told.size < sorted.length) {
    while (told.has(first)) first++;
    const place = free.pop() ?? first;
    if (told.has(place)) continue;
    told.add(place);
    for (const other of held[place] ?? []) {
      open[other] = (open[other] ?? 0) - 1;
      if (open[other] === 0) insert(free, other);
    }
  }
  return [...told].flatMap((place) => sorted[place] ?? []);
}

/** How many events each one waits for, and which ones wait for it; all by their places. */
function blockersOf<T extends Datable>(
  sorted: readonly T[],
  answers: (event: T) => readonly string[],
): { open: number[]; held: number[][] } {
  const places = new Map(sorted.map(({ slug }, place) => [slug, place]));
  const open = sorted.map(() => 0);
  const held = sorted.map((): number[] => []);
  sorted.forEach((event, place) => {
    for (const slug of new Set(answers(event))) {
      const target = places.get(slug);
      const date = target === undefined ? undefined : sorted[target]?.date;
      if (target === undefined || !date || !canAnswer(event.date, date)) continue;
      open[place] = (open[place] ?? 0) + 1;
      held[target]?.push(place);
    }
  });
  return { open, held };
}

/** Puts a number where it belongs among numbers that fall. */
function insert(falling: number[], number: number): void {
  let [low, high] = [0, falling.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((falling[middle] ?? 0) > number) low = middle + 1;
    else high = middle;
  }
  falling.splice(low, 0, number);
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
