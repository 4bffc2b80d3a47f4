import { arcsOf } from './arcs.ts';
import { inSight, type Sight } from './columns.ts';
import { wrap } from './measure.ts';
import type { Plan, Scene, SceneLine, SceneMark } from './scene.ts';
import type { Window } from './scale.ts';

/** Pixels from the start of the line: the rail of marks, and the text beside it. */
const RAIL = 60;
const TEXT = 82;
const DATE_HEIGHT = 18;
const LINE_HEIGHT = 21;
const ROW_PADDING = 14;
const MOST_LINES = 3;
/** Pixels that the longest pause between two events adds. */
const LONGEST_PAUSE = 40;
/** No more marks than this; what is more becomes clusters of neighbours. */
const MOST_MARKS = 120;
const BAR = 8;
/** Titles here are set in the serif, larger than the chart's labels. */
const TITLE_SIZE = 1.08;

/**
 * Lays a frame out with time running down the page: one mark a line, in the order of the story,
 * with the pauses between them in proportion up to a bound.
 */
export function layoutDown(plan: Plan, window: Window, selected: string | undefined): Scene {
  const { size, scale, columns } = plan;
  const sights = columns.flatMap((lane) => inSight(lane, window)).sort((a, b) => a.event - b.event);
  const scene: Scene = {
    direction: 'down',
    width: size.width,
    height: 12,
    top: 0,
    lanes: [],
    quiet: [],
    bars: [],
    marks: [],
    arcs: [],
    axis: { major: [], minor: [] },
  };
  const each = Math.max(1, Math.ceil(sights.length / MOST_MARKS));
  let year = '';
  let before: number | undefined;
  for (let index = 0; index < sights.length; index += each) {
    const group = sights.slice(index, index + each);
    const [first] = group;
    if (!first) continue;
    const event = plan.input.events[first.event];
    const at = Math.min(Math.max(first.at, window[0]), window[1]);
    scene.height += pauseOf(before, at, window);
    before = Math.max(before ?? at, at);
    if (event && event.year !== year) {
      year = event.year;
      scene.axis.major.push({ instant: scale.toInstant(at), along: scene.height, label: year });
    }
    addLine(scene, plan, group, selected);
  }
  scene.arcs = arcsOf(scene.marks, plan.input, selected);
  return scene;
}

function pauseOf(before: number | undefined, at: number, [from, to]: Window): number {
  if (before === undefined) return 0;
  const share = Math.max(0, at - before) / (to - from);
  return Math.min(LONGEST_PAUSE, share * 600);
}

function addLine(
  scene: Scene,
  plan: Plan,
  group: readonly Sight[],
  selected: string | undefined,
): void {
  const { input, size } = plan;
  const members = group.map(({ event }) => event);
  const event = input.events[members[0] ?? 0];
  const kind = event && input.kinds[event.kind];
  if (!event || !kind) return;
  const { zoomText, measure } = size;
  const titleWidth = size.width - TEXT;
  const titles = wrap(
    event.label,
    titleWidth,
    event.major,
    (text, bold) => measure(text, bold) * TITLE_SIZE,
    MOST_LINES,
  );
  const height = (DATE_HEIGHT + titles.length * LINE_HEIGHT) * zoomText + ROW_PADDING;
  const y = scene.height + 12 * zoomText;
  const mark: SceneMark = {
    id: event.id,
    x: RAIL,
    y,
    lane: 0,
    kind,
    hue: event.kind,
    event,
    members,
    selected: members.some((member) => input.events[member]?.id === selected),
    lines: linesOf(event.date, titles, zoomText, members.length),
  };
  scene.marks.push(mark);
  if (members.length === 1 && (event.lasting || event.softness !== 'sharp')) {
    scene.bars.push({
      id: event.id,
      x: RAIL - BAR / 2,
      width: BAR,
      y,
      height: height - ROW_PADDING / 2,
      hue: event.kind,
      event,
    });
  }
  scene.height += height;
}

function linesOf(
  date: string,
  titles: readonly string[],
  zoomText: number,
  count: number,
): SceneLine[] {
  const place = { dx: TEXT - RAIL, anchor: 'start' } as const;
  const lines: SceneLine[] = [
    { ...place, text: date, role: 'date', dy: 4.5 },
    ...titles.map((text, index): SceneLine => {
      return { ...place, text, role: 'label', dy: (24 + index * LINE_HEIGHT) * zoomText };
    }),
  ];
  if (count > 1)
    lines.push({ text: String(count), role: 'count', dx: 0, dy: 4.5, anchor: 'middle' });
  return lines;
}
