import type { ChartEvent } from './input.ts';
import type { Measure } from './measure.ts';

/** Pixels: a mark's target is a square of twice this. */
export const HALF_TARGET = 12;
/** Pixels between a mark's centre and its label. */
export const LABEL_OFFSET = 11;
/** Pixels kept free between a label and what follows it. */
const AFTER_LABEL = 8;

/** An event with its place along the time axis, in pixels. */
export interface Sized {
  event: ChartEvent;
  /** Centre of its symbol. */
  x: number;
  /** Its extent, where it is long enough to be drawn as a bar. */
  bar: { from: number; to: number } | undefined;
  labelWidth: number;
}

/** An event with its row, and those that share its mark because they cannot be parted from it. */
export interface Placed extends Sized {
  row: number;
  others: Sized[];
}

/** A placed event with the side of its label; no side where there is no room for one. */
export interface Labelled extends Placed {
  labelSide: 'right' | 'left' | undefined;
}

/** What a lane's events come to: how many rows, and where everything is. */
export interface Rows {
  count: number;
  marks: Labelled[];
}

/** Adds what the label needs to an event whose place is known. */
export function sizeEvent(
  event: ChartEvent,
  x: number,
  bar: Sized['bar'],
  measure: Measure,
): Sized {
  return { event, x, bar, labelWidth: measure(event.label, event.major) };
}

/**
 * Puts the events of one lane into as few rows as show all labels, at most `maxRows`, so that no
 * two marks, bars or labels overlap. Marks that cannot be parted share one: a cluster.
 * @param width of the plot in pixels; labels stay inside it.
 */
export function placeInRows(lane: readonly Sized[], width: number, maxRows: number): Rows {
  const sorted = [...lane].sort((a, b) => left(a) - left(b) || a.x - b.x);
  let best: Rows = { count: 1, marks: [] };
  for (let count = 1; count <= maxRows; count++) {
    const marks = placeLabels(placeMarks(sorted, count), width);
    if (count === 1 || worth(marks) > worth(best.marks)) best = { count, marks };
    if (marks.length === lane.length && marks.every(({ labelSide }) => labelSide)) break;
  }
  return best;
}

/** How much of a lane a reader sees: every mark that is no cluster, and more so every label. */
function worth(marks: readonly Labelled[]): number {
  return marks.reduce(
    (sum, { labelSide, event }) => sum + 1 + (labelSide ? (event.major ? 4 : 2) : 0),
    0,
  );
}

function left({ x, bar }: Sized): number {
  return Math.min(x - HALF_TARGET, bar?.from ?? Infinity);
}

function right({ x, bar }: Sized): number {
  return Math.max(x + HALF_TARGET, bar?.to ?? -Infinity);
}

/** From left to right, each mark into the row that has been free for longest. */
function placeMarks(sorted: readonly Sized[], count: number): Placed[] {
  const lasts: (Placed | undefined)[] = Array.from({ length: count }, () => undefined);
  const end = (row: number) => ends[row] ?? -Infinity;
  const ends: number[] = [];
  const placed: Placed[] = [];
  for (const sized of sorted) {
    let row = 0;
    for (let other = 1; other < count; other++) if (end(other) < end(row)) row = other;
    const last = lasts[row];
    if (last && left(sized) < end(row)) {
      nearest(sized, lasts).others.push(sized);
    } else {
      const mark = { ...sized, row, others: [] };
      placed.push(mark);
      lasts[row] = mark;
      ends[row] = right(sized);
    }
  }
  return placed;
}

function nearest({ x }: Sized, lasts: readonly (Placed | undefined)[]): Placed {
  const marks = lasts.filter((mark) => mark !== undefined);
  return marks.reduce((a, b) => (Math.abs(b.x - x) < Math.abs(a.x - x) ? b : a));
}

type Interval = readonly [from: number, to: number];

/** Labels in the order of importance, each where it is free: after its mark, else before it. */
function placeLabels(placed: readonly Placed[], width: number): Labelled[] {
  const taken: Interval[][] = [];
  for (const mark of placed) (taken[mark.row] ??= []).push([left(mark), right(mark)]);
  const marks = placed.map((mark): Labelled => ({ ...mark, labelSide: undefined }));
  for (const mark of [...marks].sort((a, b) => Number(b.event.major) - Number(a.event.major))) {
    if (mark.others.length > 0) continue;
    const row = taken[mark.row] ?? [];
    mark.labelSide = (['right', 'left'] as const).find((side) => {
      const box = labelBox(mark, side);
      return (
        box[0] >= 0 &&
        box[1] - AFTER_LABEL <= width &&
        row.every((other) => isFree(box, other, mark))
      );
    });
    if (mark.labelSide) row.push(labelBox(mark, mark.labelSide));
  }
  return marks;
}

function labelBox({ x, labelWidth }: Sized, side: 'right' | 'left'): Interval {
  if (side === 'right') return [x + LABEL_OFFSET, x + LABEL_OFFSET + labelWidth + AFTER_LABEL];
  return [x - LABEL_OFFSET - labelWidth, x - LABEL_OFFSET];
}

/** A label may lie over its own mark's bar, and over nothing else. */
function isFree(box: Interval, other: Interval, mark: Placed): boolean {
  const own = other[0] === left(mark) && other[1] === right(mark);
  return own || box[1] <= other[0] || other[1] <= box[0];
}
