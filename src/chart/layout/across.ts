import { groupInSight, type Group } from './bins.ts';
import type { Sight } from './columns.ts';
import { arcsOf } from './arcs.ts';
import { LABEL_OFFSET, placeInRows, type Labelled, type Rows, type Sized } from './rows.ts';
import type { Plan, Scene, SceneLane, SceneLine, SceneMark, Size } from './scene.ts';
import type { Window } from './scale.ts';
import { ticksOf } from './ticks.ts';

/** Height of one row of marks: no target is lower than 24. */
const ROW = 26;
/** Rows of a lane, and of the whole chart where lanes are few. */
const MAX_ROWS = { lane: 4, chart: 16 };
const AXIS_HEIGHT = 52;
const LANE_PADDING = 12;
const NAME_HEIGHT = 22;
/** Room for lanes' names beside the plot. */
export const NAME_WIDTH = 196;
const BAR = 8;
/** A bar shorter than its symbol would be hidden by it. */
const SHORTEST_BAR = 12;

/** Lays a frame out with time running across the plot, in lanes. */
export function layoutAcross(
  plan: Plan,
  window: Window,
  selected: string | undefined,
): { scene: Scene; rows: number[] } {
  const { input, size, columns, lanes } = plan;
  const groups = groupInSight(columns, window, size.width);
  const rows = groups.map((lane, index) => rowsOf(lane, plan, window, plan.rows[index]));
  const top = AXIS_HEIGHT * size.zoomText;
  const scene: Scene = {
    direction: 'across',
    width: size.width,
    height: top,
    top,
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
    const place = laneAt(scene.height, placed.count, size, lane.label !== '');
    const shape = lane.kind === undefined ? undefined : input.kinds[lane.kind]?.shape;
    scene.lanes.push({ ...lane, ...place, shape, count });
    for (const mark of placed.marks) addMark(scene, plan, mark, index, place, selected);
    scene.height += place.height;
  });
  scene.arcs = arcsOf(scene.marks, plan.input, selected);
  return { scene, rows: rows.map(({ count }) => count) };
}

/** Pixels from the left edge at which a share of the story lies. */
function toX(share: number, [from, to]: Window, width: number): number {
  return ((share - from) / (to - from)) * width;
}

function axisOf({ size, scale, input }: Plan, window: Window) {
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
  plan: Plan,
  window: Window,
  planned: number | undefined,
): Rows {
  const { input, size } = plan;
  const sized = groups.flatMap(({ sights, crowded, centre }): Sized[] =>
    crowded
      ? [clusterOf(sights, centre, plan)]
      : sights.map((sight) => sizedOf(sight, window, size, input.events[sight.event])),
  );
  const most = Math.max(MAX_ROWS.lane, Math.floor(MAX_ROWS.chart / plan.lanes.lanes.length));
  return placeInRows(sized, size.width, { minRows: planned ?? 1, maxRows: planned ?? most });
}

function clusterOf(sights: readonly Sight[], x: number, { input }: Plan): Sized {
  const members = sights.map(({ event }) => event);
  const major = members.some((member) => input.events[member]?.major);
  return { members, x, bar: undefined, labelWidth: 0, major };
}

function sizedOf(
  sight: Sight,
  window: Window,
  { width, measure }: Size,
  event: Plan['input']['events'][number] | undefined,
): Sized {
  const inside = (share: number) => Math.min(Math.max(0, toX(share, window, width)), width);
  const [from, to] = [inside(sight.from), inside(sight.to)];
  return {
    members: [sight.event],
    x: inside(sight.at),
    bar: to - from >= SHORTEST_BAR ? { from, to } : undefined,
    labelWidth: measure(event?.label ?? '', event?.major ?? false),
    major: event?.major ?? false,
  };
}

function laneAt(
  y: number,
  rows: number,
  { names, zoomText }: Size,
  named: boolean,
): Pick<SceneLane, 'y' | 'height' | 'nameX' | 'nameY'> {
  const above = names === 'above' && named ? NAME_HEIGHT * zoomText : 0;
  const height = above + rows * ROW * zoomText + LANE_PADDING;
  if (names === 'above') return { y, height, nameX: 0, nameY: y + 18 * zoomText };
  return { y, height, nameX: -NAME_WIDTH, nameY: y + LANE_PADDING / 2 + ROW / 2 + 4.5 };
}

function addMark(
  scene: Scene,
  plan: Plan,
  placed: Labelled,
  lane: number,
  place: { y: number; height: number },
  selected: string | undefined,
): void {
  const { input, size, lanes } = plan;
  const members = [...placed.members].sort((a, b) => a - b);
  const event = input.events[members[0] ?? 0];
  const kind = event && input.kinds[event.kind];
  if (!event || !kind) return;
  const named =
    size.names === 'above' && lanes.lanes[lane]?.label ? NAME_HEIGHT * size.zoomText : 0;
  const y = place.y + named + LANE_PADDING / 2 + (placed.row + 0.5) * ROW * size.zoomText;
  const mark: SceneMark = {
    id: event.id,
    x: placed.x,
    y,
    lane,
    kind,
    hue: event.kind,
    event,
    members,
    selected: members.some((member) => input.events[member]?.id === selected),
    lines: linesOf(placed, event.label),
  };
  scene.marks.push(mark);
  const { bar } = placed;
  if (bar && members.length === 1) {
    scene.bars.push({
      id: event.id,
      x: bar.from,
      width: bar.to - bar.from,
      y: y - BAR / 2,
      height: BAR,
      hue: event.kind,
      event,
    });
  }
}

function linesOf({ members, labelSide }: Labelled, label: string): SceneLine[] {
  if (members.length > 1) {
    return [{ text: String(members.length), role: 'count', dx: 0, dy: 4.5, anchor: 'middle' }];
  }
  if (!labelSide) return [];
  const [dx, anchor] =
    labelSide === 'left' ? ([-LABEL_OFFSET, 'end'] as const) : ([LABEL_OFFSET, 'start'] as const);
  return [{ text: label, role: 'label', dx, dy: 4.5, anchor }];
}
