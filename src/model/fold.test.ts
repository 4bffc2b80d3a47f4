import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from './fold.ts';

describe('folds to the same', () => {
  // Invented names, put together for their letters.
  test.each([
    ['dorde zizic', ['Đorđe Žižić', 'ĐORĐE ŽIŽIĆ', 'Ђорђе Жижић', 'Dorde Zizic', 'Đorđe Žižić']],
    ['scucac', ['Ščućač', 'Шчућач', 'Scucac', 'Щућач']],
    ['ljubinja dzepovic', ['Ljubinja Džepović', 'Љубиња Џеповић', 'ǇUBIǋA ǅepović']],
    ['zemcuznyj', ['Жемчужный', 'Žemčužnyj', 'Жемчу́жный', 'Жемчужный']],
    ['obekt', ['объект', 'Obekt']],
    ['elka', ['Ёлка', 'елка', 'Ëlka']],
    ['jedist', ['Єдість', 'Jedist']],
    ['kraina', ['Країна', 'Краина', 'kraïna', 'Kraina']],
    ['ganok', ['ґанок', 'ганок', 'Ganok']],
    ['ekran jula', ['Экран Юла', 'ekran jula']],
    ['dzuro', ['Ѕуро', 'Џуро', 'Džuro']],
    ['lodz', ['Łódź', 'LODZ']],
    ['oresund', ['Øresund', 'ØRESUND', 'öresund']],
    ['strasse', ['Straße', 'STRASSE', 'STRAẞE']],
    ['aeon', ['Æon', 'ǽon', 'aeon']],
    ['istanbul', ['İstanbul', 'ıstanbul', 'ISTANBUL']],
    ['οδυσσευσ', ['Ὀδυσσεύς', 'ΟΔΥΣΣΕΥΣ']],
  ])('%s', (folded, texts) => {
    for (const text of texts) expect(foldText(text)).toBe(folded);
  });
});

describe('keeps', () => {
  test.each([
    ['what is plain already', 'a1, b-2; “c”'],
    ['marks that are vowels', 'हिन्दी'],
    ['letters that only look composed', '한국어 が か'],
    ['pictures', '👩‍🚀'],
  ])('%s', (_, text) => {
    expect(foldText(text)).toBe(text);
  });
});

test('every letter of the Cyrillic alphabets in use becomes Latin', () => {
  const alphabets = [
    'абвгдђежзијклљмнњопрстћуфхцчџш',
    'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
    'абвгдѓежзѕијклљмнњопрстќуфхцчџш',
    'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  ].join('');
  expect(foldText(alphabets + alphabets.toUpperCase())).toMatch(/^[a-z]+$/);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  // Latin to Cyrillic, where the table is.
  fc.string({ unit: fc.integer({ min: 0x41, max: 0x52f }).map((n) => String.fromCodePoint(n)) }),
);

describe('whatever the text', () => {
  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('its case and its way of composing letters do not matter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text));
        expect(foldText(text.toLowerCase())).toBe(foldText(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('the result is at most four times as long', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text).length).toBeLessThanOrEqual(4 * text.length);
      }),
      { numRuns: 5000 },
    );
  });
});
