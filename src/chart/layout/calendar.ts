/** A unit of time by which an axis counts, in UTC. */
export type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Length of a unit in milliseconds, near enough to count by. */
export const LENGTH: Record<Unit, number> = {
  year: 365.25 * DAY,
  month: 30.4 * DAY,
  day: DAY,
  hour: HOUR,
  minute: MINUTE,
};

/**
 * Instants, from the start up to the end, at which every n-th of a unit begins: years as eras count
 * them, and days of the month. (d3-time does it too, and brings each unit of local time with it.)
 */
export function beginnings(unit: Unit, n: number, start: number, end: number): number[] {
  // Days are counted within their months, so that each is looked at.
  const every = unit === 'day' ? 1 : n;
  const first = Math.floor(countOf(unit, start) / every) - 1;
  const last = Math.floor(countOf(unit, end) / every);
  const instants: number[] = [];
  for (let step = first; step <= last; step++) {
    // The year before the first of our era is minus one to eras, and zero to computers.
    const turn = unit === 'year' && n > 1 && step <= 0 ? 1 : 0;
    const instant = beginningOf(unit, step * every + turn);
    if (instant >= start && instant < end && (unit !== 'day' || isCounted(instant, n)))
      instants.push(instant);
  }
  return instants;
}

/** How many years begin from the start up to the end: counted, since they may be half a million. */
export function yearsBegun(start: number, end: number): number {
  return firstYear(end) - firstYear(start);
}

/** The first year that begins at an instant or after it. */
function firstYear(instant: number): number {
  const year = countOf('year', instant);
  return beginningOf('year', year) >= instant ? year : year + 1;
}

/** How many of a unit lie before an instant: months and years since the year zero. */
function countOf(unit: Unit, instant: number): number {
  const date = new Date(instant);
  if (unit === 'year') return date.getUTCFullYear();
  if (unit === 'month') return date.getUTCFullYear() * 12 + date.getUTCMonth();
  return Math.floor(instant / LENGTH[unit]);
}

/** The instant at which a unit begins; not a number outside ECMAScript's calendar. */
function beginningOf(unit: Unit, count: number): number {
  if (unit === 'year') return new Date(0).setUTCFullYear(count, 0, 1);
  if (unit === 'month') return new Date(0).setUTCFullYear(0, count, 1);
  return count * LENGTH[unit];
}

/** Every n-th day of the month, leaving out one that stands too near to the next month's first. */
function isCounted(instant: number, n: number): boolean {
  const day = new Date(instant).getUTCDate();
  return n === 1 || ((day - 1) % n === 0 && (day === 1 || day + n / 2 <= 31));
}
