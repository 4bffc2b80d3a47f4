import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDate } from '../../model/date-wording.ts';
import { parseDate } from '../../model/date.ts';
import { anyInput, anyWindow } from './arbitraries.test-support.ts';
import { beginnings, yearsBegun } from './calendar.ts';
import { eventWith, HOUR, inputOf, sizeWith, wishWith, YEAR } from './fixtures.test-support.ts';
import { estimateWidth, type Measure } from './measure.ts';
import { layoutChart, planChart } from './plan.ts';
import { ticksOf, type Axis, type AxisFrame, type Tick } from './ticks.ts';
import { SCALES } from './view.ts';

/** True time between two instants. */
function frame(start: number, end: number, part: Partial<AxisFrame> = {}): AxisFrame {
  const { width = 900 } = part;
  const toX = (instant: number) => ((instant - start) / (end - start)) * width;
  return { start, end, width, toX, language: 'en-GB', measure: estimateWidth, ...part };
}

/** The first and the last instant of ECMAScript's calendar, in milliseconds. */
const [FIRST, LAST] = [-8.64e15, 8.64e15];

/** Labels with their places, as `label@pixels`. */
function print(ticks: readonly Tick[]): string {
  return ticks.map(({ label, along }) => `${label}@${Math.round(along)}`).join(' ');
}

describe('the axis of', () => {
  test.each<[what: string, from: string, to: string, major: string, minor: string]>([
    [
      'deep history names every fifty-thousandth year',
      '-270000-01-01',
      '2026-01-01',
      '250000 BC@66 200000 BC@232 150000 BC@397 100000 BC@562 50000 BC@728',
      '',
    ],
    [
      'tens of millennia names every ten-thousandth year',
      '-060000-01-01',
      '2026-01-01',
      '60000 BC@0 50000 BC@145 40000 BC@290 30000 BC@435 20000 BC@580 10000 BC@726',
      '',
    ],
    [
      'all of the calendar names every hundred-thousandth year',
      '-271821-04-20',
      '+275760-09-13',
      '200000 BC@118 100000 BC@282 1 AD@447 100000@611 200000@775',
      '',
    ],
    [
      'millennia names every five-hundredth year, with its era where it needs one',
      '-000799-01-01',
      '2100-01-01',
      '500 BC@93 1 AD@248 500@403 1000@559 1500@714',
      '',
    ],
    [
      'decades around the turn of the eras names the era of each year',
      '-000020-01-01',
      '0030-01-01',
      '20 BC@18 15 BC@108 10 BC@198 5 BC@288 1 AD@378 5 AD@450 10 AD@540 15 AD@630 20 AD@720 25 AD@810',
      '',
    ],
    [
      'a century names its decades',
      '1900-01-01',
      '2000-01-01',
      '1900@0 1910@90 1920@180 1930@270 1940@360 1950@450 1960@540 1970@630 1980@720 1990@810',
      '',
    ],
    [
      'decades names every fifth year',
      '1995-06-01',
      '2025-06-01',
      '2000@138 2005@288 2010@438 2015@588 2020@738',
      '',
    ],
    [
      'a few years names their quarters',
      '2020-06-01',
      '2024-06-01',
      '2020@0 2021@132 2022@357 2023@582 2024@806',
      'Jul@18 Oct@75 Apr@187 Jul@243 Oct@300 Apr@412 Jul@468 Oct@525 Apr@637 Jul@693 Oct@750 Apr@862',
    ],
    [
      'a year names its months',
      '2024-01-01',
      '2025-01-01',
      '2024@0',
      'Feb@76 Mar@148 Apr@224 May@298 Jun@374 Jul@448 Aug@524 Sept@600 Oct@674 Nov@750 Dec@824',
    ],
    [
      'a month counts its days',
      '2024-02-01',
      '2024-03-01',
      'Feb 2024@0',
      Array.from(
        { length: 28 },
        (_, day) => `${day + 2}@${Math.round((900 * (day + 1)) / 29)}`,
      ).join(' '),
    ],
    [
      'some weeks has no two days nearer to each other than others',
      '2024-02-12',
      '2024-03-14',
      'Feb 2024@0 Mar 2024@523',
      '16@116 21@261 26@406 6@668 11@813',
    ],
    [
      'a few days names each of them',
      '2024-02-28',
      '2024-03-02',
      '28 Feb 2024@0 29 Feb 2024@300 1 Mar 2024@600',
      '06:00@75 12:00@150 18:00@225 06:00@375 12:00@450 18:00@525 06:00@675 12:00@750 18:00@825',
    ],
    [
      'one day names every third hour',
      '2024-02-29',
      '2024-03-01',
      '29 Feb 2024@0',
      '03:00@113 06:00@225 09:00@338 12:00@450 15:00@563 18:00@675 21:00@788',
    ],
    [
      'a night names both days',
      '2024-12-31T15:00Z',
      '2025-01-01T09:00Z',
      '31 Dec 2024@0 1 Jan 2025@450',
      '15:00@0 18:00@150 21:00@300 03:00@600 06:00@750',
    ],
    [
      'one hour counts minutes',
      '2024-02-29T10:00Z',
      '2024-02-29T11:00Z',
      '29 Feb 2024@0',
      '10:00@0 10:05@75 10:10@150 10:15@225 10:20@300 10:25@375 10:30@450 10:35@525 10:40@600 10:45@675 10:50@750 10:55@825',
    ],
    [
      'two hours before the common era names the day with its era',
      '-000043-03-15T10:00Z',
      '-000043-03-15T12:00Z',
      '15 Mar 44 BC@0',
      '10:00@0 10:15@113 10:30@225 10:45@338 11:00@450 11:15@563 11:30@675 11:45@788',
    ],
    [
      'a year before the common era names the year with its era',
      '-000043-03-15',
      '-000042-03-15',
      '44 BC@0 43 BC@720',
      'Apr@42 May@116 Jun@192 Jul@266 Aug@343 Sept@419 Oct@493 Nov@570 Dec@644 Feb@796 Mar@865',
    ],
  ])('%s', (_, from, to, major, minor) => {
    const axis = ticksOf(frame(Date.parse(from), Date.parse(to)));
    expect({ major: print(axis.major), minor: print(axis.minor) }).toEqual({ major, minor });
  });

  test('a year on a phone names its quarters', () => {
    const { major, minor } = ticksOf(frame(Date.UTC(2024, 0), Date.UTC(2025, 0), { width: 320 }));
    expect([print(major), print(minor)]).toEqual(['2024@0', 'Apr@80 Jul@159 Oct@240']);
  });

  test('a year is worded in the language that is asked for', () => {
    const { minor } = ticksOf(frame(Date.UTC(2024, 0), Date.UTC(2025, 0), { language: 'de' }));
    expect(minor.map(({ label }) => label)).toContain('Dez');
  });

  test('a year has the months of the Gregorian calendar in every language', () => {
    const { major, minor } = ticksOf(
      frame(Date.UTC(2024, 0), Date.UTC(2025, 0), { language: 'fa-u-nu-latn', width: 1400 }),
    );
    expect([print(major), minor.length]).toEqual(['2024@0', 11]);
  });

  test.each(['en', 'sr', 'sr-Cyrl', 'de', 'fr', 'ru', 'ja', 'ar'])(
    'years before the common era are counted as dates in %s are',
    (language) => {
      const between = (start: number, end: number) =>
        [start, end].map((year) => new Date(0).setUTCFullYear(year, 0, 1)) as [number, number];
      for (const [from, to] of [
        [-1200, -100],
        [-46, -40],
      ] as const) {
        const { major } = ticksOf(frame(...between(from, to), { language }));
        expect(major.length).toBeGreaterThan(1);
        for (const { instant, label, along } of major) {
          const year = new Date(instant).getUTCFullYear();
          const date = parseDate(`-${String(-year).padStart(4, '0')}`);
          expect(label).toBe(wordDate(date, { language, style: 'short' }));
          if (along > 0 && from < -1000) expect((1 - year) % 100).toBe(0);
        }
      }
    },
  );

  test('dates are ordered as the language of the page has them', () => {
    const { major } = ticksOf(
      frame(Date.UTC(2024, 1, 28), Date.UTC(2024, 2, 2), { language: 'en' }),
    );
    expect(major[0]?.label).toBe('28 Feb 2024');
  });

  test('a month that begins near the end is named, and not its first day alone', () => {
    const { minor } = ticksOf(frame(Date.UTC(2024, 4, 20), Date.UTC(2024, 5, 2), { width: 700 }));
    expect(minor.map(({ label }) => label)).toContain('1 Jun');
    expect(minor.map(({ label }) => label)).not.toContain('1');
  });

  test('months stand between years where these leave room', () => {
    const { major, minor } = ticksOf(frame(Date.UTC(2020, 0), Date.UTC(2026, 0), { width: 700 }));
    expect(major).toHaveLength(6);
    expect(minor.map(({ label }) => label)).toEqual(Array.from({ length: 6 }, () => 'Jul'));
  });

  test('the first and the last year of the calendar still has ticks', () => {
    for (const [start, end] of [
      [FIRST, FIRST + 40_000 * YEAR],
      [LAST - 40_000 * YEAR, LAST],
    ] as const)
      expect(ticksOf(frame(start, end)).major.length).toBeGreaterThan(3);
  });

  test('years that have no room to be regular are round nevertheless', () => {
    const measure: Measure = (text, bold) => 2 * estimateWidth(text, bold);
    const { major } = ticksOf(frame(FIRST, LAST, { width: 320, measure }));
    expect(print(major)).toBe('200000 BC@42');
  });

  test.each([
    ['true', '250000 BC@84 200000 BC@247 150000 BC@410 100000 BC@573 50000 BC@736'],
    [
      'shortened',
      '250000 BC@100 200000 BC@216 150000 BC@333 100000 BC@449 50000 BC@566 10000 BC@659 1 AD@827',
    ],
  ] as const)('a story from deep history to today has round years in %s time', (scale, major) => {
    const events = ['Y-270000', '-3000', '1900', '2026'].map((date) => {
      const { earliest, latest } = parseDate(date);
      return eventWith({ id: date, earliest, latest });
    });
    const size = sizeWith({ width: 924, direction: 'across' });
    const plan = planChart(inputOf(events), wishWith({ scale }), size, 'Others');
    expect(print(layoutChart(plan, [0, 1]).axis.major)).toBe(major);
  });
});

const LANGUAGES = ['en-GB', 'en-US', 'sr-Latn', 'de', 'ar', 'ja', 'fa'];

const anyMeasure = fc.constantFrom(1, 2).map(
  (zoom): Measure =>
    (text, bold) =>
      estimateWidth(text, bold) * zoom,
);

/** From an hour to the whole calendar, and up to both of its ends. */
const anyFrame = fc
  .record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc
      .double({ min: Math.log(HOUR), max: Math.log(LAST - FIRST), noNaN: true })
      .map((exponent) => Math.min(Math.exp(exponent), LAST - FIRST)),
    width: fc.integer({ min: 272, max: 1600 }),
    language: fc.constantFrom(...LANGUAGES),
    measure: anyMeasure,
  })
  .map(({ place, length, ...part }) => {
    const start = FIRST + Math.floor(place * (LAST - FIRST - length));
    return frame(start, Math.min(start + length, LAST), part);
  });

/** What is wrong with the axis, in words. */
function faultsOf({ major, minor }: Axis, { width, measure }: AxisFrame): string[] {
  const inOrder = (ticks: readonly Tick[], bold: boolean) =>
    ticks.flatMap((tick, index) => {
      const right = tick.along + measure(tick.label, bold);
      const next = ticks[index + 1];
      return [
        ...(next && next.along <= right ? [`${tick.label} touches ${next.label}`] : []),
        ...(next && next.instant <= tick.instant ? [`${tick.label} is not in order`] : []),
        ...(tick.along < 0 || (right > width && index > 0) ? [`${tick.label} is outside`] : []),
      ];
    });
  return [
    ...inOrder(major, true),
    ...inOrder(minor, false),
    ...(major.length === 0 ? ['the larger unit is nowhere'] : []),
    ...(major.length + minor.length > 80 ? ['there are too many ticks'] : []),
  ];
}

describe('whatever the window', () => {
  test('labels of the axis do not touch, are few, and the larger unit is there', () => {
    fc.assert(
      fc.property(anyFrame, (one) => {
        expect(faultsOf(ticksOf(one), one)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('few ticks are looked at, however long the window is', () => {
    fc.assert(
      fc.property(anyFrame, (one) => {
        let count = 0;
        const toX = (instant: number) => {
          count++;
          return one.toX(instant);
        };
        ticksOf({ ...one, toX });
        expect(count).toBeLessThanOrEqual(1_400);
      }),
      { numRuns: 300 },
    );
  });

  test('as many years are counted as begin', () => {
    fc.assert(
      fc.property(anyFrame, ({ start, end }) => {
        const near = Math.min(end, start + 500 * YEAR);
        expect(yearsBegun(start, near)).toBe(beginnings('year', 1, start, near).length);
        const far = Math.max(start, end - 500 * YEAR);
        expect(yearsBegun(far, end)).toBe(beginnings('year', 1, far, end).length);
      }),
    );
  });

  test('ticks of true time are regular: none is much farther from the next than others', () => {
    fc.assert(
      fc.property(anyFrame, (one) => {
        const { major, minor } = ticksOf(one);
        const along = [...major, ...minor].map((tick) => tick.along).filter((place) => place > 0);
        along.sort((a, b) => a - b);
        const gaps = along.slice(1).map((place, index) => place - (along[index] ?? place));
        // Months differ in length: from the 26th to the next 1st it is three days in February, and
        // eleven to the 6th where the 1st has no room.
        expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.min(...gaps) * 4);
      }),
      { numRuns: 300 },
    );
  });

  test('the same holds where quiet stretches are shortened', () => {
    fc.assert(
      fc.property(
        anyInput(40),
        anyWindow,
        fc.constantFrom(...SCALES),
        fc.integer({ min: 272, max: 1600 }),
        fc.constantFrom(1, 2),
        (input, window, scale, width, zoomText) => {
          const size = sizeWith({ width, direction: 'across', zoomText });
          const plan = planChart(input, wishWith({ scale }), size, 'Others');
          const { axis } = layoutChart(plan, window);
          expect(faultsOf(axis, { ...frame(0, 1), width, measure: size.measure })).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
