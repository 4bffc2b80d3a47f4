import type { Shape } from '../../model/schema.ts';

/** How the ends of a mark's extent look. */
export type Softness = 'sharp' | 'soft' | 'blurred';

/** What the chart knows of an event: numbers and finished wording. Survives JSON. */
export interface ChartEvent {
  /** The event's slug. */
  id: string;
  /** Short title. */
  label: string;
  /** A sentence for those who cannot see the mark: kind, date, title. */
  name: string;
  href: string;
  /** Index of its lane. */
  lane: number;
  /** Extent in milliseconds (UTC, since 1970); null at an open end. */
  earliest: number | null;
  latest: number | null;
  /** Whether it lasts over its extent, rather than happening somewhere within it. */
  lasting: boolean;
  softness: Softness;
  uncertain: boolean;
  major: boolean;
}

/** A lane: a group of marks under one name. */
export interface ChartLane {
  id: string;
  label: string;
  /** How many events it holds, in words. */
  count: string;
  shape: Shape;
  /** Index into the palette. */
  hue: number;
}

/** All that the chart draws, in the order of the story. */
export interface ChartInput {
  /** BCP 47 tag for the wording of ticks. */
  language: string;
  lanes: ChartLane[];
  events: ChartEvent[];
}

/** The extent of a story: from its first known instant to its last, in milliseconds. */
export function extentOf(events: readonly ChartEvent[]): [number, number] {
  const known = events
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((end) => end !== null);
  if (known.length === 0) return [Date.UTC(2000, 0), Date.UTC(2001, 0)];
  const [start, end] = [Math.min(...known), Math.max(...known)];
  return end > start ? [start, end] : [start - 1, end + 1];
}

/** Where a mark's symbol stands: where it begins if it lasts, else in the middle of its extent. */
export function anchorOf({ earliest, latest, lasting }: ChartEvent): number | null {
  if (earliest === null || latest === null) return earliest ?? latest;
  return lasting ? earliest : (earliest + latest) / 2;
}
