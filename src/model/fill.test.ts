import { expect, it } from 'vitest';
import { fill } from './fill.ts';

it('Values take the places that bear their names, whatever is in them', () => {
  expect(fill('{n} of {all}', { n: 3, all: '{n} $1 $&' })).toBe('3 of {n} $1 $&');
  expect(fill('{gone}.', {})).toBe('.');
});
