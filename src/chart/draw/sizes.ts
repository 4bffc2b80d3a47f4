import { NAME_WIDTH } from '../layout/across.ts';
import { estimateWidth } from '../layout/measure.ts';
import type { Size } from '../layout/scene.ts';

/**
 * Widths of the whole chart, in pixels, for which it is laid out. Between two of them the smaller
 * one's layout is stretched: gaps only grow, so nothing that fits there can overlap here.
 */
export const CHART_WIDTHS = [272, 320, 370, 440, 560, 700, 880, 1120, 1400] as const;

/** From this width on time runs across; below, it runs down the page. */
const ACROSS_FROM = 700;
/** From this width on, lanes' names stand beside the plot. */
const BESIDE_FROM = 880;

/**
 * The space that a chart of that width leaves for the plot.
 * @param zoomText font size relative to the usual one, as the reader has set it.
 * @param named whether its lanes have names.
 */
export function sizeFor(width: number, zoomText = 1, named = true): Size {
  const beside = named && width >= BESIDE_FROM * zoomText;
  return {
    width: beside ? width - NAME_WIDTH : width,
    direction: width < ACROSS_FROM * zoomText ? 'down' : 'across',
    names: beside ? 'beside' : 'above',
    zoomText,
    measure: (text, bold) => estimateWidth(text, bold) * zoomText,
  };
}
