import type { Scene, SceneBar, SceneLine, SceneMark, Size } from './scene.ts';
import type { Tick } from './ticks.ts';

/** What stands where in a scene. */
export interface Box {
  /** Id of the mark that it belongs to. */
  owner: string;
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Font sizes in pixels, as the style sheet has them. */
const FONT = { label: 13, title: 17, date: 13, count: 12, year: 16 };
/** Parts of the font size above and below the baseline. */
const ASCENT = 0.8;
const DESCENT = 0.25;
/** What is written downward stands in a serif, measured a little larger than labels. */
const TITLE_MEASURE = 1.08;

/** Targets, bars and lines of text; neither arcs nor the axis. */
export function boxesOf(scene: Scene, size: Size): Box[] {
  return [
    ...scene.marks.map((mark) => targetBox(mark, scene)),
    ...scene.bars.map(barBox),
    ...scene.marks.flatMap((mark) => mark.lines.map((line) => lineBox(mark, line, size))),
  ];
}

function targetBox({ id, x, y }: SceneMark, { half }: Scene): Box {
  return {
    owner: id,
    what: 'mark',
    left: x - half,
    right: x + half,
    top: y - half,
    bottom: y + half,
  };
}

function barBox({ id, x, y, width, height }: SceneBar): Box {
  return { owner: id, what: 'bar', left: x, right: x + width, top: y, bottom: y + height };
}

export function lineBox(
  { id, x, y, event }: SceneMark,
  { text, role, dx, dy, anchor }: SceneLine,
  { measure, zoomText, direction }: Size,
): Box {
  const titled = direction === 'down' && role === 'label';
  const larger = { label: titled ? TITLE_MEASURE : 1, date: 1, count: FONT.count / FONT.label };
  const width = measure(text, role === 'label' && event.major) * larger[role];
  const left = x + dx - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  const font = FONT[titled ? 'title' : role] * zoomText;
  const baseline = y + dy;
  return {
    owner: id,
    what: `${role} “${text}”`,
    left,
    right: left + width,
    top: baseline - font * ASCENT,
    bottom: baseline + font * DESCENT,
  };
}

/** The year that stands before the first mark of it where time runs down. */
export function yearBox({ instant, along, label }: Tick, { measure, zoomText }: Size): Box {
  const font = FONT.year * zoomText;
  const baseline = along + 17;
  return {
    owner: `year ${String(instant)}`,
    what: `year “${label}”`,
    left: 0,
    right: (measure(label, true) * FONT.year) / FONT.label,
    top: baseline - font * ASCENT,
    bottom: baseline + font * DESCENT,
  };
}

/** Pixels by which two boxes may overlap: what rounding may do. */
const TOLERANCE = 1e-6;

/** Pairs of boxes that overlap and belong to different marks, in words. */
export function overlapsOf(boxes: readonly Box[]): string[] {
  const sorted = [...boxes].sort((a, b) => a.left - b.left);
  return sorted.flatMap((a, index) => {
    const found: string[] = [];
    for (let next = index + 1; next < sorted.length; next++) {
      const b = sorted[next];
      if (!b || b.left >= a.right - TOLERANCE) break;
      if (a.owner !== b.owner && a.top < b.bottom - TOLERANCE && b.top < a.bottom - TOLERANCE)
        found.push(`${print(a)} and ${print(b)}`);
    }
    return found;
  });
}

function print({ owner, what, left, right, top, bottom }: Box): string {
  const [l, r, t, b] = [left, right, top, bottom].map((value) => value.toFixed(2));
  return `${what} of ${owner} at ${l ?? ''}–${r ?? ''}, ${t ?? ''}–${b ?? ''}`;
}

/** Elements that the drawing of a scene has, the `<svg>` itself and its layers included. */
export function nodesOf({ quiet, lanes, axis, arcs, bars, marks }: Scene): number {
  const layers = 12;
  const ticks = axis.major.length + axis.minor.length;
  const grid = axis.major.length;
  const inMarks = marks.reduce(
    (sum, { lines, reach }) => sum + 4 + lines.length + (reach ? 1 : 0),
    0,
  );
  const inLanes = lanes.reduce((sum, { lines }) => sum + 4 + lines.length + (lines[0] ? 1 : 0), 0);
  return layers + quiet.length + inLanes + 3 * ticks + grid + arcs.length + bars.length + inMarks;
}
