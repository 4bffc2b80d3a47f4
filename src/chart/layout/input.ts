import type { Shape } from '../../model/schema.ts';

/** How an end of a mark's extent looks: known to the day, coarser, only about known, or open. */
export type Softness = 'sharp' | 'soft' | 'blurred' | 'open';

/** What the chart knows of an event: numbers and finished wording. Survives JSON. */
export interface ChartEvent {
  /** The event's slug. */
  id: string;
  /** Short title. */
  label: string;
  /** When it happened, in words. */
  date: string;
  /** The year under which it is filed, in words. */
  year: string;
  /** A sentence for those who cannot see the mark: kind, date, title. */
  name: string;
  href: string;
  /** Index into the kinds. */
  kind: number;
  /** Indices into the actors, the one whom it concerns most first. */
  actors: number[];
  /** Indices into the sources. */
  sources: number[];
  /** Indices of the events that it answers. */
  answers: number[];
  /** Extent in milliseconds (UTC, since 1970); null at an open end. */
  earliest: number | null;
  latest: number | null;
  /** Whether it lasts over its extent, rather than happening somewhere within it. */
  lasting: boolean;
  /** How sure its start and its end are. */
  ends: readonly [start: Softness, end: Softness];
  /** Where it lasted: the milliseconds within which it began, and within which it ended. */
  within?: readonly [start: number, end: number];
  uncertain: boolean;
  major: boolean;
  /** Whether sources disagree on it. */
  disagree: boolean;
}

/** A kind of event, with its mark. */
export interface ChartKind {
  id: string;
  /** Of several events, and of one. */
  label: string;
  single: string;
  shape: Shape;
}

/** Something by which events are filtered or grouped. */
export interface ChartName {
  id: string;
  label: string;
}

/** All that the chart draws, in the order of the story. */
export interface ChartInput {
  /** BCP 47 tag for the wording of ticks. */
  language: string;
  kinds: ChartKind[];
  actors: ChartName[];
  sources: ChartName[];
  events: ChartEvent[];
}

/** The extent of a story: from its first known instant to its last, in milliseconds. */
export function extentOf(events: readonly ChartEvent[]): [number, number] {
  let [start, end] = [Infinity, -Infinity];
  for (const { earliest, latest } of events) {
    for (const instant of [earliest, latest]) {
      if (instant === null) continue;
      start = Math.min(start, instant);
      end = Math.max(end, instant);
    }
  }
  if (start > end) return [Date.UTC(2000, 0), Date.UTC(2001, 0)];
  return end > start ? [start, end] : [start - 1, end + 1];
}

/**
 * The instants at which the symbols of events stand, null where neither end of one is known: where
 * an event begins if it lasts, else in the middle of its extent, but not before what it answers.
 */
export function anchorsOf(events: readonly ChartEvent[]): (number | null)[] {
  const anchors: (number | null)[] = [];
  for (const { earliest, latest, lasting, answers } of events) {
    if (earliest === null || latest === null) anchors.push(earliest ?? latest);
    else if (lasting) anchors.push(earliest);
    else {
      // What is answered stands before in the story, or has another extent.
      const answered = answers.map((index) => anchors[index] ?? earliest);
      anchors.push(Math.min(Math.max((earliest + latest) / 2, ...answered), latest));
    }
  }
  return anchors;
}

/** The kind that all of some events have, by their indices; none where they differ. */
export function sharedKind(
  members: readonly number[],
  { events }: Pick<ChartInput, 'events'>,
): number | undefined {
  const kind = events[members[0] ?? -1]?.kind;
  return members.every((member) => events[member]?.kind === kind) ? kind : undefined;
}
