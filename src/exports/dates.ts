import type { Bound, DatePoint, EdtfDate } from '../model/date.ts';

/** The ends of a date that are known, in order; a date that is no interval has one. */
export function knownPoints({ interval, start, end }: EdtfDate): DatePoint[] {
  return (interval ? [start, end] : [start]).filter((bound) => typeof bound !== 'string');
}

/**
 * The year as people count: 44 BCE is -44, and no year is 0. An astronomical year, which ours are,
 * is one more before the common era.
 */
export function countedYear(year: number): number {
  return year > 0 ? year : year - 1;
}

/** First and last day, or instant in UTC where a time is known; nothing at an end that is open. */
export function extentOf(date: EdtfDate): Record<'earliest' | 'latest', string | undefined> {
  return {
    earliest: isoOf(date.earliest, date.start),
    latest: isoOf(date.latest, date.end),
  };
}

function isoOf(instant: number, bound: Bound): string | undefined {
  if (typeof bound === 'string') return undefined;
  const iso = new Date(instant).toISOString();
  return bound.time ? iso.replace(/\.\d+/, '') : iso.replace(/T.*/, '');
}
