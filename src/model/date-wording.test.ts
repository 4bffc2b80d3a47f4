import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH_DATE_WORDS, htmlDatetime, wordDate, type DateFormat } from './date-wording.ts';
import { parseDate, type DatePoint, type EdtfDate } from './date.ts';

const word = (text: string, format: Partial<DateFormat> = {}) =>
  wordDate(parseDate(text), { language: 'en', ...format });

describe('in English, a date', () => {
  it.each([
    ['2024-06-22', '22 June 2024'],
    ['2024-06', 'June 2024'],
    ['2023', '2023'],
    ['2025-06~', 'around June 2025'],
    ['2025-03?', 'March 2025 (uncertain)'],
    ['2025-03%', 'around March 2025 (uncertain)'],
    ['2022/..', 'from 2022'],
    ['2025-06~/..', 'from around June 2025'],
    ['../2025-05-30', 'until 30 May 2025'],
    ['2022/', 'from 2022, end not known'],
    ['/2025-05-30?', 'until 30 May 2025 (uncertain), start not known'],
    ['2023-03-02/2023-03-05', '2–5 March 2023'],
    ['2023-05-29/2023-06-03', '29 May\u2009–\u20093 June 2023'],
    ['2023-11/2024-02', 'November 2023\u2009–\u2009February 2024'],
    ['2022/2024', '2022–2024'],
    ['2023-05-01~/2023-05-05', 'around 1 May 2023 – 5 May 2023'],
    ['2023/2024-05', '2023 – May 2024'],
    ['2024-05-01/2024-05-01', '1 May 2024'],
    ['201X', '2010s'],
    ['19XX', '1900 to 1999'],
    ['-01XX', '200 BC to 101 BC'],
    ['2004-06-XX', 'June 2004, day not known'],
    ['2004-XX', '2004, month not known'],
    ['2004-XX-XX', '2004, month not known'],
    ['0044-03-15', '15 March 44 AD'],
    ['0000', '1 BC'],
    ['-0044', '45 BC'],
    ['Y17000', '17000'],
  ])('%s reads “%s”', (text, wording) => {
    expect(word(text)).toBe(wording);
  });

  it.each([
    ['2024-09-22', '22 Sept 2024'],
    ['2024-02~', 'around Feb 2024'],
    ['2023-01-29/2023-02-03', '29 Jan\u2009–\u20093 Feb 2023'],
  ])('%s in the short style reads “%s”', (text, wording) => {
    expect(word(text, { style: 'short' })).toBe(wording);
  });

  it('keeps the spaces around the dash where whole dates stand on both sides', () => {
    expect(word('2024-12-29/2025-01-03')).toBe('29 December 2024\u2009–\u20093 January 2025');
  });
});

describe('a time', () => {
  const timeZone = 'Europe/Vienna';

  it.each([
    ['2025-05-09T20:00+02:00', '9 May 2025, 20:00 CEST'],
    ['2025-01-09T20:00+01:00', '9 January 2025, 20:00 CET'],
    ['2025-01-09T20:00+02:00', '9 January 2025, 20:00 UTC+2'],
    ['2025-05-09T20:00:30Z', '9 May 2025, 20:00:30 UTC'],
    ['2025-05-09T00:30+14:00', '9 May 2025, 00:30 UTC+14'],
    ['2025-05-09T23:30-03:30', '9 May 2025, 23:30 UTC−3:30'],
    ['2025-05-09T20:00+02:00/2025-05-10', '9 May 2025, 20:00 CEST – 10 May 2025'],
  ])('%s reads “%s” in a timeline of Vienna, on the day that was written', (text, wording) => {
    expect(word(text, { timeZone })).toBe(wording);
  });

  it('is told by its offset where the timeline has no zone', () => {
    expect(word('2025-05-09T20:00+02:00')).toBe('9 May 2025, 20:00 UTC+2');
    expect(word('2025-05-09T20:00-04:00')).toBe('9 May 2025, 20:00 UTC−4');
  });

  it.each(['de', 'fr', 'sv', 'fi', 'sr', 'uk'])(
    'is never moved to another zone, in %s',
    (language) => {
      expect(word('2025-05-09T20:00Z', { language, timeZone })).toMatch(/, 20:00 UTC$/);
    },
  );
});

describe('in another language, a date', () => {
  const german = {
    language: 'de',
    timeZone: 'Europe/Berlin',
    words: {
      ...ENGLISH_DATE_WORDS,
      around: 'um {date}',
      uncertain: '{date} (unsicher)',
      from: 'ab {date}',
      decade: '{year}er',
      range: '{start} bis {end}',
    },
  };

  it.each([
    ['2024-06-22', '22. Juni 2024'],
    ['2025-03%', 'um März 2025 (unsicher)'],
    ['2022/..', 'ab 2022'],
    ['2023-03-02/2023-03-05', '2.–5. März 2023'],
    ['2023-05?/2023-06', 'Mai 2023 (unsicher) bis Juni 2023'],
    ['201X', '2010er'],
    ['2025-05-09T20:00+02:00', '9. Mai 2025, 20:00 MESZ'],
  ])('%s reads “%s” in German, with its words', (text, wording) => {
    expect(word(text, german)).toBe(wording);
  });

  it.each([
    ['sr', '2025-05-09', '9. maj 2025.'],
    ['sr', '2024-06', 'jun 2024.'],
    ['sr-Cyrl', '2025-05-09', '9. мај 2025.'],
    ['en-US', '2025-05-09', 'May 9, 2025'],
  ])('in %s, %s reads “%s”', (language, text, wording) => {
    expect(word(text, { language })).toBe(wording);
  });
});

const two = (part: number) => String(part).padStart(2, '0');
const point = fc
  .tuple(
    fc.integer({ min: -9999, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('', '~', '?', '%'),
    fc.constantFrom('year', 'month', 'day'),
  )
  .map(([year, month, day, sign, precision]) => {
    const digits = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
    const rest = { year: '', month: `-${two(month)}`, day: `-${two(month)}-${two(day)}` }[
      precision
    ];
    return digits + rest + sign;
  });
const alone = fc
  .tuple(point, fc.constantFrom('-XX', '-XX-XX', 'T09:41Z', 'T23:05:07+05:45'))
  .map(([text, rest]) => text.replace(/[~?%]?$/, rest));
const interval = fc.tuple(
  fc.oneof(point, fc.constantFrom('..', '')),
  fc.oneof(point, fc.constantFrom('..', '')),
);
const anyDate = fc
  .oneof(
    point,
    alone,
    interval.map((ends) => ends.join('/')),
    fc.nat({ max: 999 }).map((tens) => `${String(tens).padStart(3, '0')}X`),
    fc.nat({ max: 99 }).map((hundreds) => `${two(hundreds)}XX`),
    fc.integer({ min: 10_000, max: 275_759 }).map((year) => `Y${String(year)}`),
  )
  .map((text): EdtfDate | undefined => {
    try {
      return parseDate(text);
    } catch {
      return undefined;
    }
  })
  .filter((date) => date !== undefined);
const format = fc.record<DateFormat>({
  language: fc.constantFrom('en', 'en-US', 'de', 'sr', 'sr-Cyrl', 'fr', 'uk'),
  style: fc.constantFrom('long', 'short'),
  timeZone: fc.constantFrom('Europe/Vienna', 'Asia/Kathmandu'),
});

const points = ({ start, end }: EdtfDate) =>
  [start, end].filter((bound): bound is DatePoint => typeof bound !== 'string');
const unique = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** Years as a reader counts them, where 0 is 1 BC; the first and last of a decade or century. */
function yearsOf({ year, earliest, latest, precision }: DatePoint): number[] {
  const ends = [earliest, latest].map((instant) => new Date(instant).getUTCFullYear());
  const named = precision === 'century' || precision === 'decade' ? [year, ...ends] : [year];
  return named.map((one) => (one > 0 ? one : 1 - one));
}

describe('the wording of every date', () => {
  it('has no number but the days and years that the date has, and all of its days', () => {
    fc.assert(
      fc.property(anyDate, format, (date, options) => {
        const wording = wordDate(date, options).replace(/, \d\d:\d\d(:\d\d)? \S+/g, '');
        const numbers = (wording.match(/\d+/g) ?? []).map(Number);
        const days = points(date).flatMap(({ day }) => day ?? []);
        const allowed = unique([...days, ...points(date).flatMap(yearsOf)]);
        expect(allowed).toEqual(expect.arrayContaining(numbers));
        expect(numbers).toEqual(expect.arrayContaining(days));
      }),
      { numRuns: 2000 },
    );
  });

  it('names the months that the date has, and no other', () => {
    const names = Array.from({ length: 12 }, (_, index) =>
      word(`2001-${two(index + 1)}`).slice(0, -5),
    );
    fc.assert(
      fc.property(anyDate, (date) => {
        const words = wordDate(date, { language: 'en' }).match(/\p{L}+/gu) ?? [];
        const named = words.map((one) => names.indexOf(one) + 1).filter((month) => month > 0);
        expect(unique(named)).toEqual(unique(points(date).flatMap(({ month }) => month ?? [])));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the machine-readable date of a page', () => {
  it.each([
    ['2024-06-22', '2024-06-22'],
    ['2024-06~', '2024-06'],
    ['2023?', '2023'],
    ['0044-03-15', '0044-03-15'],
    ['2025-05-09T20:00+02:00', '2025-05-09T18:00:00Z'],
    ['2025-05-09T20:00:30-03:30', '2025-05-09T23:30:30Z'],
  ])('of %s is %s', (text, datetime) => {
    expect(htmlDatetime(parseDate(text))).toBe(datetime);
  });

  it.each([
    '2022/2024',
    '2022/..',
    '/2024',
    '201X',
    '19XX',
    '2024-XX',
    '2024-06-XX',
    '0000',
    '-0044-03-15',
    'Y17000',
  ])('is left out for %s, for which HTML has no form', (text) => {
    expect(htmlDatetime(parseDate(text))).toBeUndefined();
  });
});
