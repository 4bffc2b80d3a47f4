import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_CHOICES, parseChoices, printChoices, type Choices } from './choices.ts';
import { anyChoices, KNOWN, view } from './choices.test-support.ts';

function choices(part: Partial<Choices>): Choices {
  return { ...FIRST_CHOICES, ...part };
}

function timeline(part: Parameters<typeof view>[0]): Choices {
  return choices({ part: { what: 'timeline', view: view(part) } });
}

describe('a link', () => {
  test.each<[what: string, query: string, choices: Choices]>([
    ['the whole timeline', '', FIRST_CHOICES],
    ['a view of it', 'kind=leak&q=toll', timeline({ kinds: ['leak'], query: 'toll' })],
    ['an event', 'event=bridge-opens', choices({ part: { what: 'event', id: 'bridge-opens' } })],
    [
      'an exchange',
      'exchange=bridge-opens--toll',
      choices({ part: { what: 'exchange', id: 'bridge-opens--toll' } }),
    ],
    [
      'a view in which an event is opened',
      'q=toll&event=bridge-opens',
      timeline({ query: 'toll', selected: 'bridge-opens' }),
    ],
    [
      'the whole timeline in which an event is opened',
      'event=bridge-opens&what=timeline',
      timeline({ selected: 'bridge-opens' }),
    ],
    [
      'everything else',
      'theme=dark&plain=1&transparent=1&lang=sr-Latn&as=iframe&height=480&picture=wide',
      choices({
        theme: 'dark',
        plain: true,
        transparent: true,
        lang: 'sr-Latn',
        form: 'iframe',
        height: 480,
        shape: 'wide',
      }),
    ],
  ])('writes %s, and restores it', (_, query, expected) => {
    expect(printChoices(expected)).toBe(query);
    expect(parseChoices(query, KNOWN)).toEqual({ choices: expected, ignored: [] });
    expect(parseChoices(`?${query}`, KNOWN).choices).toEqual(expected);
  });

  test.each<[what: string, query: string, expected: Choices]>([
    [
      'the part that it names',
      'what=event&event=ford-is-used&as=responsive&height=640',
      choices({ part: { what: 'event', id: 'ford-is-used' } }),
    ],
    [
      'the timeline, though it opens an event',
      'what=timeline&show=chart&event=ford-is-used',
      timeline({ selected: 'ford-is-used' }),
    ],
    ['boxes', 'what=timeline&kind=leak&kind=denial', timeline({ kinds: ['leak', 'denial'] })],
  ])('takes from a form %s', (_, query, expected) => {
    expect(parseChoices(query, KNOWN)).toEqual({ choices: expected, ignored: [] });
  });

  test.each([
    ['what=film', 'what=film'],
    ['exchange=bridge-opens', 'exchange=bridge-opens'],
    ['event=tunnel', 'event=tunnel'],
    ['as=pdf', 'as=pdf'],
    ['theme=pink', 'theme=pink'],
    ['lang=xx', 'lang=xx'],
    ['height=199', 'height=199'],
    ['height=1001', 'height=1001'],
    ['height=6e2', 'height=6e2'],
    ['picture=round', 'picture=round'],
  ])('leaves out and names nonsense such as %s', (query, ignored) => {
    expect(parseChoices(query, KNOWN)).toEqual({ choices: FIRST_CHOICES, ignored: [ignored] });
  });

  test('restores whatever was chosen', () => {
    fc.assert(
      fc.property(anyChoices, (anything) => {
        expect(parseChoices(printChoices(anything), KNOWN)).toEqual({
          choices: anything,
          ignored: [],
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('never throws, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters()), (query) => {
        const { choices: read } = parseChoices(query, KNOWN);
        expect(parseChoices(printChoices(read), KNOWN)).toEqual({ choices: read, ignored: [] });
      }),
      { numRuns: 1000 },
    );
  });
});
