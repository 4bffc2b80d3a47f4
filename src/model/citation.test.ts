import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dividedMentions, findCitations, mentions } from './citation.ts';

describe('citations in a text', () => {
  it('are found with their sources in order and their place', () => {
    expect(findCitations('It rose [@post-may] and fell [@post-june; @radio-7].')).toEqual([
      { keys: ['post-may'], malformed: [], start: 8, end: 19 },
      { keys: ['post-june', 'radio-7'], malformed: [], start: 29, end: 51 },
    ]);
  });

  it('keep what is no source’s id, so that the writer is told of it', () => {
    const [citation] = findCitations('[@post-may, p. 3; radio-7;@Town_Council; @radio-7; ]');
    expect(citation?.keys).toEqual(['radio-7']);
    expect(citation?.malformed).toEqual(['@post-may, p. 3', 'radio-7', '@Town_Council', '']);
  });

  it('are not seen where a bracket holds something else', () => {
    for (const text of [
      '',
      '@post-may',
      '[post-may]',
      '[@post-may',
      '[write to may@post.example]',
      '[medium.com/@post]',
    ]) {
      expect(findCitations(text)).toEqual([]);
    }
  });

  it('are malformed where anything else stands in the bracket', () => {
    const malformed = (text: string) => findCitations(text).flatMap((one) => one.malformed);
    expect(malformed('It rose [see @post-may].')).toEqual(['see @post-may']);
    expect(malformed('It rose [-@post-may].')).toEqual(['-@post-may']);
    expect(malformed('It rose [so they say; @post-may, p. 3].')).toEqual([
      'so they say',
      '@post-may, p. 3',
    ]);
  });

  it('may have spaces inside the bracket', () => {
    expect(findCitations('[ @post-may ]')).toEqual([
      { keys: ['post-may'], malformed: [], start: 0, end: 13 },
    ]);
  });

  it('may span lines, and stand within other brackets', () => {
    const [spanning, within] = findCitations('[@one;\n@two] and [so [@three]]');
    expect(spanning?.keys).toEqual(['one', 'two']);
    expect(within).toEqual({ keys: ['three'], malformed: [], start: 21, end: 29 });
  });

  const piece = fc.constantFrom(
    '[',
    '@',
    ']',
    ';',
    ' ',
    'one',
    'two-2',
    'Ž',
    '[@one]',
    '[@a; @b]',
    '\n',
    '[@x y]',
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('stand exactly where they are said to stand, one after the other', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
        let from = 0;
        for (const { start, end, keys, malformed } of findCitations(any)) {
          const cited = any.slice(start, end);
          expect(cited).toMatch(/^\[[^\][]*@[^\][]*\]$/);
          expect(cited.slice(1, -1).split(';')).toHaveLength(keys.length + malformed.length);
          for (const key of keys) expect(cited).toContain(`@${key}`);
          expect(start).toBeGreaterThanOrEqual(from);
          from = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are all found, between any other words', () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}$/);
    const words = fc.string().filter((any) => !any.includes('['));
    const cited = fc.array(fc.tuple(words, fc.array(id, { minLength: 1, maxLength: 3 })));
    fc.assert(
      fc.property(cited, (parts) => {
        const written = parts.map(
          ([before, ids]) => `${before}[${ids.map((one) => `@${one}`).join('; ')}]`,
        );
        const found = findCitations(written.join(''));
        expect(found.map(({ keys }) => keys)).toEqual(parts.map(([, ids]) => ids));
      }),
    );
  });
});

describe('a bracket that other Markdown divides', () => {
  it('is followed through the pieces of text of a paragraph', () => {
    expect(dividedMentions('It rose [see @', 0)).toEqual({ places: [13], open: 1 });
    expect(dividedMentions('@post-may', 1)).toEqual({ places: [0], open: 1 });
    expect(dividedMentions(' it] or @post-may', 1)).toEqual({ places: [], open: 0 });
  });

  it('is not one that stands around a citation', () => {
    expect(dividedMentions('[so [@post-may]] @post-may]', 0)).toEqual({ places: [], open: 0 });
  });
});

it('A mention is an @ that is not inside a word or an address', () => {
  expect(['@post', 'see @post', '-@post', '(@post'].filter(mentions)).toHaveLength(4);
  expect(['post', 'may@post.example', 'https://post.example/@may'].filter(mentions)).toEqual([]);
});
