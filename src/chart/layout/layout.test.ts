import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../model/schema.ts';
import { anyInput, anySize, anyWindow, anyWish } from './arbitraries.test-support.ts';
import { boxesOf, nodesOf, overlapsOf, yearBox, type Box } from './boxes.test-support.ts';
import type { Found } from './filter.ts';
import { eventWith, inputOf, sizeWith, wishWith, YEAR } from './fixtures.test-support.ts';
import type { ChartEvent, ChartInput } from './input.ts';
import { layoutChart, planChart, type Wish } from './plan.ts';
import type { StoryScale, Window } from './scale.ts';
import type { Plan, Scene, Size } from './scene.ts';

/** One frame of one chart, with what it was made from. */
interface Frame {
  input: ChartInput;
  wish: Wish;
  found: Found;
  size: Size;
  window: Window;
  selected: string | undefined;
  plan: Plan;
  scene: Scene;
}

const anyFrame = fc
  .record({
    input: anyInput(),
    wish: anyWish,
    size: anySize,
    window: anyWindow,
    selected: fc.nat(400),
  })
  .map((made): Frame => {
    const { input, wish, size, window } = made;
    const found = foundBy(wish, input);
    const selected = input.events[made.selected]?.id;
    const plan = planChart(input, wish, size, 'Others', found);
    return { ...made, found, selected, plan, scene: layoutChart(plan, window, selected) };
  });

/** A search finds what it finds: here, every third event. */
function foundBy({ query }: Wish, { events }: ChartInput): Found {
  if (query === '') return undefined;
  return new Set(events.filter((_, index) => index % 3 === 0).map(({ id }) => id));
}

function holds(check: (frame: Frame) => void): void {
  fc.assert(fc.property(anyFrame, check));
}

describe('whatever the story, the view and the screen', () => {
  test('no two marks, bars or lines of text overlap', () => {
    holds(({ scene, size }) => {
      expect(overlapsOf(boxesOf(scene, size))).toEqual([]);
    });
  });

  test('the lines of one mark do not overlap, and stay clear of its symbol', () => {
    holds(({ scene, size }) => {
      const boxes = boxesOf(scene, size).filter(({ what }) => !/^(mark|bar|count)/.test(what));
      const apart = boxes.map((box): Box => ({ ...box, owner: `${box.owner} ${box.what}` }));
      expect(overlapsOf(apart)).toEqual([]);
    });
  });

  test('marks, bars and text stay within the plot', () => {
    holds(({ scene, size }) => {
      const outside = boxesOf(scene, size).filter((box) => !isInside(box, scene));
      expect(outside).toEqual([]);
    });
  });

  test('years stand clear of marks and text where time runs down', () => {
    holds(({ scene, size }) => {
      if (scene.direction === 'across') return;
      const years = scene.axis.major.map((tick) => yearBox(tick, size));
      expect(overlapsOf([...years, ...boxesOf(scene, size)])).toEqual([]);
    });
  });

  test('each lane holds its marks, and lanes follow one another', () => {
    holds(({ scene }) => {
      let bottom = scene.top;
      for (const { y, height } of scene.lanes) {
        expect(y).toBe(bottom);
        bottom += height;
      }
      if (scene.lanes.length > 0) expect(scene.height).toBe(bottom);
      for (const { y, lane } of scene.marks) {
        const { y: top, height } = scene.lanes[lane] ?? { y: 0, height: scene.height };
        expect(y - scene.half).toBeGreaterThanOrEqual(top);
        expect(y + scene.half).toBeLessThanOrEqual(top + height);
      }
    });
  });

  test('every event in sight is in exactly one mark, and no other event is in any', () => {
    holds(({ scene, ...frame }) => {
      const members = scene.marks.flatMap((mark) => mark.members);
      expect(new Set(members).size).toBe(members.length);
      const drawn = new Set(members);
      frame.input.events.forEach((event, index) => {
        const expected = isInSight(event, frame);
        if (expected !== undefined)
          expect({ index, drawn: drawn.has(index) }).toEqual({ index, drawn: expected });
      });
    });
  });

  test('the counts in clusters add up, and lanes count their events', () => {
    holds(({ scene, input, wish, found }) => {
      for (const { members, lines, id } of scene.marks) {
        const counts = lines.filter(({ role }) => role === 'count').map(({ text }) => text);
        expect(counts).toEqual(members.length > 1 ? [String(members.length)] : []);
        expect(members).toEqual([...members].sort((a, b) => a - b));
        expect(id).toBe(input.events[members[0] ?? -1]?.id);
      }
      const counted = scene.lanes.reduce((sum, { count }) => sum + count, 0);
      const shown = input.events.filter((event) => isShown(event, input, wish, found));
      if (scene.direction === 'across') expect(counted).toBe(shown.length);
    });
  });

  test('a mark is in the lane of its events', () => {
    holds(({ scene, input, wish }) => {
      if (scene.direction === 'down' || wish.grouping === 'none') return;
      for (const { lane, members } of scene.marks) {
        for (const member of members) {
          const event = input.events[member];
          const id = scene.lanes[lane]?.id ?? '';
          const own =
            wish.grouping === 'kind'
              ? input.kinds[event?.kind ?? -1]?.id
              : input.actors[event?.actors[0] ?? -1]?.id;
          expect([own, '*']).toContain(id);
        }
      }
    });
  });

  test('a bar belongs to a mark of one event, and what is selected is marked', () => {
    holds(({ scene, input, selected }) => {
      const alone = new Set(
        scene.marks.filter(({ members }) => members.length === 1).map(({ id }) => id),
      );
      expect(scene.bars.filter(({ id, width }) => !alone.has(id) || width <= 0)).toEqual([]);
      for (const mark of scene.marks) {
        const holding = mark.members.some((member) => input.events[member]?.id === selected);
        expect(mark.selected).toBe(holding);
      }
    });
  });

  test('an arc leads from the selected event to each mark that it has to do with, once', () => {
    holds(({ scene, input, selected }) => {
      const self = input.events.findIndex(({ id }) => id === selected);
      const isRelated = (member: number) =>
        [
          input.events[member]?.answers.includes(self),
          input.events[self]?.answers.includes(member),
        ].includes(true);
      const related = scene.marks.filter(
        ({ members }) => !members.includes(self) && members.some(isRelated),
      );
      const home = scene.marks.some(({ members }) => members.includes(self));
      const expected = home ? related.map(({ id }) => `${selected ?? ''} ${id}`) : [];
      expect(scene.arcs.map(({ id }) => id).sort()).toEqual(expected.sort());
    });
  });

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
    const counts = [60, 98, 135, 150, 170, 400].map((count) => {
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

const ROUNDING = 1e-6;

function isInside({ left, right, top, bottom }: Box, scene: Scene): boolean {
  return (
    left >= -ROUNDING &&
    right <= scene.width + ROUNDING &&
    top >= scene.top - ROUNDING &&
    bottom <= scene.height + ROUNDING
  );
}

function isShown(event: ChartEvent, input: ChartInput, wish: Wish, found: Found): boolean {
  const picks = (ids: readonly string[], all: readonly { id: string }[], own: readonly number[]) =>
    ids.length === 0 || own.some((index) => ids.includes(all[index]?.id ?? ''));
  return (
    picks(wish.kinds, input.kinds, [event.kind]) &&
    picks(wish.actors, input.actors, event.actors) &&
    picks(wish.sources, input.sources, event.sources) &&
    (!wish.disagree || event.disagree) &&
    (!found || found.has(event.id))
  );
}

/** Whether an event has to be drawn; undefined where its extent ends just at the window's end. */
function isInSight(
  event: ChartEvent,
  { plan: { scale }, window, input, wish, found }: Omit<Frame, 'scene'>,
): boolean | undefined {
  if (!isShown(event, input, wish, found)) return false;
  const [start, end] = window.map(scale.toInstant) as [number, number];
  const near = nearness(scale, window);
  const { earliest, latest } = event;
  const ends = [end - (earliest ?? -Infinity), (latest ?? Infinity) - start];
  if (ends.some((gap) => gap < -near)) return false;
  return ends.every((gap) => gap > near) ? true : undefined;
}

/** Milliseconds that rounding may make of a place in a window. */
function nearness({ extent, toInstant }: StoryScale, [from, to]: Window): number {
  return (
    (toInstant(to) - toInstant(from)) * 1e-6 +
    (extent[1] - extent[0]) * 1e-12 +
    Math.abs(extent[0]) * 1e-12
  );
}

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
