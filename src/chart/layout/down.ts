import { arcsOf } from './arcs.ts';
import { membersOf, placeOf, visitInSight, type Run } from './columns.ts';
import { sharedKind, type ChartEvent } from './input.ts';
import { countLine, type Count, type Texts } from './labels.ts';
import { BASELINE } from './measure.ts';
import { halfTarget } from './rows.ts';
import type { Plan, Scene, SceneLine, SceneMark, Size } from './scene.ts';
import type { Share, Window } from './scale.ts';

/** Pixels from the start of the line to the rail, where years have room beside it, and else. */
const RAIL = { beside: 60, below: 36 };
/** Pixels between a mark's target and the text beside it. */
const BEFORE_TEXT = 10;
const DATE_HEIGHT = 18;
const LINE_HEIGHT = 21;
const ROW_PADDING = 14;
/** Pixels that the longest pause between two events adds. */
const LONGEST_PAUSE = 40;
const BAR = 8;
/** Years are larger still, and have a line of their own where the text is large. */
const YEAR_SIZE = 16 / 13;
const YEAR_HEIGHT = 22;

/** Lines of a date, and of a title: more where the text is large, up to what still is a title. */
export function mostLines({ zoomText }: Size): number {
  return Math.min(9, Math.ceil(3 * zoomText));
}

/** Where the rail stands: large years have lines of their own, and leave their room to the text. */
function railOf(size: Size): number {
  return fitsBeside('2000', RAIL.beside, size) ? RAIL.beside : RAIL.below;
}

function fitsBeside(year: string, rail: number, size: Size): boolean {
  return size.measure(year, true) * YEAR_SIZE <= rail - halfTarget(size);
}

/** Pixels from the start of the line to the text beside the marks. */
function textAt(size: Size): number {
  return railOf(size) + halfTarget(size) + BEFORE_TEXT;
}

/** Pixels of a line of text. */
export function textWidth(size: Size): number {
  return size.width - textAt(size);
}

/**
 * No more marks than this stand alone. Keeps the drawing below 1,500 nodes even if all have a bar, a
 * year, an arc and as many lines as are allowed.
 */
function mostMarks(size: Size): number {
  return Math.floor(1460 / (11 + 2 * mostLines(size)));
}

/** What is more becomes this many clusters of neighbours: few enough to be looked through. */
const CLUSTERS = 40;

/**
 * Lays a frame out with time running down the page: one mark a line, in the order of the story,
 * with the pauses between them in proportion up to a bound.
 */
export function layoutDown(plan: Plan, window: Window, selected: number): Scene {
  const { size, input, scale } = plan;
  const members = membersInSight(plan, window);
  const scene: Scene = {
    direction: 'down',
    width: size.width,
    height: 12,
    top: 0,
    half: halfTarget(size),
    rail: railOf(size),
    lanes: [],
    quiet: [],
    bars: [],
    marks: [],
    arcs: [],
    axis: { major: [], minor: [] },
  };
  const each = members.length > mostMarks(size) ? Math.ceil(members.length / CLUSTERS) : 1;
  let year = '';
  let before: number | undefined;
  for (let index = 0; index < members.length; index += each) {
    const group = members.slice(index, index + each);
    const [first = -1] = group;
    const event = input.events[first];
    if (!event) continue;
    const at = Math.min(Math.max(placeOf(first, scale), window[0]), window[1]);
    scene.height += pauseOf(before, at, window);
    before = Math.max(before ?? at, at);
    if (event.year !== year) {
      year = event.year;
      addYear(scene, event, size);
    }
    addLine(scene, plan, event, group, selected);
  }
  scene.arcs = arcsOf(scene.marks, plan, selected);
  return scene;
}

/** The place in the story at a height of the drawing, in proportion between the marks around it. */
export function shareAt({ marks }: Scene, { scale }: Plan, y: number): Share {
  const place = ({ members: [first = -1] }: SceneMark) => placeOf(first, scale);
  const next = marks.findIndex((mark) => mark.y >= y);
  const after = marks[next];
  const before = next < 0 ? marks.at(-1) : marks[next - 1];
  const nearest = before ?? after;
  if (!nearest) return 0.5;
  if (!before || !after) return place(nearest);
  const part = (y - before.y) / (after.y - before.y);
  return place(before) + (place(after) - place(before)) * part;
}

function membersInSight({ columns }: Plan, window: Window): number[] {
  return columns.flatMap((lane) => {
    const runs: Run[] = [];
    visitInSight(
      lane,
      window,
      () => 0,
      (run) => runs.push(run),
    );
    return membersOf(lane, runs);
  });
}

/** Names the year before its first event: beside the mark, or above it where it has no room there. */
function addYear(scene: Scene, { year, earliest, latest }: ChartEvent, size: Size): void {
  const { zoomText } = size;
  const last = scene.axis.major.at(-1)?.instant ?? -Infinity;
  // Events of one instant can be told apart, under different years: no two ticks share a key.
  const instant = Math.max(earliest ?? latest ?? 0, last + 1);
  scene.axis.major.push({ instant, along: scene.height + 12 * (zoomText - 1), label: year });
  if (!fitsBeside(year, scene.rail, size)) scene.height += YEAR_HEIGHT * zoomText;
}

function pauseOf(before: number | undefined, at: number, [from, to]: Window): number {
  if (before === undefined) return 0;
  const share = Math.max(0, at - before) / (to - from);
  return Math.min(LONGEST_PAUSE, share * 600);
}

function addLine(
  scene: Scene,
  { input, size, textsOf, countOf }: Plan,
  event: ChartEvent,
  members: number[],
  selected: number,
): void {
  const kind = input.kinds[event.kind];
  if (!kind) return;
  const { zoomText } = size;
  const texts = textsOf(members[0] ?? 0);
  const count = members.length > 1 ? countOf(members.length) : undefined;
  const height =
    (texts.dates.length * DATE_HEIGHT + texts.titles.length * LINE_HEIGHT) * zoomText + ROW_PADDING;
  const y = scene.height + 12 * zoomText;
  const mark: SceneMark = {
    id: event.id,
    x: scene.rail,
    y,
    lane: 0,
    kind,
    hue: sharedKind(members, input),
    event,
    members,
    count: count?.full,
    selected: members.includes(selected),
    beyond: undefined,
    // All of its lines, down to where the next target may begin.
    reach: { width: size.width - scene.rail + scene.half, height: height - 2 },
    lines: linesOf(texts, count, size),
  };
  scene.marks.push(mark);
  scene.height += height;
  const isExact = event.ends.every((end) => end === 'sharp');
  if (count || (isExact && !event.lasting)) return;
  // Ends before the next line begins, where the next mark's target may be.
  const bar = { x: scene.rail - BAR / 2, width: BAR, y, height: scene.height - y - 2 };
  scene.bars.push({ id: event.id, part: isExact ? 'middle' : 'end', ...bar, hue: event.kind });
}

function linesOf({ dates, titles, cut }: Texts, count: Count | undefined, size: Size): SceneLine[] {
  const { zoomText } = size;
  const place = { dx: textAt(size) - railOf(size), anchor: 'start' } as const;
  const titleAt = 24 + (dates.length - 1) * DATE_HEIGHT;
  return [
    ...dates.map((text, index): SceneLine => {
      return {
        ...place,
        text,
        role: 'date',
        cut: false,
        dy: (BASELINE + index * DATE_HEIGHT) * zoomText,
      };
    }),
    ...titles.map((text, index): SceneLine => {
      return { ...place, text, role: 'label', cut, dy: (titleAt + index * LINE_HEIGHT) * zoomText };
    }),
    ...(count ? [countLine(count, size)] : []),
  ];
}
