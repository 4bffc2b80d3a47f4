import { scaleLinear } from 'd3-scale';
import { anchorsOf, extentOf, type ChartEvent } from './input.ts';
import type { ScaleKind, View } from './view.ts';

/** A part of the plot along the time axis: 0 is its start, 1 its end, when all is shown. */
export type Share = number;

/** Time and place along the axis, for the whole story. */
export interface StoryScale {
  toShare: (instant: number) => Share;
  toInstant: (share: Share) => number;
  /** By the index of an event, where its symbol stands; nothing where neither end of it is known. */
  places: readonly (Share | undefined)[];
  /** Extent of the story, in milliseconds. */
  extent: readonly [number, number];
  /** Stretches that are drawn shorter than they were. */
  quiet: readonly (readonly [from: Share, to: Share])[];
}

/** A gap up to this part of the story keeps its length; the rest of a longer one is shortened. */
const KEPT_GAP = 0.007;
/** To this part of its length. */
const SHORTENED_TO = 0.06;
/** A gap must be this many times the kept one before shortening it is worth a reader's attention. */
const WORTH_IT = 4;
/** Share of the plot that stays free at both ends, so that marks there are whole. */
const MARGIN = 0.02;
/** The window is never shorter, in milliseconds. */
const SHORTEST_WINDOW = 3_600_000;

/** The last and, negated, the first instant that ECMAScript has: the margins may lie beyond. */
const LAST_INSTANT = 8.64e15;

/**
 * Builds the scale of a story: true time, or quiet stretches shortened. Increasing and continuous,
 * linear between the ends of quiet stretches, and inverted exactly.
 */
export function storyScale(events: readonly ChartEvent[], kind: ScaleKind): StoryScale {
  const extent = extentOf(events);
  const anchors = anchorsOf(events);
  const gaps = kind === 'true' ? [] : quietGaps(anchors, extent);
  const knots = [extent[0], ...gaps.flat(), extent[1]];
  let reached = 0;
  const lengths = knots.map((knot, index) => {
    // Knots are start, (from, to), (from, to), …, end: even ones close a quiet stretch.
    const step = knot - (knots[index - 1] ?? knot);
    const closes = index > 0 && index % 2 === 0 && index < knots.length - 1;
    reached += closes ? step * SHORTENED_TO : step;
    return reached;
  });
  const shares = lengths.map((length) => MARGIN + (length / reached) * (1 - 2 * MARGIN));
  const scale = scaleLinear(knots, shares);
  return {
    toShare: (instant) => scale(instant),
    toInstant: (share) => Math.min(Math.max(-LAST_INSTANT, scale.invert(share)), LAST_INSTANT),
    places: anchors.map((anchor) => (anchor === null ? undefined : scale(anchor))),
    extent,
    quiet: gaps.map(([from, to]) => [scale(from), scale(to)] as const),
  };
}

function quietGaps(
  anchors: readonly (number | null)[],
  [start, end]: readonly [number, number],
): [number, number][] {
  const kept = (end - start) * KEPT_GAP;
  const known = new Set(anchors.filter((anchor) => anchor !== null));
  // Where all happens at one place, nothing would come nearer to anything else.
  if (known.size < 2) return [];
  const stops = [...new Set([start, ...known, end])].sort((a, b) => a - b);
  return stops.slice(1).flatMap((stop, index): [number, number][] => {
    const before = stops[index] ?? stop;
    return stop - before > WORTH_IT * kept ? [[before + kept / 2, stop - kept / 2]] : [];
  });
}

/** The part of the story that is in sight, as shares: from 0 to 1 when it is all of it. */
export type Window = readonly [from: Share, to: Share];

/** The window that a view asks for, within the story's ends. */
export function windowOf({ window }: Pick<View, 'window'>, scale: StoryScale): Window {
  if (!window) return [0, 1];
  const [from, to] = window.map(scale.toShare) as [Share, Share];
  const inside = [Math.max(0, from), Math.min(1, to)] as const;
  // What lies wholly outside the story is moved into it; of all else the part that is in it counts.
  return limitWindow(inside[0] < inside[1] ? inside : [from, to], scale);
}

/**
 * Keeps a window inside the story, and no shorter than an hour of time, however that is drawn.
 * @param about the place that stays where it is in a window that has to be made longer.
 */
export function limitWindow(
  [from, to]: Window,
  scale: StoryScale,
  about = (from + to) / 2,
): Window {
  const length = Math.min(1, to - from);
  const first = Math.min(Math.max(0, (from + to - length) / 2), 1 - length);
  const [start, end] = [first, first + length].map(scale.toInstant) as [number, number];
  if (end - start >= SHORTEST_WINDOW) return [first, first + length];
  const [earliest, latest] = [0, 1].map(scale.toInstant) as [number, number];
  if (latest - earliest <= SHORTEST_WINDOW) return [0, 1];
  const fixed = Math.min(Math.max(start, scale.toInstant(about)), end);
  const part = end > start ? (fixed - start) / (end - start) : 0.5;
  // A whole millisecond, so that what is limited once stays as it is.
  const begin = Math.round(fixed - part * SHORTEST_WINDOW);
  const inside = Math.min(Math.max(earliest, begin), latest - SHORTEST_WINDOW);
  return [Math.max(0, scale.toShare(inside)), Math.min(1, scale.toShare(inside + SHORTEST_WINDOW))];
}

/** The view's form of a window: instants, near enough for the eye; nothing when all is in sight. */
export function instantsOf([from, to]: Window, scale: StoryScale): View['window'] {
  if (from <= 0 && to >= 1) return undefined;
  const [start, end] = [scale.toInstant(from), scale.toInstant(to)];
  const unit = ROUNDINGS.find((one) => (end - start) / one >= 100) ?? 1;
  return [Math.round(start / unit) * unit, Math.round(end / unit) * unit - 1];
}

/** Links name whole days, hours, minutes or seconds where these are fine enough. */
const ROUNDINGS = [86_400_000, 3_600_000, 60_000, 1000];
