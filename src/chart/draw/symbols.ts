import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3-shape';
import type { Shape } from '../../model/schema.ts';
import type { ChartStyle, Symbols } from './draw.ts';

const SYMBOLS: Record<Shape, SymbolType> = {
  circle: symbolCircle,
  ring: symbolCircle,
  square: symbolSquare,
  diamond: symbolDiamond,
  triangle: symbolTriangle,
  wye: symbolWye,
  cross: symbolCross,
  star: symbolStar,
};

/** Areas of symbols, in square pixels. */
const AREA = { major: 130, minor: 70, cluster: 366 };

/** The outlines of all symbols: made at build, so that browsers need not load what makes them. */
export function outlines(): ChartStyle['symbols'] {
  const shapes = Object.keys(SYMBOLS) as Shape[];
  const symbols = shapes.map((shape) => [
    shape,
    { major: outline(shape, AREA.major), minor: outline(shape, AREA.minor) },
  ]);
  return {
    ...(Object.fromEntries(symbols) as Record<Shape, Symbols>),
    cluster: outline('circle', AREA.cluster),
  };
}

/** The outline of a shape with that area, around the origin. */
function outline(shape: Shape, area: number): string {
  const path = symbol(SYMBOLS[shape], area)() ?? '';
  // One decimal is finer than any screen shows, and keeps the markup small.
  return path.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
