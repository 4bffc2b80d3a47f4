import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInput, anyWindow } from './arbitraries.test-support.ts';
import { columnsOf, visitInSight, type Columns, type Run } from './columns.ts';
import { DAY, eventWith, inputOf, YEAR } from './fixtures.test-support.ts';
import { lanesOf } from './lanes.ts';
import { storyScale, type Window } from './scale.ts';
import type { ChartInput } from './input.ts';

function columnsFor(input: ChartInput, order: 'place' | 'story' = 'place'): Columns {
  const scale = storyScale(input.events, 'true');
  const [lane] = columnsOf(input, lanesOf(input, 'none', ''), scale, () => true, order);
  if (!lane) throw new Error('there is no lane');
  return lane;
}

/** Parts the window in ten. */
function tenths([from, to]: Window): (at: number) => number {
  return (at) => Math.min(9, Math.max(0, Math.floor(((at - from) / (to - from)) * 10)));
}

describe('what is in sight', () => {
  test('is just what reaches into the window, each once, in its part', () => {
    fc.assert(
      fc.property(anyInput(), anyWindow, (input, window) => {
        const lane = columnsFor(input);
        const partOf = tenths(window);
        const found: [place: number, part: number][] = [];
        visitInSight(lane, window, partOf, ([first, last], part) => {
          for (let place = first; place < last; place++) found.push([place, part]);
        });
        const places = Array.from(lane.event.keys()).filter(
          (place) => (lane.from[place] ?? 0) <= window[1] && (lane.to[place] ?? 0) >= window[0],
        );
        expect(found).toEqual(places.map((place) => [place, partOf(lane.at[place] ?? 0)]));
      }),
    );
  });

  test('is found by looking at few of very many, wherever the window is', () => {
    const start = Date.UTC(1900, 0);
    const events = Array.from({ length: 20_000 }, (_, index) => {
      const earliest = start + index * DAY;
      // Some last for years, and some have no end.
      const latest =
        index % 2_000 === 0 ? null : earliest + (index % 500 === 0 ? 9 * YEAR : DAY / 2);
      return eventWith({ id: `event-${index}`, earliest, latest, lasting: true });
    });
    for (const order of ['place', 'story'] as const) {
      const lane = columnsFor(inputOf(events), order);
      for (const window of [
        [0, 1],
        [0.3, 0.8],
        [0.7, 0.71],
        [0.99, 0.9901],
      ] as Window[]) {
        const runs: Run[] = [];
        let asked = 0;
        const partOf = (at: number) => {
          asked++;
          return tenths(window)(at);
        };
        visitInSight(lane, window, partOf, (run) => runs.push(run));
        expect(runs.length).toBeLessThan(600);
        expect(asked).toBeLessThan(3_000);
      }
    }
  });
});
