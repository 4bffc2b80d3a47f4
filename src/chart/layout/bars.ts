import type { ChartEvent, Softness } from './input.ts';
import type { Interval } from './rows.ts';
import type { SceneBar } from './scene.ts';

/** Height of a bar. */
const HEIGHT = 3;
/** Pixels over which an end fades at least: what is not exact a little, what is open far. */
const FADES: Record<Softness, number> = { sharp: 0, soft: 9, blurred: 28, open: 64 };

/** An end of a bar. */
export interface BarEnd {
  /** Whether it is in sight: what goes on beyond the window does not fade there. */
  seen: boolean;
  /** Pixels of the time within which what lasted began, or ended. */
  within: number;
}

/**
 * A bar in up to three parts: its start, if that fades, its middle, and its end. What lasted fades
 * over the time within which it began or ended; what happened somewhere within has no middle.
 */
export function segmentsOf(
  { id, ends: softness, lasting, kind: hue }: ChartEvent,
  { from, to }: Interval,
  ends: readonly [start: BarEnd, end: BarEnd],
  y: number,
): SceneBar[] {
  const half = (to - from) / 2;
  const [start, end] = ends.map(({ seen, within }, index) => {
    if (!seen) return 0;
    // What is too short to be seen fading ends sharply.
    const fade = Math.max(FADES[softness[index] ?? 'sharp'], within < FADES.soft ? 0 : within);
    return lasting ? Math.min(fade, half) : half;
  }) as [number, number];
  const part = (name: SceneBar['part'], x: number, width: number): SceneBar[] =>
    width > 0 ? [{ id, part: name, x, width, y, height: HEIGHT, hue }] : [];
  return [
    ...part('start', from, start),
    ...part('middle', from + start, to - from - start - end),
    ...part('end', to - end, end),
  ];
}
