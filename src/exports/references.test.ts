import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../model/date.ts';
import { claimsOf } from '../model/relations.ts';
import { bibtex } from './bibtex.ts';
import { cslItems } from './csl.ts';
import { plainCitation } from './plain-citation.ts';
import { anyPublication, anyText, eventsAt, publishedFolder } from './publication.test-support.ts';
import { claimReference, eventReference, type Reference } from './reference.ts';
import { ris } from './ris.ts';

const { wordDate, ...published } = eventsAt('2024');

/** Sources, and every event and claim as its own page. */
const anyReferences: fc.Arbitrary<Reference[]> = anyPublication.map((publication) => [
  ...publication.timeline.sources,
  ...publication.timeline.events.map((event) => eventReference(event, publication)),
  ...claimsOf(publication.timeline).map((claim) => claimReference(claim, publication)),
]);

function dated(issued: string): Reference {
  return { id: 'one', type: 'webpage', title: 'One', issued: parseDate(issued) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The fields of each entry as a bibliography would print them. */
function readBibtex(text: string) {
  const { entries, errors } = parseBibtex(text, { english: false, verbatimFields: ['url'] });
  expect(errors).toEqual([]);
  return entries;
}

describe('as BibTeX', () => {
  test('any reference is read back by its key and title, whatever its signs and script', () => {
    fc.assert(
      fc.property(anyReferences, (references) => {
        const entries = readBibtex(bibtex(references));
        expect(entries.map(({ key, fields }) => [key, fields.title])).toEqual(
          references.map(({ id, title }) => [id, oneLine(title)]),
        );
      }),
    );
  });

  test.each(['2025-06~', '2022/..', '2023-03-02/2023-03-05', '2024-06', '201X', '-0043?'])(
    'the date %s stands as it is, since biblatex reads EDTF',
    (date) => {
      expect(bibtex([dated(date)])).toContain(`date = {${date}},`);
    },
  );

  test('a time is no part of the date', () => {
    expect(bibtex([dated('2025-05-29T20:00+02:00')])).toContain('date = {2025-05-29},');
  });

  test('names are those of the authors, and of nobody where none is known', () => {
    const author = [
      { family: 'Журавлёва', given: 'Алёна' },
      { family: 'Cruz and Sons', given: 'J., Jr' },
      { literal: 'Staff and Agencies' },
    ];
    const [entry, other] = readBibtex(
      bibtex([
        { ...dated('2024'), author },
        { ...dated('2024'), id: 'two' },
      ]),
    );
    expect(
      entry?.fields.author?.map(({ lastName, firstName, name }) => [lastName ?? name, firstName]),
    ).toEqual([
      ['Журавлёва', 'Алёна'],
      ['Cruz and Sons', 'J., Jr'],
      ['Staff and Agencies', undefined],
    ]);
    expect(other?.fields).not.toHaveProperty('author');
  });

  test('an address is left as it is', () => {
    const URL = 'https://example.org/a_b%20c?d=1&e=#f~g';
    expect(bibtex([{ ...dated('2024'), URL }])).toContain(`url = {${URL}},`);
  });
});

describe('as RIS', () => {
  test('any reference is read back by its title, and nothing of it becomes a field', () => {
    fc.assert(
      fc.property(anyReferences, (references) => {
        const { data } = new Cite(ris(references, wordDate));
        expect(data.map(({ title }) => title)).toEqual(
          references.map(({ title }) => oneLine(title)),
        );
      }),
    );
  });

  test.each([
    ['2025-05-30', ['PY  - 2025', 'DA  - 2025/05/30/']],
    ['2025-06', ['PY  - 2025', 'DA  - 2025/06//']],
    ['2025-06~', ['PY  - 2025', 'DA  - 2025/06//around June 2025']],
    ['2022/..', ['DA  - ///from 2022']],
    ['-0043', ['DA  - ///44 BC']],
  ])('the date %s is no finer than it is known', (date, lines) => {
    const record = ris([dated(date)], wordDate).split('\r\n');
    expect(record.filter((line) => /^(?:PY|DA)/.test(line))).toEqual(lines);
  });
});

describe('as CSL-JSON', () => {
  test.each([
    ['2025-05-30', { 'date-parts': [[2025, 5, 30]] }],
    ['2025-06', { 'date-parts': [[2025, 6]] }],
    ['2025-06~', { 'date-parts': [[2025, 6]], circa: true }],
    ['2025?', { 'date-parts': [[2025]], circa: true }],
    ['-0043', { 'date-parts': [[-44]] }],
    [
      '2023-03-02/2023-03-05',
      {
        'date-parts': [
          [2023, 3, 2],
          [2023, 3, 5],
        ],
      },
    ],
    ['2022/..', { literal: 'from 2022' }],
    ['201X', { literal: '2010s' }],
    ['2025-05-29T20:00+02:00', { 'date-parts': [[2025, 5, 29]] }],
  ])('the date %s is no finer than it is known', (date, issued) => {
    expect(cslItems([dated(date)], wordDate).map((item) => item.issued)).toEqual([issued]);
  });

  test('what is not known is left out', () => {
    const [item] = cslItems([{ id: 'one', type: 'book', title: 'One' }], wordDate);
    expect(JSON.parse(JSON.stringify(item))).toEqual({ id: 'one', type: 'book', title: 'One' });
  });
});

describe('as a sentence', () => {
  const cite = (reference: Reference) => plainCitation(reference, { ...published, wordDate });

  test('a source is told with all that is known of it', () => {
    const reference: Reference = {
      ...dated('2025-06~'),
      title: 'What is known?',
      'container-title': 'Gazette',
      author: [{ given: 'A.', family: 'Writer' }, { literal: 'Staff' }],
      URL: 'https://example.org/a',
      archive: { url: 'https://archive.example/a', date: '2026-01-02' },
    };
    expect(cite(reference)).toBe(
      'A. Writer, Staff. What is known? Gazette, around June 2025. https://example.org/a, copy of 2 January 2026: https://archive.example/a',
    );
  });

  test('a document without author, date and address is cited without them', () => {
    expect(cite({ id: 'one', type: 'book', title: 'One' })).toBe('One. no date');
  });

  test('an event and a claim are cited as parts of the timeline, on the day of the last change', async () => {
    const publication = await publishedFolder('tests/fixtures/second-story');
    const event = publication.timeline.events.at(-1);
    const [claim] = event?.claims ?? [];
    if (!event || !claim) throw new Error('the story has no claim in its last event');
    const sentences = [
      eventReference(event, publication),
      claimReference({ event, claim }, publication),
    ].map((reference) => plainCitation(reference, publication, publication.words.changed));
    expect(sentences).toEqual([
      'The bridge opens — 橋が開通. The bridge at Exampleton, last changed 2 January 2026. https://timeline.example/events/bridge-opens/',
      'The mayor denies that it was ever to be longer. (in The bridge opens — 橋が開通). The bridge at Exampleton, last changed 2 January 2026. https://timeline.example/events/bridge-opens/#claim-too-short',
    ]);
  });

  test('holds the words of any title', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        expect(cite({ id: 'one', type: 'book', title })).toContain(title);
      }),
    );
  });
});
