import type { ChartEvent, ChartInput } from './input.ts';
import type { Grouping } from './view.ts';

/** A group of marks under one name. */
export interface Lane {
  id: string;
  /** Empty where all events are in one lane. */
  label: string;
  /** Index of the kind whose mark stands beside the name. */
  kind: number | undefined;
}

/** Lanes, and which of them an event belongs to. */
export interface Lanes {
  lanes: Lane[];
  laneOf: (event: ChartEvent) => number;
}

/** Of the lane of all other actors: no actor has it, since ids are of letters, digits and hyphens. */
const OTHERS = '*';

/** More actors than this share the last lane. */
const MOST_ACTORS = 7;

/** Makes the lanes of a grouping. An event is in one lane: by actor, that of its first actor. */
export function lanesOf(
  { kinds, actors, events }: ChartInput,
  grouping: Grouping,
  others: string,
): Lanes {
  if (grouping === 'none') {
    return { lanes: [{ id: 'all', label: '', kind: undefined }], laneOf: () => 0 };
  }
  if (grouping === 'kind') {
    const lanes = kinds.map(({ id, label }, kind) => ({ id, label, kind }));
    return { lanes, laneOf: ({ kind }) => kind };
  }
  const counts = new Map<number, number>();
  for (const {
    actors: [first = -1],
  } of events)
    counts.set(first, (counts.get(first) ?? 0) + 1);
  counts.delete(-1);
  const busiest = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_ACTORS);
  const lanes: Lane[] = busiest.map(([actor]) => ({
    id: actors[actor]?.id ?? '',
    label: actors[actor]?.label ?? '',
    kind: undefined,
  }));
  const places = new Map(busiest.map(([actor], index) => [actor, index]));
  lanes.push({ id: OTHERS, label: others, kind: undefined });
  return { lanes, laneOf: ({ actors: [first = -1] }) => places.get(first) ?? lanes.length - 1 };
}
