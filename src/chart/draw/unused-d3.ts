/**
 * Stands in for `d3-color`, `d3-format` and `d3-ease` in what browsers load (see astro.config.ts).
 * d3-scale, d3-zoom and d3-brush bring all three, 17 KB of colour spaces, number formats and
 * easings, and the chart moves numbers in pixels alone: nothing here is a colour, every number is
 * printed plainly, and there is one way to ease.
 */
export function color(): null {
  return null;
}

export const rgb = color;
export const hsl = color;
export const hcl = color;
export const lab = color;
export const cubehelix = color;

export function format(): (value: number) => string {
  return String;
}

export const formatPrefix = format;
export const formatSpecifier = (): { type: string } => ({ type: '' });
export const precisionFixed = (): number => 0;
export const precisionPrefix = precisionFixed;
export const precisionRound = precisionFixed;

/** Slow, fast, slow: the cubic with flat ends (smoothstep). */
export function easeCubicInOut(t: number): number {
  return t * t * (3 - 2 * t);
}
