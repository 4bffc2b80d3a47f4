import type { Tick } from '../layout/ticks.ts';
import { append, join, layer, type Items } from './join.ts';
import type { Pen } from './pen.ts';

/** Draws the lines that run through the drawing where the larger unit begins, or the rail. */
export function drawGrid(group: SVGElement, { scene, at }: Pen): void {
  const { axis, height, direction, rail } = scene;
  const isDown = direction === 'down';
  join(
    group,
    'line',
    axis.major,
    ({ instant }) => instant,
    () => append(group, 'line', { 'aria-hidden': 'true' }),
  )
    .attr('x1', ({ along }) => at(isDown ? rail : along))
    .attr('x2', ({ along }) => at(isDown ? rail : along))
    .attr('y1', ({ along }) => (isDown ? along : scene.top))
    .attr('y2', height);
}

/**
 * Draws the axis: the ticks of the larger unit above those of the smaller, on a ground of their own,
 * since it stays in sight while the page scrolls. Where time runs down, the years are beside it.
 */
export function drawAxis(group: SVGElement, pen: Pen): void {
  const { axis, top, direction } = pen.scene;
  drawGround(group, pen);
  const minor = drawTicks(layer(group, 'axis-minor'), axis.minor);
  placeLine(minor, pen, top * 0.7, top);
  placeText(minor, pen, top - 6);
  const major = drawTicks(layer(group, 'axis-major'), axis.major);
  if (direction === 'down') {
    major
      .select('text')
      .attr('x', pen.at(0))
      .attr('y', ({ along }) => along + 17);
    // A drawing for which time ran across may have left some.
    for (const name of ['x1', 'x2', 'y1', 'y2']) major.select('line').attr(name, null);
  } else {
    placeLine(major, pen, top * 0.15, top);
    placeText(major, pen, top * 0.43);
  }
}

/** The ground under the axis, and beside it where names of lanes stand there. */
function drawGround(group: SVGElement, { scene, style }: Pen): void {
  const names = Math.max(0, -(scene.lanes[0]?.nameX ?? 0));
  const parts = [
    { id: 'plot', x: '0', width: '100%' },
    { id: 'names', x: style.rtl ? '100%' : String(-names), width: String(names) },
  ];
  join(
    group,
    'rect',
    parts,
    ({ id }) => id,
    (parent) => append(parent, 'rect', { class: 'ground' }),
  )
    .attr('x', ({ x }) => x)
    .attr('width', ({ width }) => width)
    .attr('height', scene.top);
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
