/** Half the side of a mark's target, in pixels: it grows with the reader's text. */
export function halfTarget({ zoomText }: { zoomText: number }): number {
  return 12 * zoomText;
}

/** Pixels between a mark's target, on whose edge rings are drawn, and its label. */
export const BEFORE_LABEL = 3;
/** Pixels kept free between a label and what follows it. */
const AFTER_LABEL = 8;

/** Pixels along the time axis. */
export interface Interval {
  from: number;
  to: number;
}

/** A mark with its place along the time axis, in pixels. */
export interface Sized {
  /** Indices of its events in the order of the story; more than one in a cluster. */
  members: number[];
  /** Centre of its symbol, and half the side of its target. */
  x: number;
  half: number;
  /** The side of the window on which its symbol would stand, if that is not in sight. */
  beyond: Beyond | undefined;
  /** Its extent, where it is long enough to be drawn as a bar under the mark. */
  bar: Interval | undefined;
  labelWidth: number;
  major: boolean;
}

/** Earlier than the window, or later. */
export type Beyond = 'before' | 'after';

export type Side = 'right' | 'left';

/** A mark with its row, and the side of its label; no side where there is no room for one. */
export interface Placed extends Sized {
  row: number;
  labelSide: Side | undefined;
  /** Whether it shares its row with a bar that would seem to be its own. */
  overBar: boolean;
}

/** What a lane's marks come to: how many rows, and where everything is. */
export interface Rows {
  count: number;
  marks: Placed[];
}

/** What already stands in a row: marks and their labels in one line, bars in another below it. */
interface Row {
  marks: Placed[];
  bars: Interval[];
}

/**
 * Puts the marks of one lane into as few rows as show all labels, at least `minRows` and at most
 * `maxRows`, so that no two marks, labels or bars overlap. Symbols that cannot be parted become
 * one mark; a bar for which there is no room is left out, and a label gives way to a mark.
 * @param width of the plot in pixels; labels stay inside it.
 */
export function placeInRows(
  lane: readonly Sized[],
  width: number,
  { minRows, maxRows }: { minRows: number; maxRows: number },
): Rows {
  const sorted = [...lane].sort((a, b) => Number(b.major) - Number(a.major) || a.x - b.x);
  let best: Rows | undefined;
  for (let count = minRows; count <= maxRows; count++) {
    const marks = placeAll(sorted, count, width);
    if (!best || worth(marks, count) > worth(best.marks, best.count)) best = { count, marks };
    if (marks.every(isWhole)) break;
  }
  return best ?? { count: minRows, marks: [] };
}

function isWhole({ members, labelSide, overBar }: Placed): boolean {
  return members.length === 1 && labelSide !== undefined && !overBar;
}

/**
 * What a mark, its label, a bar under another's mark and a further row are worth to a reader. A bar
 * there is worth a row to part it from, but never a mark that would go into a cluster.
 */
const WORTH = {
  mark: 2,
  minorLabel: 2,
  majorLabel: 5,
  minorOverBar: -1.5,
  majorOverBar: -4,
  row: -3,
};

function worth(marks: readonly Placed[], rows: number): number {
  const labels = marks.filter(({ labelSide }) => labelSide);
  const majors = labels.filter(({ major }) => major).length;
  const overBar = marks.filter((mark) => mark.overBar);
  return (
    marks.length * WORTH.mark +
    (labels.length - majors) * WORTH.minorLabel +
    majors * WORTH.majorLabel +
    overBar.length * WORTH.minorOverBar +
    overBar.filter(({ major }) => major).length * (WORTH.majorOverBar - WORTH.minorOverBar) +
    rows * WORTH.row
  );
}

/** The most important first, each where it costs least. */
function placeAll(sorted: readonly Sized[], count: number, width: number): Placed[] {
  const rows: Row[] = Array.from({ length: count }, () => ({ marks: [], bars: [] }));
  for (const sized of sorted) {
    if (!placeFreely(sized, rows, width) && !placeOverLabels(sized, rows)) merge(sized, rows);
  }
  return rows.flatMap(({ marks }) => marks);
}

/** What a place costs that has no room for a label or a bar, or a bar under two marks. */
const COST = { noLabel: 2, noBar: 1, foreignBar: 1.5 };

/** Takes a free place, with a label if any row has room for one, and with its bar if possible. */
function placeFreely(sized: Sized, rows: readonly Row[], width: number): boolean {
  const free = rows.flatMap((row, index) => {
    if (blockers(row, cellOf(sized)).length > 0) return [];
    const labelSide = sideFor(sized, row, width);
    const barFits = !sized.bar || isBarFree(row, sized.bar);
    const cost =
      (labelSide ? 0 : COST.noLabel) +
      (barFits ? 0 : COST.noBar) +
      (isOverBar(sized, row) ? COST.foreignBar : 0);
    return [{ index, labelSide, cost }];
  });
  const [best] = free.sort((a, b) => a.cost - b.cost || a.index - b.index);
  if (!best) return false;
  put(sized, rows, best.index, best.labelSide);
  return true;
}

/** Takes a place that only labels hold: the least important of them go. */
function placeOverLabels(sized: Sized, rows: readonly Row[]): boolean {
  const open = rows.flatMap((row, index) => {
    const inTheWay = blockers(row, cellOf(sized));
    const symbols = inTheWay.some((mark) => meet(cellOf(mark), cellOf(sized)));
    return symbols ? [] : [{ index, inTheWay, cost: inTheWay.filter(({ major }) => major).length }];
  });
  const [best] = open.sort((a, b) => a.cost - b.cost || a.inTheWay.length - b.inTheWay.length);
  if (!best) return false;
  for (const mark of best.inTheWay) mark.labelSide = undefined;
  put(sized, rows, best.index, undefined);
  return true;
}

/** Joins the nearest mark whose symbol is in the way, which then stands for both. */
function merge(sized: Sized, rows: readonly Row[]): void {
  const marks = rows.flatMap((row) => row.marks);
  const nearest = marks.reduce((a, b) =>
    Math.abs(b.x - sized.x) < Math.abs(a.x - sized.x) ? b : a,
  );
  nearest.members = [...nearest.members, ...sized.members].sort((a, b) => a - b);
  nearest.labelSide = undefined;
  nearest.bar = undefined;
}

function put(sized: Sized, rows: readonly Row[], index: number, labelSide: Side | undefined): void {
  const row = rows[index];
  if (!row) return;
  const bar = sized.bar && isBarFree(row, sized.bar) ? sized.bar : undefined;
  row.marks.push({ ...sized, bar, row: index, labelSide, overBar: isOverBar(sized, row) });
  if (bar) row.bars.push(bar);
}

function cellOf({ x, half }: Sized): Interval {
  return { from: x - half, to: x + half };
}

function labelOf({ x, half, labelWidth }: Sized, side: Side): Interval {
  const far = half + BEFORE_LABEL + labelWidth + AFTER_LABEL;
  return side === 'right' ? { from: x + half, to: x + far } : { from: x - far, to: x - half };
}

function meet(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Marks of the row whose symbol or label is in the way. */
function blockers(row: Row, place: Interval): Placed[] {
  return row.marks.filter(
    (mark) =>
      meet(cellOf(mark), place) || (mark.labelSide && meet(labelOf(mark, mark.labelSide), place)),
  );
}

/** Whether a bar would lie under the mark of another event, whose own it would seem to be. */
function isOverBar(sized: Sized, row: Row): boolean {
  const { bar } = sized;
  return (
    row.bars.some((other) => meet(other, cellOf(sized))) ||
    (bar !== undefined && row.marks.some((mark) => meet(bar, cellOf(mark))))
  );
}

function isBarFree(row: Row, bar: Interval): boolean {
  return !row.bars.some((other) => meet(other, bar));
}

/** The side on which the label has room: after the mark, else before it. */
function sideFor(sized: Sized, row: Row, width: number): Side | undefined {
  if (sized.members.length > 1) return undefined;
  return (['right', 'left'] as const).find((side) => {
    const { from, to } = labelOf(sized, side);
    const isInside = side === 'right' ? to - AFTER_LABEL <= width : from + AFTER_LABEL >= 0;
    return isInside && blockers(row, { from, to }).length === 0;
  });
}
