import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DateError,
  filingYear,
  isApproximate,
  isUncertain,
  parseDate,
  printDate,
  type Bound,
  type DatePoint,
} from './date.ts';

/** The parts of a point; its extent is worked out below, by another way than the code's. */
type Parts = Omit<DatePoint, 'earliest' | 'latest'>;
interface Written<T> {
  text: string;
  parts: T;
}

const two = (part: number) => String(part).padStart(2, '0');
const yearText = (year: number) =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
const sure = { approximate: false, uncertain: false };

const year = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.integer({ min: -9999, max: 9999 }));
const month = fc.integer({ min: 1, max: 12 });
const qualifier = fc.constantFrom(
  ['', false, false] as const,
  ['~', true, false] as const,
  ['?', false, true] as const,
  ['%', true, true] as const,
);

const calendarDay = fc
  .tuple(year, month, fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => ({ year: y, month: m, day: Math.min(d, daysIn(y, m)) }));
const dayText = (of: { year: number; month: number; day: number }) =>
  `${yearText(of.year)}-${two(of.month)}-${two(of.day)}`;

/** Year, month or day, with a qualifier or none: what an interval can have at its ends. */
const plain: fc.Arbitrary<Written<Parts>> = fc
  .tuple(calendarDay, fc.constantFrom('year', 'month', 'day'), qualifier)
  .map(([day, precision, [sign, approximate, uncertain]]) => {
    const { [precision]: length = 0 } = { year: -6, month: -3, day: Infinity };
    const known = { year: { year: day.year }, month: { year: day.year, month: day.month }, day };
    const parts = { ...known[precision], precision, approximate, uncertain };
    return { text: dayText(day).slice(0, length) + sign, parts };
  });

const dateTime: fc.Arbitrary<Written<Parts>> = fc
  .record({
    day: calendarDay,
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.option(fc.integer({ min: 0, max: 59 }), { nil: undefined }),
    offset: fc.integer({ min: -12 * 60, max: 14 * 60 }),
  })
  .map(({ day, hour, minute, second, offset }) => {
    const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
    const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
    const seconds = second === undefined ? {} : { second };
    const clock = [hour, minute, ...(second === undefined ? [] : [second])].map(two).join(':');
    const precision = second === undefined ? 'minute' : 'second';
    const parts = {
      ...day,
      time: { hour, minute, ...seconds, offset },
      precision,
      ...sure,
    } as const;
    return { text: `${dayText(day)}T${clock}${zone}`, parts };
  });

/** Level 1 alone, never in an interval: unspecified digits and years of more than four. */
const unspecified: fc.Arbitrary<Written<Parts>> = fc.oneof(
  fc.integer({ min: -999, max: 999 }).map((tens) => ({
    text: `${yearText(tens * 10).slice(0, -1)}X`,
    parts: { year: tens * 10, precision: 'decade' as const, ...sure },
  })),
  fc.integer({ min: -99, max: 99 }).map((hundreds) => ({
    text: `${yearText(hundreds * 100).slice(0, -2)}XX`,
    parts: { year: hundreds * 100, precision: 'century' as const, ...sure },
  })),
  fc.tuple(year, month, fc.constantFrom(0, 1, 2)).map(([y, m, form]): Written<Parts> => {
    const monthKnown = { year: y, month: m, precision: 'month' as const, ...sure };
    const yearKnown = { year: y, precision: 'year' as const, ...sure };
    if (form === 0) {
      return {
        text: `${yearText(y)}-${two(m)}-XX`,
        parts: { ...monthKnown, unspecified: ['day'] },
      };
    }
    return form === 1
      ? { text: `${yearText(y)}-XX`, parts: { ...yearKnown, unspecified: ['month'] } }
      : { text: `${yearText(y)}-XX-XX`, parts: { ...yearKnown, unspecified: ['month', 'day'] } };
  }),
  fc
    .oneof(fc.integer({ min: 10_000, max: 275_759 }), fc.integer({ min: -271_820, max: -10_000 }))
    .map((y) => ({
      text: `Y${String(y)}`,
      parts: { year: y, precision: 'year' as const, ...sure },
    })),
);

const single = fc.oneof(plain, dateTime, unspecified);

const inOrder = ([a, b]: [Written<Parts>, Written<Parts>]) =>
  extent(a.parts)[0] <= extent(b.parts)[1] ? [a, b] : [b, a];
const closed = fc.tuple(fc.oneof(plain, dateTime), fc.oneof(plain, dateTime)).map(inOrder);
const ends = [
  { text: '..', parts: 'open' },
  { text: '', parts: 'unknown' },
] as const;
const halfOpen = fc
  .tuple(fc.oneof(plain, dateTime), fc.constantFrom(...ends), fc.boolean())
  .map(([point, end, atStart]) => (atStart ? [end, point] : [point, end]));
const interval = fc.oneof(closed, halfOpen).map((both) => ({
  text: both.map(({ text }) => text).join('/'),
  parts: both.map(({ parts }) => parts),
}));

const anyText = fc.oneof(single, interval).map(({ text }) => text);

/** Proleptic Gregorian, from howardhinnant.github.io/date_algorithms.html#days_from_civil. */
function dayNumber(y: number, m: number, d: number): number {
  const shifted = m <= 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}

function daysIn(y: number, m: number): number {
  const next = m === 12 ? dayNumber(y + 1, 1, 1) : dayNumber(y, m + 1, 1);
  return next - dayNumber(y, m, 1);
}

function extent({ year: y, month: m = 1, day: d = 1, time, precision }: Parts): [number, number] {
  const day = 86_400_000;
  const span = { century: 100, decade: 10, year: 1 }[precision as string];
  if (span !== undefined) {
    // -201X runs from -2019 to -2010.
    const first = y < 0 ? y - span + 1 : y;
    return [dayNumber(first, 1, 1) * day, dayNumber(first + span, 1, 1) * day - 1];
  }
  const start = dayNumber(y, m, d) * day;
  if (!time) return [start, start + day * (precision === 'month' ? daysIn(y, m) : 1) - 1];
  const instant = start + (time.hour * 60 + time.minute - time.offset) * 60_000;
  const { second } = time;
  return second === undefined
    ? [instant, instant + 59_999]
    : [instant + second * 1000, instant + second * 1000 + 999];
}

function expected(parts: Parts | 'open' | 'unknown'): Bound {
  if (typeof parts === 'string') return parts;
  const [earliest, latest] = extent(parts);
  return { ...parts, earliest, latest };
}

describe('a date that is one point', () => {
  it('keeps every part that was written, and spans exactly what it can mean', () => {
    fc.assert(
      fc.property(single, ({ text, parts }) => {
        const point = expected(parts) as DatePoint;
        const { earliest, latest } = point;
        expect(parseDate(text)).toStrictEqual({
          interval: false,
          start: point,
          end: point,
          earliest,
          latest,
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an interval', () => {
  it('keeps both ends as written, and spans from the first to the last moment of them', () => {
    fc.assert(
      fc.property(interval, ({ text, parts: [from = 'open', to = 'open'] }) => {
        const [start, end] = [expected(from), expected(to)];
        const earliest = typeof start === 'string' ? -Infinity : start.earliest;
        const latest = typeof end === 'string' ? Infinity : end.latest;
        expect(parseDate(text)).toStrictEqual({ interval: true, start, end, earliest, latest });
      }),
      { numRuns: 1000 },
    );
  });

  it('is doubtful when either of its ends is', () => {
    const marks = (text: string) => [isApproximate(parseDate(text)), isUncertain(parseDate(text))];
    expect(marks('2024~/2025?')).toEqual([true, true]);
    expect(marks('2024/2025~')).toEqual([true, false]);
    expect(marks('../2025%')).toEqual([true, true]);
    expect(marks('2024?/')).toEqual([false, true]);
    expect(marks('2024/2025')).toEqual([false, false]);
  });

  it('is filed under the year of its start, or of its end where the start is open', () => {
    const years = ['2023-12-30/2024-01-02', '../2025-05-30', '/2025', '2022/..', '-0044-03-15'];
    expect(years.map((text) => filingYear(parseDate(text)))).toEqual([2023, 2025, 2025, 2022, -44]);
  });
});

describe('every date', () => {
  it('is printed as it was written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(printDate(parseDate(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('of the years just before year 0 is not taken for one of the years just after it', () => {
    for (const text of ['-000X', '-00XX']) {
      const read = () => printDate(parseDate(text));
      try {
        expect(read()).toBe(text);
      } catch (error) {
        expect(error).toBeInstanceOf(DateError);
      }
    }
  });

  it('begins no later than it ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { earliest, latest } = parseDate(text);
        expect(earliest).toBeLessThanOrEqual(latest);
      }),
    );
  });

  it('lies within the same date told less exactly', () => {
    fc.assert(
      fc.property(calendarDay, ({ year: y, month: m, day: d }) => {
        const day = dayText({ year: y, month: m, day: d });
        const [wholeYear, wholeMonth] = [yearText(y), `${yearText(y)}-${two(m)}`];
        // The decade and the century just before year 0 are left out: there is no year -0.
        const wider =
          y < 0 && y > -100 ? [] : [`${wholeYear.slice(0, -2)}XX`, `${wholeYear.slice(0, -1)}X`];
        const chain = [...wider, `${wholeYear}-XX`, wholeYear, `${wholeMonth}-XX`, wholeMonth, day];
        const extents = [...chain, `${day}T12:00Z`, `${day}T12:00:30Z`].map(parseDate);
        extents.slice(1).forEach((finer, index) => {
          expect(finer.earliest).toBeGreaterThanOrEqual(extents[index]?.earliest ?? NaN);
          expect(finer.latest).toBeLessThanOrEqual(extents[index]?.latest ?? NaN);
        });
      }),
    );
  });
});
