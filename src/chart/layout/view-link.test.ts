import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_VIEW, GROUPINGS, MODES, SCALES, type View } from './view.ts';
import { parseView, printView, type Known } from './view-link.ts';

const known: Known = {
  kinds: new Set(['leak', 'denial', 'report']),
  actors: new Set(['mayor', 'town-council', 'constructor']),
  sources: new Set(['gazette-1950', 'courier-2021']),
  events: new Set(['bridge-opens', 'ford-is-used']),
};

const DAY = 86_400_000;

function view(part: Partial<View>): View {
  return { ...FIRST_VIEW, ...part };
}

function span(from: string, to: string): View {
  return view({ window: [Date.parse(from), Date.parse(to)] });
}

const EXAMPLES: [what: string, query: string, view: View][] = [
  ['the first view', '', FIRST_VIEW],
  [
    'whole days',
    'from=2025-05-29&to=2025-06-30',
    span('2025-05-29T00:00Z', '2025-06-30T23:59:59.999Z'),
  ],
  [
    'minutes',
    'from=2025-05-29T20:00Z&to=2025-05-30T00:00Z',
    span('2025-05-29T20:00Z', '2025-05-30T00:00Z'),
  ],
  [
    'seconds',
    'from=2025-05-29T20:00:07Z&to=2025-05-29T20:01Z',
    span('2025-05-29T20:00:07Z', '2025-05-29T20:01Z'),
  ],
  [
    'milliseconds',
    'from=2025-05-29T20:00:00.500Z&to=2025-05-29T23:59:59.998Z',
    span('2025-05-29T20:00:00.500Z', '2025-05-29T23:59:59.998Z'),
  ],
  [
    'one instant, at the end of a day',
    'from=2025-05-29T23:59:59.999Z&to=2025-05-29',
    span('2025-05-29T23:59:59.999Z', '2025-05-29T23:59:59.999Z'),
  ],
  [
    'years before 100 and before Christ',
    'from=-000043-03-15&to=0079-10-24',
    span('-000043-03-15T00:00Z', '0079-10-24T23:59:59.999Z'),
  ],
  [
    'years beyond 9999',
    'from=9999-12-31T20:00Z&to=%2B012345-06-07',
    span('9999-12-31T20:00Z', '+012345-06-07T23:59:59.999Z'),
  ],
  [
    'all that there is',
    'from=-271821-04-20&to=%2B275760-09-13T00:00Z',
    view({ window: [-8.64e15, 8.64e15] }),
  ],
  ['true time', 'scale=true', view({ scale: 'true' })],
  [
    'lanes by actor, as a table',
    'group=actor&show=table',
    view({ grouping: 'actor', mode: 'table' }),
  ],
  ['no lanes, in order', 'group=none&show=reading', view({ grouping: 'none', mode: 'reading' })],
  [
    'filters',
    'kind=leak,denial&actor=town-council&source=gazette-1950,courier-2021&disagree=1',
    view({
      kinds: ['leak', 'denial'],
      actors: ['town-council'],
      sources: ['gazette-1950', 'courier-2021'],
      disagree: true,
    }),
  ],
  ['a search', 'q=bridge+toll', view({ query: 'bridge toll' })],
  ['a search with signs', 'q=50%25+%26+more:+1,2%252C', view({ query: '50% & more: 1,2%2C' })],
  ['a selected event', 'event=bridge-opens', view({ selected: 'bridge-opens' })],
  [
    'everything, in a fixed order',
    'from=2021-01-01&to=2021-12-31&scale=true&group=none&show=table&kind=leak&actor=mayor' +
      '&source=courier-2021&disagree=1&q=toll&event=ford-is-used',
    {
      window: [Date.UTC(2021, 0), Date.UTC(2022, 0) - 1],
      scale: 'true',
      grouping: 'none',
      mode: 'table',
      kinds: ['leak'],
      actors: ['mayor'],
      sources: ['courier-2021'],
      disagree: true,
      query: 'toll',
      selected: 'ford-is-used',
    },
  ],
];

describe('a link', () => {
  test.each(EXAMPLES)('writes %s readably', (_, query, expected) => {
    expect(printView(expected)).toBe(query);
  });

  test.each(EXAMPLES)('restores %s', (_, query, expected) => {
    expect(parseView(query, known)).toEqual({ view: expected, ignored: [] });
    expect(parseView(`?${query}`, known).view).toEqual(expected);
  });

  test.each<[string, string, View]>([
    ['that names the first view’s values', 'scale=shortened&group=kind&show=chart', FIRST_VIEW],
    ['that a form wrote with empty fields', 'q=&kind=&from=&to=&disagree=0&event=', FIRST_VIEW],
    [
      'that a form wrote with one parameter for each box',
      'kind=leak&kind=report',
      view({ kinds: ['leak', 'report'] }),
    ],
    ['that repeats an id', 'kind=leak,,leak,', view({ kinds: ['leak'] })],
    [
      'whose commas were encoded on the way',
      'kind=leak%2Cdenial',
      view({ kinds: ['leak', 'denial'] }),
    ],
    [
      'whose colons and plus were treated otherwise',
      'from=2025-05-29T20%3A00Z&to=+012345-06-07',
      span('2025-05-29T20:00Z', '+012345-06-07T23:59:59.999Z'),
    ],
    [
      'with others’ parameters',
      'utm_source=x&q=toll&fbclid=%&__proto__=1',
      view({ query: 'toll' }),
    ],
  ])('%s is understood without complaint', (_, query, expected) => {
    expect(parseView(query, known)).toEqual({ view: expected, ignored: [] });
  });
});

describe('nonsense is left out and named', () => {
  const long = 'x'.repeat(201);
  test.each<[query: string, ignored: string[], view?: View]>([
    ['scale=log', ['scale=log']],
    ['group=source&show=slides', ['group=source', 'show=slides']],
    ['disagree=yes', ['disagree=yes']],
    ['kind=leak,rumour', ['kind=rumour'], view({ kinds: ['leak'] })],
    ['actor=constructor,toString', ['actor=toString'], view({ actors: ['constructor'] })],
    ['source=%00', ['source=\0']],
    ['event=bridge', ['event=bridge']],
    ['scale=true&scale=false', ['scale=false'], view({ scale: 'true' })],
    [`q=${long}`, [`q=${'x'.repeat(57)}…`]],
    [`q=${'😀'.repeat(101)}`, [`q=${'😀'.repeat(57)}…`]],
    ['from=2025-05-29', ['from=2025-05-29']],
    ['to=2025-05-29', ['to=2025-05-29']],
    ['from=2025-05-30&to=2025-05-29', ['from=2025-05-30', 'to=2025-05-29']],
    ['from=yesterday&to=2025-05-29', ['from=yesterday', 'to=2025-05-29']],
    ['from=2025-02-30&to=2025-13-01', ['from=2025-02-30', 'to=2025-13-01']],
    [
      'from=2025-01-01T24:00Z&to=2025-01-02T20:60Z',
      ['from=2025-01-01T24:00Z', 'to=2025-01-02T20:60Z'],
    ],
    [
      'from=2025-05-29T20:00&to=2025-05-29T20:00%2B02:00',
      ['from=2025-05-29T20:00', 'to=2025-05-29T20:00+02:00'],
    ],
    ['from=-000000-01-01&to=%2B275760-09-13', ['from=-000000-01-01', 'to=+275760-09-13']],
    ['from=-271821-04-19&to=%2B999999-01-01', ['from=-271821-04-19', 'to=+999999-01-01']],
    ['from=&to=1748548800000', ['to=1748548800000']],
  ])('%s', (query, ignored, expected = FIRST_VIEW) => {
    expect(parseView(query, known)).toEqual({ view: expected, ignored });
  });
});

describe('a view that no link can hold', () => {
  test.each<[string, View['window']]>([
    ['from after to', [1, 0]],
    ['an end that is no number', [0, NaN]],
    ['an end that is not finite', [-Infinity, 0]],
    ['an end beyond the calendar', [0, 8.64e15 + 1]],
  ])('is printed without a window that has %s', (_, window) => {
    expect(printView(view({ window }))).toBe('');
  });

  test('is printed to the nearest millisecond', () => {
    expect(printView(view({ window: [0.4, DAY - 1.4] }))).toBe('from=1970-01-01&to=1970-01-01');
  });

  test('is printed with a sign for half a character', () => {
    expect(printView(view({ query: '\ud83d' }))).toBe('q=%EF%BF%BD');
  });
});

const instant = fc.oneof(
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.integer({ min: -1e8, max: 1e8 }).map((day) => day * DAY),
  fc.integer({ min: -1e8 + 1, max: 1e8 }).map((day) => day * DAY - 1),
  fc.integer({ min: -8.64e12, max: 8.64e12 }).map((second) => second * 1000),
);

function some(ids: ReadonlySet<string>) {
  return fc.shuffledSubarray([...ids]);
}

const anyView: fc.Arbitrary<View> = fc.record({
  window: fc.option(
    fc.tuple(instant, instant).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    { nil: undefined },
  ),
  scale: fc.constantFrom(...SCALES),
  grouping: fc.constantFrom(...GROUPINGS),
  mode: fc.constantFrom(...MODES),
  kinds: some(known.kinds),
  actors: some(known.actors),
  sources: some(known.sources),
  disagree: fc.boolean(),
  query: fc.string({ unit: 'binary', maxLength: 100 }),
  selected: fc.option(fc.constantFrom(...known.events), { nil: undefined }),
});

const anyQuery = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('from', 'to', 'scale', 'group', 'show', 'kind', 'disagree', 'q', 'event'),
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^[+-]?\d{4,6}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{3})?)?Z)?$/),
        ),
      ),
    )
    .map((pairs) => pairs.map((pair) => pair.join('=')).join('&')),
);

describe('whatever the view and the link', () => {
  test('a printed view is restored', () => {
    fc.assert(
      fc.property(anyView, (anything) => {
        expect(parseView(printView(anything), known)).toEqual({ view: anything, ignored: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test('no query throws, and what is ignored is short', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { ignored } = parseView(query, known);
        expect(ignored.filter((text) => Array.from(text).length > 60)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('printing what was parsed changes nothing any more', () => {
    fc.assert(
      fc.property(fc.oneof(anyQuery, anyView.map(printView)), (query) => {
        const printed = printView(parseView(query, known).view);
        expect(printView(parseView(printed, known).view)).toBe(printed);
      }),
      { numRuns: 1000 },
    );
  });
});
