import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendar } from './calendar.ts';
import { knownPoints } from './dates.ts';
import type { Publication } from './publication.ts';
import { anyPublication, eventsAt } from './publication.test-support.ts';

function entriesOf(publication: Publication): ICAL.Event[] {
  const file = new ICAL.Component(ICAL.parse(calendar(publication)) as unknown[]);
  return file.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry));
}

function entryAt(date: string): [start?: string, end?: string, title?: string] {
  const [entry] = entriesOf(eventsAt(date));
  if (!entry) return [];
  return [entry.startDate.toString(), entry.endDate.toString(), entry.summary];
}

describe('an event is in the calendar', () => {
  test.each([
    ['2024-06-22', '2024-06-22', '2024-06-23', 'It happens'],
    ['2024-06', '2024-06-01', '2024-07-01', 'It happens (June 2024)'],
    ['2025-06~', '2025-06-01', '2025-07-01', 'It happens (around June 2025)'],
    ['2025-03-01?', '2025-03-01', '2025-03-02', 'It happens (1 March 2025 (uncertain))'],
    ['2023', '2023-01-01', '2024-01-01', 'It happens (2023)'],
    ['2023-03-02/2023-03-05', '2023-03-02', '2023-03-06', 'It happens (2–5 March 2023)'],
    ['2022/..', '2022-01-01', '2023-01-01', 'It happens (from 2022)'],
    ['../2025-05-30', '2025-05-30', '2025-05-31', 'It happens (until 30 May 2025)'],
    ['1044-03-15', '1044-03-15', '1044-03-16', 'It happens'],
    ['2021-07-01T10:30+09:00', '2021-07-01T01:30:00Z', '2021-07-01T01:30:00Z', 'It happens'],
  ])('at %s from %s until before %s, as “%s”', (date, ...expected) => {
    expect(entryAt(date)).toEqual(expected);
  });

  test.each(['-0043-03-15', '-0043/..', 'Y12000', '0000'])(
    'but not at %s, which it has no way to write',
    (date) => {
      expect(entryAt(date)).toEqual([]);
    },
  );
});

test('any story can be read back: every event once, with its text, and no time that is not known', () => {
  fc.assert(
    fc.property(anyPublication, (publication) => {
      const entries = entriesOf(publication);
      const events = publication.timeline.events.filter(({ date }) =>
        knownPoints(date).every(({ year }) => year > 0 && year < 10_000),
      );
      expect(entries.map(({ uid }) => uid)).toEqual(
        events.map(({ slug }) => publication.address.event(slug) ?? `${slug}@sourced-timeline`),
      );
      entries.forEach((entry, index) => {
        const event = events[index];
        if (!event) return;
        expect(entry.summary).toContain(event.title);
        expect(entry.description).toContain(event.summary);
        const timed = knownPoints(event.date).every(({ time }) => time !== undefined);
        expect(entry.startDate.isDate).toBe(!timed);
      });
    }),
  );
});

test('no line is longer than 75 octets, and each build gives the same', () => {
  fc.assert(
    fc.property(anyPublication, (publication) => {
      const text = calendar(publication);
      expect(calendar(publication)).toBe(text);
      for (const line of text.split('\r\n'))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
  );
});
