import { expect, test } from 'vitest';
import { parseDate } from '../model/date.ts';
import { exchangesOf, turnNamed } from '../model/exchanges.ts';
import type { Claim, Stance, Timeline, TimelineEvent } from '../model/schema.ts';
import { turnsInEvent, turnsInExchange } from './picture-turns.ts';

const claim = (id: string, by: string, stance: Stance, respondsTo: string[] = []): Claim => ({
  ...{ id, by, stance, respondsTo },
  text: id,
  source: 'gazette',
});

const event = (slug: string, claims: Claim[]): TimelineEvent => ({
  slug,
  path: `events/${slug}.md`,
  body: '',
  title: slug,
  date: parseDate('2021-05-01'),
  kind: 'report',
  importance: 'major',
  actors: [],
  summary: slug,
  sources: ['gazette'],
  respondsTo: [],
  claims,
  discrepancies: [],
  corrections: [],
  updated: '2026-01-01',
});

const accusation = event('accusation', [
  claim('thanks', 'paper', 'reports'),
  claim('ignored', 'mayor', 'alleges'),
  claim('hushed', 'mayor', 'alleges'),
  claim('first', 'mayor', 'alleges'),
  claim('second', 'mayor', 'alleges'),
  claim('silent', 'council', 'declines-to-comment', ['accusation#hushed']),
]);
const timeline: Timeline = {
  settings: {
    title: 'The bridge',
    description: 'The bridge.',
    language: 'en',
    licence: { name: 'CC0', url: 'https://example.org/' },
    kinds: [{ id: 'report', label: 'Report', plural: 'Reports', shape: 'circle' }],
  },
  events: [
    accusation,
    event('replies', [
      claim('no-comment', 'builder', 'declines-to-comment', ['accusation']),
      claim('never', 'builder', 'denies', ['accusation']),
      claim('not-us', 'builder', 'denies', ['accusation#first', 'accusation#second']),
    ]),
  ],
  sources: [],
  actors: [],
};
const ids = (turns: ReturnType<typeof turnsInEvent>) =>
  turns.map(({ id }) => id.split('--').at(-1));

test('the picture of an event begins with what is denied, and nothing parts the two', () => {
  expect(ids(turnsInEvent(accusation, timeline))).toEqual([
    ...['first', 'not-us', 'second', 'not-us'],
    ...['accusation', 'never', 'no-comment'],
    ...['hushed', 'silent'],
    ...['thanks', 'ignored'],
  ]);
});

test('the picture of an exchange has denials before other responses', () => {
  const whole = turnNamed('accusation', timeline);
  if (!whole) throw new Error('The event has no exchange of its own.');
  expect(exchangesOf(timeline)).toContain(whole);
  expect(ids(turnsInExchange(whole))).toEqual(['accusation', 'never', 'no-comment']);
});
