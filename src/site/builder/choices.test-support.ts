import fc from 'fast-check';
import { FIRST_VIEW, GROUPINGS, MODES, SCALES, type View } from '../../chart/layout/view.ts';
import { FORMS, HEIGHT, SHAPES, THEMES, type Choices, type KnownParts } from './choices.ts';

export const KNOWN: KnownParts = {
  kinds: new Set(['leak', 'denial']),
  actors: new Set(['mayor', 'constructor']),
  sources: new Set(['gazette-1950']),
  events: new Set(['bridge-opens', 'ford-is-used']),
  exchanges: new Set(['bridge-opens--toll', 'ford-is-used']),
  languages: new Set(['en', 'sr-Latn']),
};

export function view(part: Partial<View>): View {
  return { ...FIRST_VIEW, ...part };
}

const anyDay = fc.integer({ min: -8e6, max: 8e6 }).map((hour) => hour * 3_600_000);

const anyView: fc.Arbitrary<View> = fc.record({
  window: fc.option(
    fc.tuple(anyDay, anyDay).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    { nil: undefined },
  ),
  scale: fc.constantFrom(...SCALES),
  grouping: fc.constantFrom(...GROUPINGS),
  mode: fc.constantFrom(...MODES),
  kinds: fc.shuffledSubarray([...KNOWN.kinds]),
  actors: fc.shuffledSubarray([...KNOWN.actors]),
  sources: fc.shuffledSubarray([...KNOWN.sources]),
  disagree: fc.boolean(),
  query: fc.string({ unit: 'binary', maxLength: 60 }),
  selected: fc.option(fc.constantFrom(...KNOWN.events), { nil: undefined }),
});

const anyOpened = fc
  .option(fc.constantFrom(...KNOWN.events), { nil: undefined })
  .map((selected) => view({ selected }));

export const anyChoices: fc.Arbitrary<Choices> = fc.record({
  part: fc.oneof(
    fc.oneof(anyView, anyOpened).map((anything) => ({ what: 'timeline' as const, view: anything })),
    fc.constantFrom(...KNOWN.events).map((id) => ({ what: 'event' as const, id })),
    fc.constantFrom(...KNOWN.exchanges).map((id) => ({ what: 'exchange' as const, id })),
  ),
  form: fc.constantFrom(...FORMS),
  theme: fc.constantFrom(...THEMES),
  plain: fc.boolean(),
  transparent: fc.boolean(),
  lang: fc.option(fc.constantFrom(...KNOWN.languages), { nil: undefined }),
  height: fc.integer({ min: HEIGHT.least, max: HEIGHT.most }),
  shape: fc.constantFrom(...SHAPES),
});
