import { describe, expect, it } from 'vitest';
import { parseDate } from '../model/date.ts';
import type { TimelineEvent } from '../model/schema.ts';
import { byYear } from './by-year.ts';

const event = (slug: string, date: string) => ({ slug, date: parseDate(date) }) as TimelineEvent;
const grouped = (...events: TimelineEvent[]) =>
  byYear(events).map(({ id, events }) => [id, ...events.map(({ slug }) => slug)]);

describe('grouping by year', () => {
  it('puts events that follow one another under the year in which they are filed', () => {
    expect(
      grouped(
        event('a', '2022/2025'),
        event('b', '2022-05'),
        event('c', '2023?'),
        event('d', '../2024'),
      ),
    ).toEqual([
      ['year-2022', 'a', 'b'],
      ['year-2023', 'c'],
      ['year-2024', 'd'],
    ]);
  });

  it('keeps the order of the story where the years would change it', () => {
    expect(
      grouped(
        event('until', '../2025'),
        event('old', '-0043'),
        event('question', '2025'),
        event('answer', '2024/2025'),
      ),
    ).toEqual([
      ['year-2025', 'until'],
      ['year--43', 'old'],
      ['year-2025-2', 'question'],
      ['year-2024', 'answer'],
    ]);
  });
});
