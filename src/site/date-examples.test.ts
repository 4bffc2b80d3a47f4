import { expect, test } from 'vitest';
import { parseDate } from '../model/date.ts';
import { eventSchema } from '../model/schema.ts';
import { dateExamples } from './date-examples.ts';

function eventsAt(...dates: string[]) {
  return dates.map((date) => ({
    ...eventSchema.parse({
      title: 'It happens',
      date,
      kind: 'report',
      importance: 'minor',
      summary: 'It does.',
      sources: ['gazette'],
      updated: '2026-01-01',
    }),
    slug: date,
    path: '',
    body: '',
  }));
}

test.each([
  ['2021-07-01T10:30+09:00', 'time'],
  ['2024-06-22', 'day'],
  ['2024-06', 'month'],
  ['2024', 'year'],
  ['2025-06~', 'around'],
  ['2025-03?', 'uncertain'],
  ['2023-03-02/2023-03-05', 'between'],
  ['2022/..', 'from'],
  ['/2025-05', 'until'],
])('%s is an example of “%s”', (date, form) => {
  expect(dateExamples(eventsAt(date)).map((one) => one.form)).toEqual([form]);
});

test.each(['2025-03%', '2022/2025-06~', '201X'])(
  '%s, which is several things, is of none',
  (date) => {
    expect(dateExamples(eventsAt(date))).toEqual([]);
  },
);

test('each form has one example, the first in the story', () => {
  const examples = dateExamples(eventsAt('2024-06-22', '2023', '2025-05-29'));
  expect(examples.map(({ form, event }) => [form, event.date])).toEqual([
    ['day', parseDate('2024-06-22')],
    ['year', parseDate('2023')],
  ]);
});
