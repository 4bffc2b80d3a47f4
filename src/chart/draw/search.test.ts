import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../model/fold.ts';
import { openSearch, type FetchJson } from './search.ts';

function entry(id: string, fields: Partial<SearchDocument>): SearchDocument {
  return { id, title: '', summary: '', names: '', quotes: '', ...fields };
}

/** An invented story, whose names were put together for their letters. */
const documents = [
  entry('letter', {
    title: 'Žižić writes a letter',
    summary: 'It cost €1,250 and came in 2021.',
    names: 'Đorđe Žižić, Ђорђе Жижић, Djordje Zizic',
  }),
  entry('answer', {
    title: 'The frog answers',
    summary: 'A reply to the letter.',
    names: 'Łucja Wąsa, The Frog',
    quotes: 'Жижић тражи одговор … l’état, c’est moi',
  }),
  entry('silence', { title: 'Nothing happens', summary: 'In 2022 none wrote.' }),
];

function serving(value: unknown, status = 200): FetchJson {
  return () => Promise.resolve(Response.json(value, { status }));
}

const search = await openSearch('/search.json', serving(documents));
const found = (query: string) => [...search(query)];

describe('a search', () => {
  test.each([
    ['letter', ['letter', 'answer']],
    ['Žižić', ['letter', 'answer']],
    ['ZIZIC', ['letter', 'answer']],
    ['Жижић', ['letter', 'answer']],
    ['Жижић', ['letter', 'answer']],
    ['Đorđe', ['letter']],
    ['Djordje', ['letter']],
    ['wasa', ['answer']],
    ['odgovor', ['answer']],
    ['état', ['answer']],
    ['1,250', ['letter']],
    ['€', ['letter']],
    ['€1', ['letter']],
    ['€1250', []],
    ['202', ['letter', 'silence']],
  ])('for “%s” finds %j', (query, ids) => {
    expect(found(query).sort()).toEqual(ids.toSorted());
  });

  test('finds the beginning of a word, and all events while none is asked for', () => {
    expect(found('wri')).toEqual(['letter']);
    for (const nothing of ['', '  ', '“', '…']) {
      expect(found(nothing)).toEqual(['letter', 'answer', 'silence']);
    }
  });

  test('wants every word, wherever it stands', () => {
    expect(found('frog reply odgovor')).toEqual(['answer']);
    expect(found('frog reply writes')).toEqual([]);
  });

  test('forgives one letter of a longer word where nothing else is found, and no digit', () => {
    expect(found('lettre')).toEqual([]);
    expect(found('leter')).toEqual(['letter', 'answer']);
    expect(found('wrates letter')).toEqual(['letter']);
    expect(found('writea')).toEqual(['letter']);
    expect(found('wrote')).toEqual(['silence']);
    expect(found('frag')).toEqual([]);
    expect(found('20211')).toEqual([]);
  });

  test('finds nothing for nonsense', () => {
    for (const nonsense of ['xqzwv', '__proto__', 'letter xqzwv', '£', '🐸']) {
      expect({ nonsense, found: found(nonsense) }).toEqual({ nonsense, found: [] });
    }
  });

  test('puts what its title says before what a summary mentions', () => {
    expect(found('letter')).toEqual(['letter', 'answer']);
  });
});

describe('opening', () => {
  test('asks for the address once', async () => {
    const asked: string[] = [];
    const opened = await openSearch('/base/search.json', (address) => {
      asked.push(address);
      return serving(documents)(address);
    });
    opened('letter');
    expect(asked).toEqual(['/base/search.json']);
  });

  test('a story without events finds nothing', async () => {
    const opened = await openSearch('/search.json', serving([]));
    expect([...opened('letter'), ...opened('')]).toEqual([]);
  });

  test('fails with the address and the status', async () => {
    await expect(
      openSearch('/search.json', serving({}, 404)),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`[Error: /search.json was answered with 404]`);
  });
});
