import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { DESK, eventWith, inputOf, wishWith } from '../layout/fixtures.test-support.ts';
import type { ChartEvent } from '../layout/input.ts';
import { layoutChart, planChart } from '../layout/plan.ts';
import { drawChart } from './draw.ts';
import { outlines } from './symbols.ts';

/** Draws a story, and gives its one mark. */
function onlyMark(events: ChartEvent[]): { link: Element; text: Element } {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg: SVGSVGElement = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const plan = planChart(inputOf(events), wishWith({}), DESK, 'Others');
  const words = { chart: 'Chart', cluster: '{count} events from {name}' };
  drawChart(svg, layoutChart(plan, [0, 1]), { words, symbols: outlines(), rtl: false });
  const [link] = svg.querySelectorAll('.mark a');
  const [text] = svg.querySelectorAll('.mark text');
  if (!link || !text) throw new Error('nothing is drawn');
  return { link, text };
}

describe('a cluster', () => {
  const cluster = (count: number) =>
    onlyMark(Array.from({ length: count }, (_, index) => eventWith({ id: `event-${index}` })));

  test.each([
    [200, '200'],
    [1500, '1k'],
    [12_345, '12k'],
  ])('of %i has its count within its ring', (count, short) => {
    const { text } = cluster(count);
    expect(text.textContent).toBe(short);
    if (short.length > 2) expect(Number(text.getAttribute('textLength'))).toBeLessThan(20);
  });

  test('says how many it holds, to the last one', () => {
    expect(cluster(1500).link.getAttribute('aria-label')).toMatch(/^1,500 events from Plan/);
  });
});

test('a title that is cut short is whole in the name of its mark, and the tip is to show it', () => {
  const label = 'The board of the bridge asks for the ledger again and again and again';
  const { link, text } = onlyMark([eventWith({ id: 'one', label, name: `Plan: ${label}` })]);
  expect(text.textContent).toMatch(/…$/);
  expect(text.getAttribute('class')).toBe('label cut');
  expect(link.getAttribute('aria-label')).toBe(`Plan: ${label}`);
});
