import { describe, expect, test } from 'vitest';
import { DAY, DESK, eventWith, inputOf, wishWith } from './fixtures.test-support.ts';
import { layoutChart, planChart } from './plan.ts';
import type { Window } from './scale.ts';

const YEAR_2021 = { earliest: Date.UTC(2021, 0), latest: Date.UTC(2022, 0) - 1 };

/** Something that lasts through 2021, among days of the years around it. */
const STORY = [
  eventWith({ id: 'before', earliest: Date.UTC(2020, 0), latest: Date.UTC(2020, 0, 2) }),
  eventWith({ id: 'year', ...YEAR_2021, ends: ['soft', 'blurred'], lasting: true }),
  eventWith({ id: 'goes-on', ...YEAR_2021, latest: null, ends: ['soft', 'open'], lasting: true }),
  eventWith({ id: 'after', earliest: Date.UTC(2023, 0), latest: Date.UTC(2023, 0, 2) }),
];

const PLAN = planChart(inputOf(STORY), wishWith({ scale: 'true' }), DESK, 'Others');

function sceneOf(from: number, to: number) {
  return layoutChart(PLAN, [from, to].map(PLAN.scale.toShare) as unknown as Window);
}

function partsOf(id: string, from: number, to: number): string[] {
  return sceneOf(from, to)
    .bars.filter((bar) => bar.id === id)
    .map(({ part }) => part);
}

describe('a bar', () => {
  test('fades at the ends that are in sight', () => {
    const all = [Date.UTC(2020, 0), Date.UTC(2023, 0)] as const;
    expect(partsOf('year', ...all)).toEqual(['start', 'middle', 'end']);
  });

  test('does not fade where it goes on beyond the window', () => {
    expect(partsOf('year', Date.UTC(2021, 3), Date.UTC(2021, 6))).toEqual(['middle']);
    expect(partsOf('year', Date.UTC(2020, 6), Date.UTC(2021, 6))).toEqual(['start', 'middle']);
    expect(partsOf('year', Date.UTC(2021, 6), Date.UTC(2022, 6))).toEqual(['middle', 'end']);
  });

  test('without an end fades where the story ends, and not before', () => {
    expect(partsOf('goes-on', Date.UTC(2021, 6), Date.UTC(2022, 0))).toEqual(['middle']);
    const scene = layoutChart(PLAN, [0, 1]);
    expect(scene.bars.filter(({ id }) => id === 'goes-on').at(-1)?.part).toBe('end');
  });
});

test('a mark at an edge, or of what began before it, is whole', () => {
  const half = 12;
  const began = sceneOf(Date.UTC(2021, 6), Date.UTC(2021, 7)).marks;
  expect(began.map(({ x }) => x)).toEqual([half, half]);
  const { marks } = sceneOf(Date.UTC(2022, 6), Date.UTC(2023, 0, 1) + DAY / 2);
  expect(marks.find(({ id }) => id === 'after')?.x).toBe(DESK.width - half);
});
