import { select, type Selection } from 'd3-selection';
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3-shape';
import type { Shape } from '../../model/schema.ts';
import { LABEL_OFFSET } from '../layout/rows.ts';
import type { Scene, SceneBar, SceneLane, SceneMark } from '../layout/scene.ts';
import type { Tick } from '../layout/ticks.ts';

/** The words that the drawing needs; they come from the site's strings. */
export interface ChartWords {
  /** Names the drawing for those who cannot see it. */
  chart: string;
  /** Names a cluster; `{count}` is filled in. */
  cluster: string;
}

const SYMBOLS: Record<Shape, SymbolType> = {
  circle: symbolCircle,
  ring: symbolCircle,
  square: symbolSquare,
  diamond: symbolDiamond,
  triangle: symbolTriangle,
  wye: symbolWye,
  cross: symbolCross,
  star: symbolStar,
};

/** Areas of symbols in square pixels. */
const AREA = { major: 130, minor: 70 };
/** Height of a bar in pixels. */
const BAR = 8;

type Group<D> = Selection<SVGGElement | SVGSVGElement, D, null, undefined>;

/**
 * Draws a scene into an `<svg>`, adopting what already stands there: the same code draws at build,
 * takes the markup over in the browser, and redraws. Places along the time axis are percentages,
 * so that the drawing fits any width from the scene's own upwards before a script runs.
 */
export function drawChart(svg: SVGSVGElement, scene: Scene, words: ChartWords): void {
  const root = select(svg) as unknown as Group<unknown>;
  root.attr('class', 'plot').attr('width', '100%').attr('height', scene.height);
  root.attr('role', 'group').attr('aria-label', words.chart);
  const percent = (x: number) => `${String(round((x / scene.width) * 100))}%`;
  drawQuiet(layer(root, 'quiet'), scene, percent);
  drawLanes(layer(root, 'lanes'), scene.lanes);
  drawTicks(layer(root, 'axis-minor'), scene.axis.minor, percent, 44);
  drawTicks(layer(root, 'axis-major'), scene.axis.major, percent, 20, scene.height);
  drawBars(layer(root, 'bars'), scene.bars, percent);
  drawMarks(layer(root, 'marks'), scene.marks, percent, words);
}

type Percent = (x: number) => string;

/** Coordinates are rounded: two decimals are finer than any screen, and the markup stays small. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The group of that name, made once. */
function layer(root: Group<unknown>, name: string): Group<unknown> {
  return root
    .selectAll<SVGGElement, string>(`:scope > g.${name}`)
    .data([name])
    .join((enter) => enter.append('g').attr('class', name)) as unknown as Group<unknown>;
}

/** Joins by a key that markup from the build still carries when it has no data yet. */
function keyed<D>(keyOf: (datum: D) => string) {
  return function (this: Element | null, datum: D | undefined): string {
    return datum === undefined ? (this?.getAttribute('data-key') ?? '') : keyOf(datum);
  };
}

function drawQuiet(group: Group<unknown>, { quiet, height }: Scene, percent: Percent): void {
  group
    .selectAll<SVGRectElement, (typeof quiet)[number]>('rect')
    .data(quiet)
    .join('rect')
    .attr('x', ({ from }) => percent(from))
    .attr('width', ({ from, to }) => percent(to - from))
    .attr('y', 52)
    .attr('height', height - 52);
}

function drawLanes(group: Group<unknown>, lanes: readonly SceneLane[]): void {
  const lane = group
    .selectAll<SVGGElement, SceneLane>('g.lane')
    .data(lanes, keyed(({ id }) => id))
    .join((enter) => {
      const made = enter.append('g').attr('class', ({ hue }) => `lane hue-${String(hue)}`);
      made.append('line').attr('x2', '100%');
      made.append('path').attr('aria-hidden', 'true');
      made.append('text').append('tspan').attr('class', 'lane-name');
      made.select('text').append('tspan').attr('class', 'lane-count').attr('dx', 8);
      return made;
    })
    .attr('data-key', ({ id }) => id);
  lane
    .select('line')
    .attr('x1', ({ nameX }) => nameX)
    .attr('y1', ({ y }) => y)
    .attr('y2', ({ y }) => y);
  lane
    .select('path')
    .attr('class', ({ shape }) => `symbol ${shape}`)
    .attr('d', ({ shape }) => symbolPath(shape, AREA.minor))
    .attr('transform', ({ nameX, nameY }) => `translate(${String(nameX + 8)},${String(nameY - 4.5)})`);
  lane
    .select('text')
    .attr('x', ({ nameX }) => nameX + 24)
    .attr('y', ({ nameY }) => nameY);
  lane.select('.lane-name').text(({ label }) => label);
  lane.select('.lane-count').text(({ count }) => count);
}

function drawTicks(group: Group<unknown>, ticks: readonly Tick[], percent: Percent, y: number, lineTo?: number): void {
  const tick = group
    .selectAll<SVGGElement, Tick>('g.tick')
    .data(ticks, keyed(({ instant }) => String(instant)))
    .join((enter) => {
      const made = enter.append('g').attr('class', 'tick').attr('aria-hidden', 'true');
      made.append('line');
      made.append('text');
      return made;
    })
    .attr('data-key', ({ instant }) => instant);
  tick
    .select('line')
    .attr('x1', ({ x }) => percent(x))
    .attr('x2', ({ x }) => percent(x))
    .attr('y1', lineTo === undefined ? 48 : 26)
    .attr('y2', lineTo ?? 52);
  tick.select('text').attr('x', ({ x }) => percent(x)).attr('y', y).text(({ label }) => label);
}

function drawBars(group: Group<unknown>, bars: readonly SceneBar[], percent: Percent): void {
  group
    .selectAll<SVGRectElement, SceneBar>('rect')
    .data(bars, keyed(({ id }) => id))
    .join('rect')
    .attr('data-key', ({ id }) => id)
    .attr('class', ({ lane }) => `hue-${String(lane.hue)}`)
    .attr('x', ({ from }) => percent(from))
    .attr('width', ({ from, to }) => percent(to - from))
    .attr('y', ({ y }) => y - BAR / 2)
    .attr('height', BAR)
    .attr('rx', BAR / 2)
    .attr('mask', ({ event }) => maskOf(event));
}

/** Which ends of a bar fade: where the date is open, and everywhere where it is not exact. */
function maskOf({ earliest, latest, softness }: SceneBar['event']): string | null {
  if (earliest === null) return 'url(#fade-start)';
  if (latest === null) return 'url(#fade-end)';
  return { sharp: null, soft: 'url(#fade-soft)', blurred: 'url(#fade-blurred)' }[softness];
}

function drawMarks(group: Group<unknown>, marks: readonly SceneMark[], percent: Percent, words: ChartWords): void {
  const mark = group
    .selectAll<SVGSVGElement, SceneMark>('svg.mark')
    .data(marks, keyed(({ id }) => id))
    .join((enter) => {
      const made = enter.append('svg');
      const link = made.append('a');
      link.append('rect').attr('class', 'target').attr('x', -12).attr('y', -12).attr('width', 24).attr('height', 24);
      link.append('path');
      link.append('text').attr('y', 4.5);
      return made;
    })
    .attr('data-key', ({ id }) => id)
    .attr('class', ({ event, lane }) => `mark hue-${String(lane.hue)} ${event.major ? 'major' : 'minor'}`)
    .attr('x', ({ x }) => percent(x))
    .attr('y', ({ y }) => y);
  mark
    .select('a')
    .attr('href', ({ event, events }) => (events.length > 1 ? `#event-${event.id}` : event.href))
    .attr('aria-label', ({ event, events }) => nameOf(event.name, events.length, words));
  mark
    .select('path')
    .attr('class', ({ event, lane, events }) => `symbol ${events.length > 1 ? 'cluster' : lane.shape}${event.uncertain ? ' uncertain' : ''}`)
    .attr('d', ({ event, lane, events }) =>
      events.length > 1 ? symbolPath('circle', 330) : symbolPath(lane.shape, event.major ? AREA.major : AREA.minor),
    );
  mark
    .select('text')
    .attr('class', ({ events }) => (events.length > 1 ? 'count' : 'label'))
    .attr('text-anchor', ({ labelSide, events }) => (events.length > 1 ? 'middle' : labelSide === 'left' ? 'end' : null))
    .attr('x', ({ labelSide, events }) => (events.length > 1 ? 0 : labelSide === 'left' ? -LABEL_OFFSET : LABEL_OFFSET))
    .text(({ event, events, labelSide }) => (events.length > 1 ? String(events.length) : labelSide ? event.label : ''));
}

function nameOf(name: string, count: number, { cluster }: ChartWords): string {
  return count > 1 ? cluster.replace('{count}', String(count)).replace('{name}', name) : name;
}

const paths = new Map<string, string>();

/** The outline of a shape with that area, around the origin. */
export function symbolPath(shape: Shape, area: number): string {
  const key = `${shape} ${String(area)}`;
  const path = paths.get(key) ?? symbol(SYMBOLS[shape], area).digits(1)() ?? '';
  paths.set(key, path);
  return path;
}
