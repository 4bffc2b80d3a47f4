import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesIn } from './place.ts';

it('The place of an offset is the line that it is on and how far into it', () => {
  const text = 'ab\n\ncd\n';
  const places = Array.from({ length: text.length + 2 }, (_, offset) => placesIn(text)(offset));
  expect(places.map(({ line, column }) => `${String(line)}:${String(column)}`)).toEqual([
    '1:1',
    '1:2',
    '1:3',
    '2:1',
    '3:1',
    '3:2',
    '3:3',
    '4:1',
    '4:1',
  ]);
});

it('The place of any offset is that which one finds by splitting the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '—') }), fc.nat(20), (text, any) => {
      const offset = Math.min(any, text.length);
      const lines = text.slice(0, offset).split('\n');
      const column = (lines.at(-1)?.length ?? 0) + 1;
      expect(placesIn(text)(offset)).toEqual({ line: lines.length, column });
    }),
  );
});
