import { describe, expect, test } from 'vitest';
import { openSearch } from '../src/chart/draw/search.ts';
import { searchDocuments } from '../src/exports/search.ts';
import { readFolder } from '../src/model/folder.ts';

const reading = await readFolder('content');
if (!reading.ok) throw new Error('the content has problems');
const { events } = reading.timeline;
const documents = searchDocuments(reading.timeline);
const search = await openSearch('/search.json', () => Promise.resolve(Response.json(documents)));
const found = (query: string) => [...search(query)].sort();

/** Events that involve one of these actors or let them speak. */
function naming(...ids: string[]): string[] {
  return events
    .filter(({ actors, claims }) =>
      [...actors, ...claims.map(({ by }) => by)].some((id) => ids.includes(id)),
    )
    .map(({ slug }) => slug)
    .sort();
}

describe('in the first story', () => {
  test.each([
    ['aleksandar-vucic', ['Vucic', 'Vučić', 'Вучић', 'ВУЧИЋ', 'vučić']],
    ['krusik', ['Krusik', 'Krušik', 'Крушик']],
    ['maria-zakharova', ['Zakharova', 'Захарова', 'zaharova']],
  ])('however the name of %s is typed, the same events are found', (id, spellings) => {
    const events = found(spellings[0] ?? '');
    expect(naming(id).length).toBeGreaterThan(0);
    expect(events).toEqual(expect.arrayContaining(naming(id)));
    for (const spelling of spellings)
      expect({ spelling, events: found(spelling) }).toEqual({ spelling, events });
  });

  test('every quote is found by its words', () => {
    const quotes = events.flatMap(({ slug, claims }) =>
      claims.flatMap(({ quote }) => (quote === undefined ? [] : [{ slug, quote }])),
    );
    expect(quotes.length).toBeGreaterThan(10);
    for (const { slug, quote } of quotes) expect(found(quote)).toContain(slug);
  });

  test('every event is found by its label, as the chart shows it', () => {
    for (const { slug, label } of events) expect(found(label ?? '')).toContain(slug);
  });

  test('every event is found by its title, and first', () => {
    for (const { slug, title } of events) {
      expect({ title, first: [...search(title)][0] }).toEqual({ title, first: slug });
    }
  });

  test('nothing typed finds every event, nonsense none', () => {
    expect(found('')).toHaveLength(events.length);
    expect(found('xqzwv')).toEqual([]);
  });
});
