import type { Page } from 'playwright-core';

/** The axis as it is drawn, where time runs across. */
export interface Axis {
  left: number;
  width: number;
  ticks: AxisTick[];
}

export interface AxisTick {
  row: 'major' | 'minor';
  instant: number;
  /** Of its line. */
  x: number;
  label: string;
  /** Ends of its label. */
  from: number;
  to: number;
}

export function axisOf(page: Page): Promise<Axis> {
  return page.locator('.plot').evaluate((plot) => {
    const { left, width } = plot.getBoundingClientRect();
    const ticks = (['major', 'minor'] as const).flatMap((row) =>
      [...plot.querySelectorAll<SVGGElement>(`.axis-${row} .tick`)].map((tick) => {
        const text = tick.querySelector('text')?.getBoundingClientRect();
        return {
          row,
          instant: Number(tick.dataset.key),
          x: tick.querySelector('line')?.getBoundingClientRect().left ?? NaN,
          label: tick.textContent,
          from: text?.left ?? NaN,
          to: text?.right ?? NaN,
        };
      }),
    );
    return { left, width, ticks };
  });
}

/** Pixels of a millisecond, and the first tick; to be asked where time is drawn as it was. */
function measure({ ticks }: Axis) {
  const sorted = [...ticks].sort((a, b) => a.instant - b.instant);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || first.instant === last.instant)
    throw new Error('there are no two ticks to measure time by');
  return { first, scale: (last.x - first.x) / (last.instant - first.instant) };
}

export function instantAt(axis: Axis, x: number): number {
  const { first, scale } = measure(axis);
  return first.instant + (x - first.x) / scale;
}

export function placeOf(axis: Axis, instant: number): number {
  const { first, scale } = measure(axis);
  return first.x + (instant - first.instant) * scale;
}

/** First and last instant in sight. */
export function rangeOf(axis: Axis): [from: number, to: number] {
  return [instantAt(axis, axis.left), instantAt(axis, axis.left + axis.width)];
}

/** How long the time in sight is, in milliseconds. */
export async function lengthInSight(page: Page): Promise<number> {
  const [from, to] = rangeOf(await axisOf(page));
  return to - from;
}
