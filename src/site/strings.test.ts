import { expect, test } from 'vitest';
import { fill } from '../model/fill.ts';
import { counted, stringsFor } from './strings.ts';

test('a language that has not been translated yet falls back to English', () => {
  expect(stringsFor('xx')).toBe(stringsFor('en'));
  expect(stringsFor('en-GB')).toBe(stringsFor('en'));
});

test('numbers take the right form of their noun', () => {
  const forms = ['{n} event', '{n} events'] as const;
  expect([0, 1, 2, 1234].map((n) => counted(n, forms, 'en'))).toEqual([
    '0 events',
    '1 event',
    '2 events',
    '1,234 events',
  ]);
});

test('values are put into their places as they are', () => {
  expect(fill('{a} and {b}', { a: '$1 {b}', b: '\\' })).toBe('$1 {b} and \\');
});
