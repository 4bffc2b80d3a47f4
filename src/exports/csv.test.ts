import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../model/date.ts';
import { claimColumns, claimsCsv } from './claims-csv.ts';
import { csvText, harmless } from './csv.ts';
import { eventColumns, eventsCsv } from './events-csv.ts';
import { anyPublication, anyText, eventsAt, publishedFolder } from './publication.test-support.ts';

/** The table as a program reads it that knows our apostrophe. */
function rowsOf(csv: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    delimiter: ',',
    newline: '\n',
    skipEmptyLines: true,
    transform: (cell) => cell.replace(/^'('*[=+\-@\t\r\n＝＋－＠])/, '$1'),
  });
  expect(errors).toEqual([]);
  return data;
}

describe('a cell', () => {
  test('never begins as a formula does, and is told apart from what it was made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = harmless(text);
        expect(/^[=+@\t\r\n＝＋－＠]|^-(?!\d+$)/.test(cell)).toBe(false);
        expect(rowsOf(csvText([{ text }], ['text']))).toEqual([{ text }]);
      }),
    );
  });

  test.each(['=1+1', '+1', '-1-1', '@A1', '\t=1', '\r=1'])('%j gets an apostrophe', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  test.each(['-44', 'a=b', 'it’s', '', '2024-06'])('%j stays as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });
});

test('a spreadsheet is told that the text is UTF-8', () => {
  expect(csvText([], ['one', 'two'])).toBe('\uFEFFone,two\n');
});

test('any story can be read back from its tables', () => {
  fc.assert(
    fc.property(anyPublication, (publication) => {
      const { events } = publication.timeline;
      const eventRows = rowsOf(eventsCsv(publication));
      expect(eventRows.map((row) => [row.slug, row.title, row.summary, row.dateNote])).toEqual(
        events.map(({ slug, title, summary, dateNote }) => [slug, title, summary, dateNote ?? '']),
      );
      expect(eventRows.map(({ date = '' }) => parseDate(date))).toEqual(
        events.map(({ date }) => date),
      );
      const claims = events.flatMap((event) => event.claims.map((claim) => ({ event, claim })));
      const claimRows = rowsOf(claimsCsv(publication));
      expect(claimRows.map((row) => [row.event, row.claim, row.text])).toEqual(
        claims.map(({ event, claim }) => [event.slug, claim.id, claim.text]),
      );
      for (const row of eventRows) expect(Object.keys(row)).toEqual(eventColumns.keyof().options);
      for (const row of claimRows) expect(Object.keys(row)).toEqual(claimColumns.keyof().options);
    }),
  );
});

test('every column is told of', () => {
  for (const column of [...Object.values(eventColumns.shape), ...Object.values(claimColumns.shape)])
    expect(column.description).toMatch(/\.$/);
});

test.each([
  ['2024-06', 'June 2024', '2024-06-01', '2024-06-30'],
  ['2022/..', 'from 2022', '2022-01-01', ''],
  ['../2025-05-30', 'until 30 May 2025', '', '2025-05-30'],
  ['-0043-03-15', '15 March 44 BC', '-000043-03-15', '-000043-03-15'],
  [
    '2021-07-01T10:30+09:00',
    '1 July 2021, 10:30 UTC+9',
    '2021-07-01T01:30:00Z',
    '2021-07-01T01:30:59Z',
  ],
])('the date %s has the words %s and spans from %j to %j', (date, ...expected) => {
  const [row] = rowsOf(eventsCsv(eventsAt(date)));
  expect([row?.dateText, row?.earliest, row?.latest]).toEqual(expected);
});

test('a response within its event names the event', async () => {
  const rows = rowsOf(claimsCsv(await publishedFolder('tests/fixtures/second-story')));
  expect(rows.map(({ respondsTo }) => respondsTo)).toEqual(['', 'council-decides#length']);
});
