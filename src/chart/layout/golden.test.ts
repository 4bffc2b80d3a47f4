import { describe, expect, test } from 'vitest';
import {
  DAY,
  DESK,
  eventWith,
  HOUR,
  inputOf,
  MINUTE,
  PHONE,
  wishWith,
} from './fixtures.test-support.ts';
import type { ChartEvent } from './input.ts';
import { layoutChart, planChart } from './plan.ts';
import { printScene } from './scene-text.test-support.ts';

/**
 * Scenes of stories that are hard to draw, in `golden/`. Read what changes before you accept it
 * with `npm run unit -- --update`.
 */

const START = Date.UTC(2021, 2, 14);
const SOFT = ['sharp', 'soft', 'blurred'] as const;

/** Every other one is known to the day, the rest to the minute. */
const CROWDED_DAY = Array.from({ length: 500 }, (_, index) => {
  const minute = START + ((index * 37) % 1440) * MINUTE;
  const whole = index % 2 === 0;
  return eventWith({
    id: `event-${index}`,
    label: `Vote ${index} on the toll`,
    date: '14 Mar 2021',
    kind: index % 4,
    major: index % 50 === 0,
    earliest: whole ? START : minute,
    latest: whole ? START + DAY - 1 : minute + MINUTE - 1,
  });
});

const ALONE = [
  eventWith({ id: 'survey', label: 'The bridge is surveyed', major: true, answers: [] }),
];

/** One event that lasts for centuries, which is answered by events of one day. */
const LONG_AMONG_SHORT = [
  eventWith({
    id: 'charter',
    label: 'The charter of the bridge is in force',
    date: '1521–2021',
    year: '1521',
    earliest: Date.UTC(1521, 0),
    latest: Date.UTC(2022, 0) - 1,
    ends: ['soft', 'soft'],
    lasting: true,
    major: true,
  }),
  ...[0, 3, 4, 5, 20].map((hour, index) =>
    eventWith({
      id: `hour-${hour}`,
      label: `Statement of hour ${hour}`,
      date: `14 Mar 2021, ${String(hour).padStart(2, '0')}:00`,
      kind: index % 2,
      earliest: START + hour * HOUR,
      latest: START + hour * HOUR + MINUTE - 1,
      answers: [0],
    }),
  ),
];

const OPEN_DATES: ChartEvent[] = [
  ['until-2019', null, 2019],
  ['until-2020', null, 2020],
  ['from-2017', 2017, null],
  ['from-2020', 2020, null],
  ['at-some-time', null, null],
].map(([id, from, to]) =>
  eventWith({
    id: String(id),
    label: `The toll is due, ${String(id)}`,
    date: String(id),
    year: String(from ?? to ?? ''),
    earliest: from === null ? null : Date.UTC(Number(from), 0),
    latest: to === null ? null : Date.UTC(Number(to) + 1, 0) - 1,
    ends: [from === null ? 'open' : 'soft', to === null ? 'open' : 'soft'],
    lasting: true,
  }),
);

/** Twelve events, days apart, of all kinds, that are told at the same length in some script. */
function titled(text: (index: number) => string): ChartEvent[] {
  return Array.from({ length: 12 }, (_, index) => {
    const earliest = START + index * index * DAY;
    return eventWith({
      id: `event-${index}`,
      label: text(index),
      date: 'Mar 2021',
      kind: index % 4,
      major: index % 3 === 0,
      ends: [SOFT[index % 3] ?? 'sharp', SOFT[index % 3] ?? 'sharp'],
      earliest,
      latest: earliest + (index % 5) * 3 * DAY + DAY - 1,
    });
  });
}

const STORIES: [name: string, events: ChartEvent[], selected?: string][] = [
  ['500 events on one day', CROWDED_DAY],
  ['one event', ALONE, 'survey'],
  ['no event', []],
  ['500 years among hours', LONG_AMONG_SHORT, 'charter'],
  ['open dates', OPEN_DATES],
  [
    'titles of 300 characters',
    titled((index) => `${index} The board of the bridge asks again `.repeat(9).slice(0, 300)),
  ],
  ['titles in CJK', titled((index) => `${index}回目の調査で橋の通行料が足りないと分かった`)],
  ['titles in Arabic', titled((index) => `هيئة الجسر تنشر المسح رقم ${index} وترفض الرسوم`)],
  ['titles of emoji', titled((index) => '👩‍👩‍👧‍👦🌉👋🏽'.repeat(index + 1))],
];

describe('the scene of', () => {
  describe.each([
    ['phone', PHONE],
    ['desk', DESK],
  ])('%s', (place, size) => {
    test.each(STORIES)('%s', async (name, events, selected) => {
      const plan = planChart(inputOf(events), wishWith({}), size, 'Others');
      const scene = printScene(layoutChart(plan, [0, 1], selected));
      const file = `golden/${name.replaceAll(' ', '-')}-${place}.txt`;
      await expect(scene).toMatchFileSnapshot(file);
    });
  });
});
