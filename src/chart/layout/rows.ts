/** Pixels: a mark's target is a square of twice this. */
export const HALF_TARGET = 12;
/** Pixels between a mark's centre and its label. */
export const LABEL_OFFSET = 11;
/** Pixels kept free between a label and what follows it. */
const AFTER_LABEL = 8;

/** A mark with its place along the time axis, in pixels. */
export interface Sized {
  /** Indices of its events in the input; more than one in a cluster. */
  members: number[];
  /** Centre of its symbol. */
  x: number;
  /** Its extent, where it is long enough to be drawn as a bar. */
  bar: { from: number; to: number } | undefined;
  labelWidth: number;
  major: boolean;
}

/** A mark with its row. */
export interface Placed extends Sized {
  row: number;
}

/** A placed mark with the side of its label; no side where there is no room for one. */
export interface Labelled extends Placed {
  labelSide: 'right' | 'left' | undefined;
}

/** What a lane's marks come to: how many rows, and where everything is. */
export interface Rows {
  count: number;
  marks: Labelled[];
}

/**
 * Puts the marks of one lane into as few rows as show all labels, at least `minRows` and at most
 * `maxRows`, so that no two marks, bars or labels overlap. Marks that cannot be parted become one.
 * @param width of the plot in pixels; labels stay inside it.
 */
export function placeInRows(
  lane: readonly Sized[],
  width: number,
  { minRows, maxRows }: { minRows: number; maxRows: number },
): Rows {
  const sorted = [...lane].sort((a, b) => left(a) - left(b) || a.x - b.x);
  let best: Rows | undefined;
  for (let count = minRows; count <= maxRows; count++) {
    const marks = placeLabels(placeMarks(sorted, count), width);
    if (!best || worth(marks) > worth(best.marks)) best = { count, marks };
    if (marks.every(({ members, labelSide }) => members.length === 1 && labelSide)) break;
  }
  return best ?? { count: minRows, marks: [] };
}

/** How much of a lane a reader sees: every mark, and more so every label. */
function worth(marks: readonly Labelled[]): number {
  return marks.reduce(
    (sum, { labelSide, major }) => sum + 1 + (labelSide ? (major ? 4 : 2) : 0),
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
  const lasts: Placed[] = [];
  const ends: number[] = Array.from({ length: count }, () => -Infinity);
  const placed: Placed[] = [];
  for (const sized of sorted) {
    const row = ends.indexOf(Math.min(...ends));
    if (left(sized) < (ends[row] ?? 0)) {
      const shared = nearest(sized, lasts);
      Object.assign(shared, { members: [...shared.members, ...sized.members], labelWidth: 0 });
      shared.major ||= sized.major;
    } else {
      const mark = { ...sized, row };
      placed.push(mark);
      lasts[row] = mark;
      ends[row] = right(sized);
    }
  }
  return placed;
}

function nearest({ x }: Sized, lasts: readonly Placed[]): Placed {
  return lasts.reduce((a, b) => (Math.abs(b.x - x) < Math.abs(a.x - x) ? b : a));
}

type Interval = readonly [from: number, to: number];

/** Labels in the order of importance, each where it is free: after its mark, else before it. */
function placeLabels(placed: readonly Placed[], width: number): Labelled[] {
  const taken: Interval[][] = [];
  for (const mark of placed) (taken[mark.row] ??= []).push([left(mark), right(mark)]);
  const marks = placed.map((mark): Labelled => ({ ...mark, labelSide: undefined }));
  for (const mark of [...marks].sort((a, b) => Number(b.major) - Number(a.major))) {
    if (mark.members.length > 1) continue;
    const row = taken[mark.row] ?? [];
    mark.labelSide = (['right', 'left'] as const).find((side) => {
      const box = labelBox(mark, side);
      const inside = box[0] >= 0 && box[1] - AFTER_LABEL <= width;
      return inside && row.every((other) => isFree(box, other, mark));
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
