import { fill } from '../../model/fill.ts';
import { select } from 'd3-selection';
import type { Shape } from '../../model/schema.ts';
import { NAME_SYMBOL } from '../layout/across.ts';
import { BASELINE } from '../layout/measure.ts';
import type { Scene, SceneArc, SceneBar, SceneLane, SceneMark } from '../layout/scene.ts';
import type { Tick } from '../layout/ticks.ts';
import { append, join, layer, type Items } from './join.ts';
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

/** Half the side of a target, in pixels, for which the symbols' outlines are made. */
const TARGET = 12;
/** Height of a line of a lane's name, in parts of its font size. */
const NAME_LINE = '1.23em';

/** A length along the line of text, in the markup's form. */
type Place = (x: number) => string;

/** What the parts of a drawing share. */
interface Pen {
  scene: Scene;
  style: ChartStyle;
  /** Where something stands along the line. */
  at: Place;
  /** How long something is along the line. */
  long: Place;
}

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
  drawMinor(layer(svg, 'axis-minor'), pen);
  drawMajor(layer(svg, 'axis-major'), pen);
  drawArcs(svg, pen);
  drawBars(layer(svg, 'bars'), pen);
  drawMarks(layer(svg, 'marks'), pen);
}

function penFor(scene: Scene, style: ChartStyle): Pen {
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
function edge({ at, style }: Pen, x: number, width: number): string {
  return at(style.rtl ? x + width : x);
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
  const zoom = pen.scene.half / TARGET;
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

/** Symbols grow with the text. */
function scaled(zoom: number): string {
  return zoom === 1 ? '' : `scale(${zoom})`;
}

function makeLane(group: SVGElement): SVGSVGElement {
  const lane = append(group, 'svg');
  append(lane, 'line');
  append(lane, 'path', { 'aria-hidden': 'true' });
  append(lane, 'text');
  return lane;
}

function drawMinor(group: SVGElement, pen: Pen): void {
  const { axis, top } = pen.scene;
  const tick = drawTicks(group, axis.minor);
  placeLine(tick, pen, top * 0.7, top);
  placeText(tick, pen, top - 6);
}

function drawMajor(group: SVGElement, pen: Pen): void {
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

/** Arcs need lengths of one kind: they have a coordinate system of their own, stretched as needed. */
function drawArcs(svg: SVGSVGElement, { scene, style }: Pen): void {
  const { width, height, direction, arcs } = scene;
  const place = svg.querySelector<SVGSVGElement>(':scope > svg.arcs') ?? makeArcs(svg);
  const stretched = direction === 'across';
  select(place)
    .attr('viewBox', stretched ? `0 0 ${String(width)} ${String(height)}` : null)
    .attr('preserveAspectRatio', stretched ? 'none' : null)
    .attr('height', height);
  const flip = (x: number) => (style.rtl ? width - x : x);
  join(
    place,
    'path',
    arcs,
    ({ id }) => id,
    (group) => append(group, 'path', { 'aria-hidden': 'true' }),
  ).attr('d', (arc) => (stretched ? arcAcross(arc, flip) : arcDown(arc, flip)));
}

function makeArcs(svg: SVGSVGElement): SVGSVGElement {
  return append(svg, 'svg', { class: 'arcs', width: '100%' });
}

function arcAcross({ from, to, aside }: SceneArc, flip: (x: number) => number): string {
  const [x1, x2] = [flip(from.x), flip(to.x)];
  if (aside !== 0) {
    const bend = flip((aside < 0 ? Math.min : Math.max)(from.x, to.x) + aside);
    return `M${x1},${from.y}C${bend},${from.y} ${bend},${to.y} ${x2},${to.y}`;
  }
  const bend = (from.y + to.y) / 2;
  return `M${x1},${from.y}C${x1},${bend} ${x2},${bend} ${x2},${to.y}`;
}

function arcDown({ from, to }: SceneArc, flip: (x: number) => number): string {
  const bulge = Math.min(from.x - 16, 18 + Math.abs(to.y - from.y) / 14);
  const [x, bend] = [flip(from.x - 9), flip(from.x - 9 - bulge)];
  return `M${x},${from.y}C${bend},${from.y} ${bend},${to.y} ${x},${to.y}`;
}

function drawBars(group: SVGElement, pen: Pen): void {
  const { bars, direction } = pen.scene;
  const key = ({ id, part }: SceneBar) => `${id} ${part}`;
  join(group, 'rect', bars, key, () => append(group, 'rect'))
    .attr('class', ({ hue }) => `hue-${hue}`)
    .attr('x', ({ x, width }) => edge(pen, x, width))
    .attr('width', ({ width }) => pen.long(width))
    .attr('y', ({ y }) => y)
    .attr('height', ({ height }) => height)
    .attr('mask', ({ part }) => maskOf(part, direction, pen.style.rtl));
}

/** The mask with which a part of a bar fades, towards its own end. */
function maskOf(
  part: SceneBar['part'],
  direction: Scene['direction'],
  rtl: boolean,
): string | null {
  if (part === 'middle') return null;
  if (direction === 'down') return 'url(#fade-down)';
  return (part === 'start') === rtl ? 'url(#fade-out)' : 'url(#fade-in)';
}

function drawMarks(group: SVGElement, pen: Pen): void {
  const { half } = pen.scene;
  const mark = join(group, 'svg', pen.scene.marks, ({ id }) => id, makeMark)
    .attr('class', markClass)
    .attr('x', ({ x }) => pen.at(x))
    .attr('y', ({ y }) => y);
  mark
    .select('a')
    .attr('href', ({ event, members }) => (members.length > 1 ? `#event-${event.id}` : event.href))
    .attr('aria-label', (one) => nameOf(one, pen.style));
  mark
    .select('rect')
    .attr('x', -half)
    .attr('y', -half)
    .attr('width', 2 * half)
    .attr('height', 2 * half);
  mark
    .select('path')
    .attr('class', ({ kind, members }) => `symbol ${members.length > 1 ? 'cluster' : kind.shape}`)
    .attr('transform', scaled(half / TARGET) || null)
    .attr('d', (one) => outlineOf(one, pen.style));
  mark.each(function (one) {
    drawText(this.querySelector<SVGAElement>('a'), one, pen.style);
  });
}

function markClass({ hue, event, members, selected }: SceneMark): string {
  const states = [
    event.major && 'major',
    event.uncertain && members.length === 1 && 'uncertain',
    selected && 'selected',
  ];
  return ['mark', `hue-${String(hue)}`, ...states.filter((state) => state !== false)].join(' ');
}

function makeMark(group: SVGElement): SVGSVGElement {
  const mark = append(group, 'svg');
  const link = append(mark, 'a');
  append(link, 'rect', { class: 'target' });
  append(link, 'path');
  return mark;
}

/** One `<text>` for each line at the mark. */
function drawText(
  link: SVGElement | null,
  { lines, event: { label } }: SceneMark,
  { rtl }: ChartStyle,
): void {
  if (!link) return;
  join(
    link,
    'text',
    lines,
    ({ role, dy }) => `${role}${String(dy)}`,
    (parent) => append(parent, 'text'),
  )
    // What is cut short is told by the tip.
    .attr('class', ({ role, text }) =>
      role === 'label' && text.endsWith('…') && !label.endsWith(text) ? 'label cut' : role,
    )
    .attr('text-anchor', ({ anchor }) => (anchor === 'start' ? null : anchor))
    .attr('x', ({ dx }) => (rtl ? -dx : dx))
    .attr('y', ({ dy }) => dy)
    // The space parts the lines for those who hear them.
    .text(({ text }, index) => (index < lines.length - 1 ? `${text} ` : text));
}

function outlineOf({ kind, event, members }: SceneMark, { symbols }: ChartStyle): string {
  if (members.length > 1) return symbols.cluster;
  return event.major ? symbols[kind.shape].major : symbols[kind.shape].minor;
}

function nameOf({ event, count }: SceneMark, { words }: ChartStyle): string {
  return count === undefined ? event.name : fill(words.cluster, { count, name: event.name });
}
