import { expect, test } from 'vitest';
import { answeredEvents } from '../src/model/order.ts';
import { formatProblems } from '../src/model/problem.ts';
import { readTimeline } from '../src/model/read.ts';
import type { Timeline, TimelineEvent } from '../src/model/schema.ts';
import { syntheticContent, syntheticInput } from './synthetic.ts';

const COUNT = 300;
const SEED = 1;

const content = syntheticContent(COUNT, SEED);

function read(files: ReadonlyMap<string, string>): Timeline {
  const encoder = new TextEncoder();
  const reading = readTimeline(
    [...files].map(([path, text]) => ({ path, bytes: encoder.encode(text) })),
  );
  if (!reading.ok) throw new Error(formatProblems(reading.problems));
  return reading.timeline;
}

const timeline = read(content);

test('the same seed makes the same story, and another one another story', () => {
  expect([...syntheticContent(COUNT, SEED)]).toEqual([...content]);
  expect([...syntheticContent(COUNT, SEED + 1)]).not.toEqual([...content]);
  const input = syntheticInput(COUNT, SEED);
  expect(syntheticInput(COUNT, SEED)).toEqual(input);
  expect(syntheticInput(COUNT, SEED + 1)).not.toEqual(input);
});

test.each([0, 1, 2, 50, 101])('the reader accepts a story of %i events', (count) => {
  expect(read(syntheticContent(count, SEED)).events).toHaveLength(count);
  expect(syntheticInput(count, SEED).events).toHaveLength(count);
});

test('the reader accepts stories of other seeds', () => {
  for (const seed of [-1, 0, 2, 0.5, 2 ** 32 + 7])
    expect(read(syntheticContent(100, seed)).events).toHaveLength(100);
});

test('a story has all that events can have', () => {
  const { events, settings, sources, actors } = timeline;
  expect(events).toHaveLength(COUNT);
  expect(new Set(events.map(({ kind }) => kind)).size).toBe(8);
  expect(settings.kinds).toHaveLength(8);
  expect(sources.length).toBeGreaterThan(COUNT / 4);
  expect(actors.length).toBeGreaterThan(10);
  const titles = events.map(({ title }) => title.length);
  expect(Math.min(...titles)).toBeLessThan(45);
  expect(Math.max(...titles)).toBeGreaterThan(250);
  const having: Record<string, (event: TimelineEvent) => boolean> = {
    'a short title': ({ label }) => label !== undefined,
    importance: ({ importance }) => importance === 'major',
    'a note on its date': ({ dateNote }) => dateNote !== undefined,
    'several sources': ({ sources }) => sources.length > 1,
    'an answer to an event': ({ respondsTo }) => respondsTo.length > 0,
    claims: ({ claims }) => claims.length > 1,
    'a quote': ({ claims }) => claims.some(({ quote }) => quote !== undefined),
    'a claim that answers a claim': ({ claims }) =>
      claims.some(({ respondsTo }) => respondsTo.some((target) => /^[^#]+#/.test(target))),
    'a claim that answers its neighbour': ({ claims }) =>
      claims.some(({ respondsTo }) => respondsTo.some((target) => target.startsWith('#'))),
    'a discrepancy': ({ discrepancies }) => discrepancies.length > 0,
    'a correction': ({ corrections }) => corrections.length > 0,
  };
  for (const [what, has] of Object.entries(having)) {
    const share = events.filter(has).length / COUNT;
    expect(share, what).toBeGreaterThan(0.01);
    expect(share, what).toBeLessThan(0.8);
  }
});

test('a story has all forms of date', () => {
  const forms = new Set(
    [...content.values()].flatMap((text) => {
      const date = /^date: "?([^"\n]*)/m.exec(text)?.[1];
      return date === undefined ? [] : [date.replace(/\d/g, '0').replace(/[+-]00:00/, '+00:00')];
    }),
  );
  const points = ['0000', '0000-00', '0000-00-00'];
  const expected = [
    ...points,
    ...points.flatMap((point) => [`${point}~`, `${point}?`]),
    ...['0000-00%', '0000-00-00%', '000X', '00XX', '0000-XX', '0000-XX-XX', '0000-00-XX'],
    ...['0000-00-00T00:00+00:00', '0000-00-00T00:00Z', '0000-00-00T00:00:00Z'],
    ...['0000-00-00/0000-00-00', '0000-00/0000-00', '0000-00?/0000-00-00~'],
    ...['0000-00-00/..', '0000~/', '../0000-00-00', '/0000-00'],
  ];
  expect([...forms].sort()).toEqual(expected.sort());
});

test('the chart gets the story that the content tells', () => {
  const input = syntheticInput(COUNT, SEED);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  expect(ids(input.kinds)).toEqual(ids(timeline.settings.kinds));
  expect(ids(input.actors).sort()).toEqual(ids(timeline.actors));
  expect(ids(input.sources).sort()).toEqual(ids(timeline.sources));
  const finite = (instant: number) => (Number.isFinite(instant) ? instant : null);
  const told = timeline.events.map((event) => ({
    id: event.slug,
    label: event.label ?? event.title,
    kind: event.kind,
    actors: event.actors,
    sources: event.sources,
    answers: answeredEvents(event),
    earliest: finite(event.date.earliest),
    latest: finite(event.date.latest),
    major: event.importance === 'major',
    disagree: event.discrepancies.length > 0,
  }));
  const named = (list: readonly { id: string }[], places: readonly number[]) =>
    places.map((place) => list[place]?.id);
  const charted = input.events.map((event) => ({
    ...event,
    kind: input.kinds[event.kind]?.id,
    actors: named(input.actors, event.actors),
    sources: named(input.sources, event.sources),
    answers: named(input.events, event.answers),
  }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(charted.sort(byId)).toMatchObject(told.sort(byId));
});
