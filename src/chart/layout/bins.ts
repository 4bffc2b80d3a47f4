import { visitInSight, type Columns, type Run } from './columns.ts';
import { halfTarget } from './rows.ts';
import type { Share, Window } from './scale.ts';
import type { Size } from './scene.ts';

/** Events that stand near one another: few enough to be marks of their own, or one cluster. */
export interface Group {
  runs: Run[];
  /** Whether they share one mark. */
  crowded: boolean;
  /** Place of the shared mark, in pixels. */
  centre: number;
}

/**
 * No more marks than this; what is more becomes clusters. Keeps the drawing below 1,500 nodes even
 * if all have a label, an arc and a bar of three parts.
 */
const MOST_MARKS = 135;
/**
 * Where some are clusters there are fewer marks, and where more than a thousand events are in sight
 * fewer still: they tell no less, and a step among ten thousand costs no more than one among a
 * thousand.
 */
const MOST_IN_CROWD = 90;
const CROWD = { events: 1_000, most: 50 };

/** How near is near, in widths of a target, and how many such events stay marks of their own. */
interface Grain {
  near: number;
  most: number;
}

/** Every event alone, and ever coarser clusters. */
const ALONE: Grain = { near: 1, most: Infinity };
const COARSEST: Grain = { near: 8, most: 1 };
const CLUSTERED: readonly Grain[] = [
  { near: 1, most: 4 },
  { near: 1, most: 2 },
  { near: 1, most: 1 },
  { near: 2, most: 1 },
  { near: 4, most: 1 },
  COARSEST,
];

/**
 * Groups what is in sight by place, as finely as the bound on marks allows, so that what a frame
 * costs to place and draw depends on the screen and not on the number of events.
 */
export function groupInSight(lanes: readonly Columns[], window: Window, size: Size): Group[][] {
  const finest = lanes.map((lane) => {
    const bins = new Int32Array(binsIn(size, 1));
    visitInSight(lane, window, binner(window, bins.length), ([first, last], bin) => {
      bins[bin] = (bins[bin] ?? 0) + last - first;
    });
    return bins;
  });
  const grain = grainFor(finest);
  return lanes.map((lane) => groupsOf(lane, window, size, grain));
}

/** The finest grain that makes few enough marks of so many events in the parts of each lane. */
function grainFor(lanes: readonly Int32Array[]): Grain {
  const marksAt = ({ near, most }: Grain) =>
    lanes.reduce((sum, bins) => sum + marksIn(bins, near, most), 0);
  const events = marksAt(ALONE);
  if (events <= MOST_MARKS) return ALONE;
  const most = events > CROWD.events ? CROWD.most : MOST_IN_CROWD;
  return CLUSTERED.find((one) => marksAt(one) <= most) ?? COARSEST;
}

/** Parts the window equally; what is beyond it counts to the nearest part. */
function binner([start, end]: Window, bins: number): (at: Share) => number {
  const perShare = bins / (end - start);
  return (at) =>
    Math.min(Math.floor((Math.min(Math.max(at, start), end) - start) * perShare), bins - 1);
}

/** So many that the centres of two neighbours are never nearer than that. */
function binsIn(size: Size, near: number): number {
  return Math.max(1, Math.floor(size.width / (near * 2 * halfTarget(size))));
}

function marksIn(bins: Int32Array, merge: number, most: number): number {
  let marks = 0;
  for (let first = 0; first < bins.length; first += merge) {
    const count = bins.subarray(first, first + merge).reduce((sum, one) => sum + one, 0);
    marks += count > most ? 1 : count;
  }
  return marks;
}

function groupsOf(lane: Columns, window: Window, size: Size, { near, most }: Grain): Group[] {
  const bins = binsIn(size, near);
  const groups = new Map<number, Run[]>();
  visitInSight(lane, window, binner(window, bins), (run, bin) => {
    const runs = groups.get(bin);
    if (runs) runs.push(run);
    else groups.set(bin, [run]);
  });
  const room = size.width / bins;
  return [...groups].map(([bin, runs]) => ({
    runs,
    crowded: runs.reduce((sum, [first, last]) => sum + last - first, 0) > most,
    centre: (bin + 0.5) * room,
  }));
}
