import { describe, expect, it } from 'vitest';
import { few, formatProblem, formatProblems, nearest, show } from './problem.ts';

const problem = { file: 'a/b.md', line: 2, column: 3, found: 'x', expected: 'y', fix: 'z' };

describe('a name that was probably meant', () => {
  it.each([
    ['reprt', ['report', 'statement'], 'report'],
    ['denys', ['denies', 'reports'], 'denies'],
    ['bridg', ['bridge'], 'bridge'],
    ['ban', ['bat'], 'bat'],
  ])('is found for %j', (name, known, meant) => {
    expect(nearest(name, known)).toBe(meant);
  });

  it.each([
    ['eu', ['un']],
    ['eu', ['ec']],
    ['tas', ['abc', 'xyz']],
    ['town', ['town-council']],
    ['', ['a']],
  ])('is not guessed for %j', (name, known) => {
    expect(nearest(name, known)).toBeUndefined();
  });
});

describe('problems', () => {
  it('begin with the folder, so that terminals can jump to the place', () => {
    for (const folder of ['content', 'content/', 'content\\\\'])
      expect(formatProblems([problem], folder)).toMatch(/^content\/a\/b\.md:2:3\n/);
    expect(formatProblems([problem], '/stories/wall')).toMatch(/^\/stories\/wall\/a\/b\.md:2:3\n/);
  });

  it('cannot steer the terminal that shows them', () => {
    const file = 'a\n::error::\u001B[31m.md';
    const printed = formatProblem({ ...problem, file, found: '\u202Ex' });
    expect(printed).toBe(
      'a ::error::U+001B[31m.md:2:3\n  found     U+202Ex\n  expected  y\n  mend      z',
    );
  });
});

it('Values are shown on one line, shortened', () => {
  expect(show('a\n b')).toBe('"a b"');
  expect(show('a'.repeat(100))).toHaveLength(62);
  expect([show(''), show([]), show({})]).toEqual(['nothing', 'a list', 'a group of fields']);
});

it('Names are listed, the first few of many', () => {
  expect(few(['a', 'b'])).toBe('a, b');
  expect(few(Array.from({ length: 21 }, () => 'a'))).toMatch(/^(a, ){19}a …$/);
});
