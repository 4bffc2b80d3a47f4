import { anchorOf, type ChartEvent, type ChartInput, type ChartLane } from './input.ts';
import type { Measure } from './measure.ts';
import { placeInRows, sizeEvent, type Rows, type Sized } from './rows.ts';
import { timeScale, type ScaleKind, type TimeScale } from './scale.ts';
import { ticksOf, type Axis } from './ticks.ts';

/** The space that a chart has, and how it measures text. */
export interface Size {
  /** Pixels of the plot, without the lanes' names where these stand beside it. */
  width: number;
  /** Whether lanes' names stand beside the plot, or above each lane. */
  names: 'beside' | 'above';
  measure: Measure;
}

/** A lane with its place. All lengths are pixels, from the plot's upper left corner. */
export interface SceneLane extends ChartLane {
  y: number;
  height: number;
  /** Left end of its name, negative where it stands beside the plot, and its baseline. */
  nameX: number;
  nameY: number;
}

/** One mark: an event, or a cluster of several. */
export interface SceneMark {
  /** The slug of its (first) event. */
  id: string;
  x: number;
  y: number;
  lane: ChartLane;
  event: ChartEvent;
  /** All its events, in the order of the story; more than one in a cluster. */
  events: ChartEvent[];
  labelSide: 'right' | 'left' | undefined;
}

/** The bar of a mark whose date is a span of time. */
export interface SceneBar {
  id: string;
  from: number;
  to: number;
  y: number;
  lane: ChartLane;
  event: ChartEvent;
}

/** All that is drawn. */
export interface Scene {
  width: number;
  height: number;
  axis: Axis;
  lanes: SceneLane[];
  quiet: { id: number; from: number; to: number }[];
  bars: SceneBar[];
  marks: SceneMark[];
}

/** Height of one row of marks: no target is lower than 24. */
const ROW = 26;
const MAX_ROWS = 4;
export const AXIS_HEIGHT = 52;
const LANE_PADDING = 14;
const NAME_HEIGHT = 22;
/** Room for lanes' names beside the plot. */
export const NAME_WIDTH = 176;
/** A bar shorter than its symbol would be hidden by it. */
const SHORTEST_BAR = 10;

/**
 * Lays the chart out: no two marks, bars or labels overlap, and every event is in exactly one
 * mark. Pure and deterministic.
 */
export function layoutChart(input: ChartInput, scaleKind: ScaleKind, size: Size): Scene {
  const scale = timeScale(input.events, scaleKind, size.width);
  const sized = input.events.map((event) => sizeIn(event, scale, size));
  const scene: Scene = {
    width: size.width,
    height: AXIS_HEIGHT,
    axis: ticksOf(scale, size.width, input.language, size.measure),
    lanes: [],
    quiet: scale.quiet.map(([from, to]) => ({ id: from, from: scale(from), to: scale(to) })),
    bars: [],
    marks: [],
  };
  const order = new Map(input.events.map(({ id }, index) => [id, index]));
  input.lanes.forEach((lane, index) => {
    addLane(
      scene,
      lane,
      placeInRows(
        sized.filter(({ event }) => event.lane === index),
        size.width,
        MAX_ROWS,
      ),
      size,
      order,
    );
  });
  return scene;
}

function sizeIn(event: ChartEvent, scale: TimeScale, { width, measure }: Size): Sized {
  const from = event.earliest === null ? 0 : scale(event.earliest);
  const to = event.latest === null ? width : scale(event.latest);
  const anchor = anchorOf(event);
  const bar = to - from >= SHORTEST_BAR ? { from, to } : undefined;
  return sizeEvent(event, anchor === null ? width / 2 : scale(anchor), bar, measure);
}

function addLane(
  scene: Scene,
  lane: ChartLane,
  { count, marks }: Rows,
  { names }: Size,
  order: ReadonlyMap<string, number>,
): void {
  const above = names === 'above' ? NAME_HEIGHT : 0;
  const top = scene.height;
  const height = above + count * ROW + LANE_PADDING;
  const middle = (row: number) => top + above + LANE_PADDING / 2 + (row + 0.5) * ROW;
  const name =
    names === 'above'
      ? { nameX: 0, nameY: top + 18 }
      : { nameX: -NAME_WIDTH, nameY: middle(0) - 2 };
  scene.lanes.push({ ...lane, y: top, height, ...name });
  for (const mark of marks) {
    const events = [mark, ...mark.others].map(({ event }) => event);
    events.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
    const { event, x, bar, row } = mark;
    const y = middle(row);
    if (bar) scene.bars.push({ id: event.id, ...bar, y, lane, event });
    scene.marks.push({ id: event.id, x, y, lane, event, events, labelSide: mark.labelSide });
  }
  scene.height += height;
}
