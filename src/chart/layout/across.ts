import { segmentsOf, type BarEnd } from './bars.ts';
import { groupInSight, type Group } from './bins.ts';
import { holdsMajor, membersOf, sightsOf, type Columns, type Run, type Sight } from './columns.ts';
import { arcsOf } from './arcs.ts';
import { countLine } from './labels.ts';
import { sharedKind, type ChartEvent } from './input.ts';
import type { Lane } from './lanes.ts';
import { BASELINE, wrap } from './measure.ts';
import {
  BEFORE_LABEL,
  halfTarget,
  placeInRows,
  type Placed,
  type Rows,
  type Sized,
} from './rows.ts';
import type { Plan, Scene, SceneLane, SceneLine, SceneMark, Size } from './scene.ts';
import type { Window } from './scale.ts';
import { ticksOf, type Axis } from './ticks.ts';

/** Height of one row of marks: no target is lower than 24. */
const ROW = 28;
/** Rows of a lane, and of the whole chart where lanes are few. */
const MAX_ROWS = { lane: 5, chart: 16 };
const AXIS_HEIGHT = 52;
const LANE_PADDING = 12;
const NAME_HEIGHT = 22;
/** Height of a line of a lane's name beside the plot. */
const NAME_LINE = 16;
/** Room for the symbol before a lane's name. */
export const NAME_SYMBOL = 20;
/** Room for lanes' names beside the plot. */
export const NAME_WIDTH = 196;
/** How far below a mark's centre its bar lies: under its target and its label. */
const BAR_BELOW = 12.4;
/** Pixels that part two bars of which one begins where the other ends. */
const BETWEEN_BARS = 2;
/** A bar shorter than its symbol says nothing. */
const SHORTEST_BAR = 12;

/** What stands beside the label of a mark that would be earlier or later than the window. */
const POINTERS = { before: '‹ ', after: ' ›' };

/** Lays a frame out with time running across the plot, in lanes. */
export function layoutAcross(
  plan: Plan,
  window: Window,
  selected: number,
): { scene: Scene; rows: number[] } {
  const { input, size, columns, lanes } = plan;
  const groups = groupInSight(columns, window, size);
  const rows = groups.map((lane, index) =>
    rowsOf(lane, columns[index], plan, window, plan.rows[index]),
  );
  const top = AXIS_HEIGHT * size.zoomText;
  const scene: Scene = {
    direction: 'across',
    width: size.width,
    height: top,
    top,
    half: halfTarget(size),
    rail: 0,
    lanes: [],
    bars: [],
    marks: [],
    arcs: [],
    axis: axisOf(plan, window),
    quiet: quietIn(plan, window),
  };
  lanes.lanes.forEach((lane, index) => {
    const placed = rows[index] ?? { count: 1, marks: [] };
    const count = columns[index]?.event.length ?? 0;
    if (count === 0 && lanes.lanes.length > 1) return;
    const shape = lane.kind === undefined ? undefined : input.kinds[lane.kind]?.shape;
    const lines = nameOf(lane, count, size);
    const place = laneAt(scene.height, placed.count, size, lines);
    scene.lanes.push({ ...lane, ...place, shape, count, lines });
    for (const mark of placed.marks) addMark(scene, plan, mark, window, selected);
    scene.height += place.height;
  });
  scene.arcs = arcsOf(scene.marks, plan, selected);
  return { scene, rows: rows.map(({ count }) => count) };
}

/** How many rows of marks have room in a plot of that height, if all are in one lane: at least one. */
export function rowsWithin(height: number): number {
  return Math.max(1, Math.floor((height - AXIS_HEIGHT - LANE_PADDING) / ROW));
}

/** Pixels from the left edge at which a share of the story lies. */
function toX(share: number, [from, to]: Window, width: number): number {
  return ((share - from) / (to - from)) * width;
}

/** The axis of a window. */
export function axisOf({ size, scale, input }: Plan, window: Window): Axis {
  const [start, end] = window.map(scale.toInstant) as [number, number];
  return ticksOf({
    start,
    end,
    toX: (instant) => toX(scale.toShare(instant), window, size.width),
    width: size.width,
    language: input.language,
    measure: size.measure,
  });
}

function quietIn({ size, scale }: Plan, window: Window): Scene['quiet'] {
  return scale.quiet.flatMap(([from, to]) => {
    const [left, right] = [from, to].map((share) =>
      Math.min(Math.max(0, toX(share, window, size.width)), size.width),
    ) as [number, number];
    return right > left ? [{ id: String(from), from: left, to: right }] : [];
  });
}

/** All rows where the whole story is in sight; as many as that took where a part of it is. */
function rowsOf(
  groups: readonly Group[],
  lane: Columns | undefined,
  plan: Plan,
  window: Window,
  planned: number | undefined,
): Rows {
  if (!lane) return { count: 1, marks: [] };
  const sized = groups.flatMap(({ runs, crowded, centre }): Sized[] =>
    crowded
      ? [clusterOf(lane, runs, centre, plan)]
      : sightsOf(lane, runs).map((sight) => sizedOf(sight, window, plan)),
  );
  const most = Math.max(MAX_ROWS.lane, Math.floor(MAX_ROWS.chart / plan.lanes.lanes.length));
  return placeInRows(sized, plan.size.width, {
    minRows: planned ?? 1,
    maxRows: planned ?? most,
  });
}

function clusterOf(lane: Columns, runs: readonly Run[], x: number, { size }: Plan): Sized {
  return {
    members: membersOf(lane, runs),
    x,
    half: halfTarget(size),
    beyond: undefined,
    bar: undefined,
    labelWidth: 0,
    major: holdsMajor(lane, runs),
  };
}

/** A mark at an end of the plot, or of what is beyond that, stays whole at the edge. */
function sizedOf(sight: Sight, window: Window, { input, size, labelOf }: Plan): Sized {
  const { width } = size;
  const half = halfTarget(size);
  const beyond = sight.at < window[0] ? 'before' : sight.at > window[1] ? 'after' : undefined;
  const inside = (share: number, edge: number) =>
    Math.min(Math.max(edge, toX(share, window, width)), width - edge);
  // Two that follow one another at once are still two.
  const [from, to] = [inside(sight.from, 0), inside(sight.to, 0) - BETWEEN_BARS];
  return {
    members: [sight.event],
    x: inside(sight.at, half),
    half,
    beyond,
    bar: to - from >= SHORTEST_BAR ? { from, to } : undefined,
    labelWidth: labelOf(sight.event).width + (beyond ? size.measure(POINTERS[beyond], true) : 0),
    major: input.events[sight.event]?.major ?? false,
  };
}

/** The name of a lane in lines: two beside the plot, where a row has room for them, else one. */
function nameOf({ label, kind }: Lane, count: number, size: Size): string[] {
  const { measure, names, width, zoomText } = size;
  const beside = names === 'beside';
  const symbol = kind === undefined ? 0 : NAME_SYMBOL * zoomText;
  const room = (beside ? NAME_WIDTH : width) - symbol - measure(` ${String(count)}`, false);
  return wrap(label, room, true, measure, beside ? 2 : 1);
}

function laneAt(
  y: number,
  rows: number,
  { names, zoomText }: Size,
  lines: readonly string[],
): Pick<SceneLane, 'y' | 'height' | 'firstRow' | 'nameX' | 'nameY'> {
  const above = names === 'above' && lines[0] !== '' ? NAME_HEIGHT * zoomText : 0;
  const firstRow = y + above + LANE_PADDING / 2 + (ROW / 2) * zoomText;
  const height = above + rows * ROW * zoomText + LANE_PADDING;
  if (names === 'above') return { y, height, firstRow, nameX: 0, nameY: y + 18 * zoomText };
  const nameY = firstRow + BASELINE * zoomText - ((lines.length - 1) * NAME_LINE * zoomText) / 2;
  return { y, height, firstRow, nameX: -NAME_WIDTH, nameY };
}

function addMark(scene: Scene, plan: Plan, placed: Placed, window: Window, selected: number): void {
  const { input, size } = plan;
  const lane = scene.lanes.length - 1;
  const { firstRow = 0 } = scene.lanes[lane] ?? {};
  const { members } = placed;
  const [first = 0] = members;
  const event = input.events[first];
  const kind = event && input.kinds[event.kind];
  if (!event || !kind) return;
  const y = firstRow + placed.row * ROW * size.zoomText;
  const count = members.length > 1 ? plan.countOf(members.length) : undefined;
  const mark: SceneMark = {
    id: event.id,
    x: placed.x,
    y,
    lane,
    kind,
    hue: sharedKind(members, input),
    event,
    members,
    count: count?.full,
    selected: members.includes(selected),
    beyond: count ? undefined : placed.beyond,
    reach: undefined,
    lines: count ? [countLine(count, size)] : labelLines(placed, plan),
  };
  scene.marks.push(mark);
  const { bar } = placed;
  if (!bar || count) return;
  const ends = endsOf(event, plan, window);
  scene.bars.push(...segmentsOf(event, bar, ends, y + BAR_BELOW * size.zoomText));
}

/** Where an event's extent begins and ends; an open one does where the story ends. */
function endsOf(
  { earliest, latest, within: [begins, ends] = [0, 0] }: ChartEvent,
  { scale, size }: Plan,
  [from, to]: Window,
): [BarEnd, BarEnd] {
  const first = earliest === null ? 0 : scale.toShare(earliest);
  const last = latest === null ? 1 : scale.toShare(latest);
  const begun = earliest === null ? 0 : scale.toShare(earliest + begins);
  const ending = latest === null ? 1 : scale.toShare(latest - ends);
  const unit = size.width / (to - from);
  return [
    { seen: first >= from, within: (begun - first) * unit },
    { seen: last <= to, within: (last - ending) * unit },
  ];
}

function labelLines(placed: Placed, { labelOf, size }: Plan): SceneLine[] {
  const { members, half, labelSide, beyond } = placed;
  const [event] = members;
  if (!labelSide || event === undefined) return [];
  const dx = half + BEFORE_LABEL;
  const place =
    labelSide === 'left' ? { dx: -dx, anchor: 'end' as const } : { dx, anchor: 'start' as const };
  const { text, cut } = labelOf(event);
  const pointed = beyond === 'before' ? POINTERS.before + text : text + POINTERS.after;
  const written = beyond ? pointed : text;
  return [{ text: written, role: 'label', cut, dy: BASELINE * size.zoomText, ...place }];
}
