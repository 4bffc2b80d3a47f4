import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../model/schema.ts';
import { nodesOf } from './boxes.test-support.ts';
import type { Found } from './filter.ts';
import { eventWith, inputOf, sizeWith, wishWith, YEAR } from './fixtures.test-support.ts';
import { holds } from './frames.test-support.ts';
import type { ChartEvent, ChartInput } from './input.ts';
import { layoutChart, planChart, type Wish } from './plan.ts';

describe('whatever the story, the view and the screen', () => {
  test('all numbers are finite, and keys are unique', () => {
    holds(({ scene }) => {
      const numbers = JSON.stringify(
        { ...scene, marks: scene.marks.map(({ x, y }) => ({ x, y })) },
        (key, value: unknown) =>
          key === 'event'
            ? undefined
            : typeof value === 'number' && !Number.isFinite(value)
              ? 'NOT FINITE'
              : value,
      );
      expect(numbers).not.toContain('NOT FINITE');
      const { lanes, quiet, bars, marks, arcs, axis } = scene;
      const parts = bars.map(({ id, part }) => ({ id: `${id} ${part}` }));
      for (const list of [lanes, quiet, parts, marks, arcs] as { id: string }[][])
        expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      for (const ticks of [axis.major, axis.minor])
        expect(new Set(ticks.map(({ instant }) => instant)).size).toBe(ticks.length);
    });
  });

  test('the drawing has at most 1,500 nodes', () => {
    holds(({ scene }) => {
      expect(nodesOf(scene)).toBeLessThanOrEqual(1500);
    });
  });

  test.each([
    ['down', 320, 'The board of the bridge asks for the ledger again and again'.repeat(2)],
    ['across', 1400, 'Toll'],
  ] as const)('even if each mark %s has all that a mark can have', (direction, width, label) => {
    const counts = [60, 85, 86, 135, 150, 170, 400].map((count) => {
      const plan = planChart(
        richStory(count, label),
        wishWith({}),
        sizeWith({ width, direction }),
        'Others',
      );
      return nodesOf(layoutChart(plan, [0, 1], 'event-0'));
    });
    expect(Math.max(...counts)).toBeLessThanOrEqual(1500);
    expect(Math.max(...counts)).toBeGreaterThan(1200);
  });

  test('the height stays the same at every zoom where time runs across', () => {
    holds(({ scene, plan }) => {
      if (scene.direction === 'across') expect(scene.height).toBe(layoutChart(plan, [0, 1]).height);
    });
  });

  test('equal inputs give equal scenes, in whatever order they were put together', () => {
    holds(({ scene, input, wish, size, window, found, selected }) => {
      const again = layoutChart(
        planChart(rebuilt(input), reordered(wish), size, 'Others', reversed(found)),
        window,
        selected,
      );
      expect(isDeepStrictEqual(again, scene)).toBe(true);
    });
  });
});

/** The same with the fields of each event put in from last to first. */
function rebuilt({ events, sources, actors, kinds, language }: ChartInput): ChartInput {
  const flipped = events.map(
    (event) => Object.fromEntries(Object.entries(event).reverse()) as unknown as ChartEvent,
  );
  return { events: structuredClone(flipped), sources, actors, kinds, language };
}

function reordered({ kinds, actors, sources, ...rest }: Wish): Wish {
  return {
    sources: sources.toReversed(),
    actors: actors.toReversed(),
    kinds: kinds.toReversed(),
    ...rest,
  };
}

function reversed(found: Found): Found {
  return found && new Set([...found].reverse());
}

/** Events of many kinds and years with room for labels and bars, which all answer the first one. */
function richStory(count: number, label: string): ChartInput {
  const events = Array.from({ length: count }, (_, index) => {
    const earliest = Date.UTC(1000 + index * 5, index % 12);
    return eventWith({
      id: `event-${index}`,
      label,
      date: label,
      year: String(1000 + index * 5),
      kind: index % 8,
      earliest,
      latest: earliest + 20 * YEAR,
      ends: ['soft', 'blurred'],
      lasting: true,
      answers: index === 0 ? [] : [0],
    });
  });
  const kinds = SHAPES.map((shape) => ({ id: shape, label: shape, single: shape, shape }));
  return { ...inputOf(events), kinds };
}
