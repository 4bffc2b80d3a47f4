import { select } from 'd3-selection';
import type { Shape } from '../../model/schema.ts';
import { NAME_SYMBOL } from '../layout/across.ts';
import { BASELINE } from '../layout/measure.ts';
import type { Scene, SceneLane } from '../layout/scene.ts';
import { drawAxis, drawGrid } from './axis.ts';
import { append, join, layer } from './join.ts';
import { drawArcs, drawBars, drawMarks } from './marks.ts';
import { edge, penFor, scaled, zoomOf, type Pen } from './pen.ts';
import type { ChartWords } from './words.ts';

/** Outlines of a shape's symbol, around the origin. */
export interface Symbols {
  major: string;
  minor: string;
}

/** What the drawing needs beside the scene. */
export interface ChartStyle {
  words: Pick<ChartWords, 'chart' | 'cluster'>;
  symbols: Record<Shape, Symbols> & { cluster: string };
  /** Whether time runs from right to left, and text with it. */
  rtl: boolean;
}

/** Height of a line of a lane's name, in parts of its font size. */
const NAME_LINE = '1.23em';

/**
 * Draws a scene into an `<svg>`, adopting what already stands there: the same code draws at build,
 * takes the markup over in the browser, and redraws. Where time runs across, places along it are
 * percentages, so that the drawing fits any width from the scene's own upwards.
 */
export function drawChart(svg: SVGSVGElement, scene: Scene, style: ChartStyle): void {
  const { width, height, direction } = scene;
  select(svg)
    .attr('class', `plot ${direction}`)
    .attr('width', direction === 'down' ? width : '100%')
    .attr('height', Math.ceil(height))
    .attr('role', 'group')
    .attr('aria-label', style.words.chart);
  const pen = penFor(scene, style);
  drawQuiet(layer(svg, 'quiet'), pen);
  drawLanes(layer(svg, 'lanes'), pen);
  drawGrid(layer(svg, 'grid'), pen);
  drawArcs(svg, pen);
  drawBars(layer(svg, 'bars'), pen);
  drawMarks(layer(svg, 'marks'), pen);
  drawAxis(layer(svg, 'axis'), pen);
}

function drawQuiet(group: SVGElement, pen: Pen): void {
  const { quiet, height, top } = pen.scene;
  join(
    group,
    'rect',
    quiet,
    ({ id }) => id,
    () => append(group, 'rect'),
  )
    .attr('x', ({ from, to }) => edge(pen, from, to - from))
    .attr('width', ({ from, to }) => pen.long(to - from))
    .attr('y', top)
    .attr('height', height - top);
}

function drawLanes(group: SVGElement, pen: Pen): void {
  const { rtl, symbols } = pen.style;
  const aside = (x: number) => (rtl ? -x : x);
  const zoom = zoomOf(pen);
  const lane = join(group, 'svg', pen.scene.lanes, ({ id }) => id, makeLane)
    .attr('class', ({ kind }) => (kind === undefined ? 'lane' : `lane hue-${String(kind)}`))
    .attr('x', rtl ? '100%' : null);
  lane
    .select('line')
    .attr('x1', ({ nameX }) => aside(nameX))
    .attr('x2', rtl ? '-100%' : '100%')
    .attr('y1', ({ y }) => y)
    .attr('y2', ({ y }) => y);
  lane
    .select('path')
    .attr('class', ({ shape }) => `symbol ${shape ?? ''}`)
    .attr('d', ({ shape }) => (shape ? symbols[shape].minor : null))
    .attr(
      'transform',
      ({ nameX, nameY }) =>
        `translate(${aside(nameX + 8 * zoom)},${nameY - BASELINE * zoom})${scaled(zoom)}`,
    );
  lane.each(function (one) {
    drawName(this.querySelector('text'), one, aside, zoom);
  });
}

/** The lines of a lane's name, and how many events it has after the last of them. */
function drawName(
  text: SVGElement | null,
  { lines, nameX, nameY, kind, count }: SceneLane,
  aside: (x: number) => number,
  zoom: number,
): void {
  if (!text) return;
  text.setAttribute('y', String(nameY));
  const x = aside(nameX + (kind === undefined ? 0 : NAME_SYMBOL * zoom));
  const names = lines.map((line, index) => ({ line, index, role: 'lane-name' }));
  const counts = lines[0] === '' ? [] : [{ line: String(count), index: 0, role: 'lane-count' }];
  join(
    text,
    'tspan',
    [...names, ...counts],
    ({ role, index }) => role + String(index),
    (parent) => append(parent, 'tspan'),
  )
    .attr('class', ({ role }) => role)
    .attr('x', ({ role }) => (role === 'lane-name' ? x : null))
    .attr('dx', ({ role }) => (role === 'lane-count' ? '0.5em' : null))
    .attr('dy', ({ index }) => (index > 0 ? NAME_LINE : null))
    .text(({ line }) => line);
}

function makeLane(group: SVGElement): SVGSVGElement {
  const lane = append(group, 'svg');
  append(lane, 'line');
  append(lane, 'path', { 'aria-hidden': 'true' });
  append(lane, 'text');
  return lane;
}
