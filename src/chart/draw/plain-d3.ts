/**
 * Stands in for `d3-color`, `d3-ease`, `d3-format` and `d3-interpolate` in what browsers load (see
 * astro.config.ts). d3-scale, d3-zoom and d3-brush bring all four, 23 KB of colour spaces, easings,
 * number formats and ways between strings; the chart moves numbers in pixels alone. So nothing
 * here is a colour, every number is printed plainly, and there is one way between two numbers.
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

/** The straight way from one number to another. */
export function interpolateNumber(from: number, to: number): (t: number) => number {
  return (t) => from * (1 - t) + to * t;
}

export const interpolate = interpolateNumber;
export const interpolateRound = interpolateNumber;
export const piecewise = interpolateNumber;
export const interpolateRgb = interpolateNumber;
export const interpolateString = interpolateNumber;
export const interpolateTransformCss = interpolateNumber;
export const interpolateTransformSvg = interpolateNumber;

type View = readonly [x: number, y: number, width: number];

/**
 * The way between two views: the width changes by equal factors in equal times, about the one
 * place that stays where it is, so that the eye can follow.
 */
export function interpolateZoom(from: View, to: View): (t: number) => View {
  const factor = to[2] / from[2];
  return (t) => {
    const width = from[2] * factor ** t;
    const part = Math.abs(factor - 1) < 1e-6 ? t : (width - from[2]) / (to[2] - from[2]);
    return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part, width];
  };
}
