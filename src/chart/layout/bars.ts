import type { ChartEvent, Softness } from './input.ts';
import type { Interval } from './rows.ts';
import type { SceneBar } from './scene.ts';

/** Height of a bar. */
const HEIGHT = 3;
/** Pixels over which an end fades at least: what is not exact a little, what is open far. */
const FADES: Record<Softness, number> = { sharp: 0, soft: 9, blurred: 28, open: 64 };

/**
 * A bar in up to three parts: its start, if that fades, its middle, and its end. What lasted fades
 * over the time within which it began or ended; what happened somewhere within has no middle.
 * @param within pixels of the time within which it began, and within which it ended.
 * @param seen which of its ends are in sight: what goes on beyond the window does not fade there.
 */
export function segmentsOf(
  { id, ends, lasting, kind: hue }: ChartEvent,
  { from, to }: Interval,
  within: readonly [start: number, end: number],
  seen: readonly [start: boolean, end: boolean],
  y: number,
): SceneBar[] {
  const half = (to - from) / 2;
  const [start, end] = ends.map((softness, index) => {
    if (!seen[index]) return 0;
    const length = within[index] ?? 0;
    // What is too short to be seen fading ends sharply.
    const fade = Math.max(FADES[softness], length < FADES.soft ? 0 : length);
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
