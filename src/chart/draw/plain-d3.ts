import { selection } from 'd3-selection';

/**
 * Stands in for `d3-array`, `d3-drag`, `d3-format`, `d3-interpolate` and `d3-transition` in what
 * browsers load (see astro.config.ts). d3-scale, d3-zoom and d3-brush bring all five, and these
 * bring `d3-color`, `d3-ease` and `d3-timer`: 42 KB of ticks and number formats, ways between colours
 * and strings, and moves of any attribute. The chart counts by the calendar (ticks.ts), moves numbers in pixels
 * alone, and does so itself (motion.ts). So every number is printed plainly here, and there is one
 * way between two numbers.
 */

/** No scale is asked for its ticks. */
export function ticks(): number[] {
  return [];
}

export const tickIncrement = (): number => 0;
export const tickStep = tickIncrement;

// Named by the scales that nothing here uses, and left out with them.
export const range = ticks;
export const ascending = tickIncrement;
export const quantile = tickIncrement;
export const quantileSorted = tickIncrement;
export const bisector = tickIncrement;
export const InternMap = Map;

/** Where a value belongs in sorted ones, after those that equal it. */
export function bisect(values: readonly number[], value: number, low = 0, high = values.length) {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? NaN) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number as it is. */
export function format(): (value: number) => string {
  return String;
}

export const formatPrefix = format;
export const formatSpecifier = (): { type: string } => ({ type: '' });
export const precisionFixed = (): number => 0;
export const precisionPrefix = precisionFixed;
export const precisionRound = precisionFixed;

/** The straight way from one number to another. */
export function interpolateNumber(from: number, to: number): (t: number) => number {
  return (t) => from * (1 - t) + to * t;
}

export const interpolate = interpolateNumber;
export const interpolateRound = interpolateNumber;
export const interpolateZoom = interpolateNumber;
export const piecewise = interpolateNumber;

/** d3-zoom and d3-brush end the transitions of an element first. There never is one. */
export function interrupt(): void {
  // Nothing runs.
}

// As d3-transition does; d3-zoom asks a selection as well.
Object.assign(selection.prototype, {
  interrupt(this: unknown) {
    return this;
  },
});

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};
const DRAGGING = ['dragstart', 'selectstart'];

/** While a reader drags, the browser drags no link and selects no text. */
export function dragDisable(view: Window): void {
  for (const name of DRAGGING) view.addEventListener(name, swallow, true);
}

/** The drag has ended; the click that ends it is none where the pointer has moved. */
export function dragEnable(view: Window, hasMoved?: boolean): void {
  for (const name of DRAGGING) view.removeEventListener(name, swallow, true);
  if (hasMoved !== true) return;
  view.addEventListener('click', swallow, true);
  setTimeout(() => {
    view.removeEventListener('click', swallow, true);
  });
}
