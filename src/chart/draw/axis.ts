import type { Tick } from '../layout/ticks.ts';
import { append, join, type Items } from './join.ts';
import type { Pen } from './pen.ts';

/** Draws the ticks of the smaller unit. */
export function drawMinor(group: SVGElement, pen: Pen): void {
  const { axis, top } = pen.scene;
  const tick = drawTicks(group, axis.minor);
  placeLine(tick, pen, top * 0.7, top);
  placeText(tick, pen, top - 6);
}

/** Draws the ticks of the larger unit: where time runs down, its years and the rail. */
export function drawMajor(group: SVGElement, pen: Pen): void {
  const { axis, top, height, direction, rail } = pen.scene;
  const tick = drawTicks(group, axis.major);
  if (direction === 'down') {
    tick
      .select('text')
      .attr('x', pen.at(0))
      .attr('y', ({ along }) => along + 17);
    // The rail on which the marks stand.
    tick
      .select('line')
      .attr('x1', pen.at(rail))
      .attr('x2', pen.at(rail))
      .attr('y1', ({ along }) => along)
      .attr('y2', height);
  } else {
    placeLine(tick, pen, top * 0.15, height);
    placeText(tick, pen, top * 0.43);
  }
}

function drawTicks(group: SVGElement, ticks: readonly Tick[]): Items<SVGGElement, Tick> {
  const tick = join(group, 'g', ticks, ({ instant }) => instant, makeTick);
  tick.select('text').text(({ label }) => label);
  return tick;
}

function placeLine(tick: Items<SVGGElement, Tick>, { at }: Pen, from: number, to: number): void {
  tick
    .select('line')
    .attr('x1', ({ along }) => at(along))
    .attr('x2', ({ along }) => at(along))
    .attr('y1', from)
    .attr('y2', to);
}

function placeText(tick: Items<SVGGElement, Tick>, { at, style }: Pen, y: number): void {
  tick
    .select('text')
    .attr('x', ({ along }) => at(along))
    .attr('dx', style.rtl ? -4 : 4)
    .attr('y', y);
}

function makeTick(group: SVGElement): SVGGElement {
  const tick = append(group, 'g', { class: 'tick', 'aria-hidden': 'true' });
  append(tick, 'line');
  append(tick, 'text');
  return tick;
}
