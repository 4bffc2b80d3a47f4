import { selection } from 'd3-selection';

/**
 * Stands in for `d3-format`, `d3-interpolate` and `d3-transition` in what browsers load (see
 * astro.config.ts). d3-scale, d3-zoom and d3-brush bring all three, and these bring `d3-color`,
 * `d3-ease` and `d3-timer`: 38 KB of number formats, ways between colours and strings, and moves
 * of any attribute. The chart moves numbers in pixels alone, and does so itself (motion.ts). So
 * every number is printed plainly here, and there is one way between two numbers.
 */
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
