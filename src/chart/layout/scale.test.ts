import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInput, anyWindow } from './arbitraries.test-support.ts';
import { DAY, eventWith, HOUR, YEAR } from './fixtures.test-support.ts';
import { panWindow, wayBetween, windowAround, windowShowing, zoomWindow } from './moves.ts';
import {
  instantsOf,
  limitWindow,
  storyScale,
  windowOf,
  type StoryScale,
  type Window,
} from './scale.ts';
import { SCALES } from './view.ts';

const NEAR = 1e-9;
/** Quiet stretches are shortened to this part, which makes all else longer. */
const SHORTENED_TO = 0.06;

const anyScale = fc
  .tuple(anyInput(64), fc.constantFrom(...SCALES))
  .map(([{ events }, kind]) => storyScale(events, kind));

/** A scale and a window that keeps to its limits. */
const anyView = fc
  .tuple(anyScale, anyWindow)
  .map(([scale, window]) => ({ scale, window: limitWindow(window, scale) }));

const anyShare = fc.double({ min: 0, max: 1, noNaN: true });
/** Where an event can stand: in no margin. */
const anyPlace = fc.double({ min: 0.02, max: 0.98, noNaN: true });

/** Milliseconds that a number of the story's size can be told apart by. */
function resolution({ extent: [start, end] }: StoryScale): number {
  return (Math.max(Math.abs(start), Math.abs(end)) + (end - start)) * Number.EPSILON * 64;
}

/** Milliseconds of time in a window, however much of the plot they take. */
function spanOf(window: Window, { toInstant }: StoryScale): number {
  const [start, end] = window.map(toInstant) as [number, number];
  return end - start;
}

function hours(count: number): ReturnType<typeof eventWith> {
  const earliest = Date.UTC(2021, 0) + count * HOUR;
  return eventWith({ id: `hour-${String(count)}`, earliest, latest: earliest });
}

describe('the scale of a story', () => {
  test('shows its ends with a margin, and keeps true lengths where that is asked', () => {
    const scale = storyScale([hours(0), hours(25), hours(100)], 'true');
    expect(
      [hours(0), hours(25), hours(100)].map(({ earliest }) => scale.toShare(earliest ?? 0)),
    ).toEqual([0.02, 0.26, 0.98]);
    expect(scale.quiet).toEqual([]);
  });

  test('shortens a quiet stretch, but not right beside the events', () => {
    const scale = storyScale([hours(0), hours(1), hours(99), hours(100)], 'shortened');
    expect(scale.quiet).toHaveLength(1);
    const [from, to] = (scale.quiet[0] ?? [0, 0]).map(scale.toInstant);
    expect(from).toBeGreaterThan(hours(1).earliest ?? 0);
    expect(to).toBeLessThan(hours(99).earliest ?? 0);
    const share = (hour: number) => scale.toShare(hours(hour).earliest ?? 0);
    expect(share(1) - share(0)).toBeGreaterThan(0.1);
  });

  test('of one instant, or of none, has a length', () => {
    for (const events of [[hours(0)], []]) {
      const { extent, toShare } = storyScale(events, 'shortened');
      expect(extent[1]).toBeGreaterThan(extent[0]);
      expect(extent.map(toShare)).toEqual([0.02, 0.98]);
    }
  });

  test('is increasing', () => {
    fc.assert(
      fc.property(anyScale, anyShare, anyShare, (scale, a, b) => {
        const [start, end] = scale.extent;
        const [first, second] = [a, b]
          .sort((one, other) => one - other)
          .map((part) => start + part * (end - start)) as [number, number];
        if (second - first <= resolution(scale)) return;
        expect(scale.toShare(second)).toBeGreaterThan(scale.toShare(first));
      }),
      { numRuns: 300 },
    );
  });

  test('is inverted', () => {
    fc.assert(
      fc.property(anyScale, anyShare, (scale, part) => {
        const [start, end] = scale.extent;
        const instant = start + part * (end - start);
        const back = scale.toInstant(scale.toShare(instant));
        expect(Math.abs(back - instant)).toBeLessThanOrEqual(resolution(scale));
        const share = 0.02 + part * 0.96;
        const near = NEAR + resolution(scale) / (end - start) / SHORTENED_TO;
        expect(Math.abs(scale.toShare(scale.toInstant(share)) - share)).toBeLessThanOrEqual(near);
      }),
      { numRuns: 300 },
    );
  });

  test('knows no instant that the calendar has not', () => {
    fc.assert(
      fc.property(anyScale, fc.constantFrom(0, 1), (scale, share) => {
        expect(Number.isNaN(new Date(scale.toInstant(share)).getTime())).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('has quiet stretches within the plot, one after the other', () => {
    fc.assert(
      fc.property(anyScale, ({ quiet }) => {
        let before = 0.02;
        for (const [from, to] of quiet) {
          expect(from).toBeGreaterThanOrEqual(before - NEAR);
          expect(to).toBeGreaterThanOrEqual(from);
          before = to;
        }
        expect(before).toBeLessThanOrEqual(0.98 + NEAR);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a window', () => {
  test('stays within the story and is never shorter than an hour of time', () => {
    fc.assert(
      fc.property(
        anyScale,
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (scale, from, length) => {
          const [start, end] = limitWindow([from, from + length], scale);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(1 + NEAR);
          expect(spanOf([start, end], scale)).toBeGreaterThanOrEqual(
            Math.min(HOUR, spanOf([0, 1], scale)) - 2 - resolution(scale),
          );
        },
      ),
    );
  });

  test.each(SCALES)('of %s time goes down to one hour everywhere in the story', (kind) => {
    const days = [0, 1, 2, 3, 400, 401, 700, 703].map((day) => hours(24 * day));
    const scale = storyScale(days, kind);
    expect(scale.quiet.length > 0).toBe(kind === 'shortened');
    for (let place = 0.005; place < 1; place += 0.01) {
      expect(spanOf(limitWindow([place, place], scale), scale)).toBeCloseTo(HOUR, -1);
    }
  });

  test('that is as short as can be stays as it is when one zooms in further', () => {
    const scale = storyScale([hours(0), hours(1), hours(500), hours(501)], 'shortened');
    for (const about of [0.1, 0.5, 0.7]) {
      const shortest = zoomWindow([0, 1], 1e6, about, scale);
      expect(zoomWindow(shortest, 3, shortest[0] * 0.75 + shortest[1] * 0.25, scale)).toEqual(
        shortest,
      );
    }
  });

  test('comes back from the instants that a link names, to a hundredth of itself', () => {
    fc.assert(
      fc.property(anyView, ({ scale, window: [from, to] }) => {
        // What lies beyond the calendar cannot be named.
        fc.pre([0, 1].every((share) => Math.abs(scale.toInstant(share)) < 8.64e15));
        const instants = instantsOf([from, to], scale);
        const [first, last] = windowOf({ window: instants }, scale);
        const length =
          (to - from) * 0.01 + (2 + resolution(scale)) / (scale.extent[1] - scale.extent[0]);
        const near = scale.quiet.length > 0 ? length / SHORTENED_TO : length;
        expect(Math.abs(first - from)).toBeLessThanOrEqual(near);
        expect(Math.abs(last - to)).toBeLessThanOrEqual(near);
      }),
      { numRuns: 300 },
    );
  });

  test('of all is no window to a link, and a link without one shows all', () => {
    const scale = storyScale([hours(0), hours(9)], 'true');
    expect(instantsOf([0, 1], scale)).toBeUndefined();
    expect(windowOf({ window: undefined }, scale)).toEqual([0, 1]);
  });

  test('that a link names beyond the story is moved into it', () => {
    const scale = storyScale([hours(0), hours(9)], 'true');
    const [from, to] = windowOf({ window: [Date.UTC(1700, 0), Date.UTC(1701, 0)] }, scale);
    expect([from, to]).toEqual([0, 1]);
    const day = windowOf({ window: [Date.UTC(2031, 0), Date.UTC(2031, 0, 1, 1)] }, scale);
    expect(day[1]).toBe(1);
    expect(day[0]).toBeCloseTo(1 - 0.96 / 9, 2);
  });
});

describe('moving', () => {
  test('in and out again by the same factor changes nothing', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        anyShare,
        ({ scale, window }, factor, part) => {
          const [from, to] = window;
          const about = from + part * (to - from);
          const wished = [about - (about - from) / factor, about + (to - about) / factor] as const;
          fc.pre(isAllowed(wished, scale));
          const there = zoomWindow(window, factor, about, scale);
          const [first, last] = zoomWindow(there, 1 / factor, about, scale);
          const [start, end] = scale.extent;
          // The shortest windows begin at whole milliseconds.
          const near = NEAR + (1 + resolution(scale)) / (end - start) / SHORTENED_TO;
          expect(Math.abs(first - from)).toBeLessThanOrEqual(near);
          expect(Math.abs(last - to)).toBeLessThanOrEqual(near);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('in keeps the place about which one zooms', () => {
    const scale = storyScale([hours(0), hours(1000)], 'true');
    const [from, to] = zoomWindow([0.2, 0.6], 4, 0.3, scale);
    expect(to - from).toBeCloseTo(0.1);
    expect((0.3 - from) / (to - from)).toBeCloseTo(0.25);
  });

  test('out ends where the story does', () => {
    const scale = storyScale([hours(0), hours(1000)], 'true');
    expect(zoomWindow([0.9, 1], 0.001, 0.95, scale)).toEqual([0, 1]);
  });

  test('aside keeps the length and stays within the story', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: -30, max: 30, noNaN: true }), ({ window }, part) => {
        const [from, to] = panWindow(window, part);
        expect(to - from).toBeCloseTo(window[1] - window[0], 12);
        expect(from).toBeGreaterThanOrEqual(-NEAR);
        expect(to).toBeLessThanOrEqual(1 + NEAR);
      }),
      { numRuns: 300 },
    );
  });

  test('aside and back again changes nothing where the story does not end', () => {
    const [from, to] = panWindow(panWindow([0.4, 0.5], 0.8), -0.8);
    expect([from, to].map((share) => share.toFixed(9))).toEqual(['0.400000000', '0.500000000']);
  });

  test('to events shows all of them, with room around', () => {
    fc.assert(
      fc.property(anyScale, fc.array(anyPlace, { minLength: 1 }), (scale, shares) => {
        const [from, to] = windowAround(shares, scale);
        const near = NEAR + (1 + resolution(scale)) / (scale.extent[1] - scale.extent[0]);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(from - near);
        expect(Math.max(...shares)).toBeLessThanOrEqual(to + near);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1 + NEAR);
      }),
    );
  });

  test('to a place keeps the length, and does not move where the place is seen already', () => {
    fc.assert(
      fc.property(anyView, anyShare, ({ window }, share) => {
        const [from, to] = windowShowing(window, share);
        expect(to - from).toBeCloseTo(window[1] - window[0], 12);
        expect(share).toBeGreaterThanOrEqual(from - NEAR);
        expect(share).toBeLessThanOrEqual(to + NEAR);
        expect(windowShowing([from, to], share)[0]).toBeCloseTo(from, 12);
      }),
    );
    expect(windowShowing([0.2, 0.4], 0.3)).toEqual([0.2, 0.4]);
  });
});

describe('the way between two windows', () => {
  const anyPart = fc.double({ min: 0, max: 1, noNaN: true });
  const lengthOf = ([from, to]: Window) => to - from;

  test('begins at the one and ends at the other, to the last bit', () => {
    fc.assert(
      fc.property(anyWindow, anyWindow, (start, end) => {
        const way = wayBetween(start, end);
        expect([way(0), way(1)]).toEqual([start, end]);
      }),
    );
  });

  test('never leaves the story, nor turns back', () => {
    fc.assert(
      fc.property(anyWindow, anyWindow, anyPart, anyPart, (start, end, one, other) => {
        const way = wayBetween(start, end);
        const [before, after] = [way(Math.min(one, other)), way(Math.max(one, other))];
        ([0, 1] as const).forEach((side) => {
          const places = [start[side], before[side], after[side], end[side]];
          const forwards = start[side] <= end[side] ? 1 : -1;
          const steps = places.slice(1).map((place, at) => forwards * (place - (places[at] ?? 0)));
          expect(Math.min(...steps)).toBeGreaterThanOrEqual(-1e-15);
          expect([Math.min(...places) >= 0, Math.max(...places) <= 1]).toEqual([true, true]);
        });
      }),
    );
  });

  test('comes nearer by equal factors in equal times', () => {
    fc.assert(
      fc.property(anyWindow, anyWindow, anyPart, (start, end, part) => {
        const between = lengthOf(wayBetween(start, end)(part));
        const expected = lengthOf(start) ** (1 - part) * lengthOf(end) ** part;
        // Far along, ends are stored no finer than 1e-16.
        expect(Math.abs(between - expected)).toBeLessThanOrEqual(1e-6 * expected + 1e-15);
      }),
    );
  });

  test('leaves the place about which one zooms where it is', () => {
    const scale = storyScale([hours(0), hours(100_000)], 'true');
    const start: Window = [0.2, 0.6];
    const way = wayBetween(start, zoomWindow(start, 500, 0.3, scale));
    for (const part of [0.1, 0.5, 0.9]) {
      const [from, to] = way(part);
      expect((0.3 - from) / (to - from)).toBeCloseTo(0.25, 9);
    }
  });
});

function isAllowed([from, to]: Window, scale: StoryScale): boolean {
  return from >= 0 && to <= 1 && spanOf([from, to], scale) >= HOUR;
}

test('a story of decades can be seen down to hours', () => {
  const scale = storyScale([hours(0), hours((40 * YEAR) / HOUR)], 'true');
  const [from, to] = limitWindow([0.3, 0.3], scale).map(scale.toInstant) as [number, number];
  expect(to - from).toBeLessThan(DAY);
});
