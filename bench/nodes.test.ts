import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { drawChart, type ChartStyle } from '../src/chart/draw/draw.ts';
import { CHART_WIDTHS, sizeFor } from '../src/chart/draw/sizes.ts';
import { outlines } from '../src/chart/draw/symbols.ts';
import { nodesOf } from '../src/chart/layout/boxes.test-support.ts';
import { layoutChart, planChart } from '../src/chart/layout/plan.ts';
import type { Window } from '../src/chart/layout/scale.ts';
import type { Scene } from '../src/chart/layout/scene.ts';
import { FIRST_VIEW, GROUPINGS } from '../src/chart/layout/view.ts';
import { syntheticInput } from './synthetic.ts';

const STYLE: ChartStyle = {
  words: { chart: 'Chart', cluster: '{count} events from {name}' },
  symbols: outlines(),
  rtl: false,
};

/** The elements of a drawing, itself included. */
function drawnNodes(scene: Scene): number {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg: SVGSVGElement = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawChart(svg, scene, STYLE);
  return 1 + svg.querySelectorAll('*').length;
}

/** All, a tenth and a thousandth of the story, at several places. */
const WINDOWS: Window[] = [
  [0, 1],
  ...[0.1, 0.001].flatMap((length) =>
    [0.05, 0.3, 0.5, 0.85].map((from): Window => [from, from + length]),
  ),
];

test('the tests count the nodes that are drawn', () => {
  const input = syntheticInput(300, 1);
  const selected = input.events[100]?.id;
  for (const width of CHART_WIDTHS) {
    const plan = planChart(input, FIRST_VIEW, sizeFor(width), 'Others');
    for (const window of WINDOWS) {
      const scene = layoutChart(plan, window, selected);
      expect(nodesOf(scene)).toBe(drawnNodes(scene));
    }
  }
});

describe('a drawing has at most 1,500 nodes', () => {
  const inputs = [1000, 10_000].map((count) => syntheticInput(count, 1));

  test.each(GROUPINGS)('of 1,000 and of 10,000 events by %s', (grouping) => {
    for (const input of inputs) {
      for (const width of [320, 700, 1400]) {
        const plan = planChart(input, { ...FIRST_VIEW, grouping }, sizeFor(width), 'Others');
        const most = Math.max(...WINDOWS.map((window) => nodesOf(layoutChart(plan, window))));
        expect({ width, most: Math.max(most, 1500) }).toEqual({ width, most: 1500 });
      }
    }
  });
});
