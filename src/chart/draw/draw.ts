import { LABEL_OFFSET } from '../layout/rows.ts';
import {
  AXIS_HEIGHT,
  type Scene,
  type SceneBar,
  type SceneLane,
  type SceneMark,
} from '../layout/scene.ts';
import type { Tick } from '../layout/ticks.ts';
import { append, join, layer } from './join.ts';
import { AREA, symbolPath } from './symbols.ts';

/** The words that the drawing needs; they come from the site's strings. */
export interface ChartWords {
  /** Names the drawing for those who cannot see it. */
  chart: string;
  /** Names a cluster; `{count}` and `{name}`, its first event's, are filled in. */
  cluster: string;
}

/** Height of a bar in pixels. */
const BAR = 8;
/** Half the side of a mark's target in pixels. */
const TARGET = 12;

/** Turns pixels along the time axis into a share of the plot. */
type Percent = (x: number) => string;

/**
 * Draws a scene into an `<svg>`, adopting what already stands there: the same code draws at build,
 * takes the markup over in the browser, and redraws. Places along the time axis are percentages,
 * so that the drawing fits any width from the scene's own upwards before a script runs.
 */
export function drawChart(svg: SVGSVGElement, scene: Scene, words: ChartWords): void {
  const attributes = { class: 'plot', width: '100%', height: scene.height, role: 'group' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  svg.setAttribute('aria-label', words.chart);
  const percent: Percent = (x) => `${String(Math.round((x / scene.width) * 1e4) / 100)}%`;
  const { axis, height } = scene;
  drawQuiet(layer(svg, 'quiet'), scene, percent);
  drawLanes(layer(svg, 'lanes'), scene.lanes);
  drawTicks(layer(svg, 'axis-minor'), axis.minor, percent, { text: 46, from: 36, to: AXIS_HEIGHT });
  drawTicks(layer(svg, 'axis-major'), axis.major, percent, { text: 22, from: 8, to: height });
  drawBars(layer(svg, 'bars'), scene.bars, percent);
  drawMarks(layer(svg, 'marks'), scene.marks, percent, words);
}

function drawQuiet(group: SVGElement, { quiet, height }: Scene, percent: Percent): void {
  join(
    group,
    'rect',
    quiet,
    ({ id }) => id,
    () => append(group, 'rect'),
  )
    .attr('x', ({ from }) => percent(from))
    .attr('width', ({ from, to }) => percent(to - from))
    .attr('y', AXIS_HEIGHT)
    .attr('height', height - AXIS_HEIGHT);
}

function drawLanes(group: SVGElement, lanes: readonly SceneLane[]): void {
  const lane = join(group, 'g', lanes, ({ id }) => id, makeLane);
  lane.attr('class', ({ hue }) => `lane hue-${String(hue)}`);
  lane
    .select('line')
    .attr('x1', ({ nameX }) => nameX)
    .attr('y1', ({ y }) => y)
    .attr('y2', ({ y }) => y);
  lane
    .select('path')
    .attr('class', ({ shape }) => `symbol ${shape}`)
    .attr('d', ({ shape }) => symbolPath(shape, AREA.minor))
    .attr(
      'transform',
      ({ nameX, nameY }) => `translate(${String(nameX + 8)},${String(nameY - 4.5)})`,
    );
  lane
    .select('.lane-name')
    .attr('x', ({ nameX }) => nameX + 24)
    .attr('y', ({ nameY }) => nameY)
    .text(({ label }) => label);
  // Beside the plot there is room for the count under the name; above a lane it follows it.
  lane
    .select('.lane-count')
    .attr('x', ({ nameX }) => (nameX < 0 ? nameX + 24 : null))
    .attr('dx', ({ nameX }) => (nameX < 0 ? null : 8))
    .attr('dy', ({ nameX }) => (nameX < 0 ? 15 : null))
    .text(({ count }) => count);
}

function makeLane(group: SVGElement): SVGGElement {
  const lane = append(group, 'g');
  append(lane, 'line', { x2: '100%' });
  append(lane, 'path', { 'aria-hidden': 'true' });
  const text = append(lane, 'text');
  append(text, 'tspan', { class: 'lane-name' });
  append(text, 'tspan', { class: 'lane-count' });
  return lane;
}

/** Where a tick's text and line stand, in pixels from the top. */
interface TickPlace {
  text: number;
  from: number;
  to: number;
}

function drawTicks(
  group: SVGElement,
  ticks: readonly Tick[],
  percent: Percent,
  place: TickPlace,
): void {
  const tick = join(group, 'g', ticks, ({ instant }) => instant, makeTick);
  tick
    .select('line')
    .attr('x1', ({ x }) => percent(x))
    .attr('x2', ({ x }) => percent(x))
    .attr('y1', place.from)
    .attr('y2', place.to);
  tick
    .select('text')
    .attr('x', ({ x }) => percent(x))
    .attr('y', place.text)
    .text(({ label }) => label);
}

function makeTick(group: SVGElement): SVGGElement {
  const tick = append(group, 'g', { class: 'tick', 'aria-hidden': 'true' });
  append(tick, 'line');
  append(tick, 'text', { dx: 4 });
  return tick;
}

function drawBars(group: SVGElement, bars: readonly SceneBar[], percent: Percent): void {
  join(
    group,
    'rect',
    bars,
    ({ id }) => id,
    () => append(group, 'rect', { height: BAR, rx: BAR / 2 }),
  )
    .attr('class', ({ lane }) => `hue-${String(lane.hue)}`)
    .attr('x', ({ from }) => percent(from))
    .attr('width', ({ from, to }) => percent(to - from))
    .attr('y', ({ y }) => y - BAR / 2)
    .attr('mask', ({ event }) => maskOf(event));
}

/** Which ends of a bar fade: where the date is open, and everywhere where it is not exact. */
function maskOf({ earliest, latest, softness }: SceneBar['event']): string | null {
  if (earliest === null) return 'url(#fade-start)';
  if (latest === null) return 'url(#fade-end)';
  return { sharp: null, soft: 'url(#fade-soft)', blurred: 'url(#fade-blurred)' }[softness];
}

function drawMarks(
  group: SVGElement,
  marks: readonly SceneMark[],
  percent: Percent,
  words: ChartWords,
): void {
  const mark = join(group, 'svg', marks, ({ id }) => id, makeMark)
    .attr(
      'class',
      ({ event, lane }) => `mark hue-${String(lane.hue)} ${event.major ? 'major' : 'minor'}`,
    )
    .attr('x', ({ x }) => percent(x))
    .attr('y', ({ y }) => y);
  mark
    .select('a')
    .attr('href', ({ event, events }) => (events.length > 1 ? `#event-${event.id}` : event.href))
    .attr('aria-label', (one) => nameOf(one, words));
  mark.select('path').attr('class', symbolClass).attr('d', outline);
  mark
    .select('text')
    .attr('class', ({ events }) => (events.length > 1 ? 'count' : 'label'))
    .attr('text-anchor', ({ events, labelSide }) =>
      events.length > 1 ? 'middle' : labelSide === 'left' ? 'end' : null,
    )
    .attr('x', labelX)
    .text(({ event, events, labelSide }) =>
      events.length > 1 ? String(events.length) : labelSide ? event.label : '',
    );
}

function makeMark(group: SVGElement): SVGSVGElement {
  const mark = append(group, 'svg');
  const link = append(mark, 'a');
  append(link, 'rect', {
    class: 'target',
    x: -TARGET,
    y: -TARGET,
    width: 2 * TARGET,
    height: 2 * TARGET,
  });
  append(link, 'path');
  append(link, 'text', { y: 4.5 });
  return mark;
}

function symbolClass({ events, event, lane }: SceneMark): string {
  if (events.length > 1) return 'symbol cluster';
  return `symbol ${lane.shape}${event.uncertain ? ' uncertain' : ''}`;
}

function outline({ events, event, lane }: SceneMark): string {
  if (events.length > 1) return symbolPath('circle', AREA.cluster);
  return symbolPath(lane.shape, event.major ? AREA.major : AREA.minor);
}

function labelX({ events, labelSide }: SceneMark): number {
  if (events.length > 1) return 0;
  return labelSide === 'left' ? -LABEL_OFFSET : LABEL_OFFSET;
}

function nameOf({ event, events }: SceneMark, { cluster }: ChartWords): string {
  if (events.length === 1) return event.name;
  return cluster.replace('{count}', String(events.length)).replace('{name}', event.name);
}
