import type { Bound, DatePoint, EdtfDate } from './date.ts';
import { dateFormatter, intlLocale } from './date-format.ts';
import { fill } from './fill.ts';

/** The words around a date, in one language. `{…}` are filled in. */
export interface DateWords {
  around: string;
  uncertain: string;
  from: string;
  until: string;
  fromUnknownEnd: string;
  untilUnknownStart: string;
  range: string;
  decade: string;
  years: string;
  monthUnspecified: string;
  dayUnspecified: string;
}

/** English; the pattern for further languages. */
export const ENGLISH_DATE_WORDS: DateWords = {
  around: 'around {date}',
  uncertain: '{date} (uncertain)',
  from: 'from {date}',
  until: 'until {date}',
  fromUnknownEnd: 'from {date}, end not known',
  untilUnknownStart: 'until {date}, start not known',
  range: '{start} – {end}',
  decade: '{year}s',
  years: '{first} to {last}',
  monthUnspecified: '{date}, month not known',
  dayUnspecified: '{date}, day not known',
};

/** How to word a date. */
export interface DateFormat {
  /** BCP 47 tag. Plain `en` is taken as British order (29 May 2025), `sr` as Serbian in Latin. */
  language: string;
  words?: DateWords;
  /** `short` abbreviates months; `long` is the default. */
  style?: 'long' | 'short';
  /** IANA zone whose abbreviation names a time's offset where the two agree at that instant. */
  timeZone?: string;
}

/**
 * Words a date: "June 2024", "around June 2025", "2–5 March 2023", "from 2022",
 * "March 2025 (uncertain)", "9 May 2025, 20:00 CEST". Never more exact than the date is.
 */
export function wordDate(date: EdtfDate, format: DateFormat): string {
  const { start, end } = date;
  const words = format.words ?? ENGLISH_DATE_WORDS;
  if (typeof start === 'string' || typeof end === 'string') return wordHalfOpen(start, end, format);
  if (!date.interval) return qualify(wordPoint(start, format), start, words);
  if (sameQuality(start, end)) {
    const range = formatterFor(start, format).formatRange(wallClock(start), wallClock(end));
    // CLDR spaces the dash even between bare numbers, where typography sets it tight.
    return qualify(range.replace(/^(\d+\.?)\s–\s(\d)/u, '$1–$2'), start, words);
  }
  return fill(words.range, {
    start: qualify(wordPoint(start, format), start, words),
    end: qualify(wordPoint(end, format), end, words),
  });
}

function wordHalfOpen(start: Bound, end: Bound, format: DateFormat): string {
  const words = format.words ?? ENGLISH_DATE_WORDS;
  const [pattern, point] =
    typeof start === 'string'
      ? [start === 'open' ? words.until : words.untilUnknownStart, end]
      : [end === 'open' ? words.from : words.fromUnknownEnd, start];
  if (typeof point === 'string') return '';
  return fill(pattern, { date: qualify(wordPoint(point, format), point, words) });
}

/** Whether `Intl` can word both ends as one range: same plain parts, same qualifiers. */
function sameQuality(start: DatePoint, end: DatePoint): boolean {
  return (
    start.precision === end.precision &&
    start.approximate === end.approximate &&
    start.uncertain === end.uncertain &&
    !start.unspecified &&
    !end.unspecified &&
    ['year', 'month', 'day'].includes(start.precision)
  );
}

function wordPoint(point: DatePoint, format: DateFormat): string {
  const words = format.words ?? ENGLISH_DATE_WORDS;
  const formatter = formatterFor(point, format);
  if (point.precision === 'decade' && point.year > 0) {
    return fill(words.decade, { year: point.year });
  }
  if (point.precision === 'decade' || point.precision === 'century') {
    const [first, last] = [new Date(point.earliest), new Date(point.latest)];
    return fill(words.years, { first: formatter.format(first), last: formatter.format(last) });
  }
  const plain = formatter.format(wallClock(point));
  if (point.time) return `${plain}, ${clock(point.time)} ${zoneName(point, format)}`;
  const unspecified = point.unspecified ?? [];
  if (unspecified.includes('month')) return fill(words.monthUnspecified, { date: plain });
  if (unspecified.includes('day')) return fill(words.dayUnspecified, { date: plain });
  return plain;
}

function qualify(text: string, point: DatePoint, words: DateWords): string {
  const around = point.approximate ? fill(words.around, { date: text }) : text;
  return point.uncertain ? fill(words.uncertain, { date: around }) : around;
}

/** The point's local wall clock as if it were UTC, so that `Intl` in UTC prints what was written. */
function wallClock({ earliest, time }: DatePoint): Date {
  return new Date(earliest + (time?.offset ?? 0) * 60_000);
}

function formatterFor(point: DatePoint, { language, style }: DateFormat): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric' };
  if (point.month !== undefined) options.month = style === 'short' ? 'short' : 'long';
  if (point.day !== undefined) options.day = 'numeric';
  return dateFormatter(language, options, point.year);
}

function clock({ hour, minute, second }: NonNullable<DatePoint['time']>): string {
  const parts = [hour, minute, ...(second === undefined ? [] : [second])];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** "CEST" where the zone of the timeline has that offset at that instant, else "UTC+2". */
function zoneName({ earliest, time }: DatePoint, { language, timeZone }: DateFormat): string {
  const offset = time?.offset ?? 0;
  if (timeZone !== undefined) {
    const named = (locale: string, timeZoneName: 'short' | 'longOffset') =>
      new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
        .formatToParts(earliest)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '';
    // Other languages write offsets in other ways; only English is read back here.
    if (offsetOf(named('en', 'longOffset')) === offset) return named(intlLocale(language), 'short');
  }
  if (offset === 0) return 'UTC';
  const hours = Math.floor(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  const past = minutes ? `:${String(minutes).padStart(2, '0')}` : '';
  return `UTC${offset < 0 ? '−' : '+'}${String(hours)}${past}`;
}

/** Minutes in an `Intl` offset such as `GMT+02:00`. */
function offsetOf(name: string): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The value of an HTML `<time datetime>` for a date, or nothing where HTML has none for it. */
export function htmlDatetime({ interval, start }: EdtfDate): string | undefined {
  if (interval || typeof start === 'string' || start.unspecified) return undefined;
  if (
    start.year < 1 ||
    start.year > 9999 ||
    !['year', 'month', 'day', 'minute', 'second'].includes(start.precision)
  ) {
    return undefined;
  }
  if (start.time) return new Date(start.earliest).toISOString().replace('.000', '');
  const { length } = { year: 'yyyy', month: 'yyyy-mm' }[start.precision as string] ?? 'yyyy-mm-dd';
  return new Date(start.earliest).toISOString().slice(0, length);
}
