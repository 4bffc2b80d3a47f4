import { describe, expect, test } from 'vitest';
import type { Found } from './filter.ts';
import { holds, type Frame } from './frames.test-support.ts';
import type { ChartEvent, ChartInput } from './input.ts';
import type { Wish } from './plan.ts';
import type { StoryScale, Window } from './scale.ts';

describe('whatever the story, the view and the screen', () => {
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
});

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
