import { CHART_WIDTHS } from './sizes.ts';

/** What a drawing is laid out for. */
export interface Frame {
  /** One of the widths for which charts are laid out. */
  width: number;
  /** Font size relative to the usual one, as the reader has set it. */
  zoomText: number;
}

/**
 * Of the drawings that an element came with, keeps the one that is in sight.
 * @throws when there is none.
 */
export function keepOneDrawing(root: HTMLElement): SVGSVGElement {
  const frames = [...root.querySelectorAll<HTMLElement>('.chart-frame')];
  const kept = frames.find(({ clientWidth }) => clientWidth > 0) ?? frames[0];
  for (const frame of frames) if (frame !== kept) frame.remove();
  const svg = kept?.querySelector('svg');
  if (!svg) throw new Error(`<${root.localName}> holds no drawing of a chart to take over.`);
  svg.setAttribute('tabindex', '-1');
  return svg;
}

/** Takes the width of the element's chart; none while the chart is not shown. */
export function measureFrame(root: HTMLElement): Frame | undefined {
  const available = root.querySelector('[data-part=chart]')?.clientWidth ?? root.clientWidth;
  if (available === 0) return undefined;
  const width = CHART_WIDTHS.findLast((one) => one <= available) ?? CHART_WIDTHS[0];
  const zoomText = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return { width, zoomText };
}
