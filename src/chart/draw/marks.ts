import { select } from 'd3-selection';
import { fill } from '../../model/fill.ts';
import type { Scene, SceneArc, SceneBar, SceneLine, SceneMark } from '../layout/scene.ts';
import type { ChartStyle } from './draw.ts';
import { append, join } from './join.ts';
import { edge, scaled, zoomOf, type Pen } from './pen.ts';

/** Arcs need lengths of one kind: they have a coordinate system of their own, stretched as needed. */
export function drawArcs(svg: SVGSVGElement, { scene, style }: Pen): void {
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

/** Pixels by which a line within a row rises. */
const BOW = 24;

function arcAcross({ from, to, aside }: SceneArc, flip: (x: number) => number): string {
  const [x1, x2] = [flip(from.x), flip(to.x)];
  if (aside !== 0) {
    const bend = flip((aside < 0 ? Math.min : Math.max)(from.x, to.x) + aside);
    return `M${x1},${from.y}C${bend},${from.y} ${bend},${to.y} ${x2},${to.y}`;
  }
  // Between two marks of one row a straight line would run through what stands between them.
  const bend = (from.y + to.y) / 2 - (from.y === to.y ? BOW : 0);
  return `M${x1},${from.y}C${x1},${bend} ${x2},${bend} ${x2},${to.y}`;
}

function arcDown({ from, to }: SceneArc, flip: (x: number) => number): string {
  const bulge = Math.min(from.x - 16, 18 + Math.abs(to.y - from.y) / 14);
  const [x, bend] = [flip(from.x - 9), flip(from.x - 9 - bulge)];
  return `M${x},${from.y}C${bend},${from.y} ${bend},${to.y} ${x},${to.y}`;
}

/** Draws the spans of time of marks, whose ends fade where these are not exact. */
export function drawBars(group: SVGElement, pen: Pen): void {
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

/** Draws the marks, each a link with its symbol, its target and its lines of text. */
export function drawMarks(group: SVGElement, pen: Pen): void {
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
    .attr('transform', scaled(zoomOf(pen)) || null)
    .attr('d', (one) => outlineOf(one, pen.style));
  mark.each(function (one) {
    drawReach(this.querySelector<SVGAElement>('a'), one, pen);
    drawText(this.querySelector<SVGAElement>('a'), one, pen);
  });
}

function markClass({ hue, event, members, selected, beyond }: SceneMark): string {
  const states = [
    event.major && 'major',
    event.uncertain && members.length === 1 && 'uncertain',
    selected && 'selected',
    beyond && 'beyond',
  ];
  return ['mark', `hue-${String(hue ?? 'mixed')}`, ...states.filter(Boolean)].join(' ');
}

function makeMark(group: SVGElement): SVGSVGElement {
  const mark = append(group, 'svg');
  const link = append(mark, 'a');
  append(link, 'rect', { class: 'target' });
  append(link, 'path');
  return mark;
}

/** What can be tapped beside the target. */
function drawReach(
  link: SVGElement | null,
  { id, reach }: SceneMark,
  { scene: { half }, style: { rtl } }: Pen,
): void {
  if (!link) return;
  join(
    link,
    'rect.reach',
    reach ? [reach] : [],
    () => id,
    (parent) => append(parent, 'rect', { class: 'reach' }),
  )
    .attr('x', ({ width }) => (rtl ? half - width : -half))
    .attr('y', -half)
    .attr('width', ({ width }) => width)
    .attr('height', ({ height }) => height);
}

/** Width that a count has in its ring, in halves of a target. */
const ROOM_IN_RING = 1.5;

/** One `<text>` for each line at the mark. */
function drawText(
  link: SVGElement | null,
  { lines }: SceneMark,
  { scene: { half }, style: { rtl } }: Pen,
): void {
  if (!link) return;
  const isLong = ({ role, text }: SceneLine) => role === 'count' && text.length > 2;
  join(
    link,
    'text',
    lines,
    ({ role, dy }) => `${role}${String(dy)}`,
    (parent) => append(parent, 'text'),
  )
    .attr('class', ({ role, cut }) => (cut ? `${role} cut` : role))
    .attr('text-anchor', ({ anchor }) => (anchor === 'start' ? null : anchor))
    .attr('x', ({ dx }) => (rtl ? -dx : dx))
    .attr('y', ({ dy }) => dy)
    // Three digits are drawn as narrow as the ring, whatever the font.
    .attr('textLength', (line) => (isLong(line) ? ROOM_IN_RING * half : null))
    .attr('lengthAdjust', (line) => (isLong(line) ? 'spacingAndGlyphs' : null))
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
