import { countInSight, inSight, type Columns, type Sight } from './columns.ts';
import { HALF_TARGET } from './rows.ts';
import type { Window } from './scale.ts';

/** Events that stand near one another: few enough to be marks of their own, or one cluster. */
export interface Group {
  sights: Sight[];
  /** Whether they share one mark. */
  crowded: boolean;
  /** Place of the shared mark, in pixels. */
  centre: number;
}

/** The chart never draws more marks than about this; what is more becomes clusters. */
const MOST_MARKS = 170;

/** How near is near, in pixels, and how many such events stay marks of their own; finest first. */
const GRAINS = [
  { near: 2 * HALF_TARGET, most: Infinity },
  { near: 2 * HALF_TARGET, most: 4 },
  { near: 2 * HALF_TARGET, most: 2 },
  { near: 2 * HALF_TARGET, most: 1 },
  { near: 4 * HALF_TARGET, most: 1 },
  { near: 8 * HALF_TARGET, most: 1 },
  { near: 16 * HALF_TARGET, most: 1 },
] as const;

/**
 * Groups what is in sight by place, as finely as the bound on marks allows, so that what a frame
 * costs to place and draw depends on the screen and not on the number of events.
 */
export function groupInSight(lanes: readonly Columns[], window: Window, width: number): Group[][] {
  const finest = lanes.map((lane) => binned(lane, window, width, GRAINS[0].near));
  const grain = GRAINS.find(({ near, most }) => {
    const merge = near / GRAINS[0].near;
    return finest.reduce((sum, bins) => sum + marksIn(bins, merge, most), 0) <= MOST_MARKS;
  }) ?? { near: 16 * HALF_TARGET, most: 1 };
  return lanes.map((lane) => groupsOf(inSight(lane, window), window, width, grain));
}

function binned(lane: Columns, window: Window, width: number, near: number): Int32Array {
  const bins = new Int32Array(Math.max(1, Math.ceil(width / near)));
  countInSight(lane, window, bins);
  return bins;
}

function marksIn(bins: Int32Array, merge: number, most: number): number {
  let marks = 0;
  for (let first = 0; first < bins.length; first += merge) {
    const count = bins.subarray(first, first + merge).reduce((sum, one) => sum + one, 0);
    marks += count > most ? 1 : count;
  }
  return marks;
}

function groupsOf(
  sights: readonly Sight[],
  [start, end]: Window,
  width: number,
  { near, most }: { near: number; most: number },
): Group[] {
  const bins = Math.max(1, Math.ceil(width / near));
  const groups = new Map<number, Sight[]>();
  for (const sight of sights) {
    const share = (Math.min(Math.max(sight.at, start), end) - start) / (end - start);
    const bin = Math.min(Math.floor(share * bins), bins - 1);
    const group = groups.get(bin);
    if (group) group.push(sight);
    else groups.set(bin, [sight]);
  }
  const room = width / bins;
  return [...groups].map(([bin, members]) => ({
    sights: members,
    crowded: members.length > most,
    centre: (bin + 0.5) * room,
  }));
}
