import type { ChartEvent, ChartInput } from './input.ts';
import type { Lanes } from './lanes.ts';
import type { Share, StoryScale, Window } from './scale.ts';

/**
 * One lane's events in typed columns, as long as the lane: a frame reads numbers and makes objects
 * only for what it draws.
 */
export interface Columns {
  /** Index of the event in the input. */
  event: Int32Array;
  /** Place of the symbol; 0.5 where neither end is known. */
  at: Float64Array;
  /** Extent; ±Infinity at an open end. */
  from: Float64Array;
  to: Float64Array;
  /** How many before each place are major; one longer than the lane. */
  majors: Int32Array;
  /** The first and the last start and end of stretches of neighbours; see {@link visitInSight}. */
  bounds: { from: Bounds; to: Bounds };
}

/** An event in sight. */
export interface Sight {
  event: number;
  at: Share;
  from: Share;
  to: Share;
}

/** Neighbours in a lane: from the first up to, not including, the last. */
export type Run = readonly [first: number, last: number];

/** The order of a lane's columns: by the places of the symbols, or as the story tells them. */
export type Order = 'place' | 'story';

/** Puts the events that are shown into the columns of their lanes. */
export function columnsOf(
  { events }: ChartInput,
  { lanes, laneOf }: Lanes,
  scale: StoryScale,
  isShown: (event: ChartEvent) => boolean,
  order: Order,
): Columns[] {
  const members: Sight[][] = lanes.map(() => []);
  events.forEach((event, index) => {
    if (isShown(event)) members[laneOf(event)]?.push(sightOf(event, index, scale));
  });
  return members.map((lane) => {
    if (order === 'place') lane.sort((a, b) => a.at - b.at || a.event - b.event);
    const from = Float64Array.from(lane, (sight) => sight.from);
    const to = Float64Array.from(lane, (sight) => sight.to);
    return {
      event: Int32Array.from(lane, ({ event }) => event),
      at: Float64Array.from(lane, ({ at }) => at),
      from,
      to,
      majors: majorsOf(lane, events),
      bounds: { from: boundsOf(from), to: boundsOf(to) },
    };
  });
}

function majorsOf(lane: readonly Sight[], events: readonly ChartEvent[]): Int32Array {
  const majors = new Int32Array(lane.length + 1);
  lane.forEach(({ event }, place) => {
    majors[place + 1] = (majors[place] ?? 0) + Number(events[event]?.major);
  });
  return majors;
}

function sightOf(event: ChartEvent, index: number, scale: StoryScale): Sight {
  const { earliest, latest } = event;
  return {
    event: index,
    at: placeOf(index, scale),
    from: earliest === null ? -Infinity : scale.toShare(earliest),
    to: latest === null ? Infinity : scale.toShare(latest),
  };
}

/** Place of an event's symbol, by its index; the middle where neither end is known. */
export function placeOf(event: number, { places }: StoryScale): Share {
  return places[event] ?? 0.5;
}

/** The least and the greatest value of each branch of a tree over a column. */
interface Bounds {
  least: Float64Array;
  greatest: Float64Array;
}

/**
 * Bounds of the whole column at 1, and of the two halves of what is at i at 2i and 2i + 1, down to
 * single values.
 */
function boundsOf(values: Float64Array): Bounds {
  const size = 2 ** (Math.ceil(Math.log2(Math.max(1, values.length))) + 1);
  const least = new Float64Array(size);
  const greatest = new Float64Array(size);
  const fill = (branch: number, first: number, last: number): void => {
    if (last - first === 1) {
      least[branch] = greatest[branch] = values[first] ?? 0;
      return;
    }
    const middle = (first + last) >> 1;
    fill(2 * branch, first, middle);
    fill(2 * branch + 1, middle, last);
    least[branch] = Math.min(least[2 * branch] ?? 0, least[2 * branch + 1] ?? 0);
    greatest[branch] = Math.max(greatest[2 * branch] ?? 0, greatest[2 * branch + 1] ?? 0);
  };
  if (values.length > 0) fill(1, 0, values.length);
  return { least, greatest };
}

/**
 * Finds the events of which any part is in the window: at least their mark, or the extent they
 * last. Halves the lane until a stretch is wholly in or out of sight, and in one part of the
 * window, so that what it costs depends on the parts and not on the lane.
 * @param partOf the part of the window in which a place lies; it never decreases along the lane.
 * @param onRun is told each run in sight with its part, in the order of the lane.
 */
export function visitInSight(
  { at, bounds: { from, to } }: Columns,
  [start, end]: Window,
  partOf: (at: Share) => number,
  onRun: (run: Run, part: number) => void,
): void {
  const visit = (branch: number, first: number, last: number) => {
    const value = (values: Float64Array) => values[branch] ?? 0;
    if (value(from.least) > end || value(to.greatest) < start) return;
    const part = partOf(at[first] ?? 0);
    const whole = value(from.greatest) <= end && value(to.least) >= start;
    if (whole && part === partOf(at[last - 1] ?? 0)) {
      onRun([first, last], part);
      return;
    }
    const middle = (first + last) >> 1;
    visit(2 * branch, first, middle);
    visit(2 * branch + 1, middle, last);
  };
  if (at.length > 0) visit(1, 0, at.length);
}

/** Indices of the events of runs, in the order of the story. */
export function membersOf({ event }: Columns, runs: readonly Run[]): number[] {
  const members = new Int32Array(runs.reduce((sum, [first, last]) => sum + last - first, 0));
  let filled = 0;
  for (const [first, last] of runs) {
    members.set(event.subarray(first, last), filled);
    filled += last - first;
  }
  return Array.from(members.sort());
}

/** Whether any event of runs is major. */
export function holdsMajor({ majors }: Columns, runs: readonly Run[]): boolean {
  return runs.some(([first, last]) => (majors[last] ?? 0) > (majors[first] ?? 0));
}

/** The events of runs, one by one. */
export function sightsOf({ event, at, from, to }: Columns, runs: readonly Run[]): Sight[] {
  return runs.flatMap(([first, last]) =>
    Array.from({ length: last - first }, (_, index): Sight => {
      const place = first + index;
      return {
        event: event[place] ?? 0,
        at: at[place] ?? 0,
        from: from[place] ?? 0,
        to: to[place] ?? 0,
      };
    }),
  );
}
