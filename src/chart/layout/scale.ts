import { scaleLinear } from 'd3-scale';
import { anchorOf, extentOf, type ChartEvent } from './input.ts';

/** A stretch without events that is drawn shorter than true time: from and to, in milliseconds. */
export type Quiet = readonly [from: number, to: number];

/** Where an instant lies, in pixels from the left edge of the plot. */
export interface TimeScale {
  (instant: number): number;
  /** The window of time that the plot shows, in milliseconds. */
  window: readonly [number, number];
  /** The stretches that are drawn shorter. */
  quiet: Quiet[];
}

export type ScaleKind = 'true' | 'shortened';

/** A gap up to this part of the story keeps its length; the rest of a longer one is shortened. */
const KEPT_GAP = 0.007;
/** To this part of its length. */
const SHORTENED_TO = 0.06;
/** A gap must be this many times the kept one before shortening it is worth a reader's attention. */
const WORTH_IT = 3;
/** Space at both ends, in pixels, so that marks there are whole. */
const PADDING = 16;

/**
 * Builds the scale that shows the whole story on `width` pixels: in true time, or with quiet
 * stretches shortened. Increasing and continuous, and linear between the ends of quiet stretches.
 */
export function timeScale(
  events: readonly ChartEvent[],
  kind: ScaleKind,
  width: number,
): TimeScale {
  const window = extentOf(events);
  const quiet = kind === 'true' ? [] : quietStretches(events, window);
  const knots = [window[0], ...quiet.flat(), window[1]];
  let reached = 0;
  const units = knots.map((knot, index) => {
    // Odd steps lead through a quiet stretch: knots are start, (from, to), (from, to), …, end.
    const step = knot - (knots[index - 1] ?? knot);
    reached +=
      index > 0 && index % 2 === 0 && index < knots.length - 1 ? step * SHORTENED_TO : step;
    return reached;
  });
  const toPixels = scaleLinear([0, reached], [PADDING, width - PADDING]);
  const scale = scaleLinear(
    knots,
    units.map((unit) => toPixels(unit)),
  );
  return Object.assign((instant: number) => scale(instant), { window, quiet });
}

function quietStretches(
  events: readonly ChartEvent[],
  [start, end]: readonly [number, number],
): Quiet[] {
  const kept = (end - start) * KEPT_GAP;
  const anchors = events.map(anchorOf).filter((anchor) => anchor !== null);
  const stops = [...new Set([start, ...anchors, end])].sort((a, b) => a - b);
  return stops.slice(1).flatMap((stop, index) => {
    const before = stops[index] ?? stop;
    return stop - before > WORTH_IT * kept ? [[before + kept / 2, stop - kept / 2] as const] : [];
  });
}
