import { select } from 'd3-selection';
import type { Scene } from '../layout/scene.ts';
import { drawChart, type ChartStyle } from './draw.ts';

/** Draws the exchanges: as the chart, but a cluster leads to the first of its voices. */
export function drawExchanges(svg: SVGSVGElement, scene: Scene, style: ChartStyle): void {
  drawChart(svg, scene, style);
  const hrefs = new Map(scene.marks.map(({ id, event }) => [id, event.href]));
  select(svg)
    .selectAll<SVGElement, unknown>('.mark')
    .each(function () {
      const href = hrefs.get(this.getAttribute('data-key') ?? '');
      this.querySelector('a')?.setAttribute('href', href ?? '');
    });
}
