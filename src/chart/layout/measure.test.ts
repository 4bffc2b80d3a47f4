import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateAt, estimateWidth, LABEL_SIZE, wrap, type Measure } from './measure.ts';

/** Every letter is ten pixels wide, whatever it is; bold ones eleven. */
const tens: Measure = (text, bold) =>
  [...new Intl.Segmenter().segment(text)].length * (bold ? 11 : 10);

const FAMILY = '👩‍👩‍👧‍👦';
const WAVE = '👋🏽';
const FLAG = '🇦🇶';

describe('a text is broken into lines', () => {
  test.each<[what: string, text: string, width: number, maxLines: number, lines: string[]]>([
    ['stays whole where it fits', 'the toll', 80, 3, ['the toll']],
    ['is one empty line where there is nothing to write', '', 80, 3, ['']],
    ['breaks at spaces', 'the toll is due', 80, 3, ['the toll', 'is due']],
    ['breaks at thin spaces', '1 Jun\u2009–\u20092 Jul', 70, 3, ['1 Jun\u2009–', '2 Jul']],
    ['takes as many words into a line as fit', 'a b c d e f', 50, 3, ['a b c', 'd e f']],
    [
      'ends with an ellipsis where more lines would follow',
      'one two three four',
      60,
      2,
      ['one', 'two…'],
    ],
    [
      'loses letters of the last line where the ellipsis needs their room',
      'first second third',
      60,
      2,
      ['first', 'secon…'],
    ],
    ['does not end with a space and an ellipsis', 'ab cd efghi jk', 60, 1, ['ab cd…']],
    ['drops a space that would stand before the ellipsis', 'ab cd ef', 50, 1, ['ab c…']],
    ['does not write two ellipses', 'one two… three', 80, 1, ['one two…']],
    ['breaks a word that is longer than a line', 'unsurveyed', 40, 3, ['unsu', 'rvey', 'ed']],
    [
      'goes on in the line in which a broken word ends',
      'the unsurveyed toll',
      70,
      3,
      ['the', 'unsurve', 'yed…'],
    ],
    ['begins a long word in a line of its own', 'an unsurveyed', 60, 3, ['an', 'unsurv', 'eyed']],
    [
      'breaks a script without spaces between any letters',
      '橋の調査は来年まで続く',
      50,
      3,
      ['橋の調査は', '来年まで続', 'く'],
    ],
    [
      'shortens a script without spaces on its last line only',
      '橋の調査は来年まで続く',
      40,
      2,
      ['橋の調査', 'は来年…'],
    ],
    [
      'keeps an emoji of several code points whole',
      FAMILY.repeat(5),
      20,
      3,
      [FAMILY + FAMILY, FAMILY + FAMILY, FAMILY],
    ],
    [
      'keeps skin tones and flags whole beside an ellipsis',
      `${WAVE}${FLAG}${WAVE}${FLAG}`,
      30,
      1,
      [`${WAVE}${FLAG}…`],
    ],
    [
      'keeps accents with their letter',
      'z\u030celjeznic\u030cki',
      40,
      3,
      ['z\u030celj', 'ezni', 'c\u030cki'],
    ],
    ['writes one letter a line where not even two fit', 'abc', 5, 3, ['a', 'b', 'c']],
  ])('%s', (_, text, width, maxLines, lines) => {
    expect(wrap(text, width, false, tens, maxLines)).toEqual(lines);
  });

  test('by the width that it has in bold where it is bold', () => {
    expect(wrap('the toll', 80, true, tens, 2)).toEqual(['the', 'toll']);
  });
});

/** Words and emoji of any script, with single spaces between them. */
const anyText = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { maxLength: 30 })
  .map((words) => words.map((word) => word.replace(/\s/gu, '_')).join(' '));

describe('whatever the text', () => {
  test('lines keep to the width and the number that are allowed', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = wrap(text, width, false, tens, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          expect(lines.filter((line) => tens(line, false) > width)).toEqual([]);
        },
      ),
    );
  });

  test('nothing is lost where the lines are enough', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrap(text, width, false, tens, Infinity);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('an estimated width', () => {
  test.each([
    ['nothing', '', 0],
    ['a letter', 'n', 0.64 * LABEL_SIZE],
    ['a character of CJK', '橋', 1.3 * LABEL_SIZE],
    ['a combining accent', '\u030c', 0],
  ])('of %s', (_, text, width) => {
    expect(estimateWidth(text, false)).toBeCloseTo(width);
  });

  test('grows with the font and with its weight', () => {
    expect(estimateWidth('toll', true)).toBeGreaterThan(estimateWidth('toll', false));
    expect(estimateAt(2 * LABEL_SIZE)('toll', true)).toBeCloseTo(2 * estimateWidth('toll', true));
  });
});
