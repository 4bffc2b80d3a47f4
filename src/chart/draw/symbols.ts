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
export const AREA = { major: 130, minor: 70, cluster: 330 };

const paths = new Map<string, string>();

/** The outline of a shape with that area, around the origin. */
export function symbolPath(shape: Shape, area: number): string {
  const key = `${shape} ${String(area)}`;
  const path = paths.get(key) ?? symbol(SYMBOLS[shape], area)() ?? '';
  // One decimal is finer than any screen shows, and keeps the markup small.
  const short = path.replace(/-?\d+\.\d+/g, (number) =>
    String(Math.round(Number(number) * 10) / 10),
  );
  paths.set(key, short);
  return short;
}
