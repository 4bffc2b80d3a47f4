import { describe, expect, test } from 'vitest';
import {
  DAY,
  DESK,
  eventWith,
  inputOf,
  PHONE,
  sizeWith,
  wishWith,
} from './fixtures.test-support.ts';
import { shareAt } from './down.ts';
import { anchorsOf, type ChartEvent } from './input.ts';
import { layoutChart, planChart } from './plan.ts';

const JUNE = { earliest: Date.UTC(2021, 5, 1), latest: Date.UTC(2021, 6, 1) - 1 };
const LATE_IN_JUNE = { earliest: Date.UTC(2021, 5, 23), latest: Date.UTC(2021, 5, 24) - 1 };

const charge = eventWith({ id: 'charge', ...LATE_IN_JUNE });
const noon = Date.UTC(2021, 5, 23, 12);

describe('a symbol stands', () => {
  test('in the middle of what its date can mean, where it begins if it lasts', () => {
    const events = [
      eventWith({ id: 'some-day', ...JUNE }),
      eventWith({ id: 'all-month', ...JUNE, lasting: true }),
      eventWith({ id: 'until', earliest: null, latest: JUNE.latest }),
      eventWith({ id: 'at-some-time', earliest: null, latest: null }),
    ];
    expect(anchorsOf(events).map((at) => at && Math.round(at / DAY) * DAY)).toEqual([
      Date.UTC(2021, 5, 16),
      JUNE.earliest,
      JUNE.latest + 1,
      null,
    ]);
  });

  test('never before what it answers, as far as its date allows', () => {
    const around = eventWith({ id: 'around-june', ...JUNE, answers: [0] });
    const before = eventWith({ id: 'in-may', earliest: 0, latest: JUNE.earliest, answers: [0] });
    const [answered, denial, earlier] = anchorsOf([charge, around, before]);
    expect(Math.abs((answered ?? 0) - noon)).toBeLessThan(1);
    expect(denial).toBe(answered);
    expect(earlier).toBe(JUNE.earliest);
  });
});

function sceneOf(events: ChartEvent[], window: readonly [number, number] = [0, 1]) {
  return layoutChart(planChart(inputOf(events), wishWith({}), DESK, ''), window);
}

describe('beside a symbol', () => {
  const labelsIn = (scene: ReturnType<typeof sceneOf>) =>
    scene.marks.flatMap(({ lines }) => lines.map(({ text }) => text));

  test('a sign says that sources disagree', () => {
    const scene = sceneOf([eventWith({ id: 'toll', label: 'The toll', disagree: true })]);
    expect(labelsIn(scene)).toEqual(['The toll\u00A0≠']);
  });

  test('an arrow says that it began before the window', () => {
    const long = eventWith({
      id: 'works',
      label: 'Works',
      earliest: 0,
      latest: 1000 * DAY,
      lasting: true,
    });
    const end = eventWith({ id: 'end', earliest: 1000 * DAY, latest: 1001 * DAY });
    const scene = sceneOf([long, end], [0.3, 0.6]);
    expect(scene.marks.map(({ beyond }) => beyond)).toEqual(['before']);
    expect(labelsIn(scene)).toEqual(['‹ Works']);
  });
});

test('a bar lies under no other major mark where there is room for a row more', () => {
  const span = { earliest: 0, latest: 1000 * DAY, lasting: true };
  const scene = sceneOf([
    eventWith({ id: 'works', label: 'Works', ...span, major: true }),
    eventWith({
      id: 'visit',
      label: 'Visit',
      earliest: 500 * DAY,
      latest: 501 * DAY,
      major: true,
    }),
  ]);
  const [works, visit] = scene.marks.map(({ y }) => y);
  expect(visit).not.toBe(works);
});

test('a cluster of one kind has its colour, a mixed one none', () => {
  const two = (kinds: [number, number]) => {
    const events = kinds.map((kind, index) => eventWith({ id: `event-${index}`, kind }));
    const wish = wishWith({ grouping: 'none' });
    const size = sizeWith({ width: 700, direction: 'across' });
    const input = inputOf([
      ...events,
      ...events.map((event) => ({ ...event, id: `${event.id}-b` })),
    ]);
    const plan = { ...planChart(input, wish, size, ''), rows: [1] };
    return layoutChart(plan, [0, 1]).marks.map(({ hue }) => hue);
  };
  expect(two([2, 2])).toEqual([2]);
  expect(two([0, 2])).toEqual([undefined]);
});

test('where time runs down, a height is a place between the events around it', () => {
  const events = [0, 10, 20].map((day) =>
    eventWith({ id: `day-${day}`, earliest: day * DAY, latest: (day + 1) * DAY - 1 }),
  );
  const plan = planChart(inputOf(events), wishWith({ scale: 'true' }), PHONE, '');
  const scene = layoutChart(plan, [0, 1]);
  const [first, second, third] = scene.marks.map(({ y }) => y);
  const places = plan.scale.places;
  expect(shareAt(scene, plan, -100)).toBe(places[0]);
  expect(shareAt(scene, plan, second ?? NaN)).toBeCloseTo(places[1] ?? NaN);
  expect(shareAt(scene, plan, ((first ?? NaN) + (second ?? NaN)) / 2)).toBeCloseTo(
    ((places[0] ?? NaN) + (places[1] ?? NaN)) / 2,
  );
  expect(shareAt(scene, plan, (third ?? NaN) + 500)).toBe(places[2]);
  expect(shareAt({ ...scene, marks: [] }, plan, 10)).toBe(0.5);
});
