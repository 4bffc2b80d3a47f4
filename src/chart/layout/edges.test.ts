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

  test('fades over all of the time within which what lasted began or ended', () => {
    const within = [Date.UTC(2021, 6) - Date.UTC(2021, 0), 92 * DAY] as const;
    const events = STORY.map((event) => (event.id === 'year' ? { ...event, within } : event));
    const plan = planChart(inputOf(events), wishWith({ scale: 'true' }), DESK, 'Others');
    const [start, , end] = layoutChart(plan, [0, 1]).bars.filter(({ id }) => id === 'year');
    const place = (instant: number) => plan.scale.toShare(instant) * DESK.width;
    expect(start).toMatchObject({ part: 'start', x: place(Date.UTC(2021, 0)) });
    expect((start?.x ?? 0) + (start?.width ?? 0)).toBeCloseTo(place(Date.UTC(2021, 6)));
    expect(end?.width).toBeCloseTo(place(Date.UTC(2022, 0)) - place(Date.UTC(2021, 9)), 3);
  });

  test('has no middle where something happened within it, however close one looks', () => {
    const month = { earliest: Date.UTC(2021, 4), latest: Date.UTC(2021, 5) - 1 };
    const events = [...STORY, eventWith({ id: 'once', ...month, ends: ['soft', 'soft'] })];
    const plan = planChart(inputOf(events), wishWith({ scale: 'true' }), DESK, 'Others');
    const window = [month.earliest - 10 * DAY, month.latest + 10 * DAY].map(plan.scale.toShare);
    const bars = layoutChart(plan, window as unknown as Window).bars.filter(
      ({ id }) => id === 'once',
    );
    expect(bars.map(({ part }) => part)).toEqual(['start', 'end']);
    expect(bars[0]?.width).toBeCloseTo(bars[1]?.width ?? NaN);
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
