import type { Scene } from '../layout/scene.ts';
import type { ChartStyle } from './draw.ts';

/** Half the side of a target, in pixels, for which the symbols' outlines are made. */
const TARGET = 12;
/** A length along the line of text, in the markup's form. */
type Place = (x: number) => string;

/** What the parts of a drawing share. */
export interface Pen {
  scene: Scene;
  style: ChartStyle;
  /** Where something stands along the line. */
  at: Place;
  /** How long something is along the line. */
  long: Place;
}

/** Makes the pen for a scene. */
export function penFor(scene: Scene, style: ChartStyle): Pen {
  const { width, direction } = scene;
  const share = (x: number) => `${String(Math.round((x / width) * 1e4) / 100)}%`;
  const { rtl } = style;
  if (direction === 'down') {
    const length = (x: number) => String(Math.round(x * 100) / 100);
    return { scene, style, at: (x) => (rtl ? length(width - x) : length(x)), long: length };
  }
  return { scene, style, at: (x) => share(rtl ? width - x : x), long: share };
}

/** Where a rectangle begins: on its far side when time runs from right to left. */
export function edge({ at, style }: Pen, x: number, width: number): string {
  return at(style.rtl ? x + width : x);
}

/** How much larger symbols are than their outlines: they grow with the text. */
export function zoomOf({ scene }: Pen): number {
  return scene.half / TARGET;
}

/** The part of a `transform` that enlarges a symbol. */
export function scaled(zoom: number): string {
  return zoom === 1 ? '' : `scale(${zoom})`;
}
