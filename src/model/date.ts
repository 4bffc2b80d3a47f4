import { parse as parseEdtf } from 'edtf';

/** How exactly a point in time is given. `decade` and `century` come from unspecified digits. */
export type Precision = 'century' | 'decade' | 'year' | 'month' | 'day' | 'minute' | 'second';

/** One point in time as its writer knew it: the known parts, how exact and how sure they are. */
export interface DatePoint {
  /** Astronomical year: 0 is 1 BCE. For a decade or century, its first year. */
  year: number;
  /** 1–12. */
  month?: number;
  /** 1–31. */
  day?: number;
  /** Local wall clock, with its offset from UTC in minutes. Seconds only when written. */
  time?: { hour: number; minute: number; second?: number; offset: number };
  precision: Precision;
  /** Parts written as `XX`: known to exist, not known which. */
  unspecified?: ('month' | 'day')[];
  approximate: boolean;
  uncertain: boolean;
  /** First and last millisecond (UTC, since 1970) that the point can mean. */
  earliest: number;
  latest: number;
}

/** One end of an interval: a point, `open` (EDTF `..`) or `unknown` (nothing written). */
export type Bound = DatePoint | 'open' | 'unknown';

/**
 * A date of EDTF level 0 or 1 without seasons (ISO 8601-2:2019; loc.gov/standards/datetime).
 * A date that is no interval has the same point as `start` and `end`.
 */
export interface EdtfDate {
  interval: boolean;
  start: Bound;
  end: Bound;
  /** The extent: first and last millisecond that the date can mean; ±Infinity at an open end. */
  earliest: number;
  latest: number;
}

/** Says why a text is no date that we support, and how to write it. */
export class DateError extends Error {
  readonly expected: string;
  readonly fix: string;

  constructor(found: string, expected: string, fix: string) {
    super(found);
    this.name = 'DateError';
    this.expected = expected;
    this.fix = fix;
  }
}

const EXPECTED = 'an EDTF date such as "2025-05-29", "2024-06", "2023", "2025-06~" or "2022/.."';

/** What the `edtf` package's parser returns, as far as levels 0 and 1 go. */
interface EdtfNode {
  type: string;
  level: number;
  values: unknown[];
  approximate?: boolean;
  uncertain?: boolean;
  /** Bit mask of unspecified digits: bits 0–3 year, 4–5 month, 6–7 day. */
  unspecified?: number;
  offset?: number;
  timeZone?: string;
}

/** Dates that were read: stories name the same days again and again, and the grammar is slow. */
const dates = new Map<string, EdtfDate>();
const MOST_DATES = 20_000;

/**
 * Reads an EDTF text. The same text gives the same object.
 * @throws {DateError} when the text is not EDTF, is impossible (30 February), is of a level or
 *   kind that we do not support, lacks a time's offset, or says nothing (`../..`).
 */
export function parseDate(text: string): EdtfDate {
  const date = dates.get(text) ?? readDate(text);
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(text, date);
  return date;
}

function readDate(text: string): EdtfDate {
  const node = parseNode(text);
  if (node.type === 'Interval') return parseInterval(text, node);
  const point = pointOf(text, node);
  return {
    interval: false,
    start: point,
    end: point,
    earliest: point.earliest,
    latest: point.latest,
  };
}

function parseNode(text: string): EdtfNode {
  let node: EdtfNode;
  try {
    node = parseEdtf(text) as EdtfNode;
  } catch {
    throw new DateError(`"${text}" is not a date`, EXPECTED, suggest(text));
  }
  if (node.level > 1 || !['Date', 'Year', 'Interval'].includes(node.type)) {
    throw new DateError(
      `"${text}" is EDTF of a kind that timelines do not use (${node.type.toLowerCase()}, level ${String(node.level)})`,
      EXPECTED,
      'write a year, month, day, date-time with offset, or an interval of these with "/"',
    );
  }
  return node;
}

function parseInterval(text: string, node: EdtfNode): EdtfDate {
  const [startText = '', endText = ''] = text.split('/');
  const start = boundOf(text, startText, node.values[0]);
  const end = boundOf(text, endText, node.values[1]);
  if (typeof start === 'string' && typeof end === 'string') {
    throw new DateError(
      `"${text}" names neither a start nor an end`,
      EXPECTED,
      'give at least one end, as in "2022/.."',
    );
  }
  const earliest = typeof start === 'string' ? -Infinity : start.earliest;
  const latest = typeof end === 'string' ? Infinity : end.latest;
  if (earliest > latest) {
    throw new DateError(
      `"${text}" ends before it begins`,
      'an interval from earlier to later',
      `write "${endText}/${startText}"`,
    );
  }
  return { interval: true, start, end, earliest, latest };
}

function boundOf(text: string, part: string, value: unknown): Bound {
  if (part === '..') return 'open';
  if (part === '') return 'unknown';
  return pointOf(text, value as EdtfNode);
}

function pointOf(text: string, node: EdtfNode): DatePoint {
  const [year = 0, month0, day, hour, minute = 0, second, fraction] = node.values as number[];
  if (fraction !== undefined) {
    throw new DateError(
      `"${text}" has a fraction of a second`,
      'a time of hours, minutes and at most whole seconds',
      'leave the fraction out',
    );
  }
  const mask = node.unspecified ?? 0;
  const unspecified = [
    ...(mask & 0x30 ? (['month'] as const) : []),
    ...(mask & 0xc0 ? (['day'] as const) : []),
  ];
  const known: Pick<DatePoint, 'year' | 'month' | 'day' | 'time'> = { year };
  if (month0 !== undefined && !(mask & 0x30)) known.month = month0 + 1;
  if (day !== undefined && !(mask & 0xc0)) known.day = day;
  if (hour !== undefined) known.time = timeOf(text, node, hour, minute, second);
  const precision = precisionOf(text, known, mask & 0x0f);
  if (year === 0 && mask & 0x0f && text.startsWith('-')) {
    throw new DateError(
      `"${text}" begins before year 0 and ends at it`,
      EXPECTED,
      'name the first and the last year, as in "-0009/0000"',
    );
  }
  const [earliest, latest] = limitsOf(text, known, precision);
  return {
    ...known,
    precision,
    ...(unspecified.length ? { unspecified } : {}),
    approximate: node.approximate ?? false,
    uncertain: node.uncertain ?? false,
    earliest,
    latest,
  };
}

function timeOf(
  text: string,
  node: EdtfNode,
  hour: number,
  minute: number,
  second: number | undefined,
) {
  if (node.timeZone === undefined) {
    throw new DateError(
      `"${text}" has a time without an offset from UTC`,
      'a time that means one instant everywhere',
      `add the offset, as in "${text}+02:00" or "${text}Z", or leave the time out`,
    );
  }
  if (hour === 24) {
    throw new DateError(
      `"${text}" has the hour 24`,
      'an hour from 00 to 23',
      'write 00:00 of the next day',
    );
  }
  return {
    hour,
    minute,
    ...(second === undefined ? {} : { second }),
    offset: node.offset ?? 0,
  };
}

function precisionOf(
  text: string,
  { month, day, time }: Pick<DatePoint, 'month' | 'day' | 'time'>,
  yearMask: number,
): Precision {
  if (time) return time.second === undefined ? 'minute' : 'second';
  if (day !== undefined) return 'day';
  if (month !== undefined) return 'month';
  if (yearMask === 0) return 'year';
  if (yearMask === 0b1000) return 'decade';
  if (yearMask === 0b1100) return 'century';
  throw new DateError(
    `"${text}" says nothing about the year`,
    EXPECTED,
    'give the century at least, as in "19XX"',
  );
}

const SPAN_YEARS: Partial<Record<Precision, number>> = { century: 100, decade: 10, year: 1 };

function limitsOf(
  text: string,
  { year, month = 1, day = 1, time }: Pick<DatePoint, 'year' | 'month' | 'day' | 'time'>,
  precision: Precision,
): [earliest: number, latest: number] {
  const years = SPAN_YEARS[precision];
  // Unspecified digits of a negative year run towards the past: -201X is -2019 to -2010.
  const first = years !== undefined && years > 1 && year < 0 ? year - years + 1 : year;
  const earliest = utc(first, month, day, time);
  const next =
    years !== undefined
      ? utc(first + years, 1, 1)
      : precision === 'month'
        ? utc(year, month + 1, 1)
        : earliest + { day: 86_400_000, minute: 60_000, second: 1000 }[precision as 'day'];
  if (!Number.isFinite(earliest) || !Number.isFinite(next)) {
    throw new DateError(
      `the year in "${text}" is beyond what a program can count`,
      'a year from -271820 to 275759',
      'name such an age in the text, and give the event a date that can be drawn',
    );
  }
  if (precision === 'day' || time) {
    const back = new Date(utc(year, month, day));
    if (back.getUTCDate() !== day) {
      throw new DateError(
        `"${text}" does not exist: the month has no day ${String(day)}`,
        'a day that is in the calendar',
        'check the day against the source',
      );
    }
  }
  return [earliest, next - 1];
}

/** `Date.UTC` without its trap: it takes the years 0–99 for 1900–1999. */
function utc(year: number, month: number, day: number, time?: DatePoint['time']): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (time) date.setUTCHours(time.hour, time.minute - time.offset, time.second ?? 0);
  return date.getTime();
}

/** A guess at what was meant, for texts that people and spreadsheets commonly write. */
function suggest(text: string): string {
  const two = (part: string) => part.padStart(2, '0');
  const iso = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(text);
  if (iso) {
    const [, year = '', month = '', day] = iso;
    return validOr(text, `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`);
  }
  const european = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(text);
  if (european) {
    const [, day = '', month = '', year = ''] = european;
    return validOr(text, `${year}-${two(month)}-${two(day)}`);
  }
  const spaced = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)$/.exec(text);
  if (spaced)
    return `write "${spaced[1] ?? ''}T${spaced[2] ?? ''}+02:00", with the offset that applies`;
  return 'write year, month and day in that order, as far as they are known, in quotes';
}

function validOr(text: string, candidate: string): string {
  const impossible = 'check the day and the month against the source';
  // The text itself has just failed to parse: to try it again would go on for ever.
  if (candidate === text) return impossible;
  try {
    parseDate(candidate);
    return `write "${candidate}"`;
  } catch {
    return impossible;
  }
}

/** Writes a date as EDTF, the inverse of {@link parseDate}. */
export function printDate(date: EdtfDate): string {
  if (!date.interval) return printBound(date.start);
  return `${printBound(date.start)}/${printBound(date.end)}`;
}

function printBound(bound: Bound): string {
  if (bound === 'open') return '..';
  if (bound === 'unknown') return '';
  const qualifier = bound.approximate ? (bound.uncertain ? '%' : '~') : bound.uncertain ? '?' : '';
  return printYear(bound) + printRest(bound) + qualifier;
}

function printYear({ year, precision }: DatePoint): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  const sign = year < 0 ? '-' : '';
  if (digits.length > 4) return `Y${sign}${digits}`;
  if (precision === 'decade') return `${sign}${digits.slice(0, 3)}X`;
  if (precision === 'century') return `${sign}${digits.slice(0, 2)}XX`;
  return sign + digits;
}

function printRest({ month, day, time, unspecified = [] }: DatePoint): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const parts = [
    month === undefined ? (unspecified.includes('month') ? 'XX' : undefined) : two(month),
    day === undefined ? (unspecified.includes('day') ? 'XX' : undefined) : two(day),
  ];
  const date = parts.filter((part) => part !== undefined).map((part) => `-${part}`);
  if (!time) return date.join('');
  const { hour, minute, second, offset } = time;
  const clock = [hour, minute, ...(second === undefined ? [] : [second])].map(two).join(':');
  return `${date.join('')}T${clock}${printOffset(offset)}`;
}

function printOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The year under which a date is filed: of its start, or of its end when the start is open. */
export function filingYear(date: EdtfDate): number {
  const bound = typeof date.start === 'string' ? date.end : date.start;
  return typeof bound === 'string' ? NaN : bound.year;
}

/** Whether the point or either end of the interval is marked as approximate (`~` or `%`). */
export function isApproximate({ start, end }: EdtfDate): boolean {
  return [start, end].some((bound) => typeof bound !== 'string' && bound.approximate);
}

/** Whether the point or either end of the interval is marked as uncertain (`?` or `%`). */
export function isUncertain({ start, end }: EdtfDate): boolean {
  return [start, end].some((bound) => typeof bound !== 'string' && bound.uncertain);
}
