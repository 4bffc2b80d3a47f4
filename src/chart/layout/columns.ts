import { anchorOf, type ChartEvent, type ChartInput } from './input.ts';
import type { Lanes } from './lanes.ts';
import type { Share, StoryScale, Window } from './scale.ts';

/**
 * One lane's events in the order of their places, in typed columns: a frame reads numbers and
 * makes objects only for what it draws. Columns are as long as the lane.
 */
export interface Columns {
  /** Index of the event in the input. */
  event: Int32Array;
  /** Place of the symbol; 0.5 where neither end is known. */
  at: Float64Array;
  /** Extent; ±Infinity at an open end. */
  from: Float64Array;
  to: Float64Array;
}

/** An event in sight. */
export interface Sight {
  event: number;
  at: Share;
  from: Share;
  to: Share;
}

/** Sorts the events that are shown into the columns of their lanes. */
export function columnsOf(
  { events }: ChartInput,
  { lanes, laneOf }: Lanes,
  scale: StoryScale,
  isShown: (event: ChartEvent) => boolean,
): Columns[] {
  const members: Sight[][] = lanes.map(() => []);
  events.forEach((event, index) => {
    if (isShown(event)) members[laneOf(event)]?.push(sightOf(event, index, scale));
  });
  return members.map((lane) => {
    lane.sort((a, b) => a.at - b.at || a.event - b.event);
    return {
      event: Int32Array.from(lane, ({ event }) => event),
      at: Float64Array.from(lane, ({ at }) => at),
      from: Float64Array.from(lane, ({ from }) => from),
      to: Float64Array.from(lane, ({ to }) => to),
    };
  });
}

function sightOf(event: ChartEvent, index: number, scale: StoryScale): Sight {
  const { earliest, latest } = event;
  const anchor = anchorOf(event);
  return {
    event: index,
    at: anchor === null ? 0.5 : scale.toShare(anchor),
    from: earliest === null ? -Infinity : scale.toShare(earliest),
    to: latest === null ? Infinity : scale.toShare(latest),
  };
}

/** The events of which any part is in the window: at least their mark, or the extent they last. */
export function inSight({ event, at, from, to }: Columns, [start, end]: Window): Sight[] {
  const sights: Sight[] = [];
  for (let index = 0; index < event.length; index++) {
    const [first, last] = [from[index] ?? 0, to[index] ?? 0];
    if (first > end || last < start) continue;
    sights.push({ event: event[index] ?? 0, at: at[index] ?? 0, from: first, to: last });
  }
  return sights;
}

/** Counts what is in sight by equal parts of the window, without making anything of it. */
export function countInSight(
  { event, at, from, to }: Columns,
  [start, end]: Window,
  bins: Int32Array,
): void {
  const perShare = bins.length / (end - start);
  for (let index = 0; index < event.length; index++) {
    if ((from[index] ?? 0) > end || (to[index] ?? 0) < start) continue;
    const bin = Math.floor((Math.min(Math.max(at[index] ?? 0, start), end) - start) * perShare);
    const place = Math.min(bin, bins.length - 1);
    bins[place] = (bins[place] ?? 0) + 1;
  }
}
