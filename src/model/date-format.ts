/** The tag for `Intl`: plain `en` would put the month first, and plain `sr` means Cyrillic to it. */
export function intlLocale(language: string): string {
  return { en: 'en-GB', sr: 'sr-Latn' }[language] ?? language;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The formatter of every date that the site shows: in UTC, and in the calendar of the sources,
 * whatever the language's own one is.
 * @param language BCP 47 tag. Plain `en` is taken as British order (29 May 2025).
 * @param options parts of a date, as `Intl.DateTimeFormat` takes them.
 * @param year of the date, as computers count; one before 100 is worded with its era, since 44 could
 *   be read as 1944, and a negative one as a range.
 */
export function dateFormatter(
  language: string,
  options: Intl.DateTimeFormatOptions,
  year: number,
): Intl.DateTimeFormat {
  const locale = intlLocale(language);
  const era = year < 100 && 'year' in options ? ({ era: 'short' } as const) : {};
  const whole = { timeZone: 'UTC', calendar: 'gregory', ...options, ...era };
  const key = JSON.stringify([locale, whole]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, whole);
  formatters.set(key, known);
  return known;
}

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const MINUTE: Intl.DateTimeFormatOptions = {
  ...DAY,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
/** Milliseconds of a stretch of time whose ends are told to the minute. */
const SHORT = 3 * 86_400_000;

/**
 * Words a stretch of time between two instants, in milliseconds: "1 May – 15 Jul 2025"; a short one
 * to the minute, in UTC.
 */
export function wordStretch(from: number, to: number, language: string): string {
  return formatterOfStretch(from, to, language).formatRange(from, to);
}

/** Words both ends of a stretch of time, each by itself. */
export function wordEnds(from: number, to: number, language: string): [string, string] {
  const formatter = formatterOfStretch(from, to, language);
  return [formatter.format(from), formatter.format(to)];
}

function formatterOfStretch(from: number, to: number, language: string): Intl.DateTimeFormat {
  const options = to - from < SHORT ? MINUTE : DAY;
  return dateFormatter(language, options, new Date(from).getUTCFullYear());
}
