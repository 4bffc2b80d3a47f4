/**
 * Stands in for `d3-color` and `d3-format` in what browsers load (see astro.config.ts): d3-scale,
 * d3-zoom and d3-brush bring both, 15 KB of colour spaces and number formats, and the chart uses
 * them for numbers in pixels alone. Nothing here is a colour, and every number is printed plainly.
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
