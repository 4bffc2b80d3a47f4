import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateError, parseDate, printDate } from './date.ts';

/** Holds what must be true of any text: it is a date, or it is explained why not. */
function parsesOrExplains(text: string): void {
  try {
    const date = parseDate(text);
    expect(parseDate(printDate(date))).toEqual(date);
  } catch (error) {
    expect(error).toBeInstanceOf(DateError);
    const { message, expected, fix } = error as DateError;
    expect([message, expected, fix]).not.toContain('');
  }
}

const character = fc.constantFrom(...'0123456789XYZTE-+:/.~?%[]{} '.split(''));
const written = fc.constantFrom(
  ...[
    '2024',
    '2024-06',
    '2024-02-29',
    '2024-06~',
    '2024-XX',
    '2024-06-XX',
    '2024-XX-XX',
    '201X',
    '19XX',
  ],
  ...[
    '-0044-03-15',
    '0099',
    '0000',
    'Y17000',
    'Y-17000',
    '2023-03-02/2023-03-05',
    '2022/..',
    '/2025-05?',
  ],
  ...['2025-05-29T20:00+02:00', '2025-05-29T20:00:30Z', '2025-05-29T20:00-03:30/2025-06'],
);

describe('text that nobody meant as a date', () => {
  it('is refused with an explanation, whatever its characters', () => {
    const digits = fc.string({ unit: character, maxLength: 30 });
    const unicode = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(fc.property(fc.oneof(fc.string(), unicode, digits), parsesOrExplains), {
      numRuns: 1500,
    });
  });

  it('is refused with an explanation when it is a date with slips of the hand', () => {
    const slip = fc.tuple(fc.nat(40), fc.nat(2), character);
    const slipped = fc.tuple(written, fc.array(slip, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(slipped, ([text, slips]) => {
        const apply = (before: string, [at, cut, put]: [number, number, string]) =>
          before.slice(0, at) + put + before.slice(at + cut);
        parsesOrExplains(slips.reduce(apply, text));
      }),
      { numRuns: 500 },
    );
  });
});
