import { arcsOf } from './arcs.ts';
import { inSight, type Sight } from './columns.ts';
import type { ChartEvent } from './input.ts';
import { wrap } from './measure.ts';
import type { Plan, Scene, SceneLine, SceneMark, Size } from './scene.ts';
import type { Window } from './scale.ts';

/** Pixels from the start of the line to the rail on which marks stand. */
export const RAIL = 60;
/** And to the text beside it. */
const TEXT = 82;
const DATE_HEIGHT = 18;
const LINE_HEIGHT = 21;
const ROW_PADDING = 14;
/** Of its date, and of its title. */
const MOST_LINES = 3;
/** Pixels that the longest pause between two events adds. */
const LONGEST_PAUSE = 40;
/**
 * No more marks than this; what is more becomes clusters of neighbours. Keeps the drawing below
 * 1,500 nodes even if all have a bar, a year, an arc and as many lines as are allowed.
 */
const MOST_MARKS = 98;
const BAR = 8;
/** Titles here are set in the serif, larger than the chart's labels. */
const TITLE_SIZE = 1.08;
/** Years are larger still, and have a line of their own where the text is large. */
const YEAR_SIZE = 16 / 13;
const YEAR_HEIGHT = 22;

/**
 * Lays a frame out with time running down the page: one mark a line, in the order of the story,
 * with the pauses between them in proportion up to a bound.
 */
export function layoutDown(plan: Plan, window: Window, selected: string | undefined): Scene {
  const { size, columns } = plan;
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
      addYear(scene, event, size);
    }
    addLine(scene, plan, group, selected);
  }
  scene.arcs = arcsOf(scene.marks, plan.input, selected);
  return scene;
}

/** Names the year before its first event: beside the mark, or above it where it has no room there. */
function addYear(scene: Scene, { year, earliest, latest }: ChartEvent, size: Size): void {
  const { measure, zoomText } = size;
  const last = scene.axis.major.at(-1)?.instant ?? -Infinity;
  // Events of one instant can be told apart, under different years: no two ticks share a key.
  const instant = Math.max(earliest ?? latest ?? 0, last + 1);
  scene.axis.major.push({ instant, along: scene.height + 12 * (zoomText - 1), label: year });
  const fitsBeside = measure(year, true) * YEAR_SIZE <= RAIL - 12;
  if (!fitsBeside) scene.height += YEAR_HEIGHT * zoomText;
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
  const textWidth = size.width - TEXT;
  const dates = wrap(event.date, textWidth, false, measure, MOST_LINES);
  const titles = wrap(
    event.label,
    textWidth,
    event.major,
    (text, bold) => measure(text, bold) * TITLE_SIZE,
    MOST_LINES,
  );
  const height =
    (dates.length * DATE_HEIGHT + titles.length * LINE_HEIGHT) * zoomText + ROW_PADDING;
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
    lines: linesOf(dates, titles, zoomText, members.length),
  };
  scene.marks.push(mark);
  scene.height += height;
  const isExact = event.ends.every((end) => end === 'sharp');
  if (members.length > 1 || (isExact && !event.lasting)) return;
  // Ends before the next line begins, where the next mark's target may be.
  const bar = { x: RAIL - BAR / 2, width: BAR, y, height: scene.height - y - 2 };
  scene.bars.push({ id: event.id, part: isExact ? 'middle' : 'end', ...bar, hue: event.kind });
}

function linesOf(
  dates: readonly string[],
  titles: readonly string[],
  zoomText: number,
  count: number,
): SceneLine[] {
  const place = { dx: TEXT - RAIL, anchor: 'start' } as const;
  const titleAt = 24 + (dates.length - 1) * DATE_HEIGHT;
  const lines: SceneLine[] = [
    ...dates.map((text, index): SceneLine => {
      return { ...place, text, role: 'date', dy: 4.5 + index * DATE_HEIGHT * zoomText };
    }),
    ...titles.map((text, index): SceneLine => {
      return { ...place, text, role: 'label', dy: (titleAt + index * LINE_HEIGHT) * zoomText };
    }),
  ];
  if (count > 1)
    lines.push({ text: String(count), role: 'count', dx: 0, dy: 4.5, anchor: 'middle' });
  return lines;
}
