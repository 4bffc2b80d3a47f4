import { estimateWidth } from '../layout/measure.ts';
import type { ChartInput } from '../layout/input.ts';
import { layoutChart, NAME_WIDTH, type Size } from '../layout/scene.ts';
import { drawChart, type ChartWords } from './draw.ts';

/** What the page hands to the element, as JSON. */
export interface ChartData {
  input: ChartInput;
  words: ChartWords;
}

/**
 * Widths of the whole chart, in pixels, for which it is laid out. Between two of them the smaller
 * one's layout is stretched: gaps only grow, so nothing that fits there can overlap here.
 */
export const CHART_WIDTHS = [288, 448, 640, 880, 1120, 1400] as const;

/** From this width on, lanes' names stand beside the plot. */
const BESIDE_FROM = 880;

/** The space that a chart of that width leaves for the plot. */
export function sizeFor(width: number): Size {
  const beside = width >= BESIDE_FROM;
  return {
    width: beside ? width - NAME_WIDTH : width,
    names: beside ? 'beside' : 'above',
    measure: estimateWidth,
  };
}

/**
 * Defines `<timeline-chart>`: takes over the drawing of the current width that is in the page, and
 * lays it out anew when another width is reached.
 */
export function defineTimelineChart(): void {
  customElements.define(
    'timeline-chart',
    class extends HTMLElement {
      #observer: ResizeObserver | undefined;

      connectedCallback() {
        const data = JSON.parse(this.querySelector('script')?.textContent ?? '') as ChartData;
        let drawn = 0;
        this.#observer = new ResizeObserver(() => {
          const width = CHART_WIDTHS.findLast((one) => one <= this.clientWidth) ?? CHART_WIDTHS[0];
          if (width === drawn) return;
          drawn = width;
          const svg = this.#keepOne(width);
          if (svg) drawChart(svg, layoutChart(data.input, 'shortened', sizeFor(width)), data.words);
        });
        this.#observer.observe(this);
      }

      disconnectedCallback() {
        this.#observer?.disconnect();
      }

      /** Of the drawings that the page came with, the one for this width stays. */
      #keepOne(width: number): SVGSVGElement | null {
        const frames = [...this.querySelectorAll<HTMLElement>('.chart-frame')];
        const kept = frames.find((frame) => frame.dataset.width === String(width)) ?? frames[0];
        for (const frame of frames) if (frame !== kept) frame.remove();
        if (kept) kept.className = `chart-frame live ${sizeFor(width).names}`;
        return kept?.querySelector('svg') ?? null;
      }
    },
  );
}
