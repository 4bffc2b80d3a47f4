import fc from 'fast-check';
import {
  ACTORS,
  DAY,
  eventWith,
  HOUR,
  inputOf,
  KINDS,
  MINUTE,
  sizeWith,
  SOURCES,
  YEAR,
} from './fixtures.test-support.ts';
import type { ChartEvent, ChartInput } from './input.ts';
import type { Wish } from './plan.ts';
import type { Window } from './scale.ts';
import type { Size } from './scene.ts';
import { GROUPINGS, SCALES } from './view.ts';

/** Where something lies in a story: 0 is its start, a million its end. Some fall together. */
const anyPlace = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 1_000_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 400_000, max: 400_300 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 400_000, 1_000_000) },
);

const anyLength = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 500_000 }),
);

const LABELS = [
  'Toll',
  'Board asks for the second survey',
  'Ledger is missing',
  'A title without end '.repeat(15).trim(),
  'Unparted'.repeat(12),
  '橋の調査は来年まで続くと委員会が発表した',
  'هيئة الجسر تنشر المسح الثاني',
  '👩‍👩‍👧‍👦🌉'.repeat(9),
  '',
];

const WORDED = ['1 Jan 2021', 'around Jan 2021', 'from 29 Dec 2021, 20:00 to 3 Jan 2022, 21:00'];

const SOFTNESSES = ['sharp', 'soft', 'blurred'] as const;

/** Few numbers for an event, so that stories of hundreds are made and shrunk in no time. */
const anyTraits = fc.record({
  place: anyPlace,
  length: anyLength,
  ends: fc.constantFrom('known', 'known', 'known', 'known', 'no start', 'no end'),
  form: fc.nat(LABELS.length * WORDED.length * 3 - 1),
  bits: fc.nat(63),
  kind: fc.nat(KINDS.length - 1),
  actor: fc.nat(ACTORS.length),
  other: fc.nat(400),
});

type Traits = typeof anyTraits extends fc.Arbitrary<infer T> ? T : never;

function eventOf(traits: Traits, index: number, toInstant: (place: number) => number): ChartEvent {
  const { place, length, ends, form, bits, kind, actor, other } = traits;
  const earliest = ends === 'no start' ? null : toInstant(place);
  const latest = ends === 'no end' ? null : toInstant(place + length);
  return eventWith({
    id: `event-${String(index)}`,
    label: LABELS[form % LABELS.length] ?? '',
    date: WORDED[form % WORDED.length] ?? '',
    year: String(new Date(earliest ?? latest ?? 0).getUTCFullYear()),
    earliest,
    latest,
    ends: [
      earliest === null ? 'open' : (SOFTNESSES[form % 3] ?? 'sharp'),
      latest === null ? 'open' : (SOFTNESSES[bits % 3] ?? 'sharp'),
    ],
    lasting: (bits & 1) > 0,
    major: (bits & 6) === 0,
    uncertain: (bits & 8) > 0,
    disagree: (bits & 16) > 0,
    kind,
    actors: actor < ACTORS.length ? [actor, (actor + 1) % ACTORS.length] : [],
    sources: [actor % SOURCES.length],
    answers: (bits & 32) > 0 && other < index ? [other] : [],
  });
}

/** The first and, negated, the last instant that ECMAScript has; the year 0. */
const [FIRST, YEAR_ZERO] = [-8.64e15, -62_167_219_200_000];

/** Lengths of stories, in milliseconds. */
const SPANS = [
  ...[1, 1000, MINUTE, HOUR, DAY, 30 * DAY],
  ...[YEAR, 100 * YEAR, 10_000 * YEAR, 100_000 * YEAR],
];

const anyStart = fc.oneof(
  fc.constantFrom(0, Date.UTC(2021, 0), YEAR_ZERO, FIRST, -FIRST),
  fc.integer({ min: FIRST, max: -FIRST }),
  fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(2100, 0) }),
);

/** Start and length of a story; some take the whole calendar, or all of it up to our time. */
const anyStretch: fc.Arbitrary<readonly [start: number, span: number]> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(anyStart, fc.constantFrom(...SPANS)) },
  { weight: 1, arbitrary: fc.constant([FIRST, -2 * FIRST] as const) },
  { weight: 1, arbitrary: fc.constant([FIRST, Date.UTC(2021, 0) - FIRST] as const) },
);

function byDate(a: ChartEvent, b: ChartEvent): number {
  const [first, second] = [a.earliest ?? -Infinity, b.earliest ?? -Infinity];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Stories over milliseconds to the whole calendar: most have far fewer events than may be. */
export function anyInput(maxLength = 400): fc.Arbitrary<ChartInput> {
  return fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.array(anyTraits, { maxLength: maxLength / 8, size: 'max' }) },
        { weight: 1, arbitrary: fc.array(anyTraits, { maxLength, size: 'max' }) },
      ),
      anyStretch,
      fc.boolean(),
    )
    .map(([traits, [start, span], sorted]) => {
      const toInstant = (place: number) =>
        Math.min(-FIRST, start + Math.round((place / 1e6) * span));
      const events = traits.map((one, index) => eventOf(one, index, toInstant));
      // A story is told by date, but a response may have to wait.
      return inputOf(sorted ? events.sort(byDate) : events);
    });
}

function someIds(all: readonly { id: string }[]): fc.Arbitrary<string[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.shuffledSubarray(all.map(({ id }) => id)) },
  );
}

export const anyWish: fc.Arbitrary<Wish> = fc.record({
  scale: fc.constantFrom(...SCALES),
  grouping: fc.constantFrom(...GROUPINGS),
  kinds: someIds(KINDS),
  actors: someIds(ACTORS),
  sources: someIds(SOURCES),
  disagree: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
  query: fc.constantFrom('', '', 'toll'),
});

/** All sizes that a page or its reader may ask for, and some that none does. */
export const anySize: fc.Arbitrary<Size> = fc
  .record({
    width: fc.oneof(
      fc.integer({ min: 272, max: 1600 }),
      fc.constantFrom(272, 320, 684, 700, 924, 1204),
    ),
    direction: fc.constantFrom('across', 'down'),
    names: fc.constantFrom('above', 'beside'),
    zoomText: fc.constantFrom(1, 2),
  })
  .map(sizeWith);

/** All in sight, or parts down to a hundred-millionth. */
export const anyWindow: fc.Arbitrary<Window> = fc.oneof(
  fc.constant<Window>([0, 1]),
  fc
    .tuple(
      fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.4, 0.02, 0.98)),
      fc.double({ min: 0, max: 8, noNaN: true }),
    )
    .map(([centre, exponent]): Window => {
      const length = 10 ** -exponent;
      const from = Math.min(Math.max(0, centre - length / 2), 1 - length);
      return [from, from + length];
    }),
);
