import { describe, expect, test } from 'vitest';
import { dateFormatter, wordEnds, wordStretch } from './date-format.ts';

const DAY = 86_400_000;
const YEAR = { year: 'numeric' } as const;

describe('a date', () => {
  test.each([
    ['en', '29 May 2025'],
    ['en-US', 'May 29, 2025'],
    ['sr', '29. maj 2025.'],
    ['fa', '۲۹ مهٔ ۲۰۲۵'],
    ['th', '29 พฤษภาคม 2025'],
  ])('is worded in %s by the calendar of the sources', (language, expected) => {
    const options = { ...YEAR, month: 'long', day: 'numeric' } as const;
    const words = dateFormatter(language, options, 2025).format(Date.UTC(2025, 4, 29));
    expect(words.replace(/[\u200E\u200F]/g, '')).toBe(expected);
  });

  test('long ago names its era, and one of our time does not', () => {
    const worded = (year: number) =>
      dateFormatter('en', YEAR, year).format(new Date(0).setUTCFullYear(year, 0, 1));
    expect([-43, 44, 1521].map(worded)).toEqual(['44 BC', '44 AD', '1521']);
  });
});

describe('a stretch of time', () => {
  test('names days, and what both ends share once', () => {
    const [from, to] = [Date.UTC(2025, 4, 1), Date.UTC(2025, 6, 15)];
    expect(wordStretch(from, to, 'en')).toMatch(/^1 May\s–\s15 Jul 2025$/);
    expect(wordEnds(from, to, 'en')).toEqual(['1 May 2025', '15 Jul 2025']);
  });

  test('that is short names minutes, in UTC', () => {
    const from = Date.UTC(2025, 5, 23, 6);
    expect(wordStretch(from, from + DAY, 'en')).toMatch(/06:00/);
    expect(wordEnds(from, from + DAY, 'en')[1]).toBe('24 Jun 2025, 06:00');
  });
});
