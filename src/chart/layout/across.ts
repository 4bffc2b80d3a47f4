import { groupInSight, type Group } from './bins.ts';
import type { Sight } from './columns.ts';
import { arcsOf } from './arcs.ts';
import {
  halfTarget,
  LABEL_OFFSET,
  placeInRows,
  type Placed,
  type Rows,
  type Sized,
} from './rows.ts';
import type { ChartEvent, Softness } from './input.ts';
import type { Plan, Scene, SceneBar, SceneLane, SceneLine, SceneMark, Size } from './scene.ts';
import type { Window } from './scale.ts';
import { ticksOf } from './ticks.ts';

/** Height of one row of marks: no target is lower than 24. */
const ROW = 28;
/** Rows of a lane, and of the whole chart where lanes are few. */
const MAX_ROWS = { lane: 5, chart: 16 };
const AXIS_HEIGHT = 52;
const LANE_PADDING = 12;
const NAME_HEIGHT = 22;
/** Room for lanes' names beside the plot. */
export const NAME_WIDTH = 196;
/** Height of a bar, and how far below the mark's centre it lies: under its target and its label. */
const BAR = { height: 3, below: 12.4 };
/** A bar shorter than its symbol says nothing. */
const SHORTEST_BAR = 12;

/** Lays a frame out with time running across the plot, in lanes. */
export function layoutAcross(
  plan: Plan,
  window: Window,
  selected: string | undefined,
): { scene: Scene; rows: number[] } {
  const { input, size, columns, lanes } = plan;
  const groups = groupInSight(columns, window, size);
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
    for (const mark of placed.marks) addMark(scene, plan, mark, place, selected);
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

function clusterOf(sights: readonly Sight[], x: number, { input, size }: Plan): Sized {
  const members = sights.map(({ event }) => event);
  const major = members.some((member) => input.events[member]?.major);
  return { members, x, half: halfTarget(size), bar: undefined, labelWidth: 0, major };
}

function sizedOf(
  sight: Sight,
  window: Window,
  size: Size,
  event: Plan['input']['events'][number] | undefined,
): Sized {
  const { width, measure } = size;
  const inside = (share: number) => Math.min(Math.max(0, toX(share, window, width)), width);
  const [from, to] = [inside(sight.from), inside(sight.to)];
  return {
    members: [sight.event],
    x: inside(sight.at),
    half: halfTarget(size),
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
  return {
    y,
    height,
    nameX: -NAME_WIDTH,
    nameY: y + LANE_PADDING / 2 + (ROW / 2) * zoomText + 4.5,
  };
}

function addMark(
  scene: Scene,
  plan: Plan,
  placed: Placed,
  place: { y: number; height: number },
  selected: string | undefined,
): void {
  const { input, size } = plan;
  const lane = scene.lanes.length - 1;
  const members = [...placed.members].sort((a, b) => a - b);
  const event = input.events[members[0] ?? 0];
  const kind = event && input.kinds[event.kind];
  if (!event || !kind) return;
  const named =
    size.names === 'above' && scene.lanes[lane]?.label ? NAME_HEIGHT * size.zoomText : 0;
  const y = place.y + named + LANE_PADDING / 2 + (placed.row + 0.5) * ROW * size.zoomText;
  const hue = event.kind;
  const mark: SceneMark = {
    id: event.id,
    x: placed.x,
    y,
    lane,
    kind,
    hue,
    event,
    members,
    selected: members.some((member) => input.events[member]?.id === selected),
    lines: linesOf(placed, event.label),
  };
  scene.marks.push(mark);
  const { bar } = placed;
  if (!bar || members.length > 1) return;
  scene.bars.push(...segmentsOf(event, hue, { ...bar, y: y + BAR.below * size.zoomText }));
}

function linesOf({ members, labelSide }: Placed, label: string): SceneLine[] {
  if (members.length > 1) {
    return [{ text: String(members.length), role: 'count', dx: 0, dy: 4.5, anchor: 'middle' }];
  }
  if (!labelSide) return [];
  const [dx, anchor] =
    labelSide === 'left' ? ([-LABEL_OFFSET, 'end'] as const) : ([LABEL_OFFSET, 'start'] as const);
  return [{ text: label, role: 'label', dx, dy: 4.5, anchor }];
}

/** Pixels over which an end fades: what is not exact a little, what is open far. */
const FADES: Record<Softness, number> = { sharp: 0, soft: 9, blurred: 28, open: 64 };

/** A bar in up to three parts: its start, if that fades, its middle, and its end. */
function segmentsOf(
  event: ChartEvent,
  hue: number,
  { from, to, y }: { from: number; to: number; y: number },
): SceneBar[] {
  const half = (to - from) / 2;
  const [start, end] = event.ends.map((softness) => Math.min(FADES[softness], half)) as [
    number,
    number,
  ];
  const part = (name: SceneBar['part'], x: number, width: number): SceneBar[] =>
    width > 0 ? [{ id: event.id, part: name, x, width, y, height: BAR.height, hue }] : [];
  return [
    ...part('start', from, start),
    ...part('middle', from + start, to - from - start - end),
    ...part('end', to - end, end),
  ];
}
