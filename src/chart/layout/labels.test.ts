import { describe, expect, test } from 'vitest';
import { ACTORS, DESK, eventWith, inputOf, sizeWith, wishWith } from './fixtures.test-support.ts';
import { countsIn } from './labels.ts';
import { NAME_WIDTH } from './across.ts';
import { estimateWidth } from './measure.ts';
import { layoutChart, planChart } from './plan.ts';
import type { Size } from './scene.ts';

function labelOf(label: string, size: Size = DESK): string {
  const input = inputOf([eventWith({ id: 'one', label })]);
  const { marks } = layoutChart(planChart(input, wishWith({}), size, 'Others'), [0, 1]);
  return marks.flatMap(({ lines }) => lines.map(({ text }) => text)).join();
}

describe('the label of a long title', () => {
  test.each([
    [
      'ends after a word',
      'The board of the bridge asks again for the second survey of the river',
      'The board of the bridge asks again for the…',
    ],

    [
      'has no comma before the ellipsis',
      'The board of the bridge, of the river and the toll, unanimously asks',
      'The board of the bridge, of the river and the…',
    ],
    ['stays whole where it fits', 'The board asks again', 'The board asks again'],
  ])('%s', (_, title, expected) => {
    expect(labelOf(title)).toBe(expected);
  });

  test.each([
    ['emoji', '👩‍👩‍👧‍👦🌉👋🏽'.repeat(40)],
    ['CJK', '橋の調査は来年まで続くと委員会が発表した'.repeat(9)],
    ['Arabic', 'هيئة الجسر تنشر المسح الثاني وترفض الرسوم '.repeat(9)],
    ['one word', 'Unparted'.repeat(30)],
  ])('of %s is there on any plot, and breaks no letter', (_, title) => {
    const letters = (text: string) =>
      [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
    for (const size of [DESK, sizeWith({ width: 684, direction: 'across' })]) {
      const label = labelOf(title, size);
      expect(label).toMatch(/\S…$/);
      const kept = letters(label.slice(0, -1));
      expect(kept.length).toBeLessThan(48);
      expect(letters(title).slice(0, kept.length)).toEqual(kept);
    }
  });
});

describe('how many a cluster holds', () => {
  test('always fits into its ring', () => {
    const { length } = '999';
    const room = estimateWidth('0'.repeat(length), false);
    for (const count of [2, 10, 999, 1000, 1001, 9999, 10_000, 99_999])
      expect(estimateWidth(countsIn('en-GB')(count).short, false)).toBeLessThanOrEqual(room);
  });

  test('is written in full, as the language does, for those who hear it', () => {
    expect(countsIn('en')(12_345).full).toBe('12,345');
    expect(countsIn('de')(12_345).full).toBe('12.345');
    expect(countsIn('en')(12_345).short).toBe('12k');
    const events = Array.from({ length: 1500 }, (_, index) => eventWith({ id: `event-${index}` }));
    const plan = planChart(inputOf(events), wishWith({}), DESK, 'Others');
    const [mark] = layoutChart(plan, [0, 1]).marks;
    expect([mark?.count, mark?.lines[0]?.text]).toEqual(['1,500', '1k']);
  });
});

describe('the name of a lane', () => {
  const long = 'The standing committee for the bridge, its toll and both of the banks';

  test('takes two lines beside the plot, and never runs under it', () => {
    const input = inputOf([eventWith({ id: 'one' })]);
    const actors = ACTORS.map(({ id }) => ({ id, label: long }));
    const plan = planChart({ ...input, actors }, wishWith({ grouping: 'actor' }), DESK, 'Others');
    const [lane] = layoutChart(plan, [0, 1]).lanes;
    expect(lane?.lines).toHaveLength(2);
    expect(lane?.lines[1]).toMatch(/…$/);
    for (const line of lane?.lines ?? [])
      expect(estimateWidth(line, true)).toBeLessThan(NAME_WIDTH);
    expect(lane?.nameY).toBeGreaterThan((lane?.y ?? 0) + 10);
  });

  test('of an actor is not taken for that of all others', () => {
    const input = inputOf([
      eventWith({ id: 'one', actors: [0] }),
      eventWith({ id: 'two', actors: [] }),
    ]);
    const actors = [{ id: 'others', label: 'The Others, a band' }];
    const plan = planChart({ ...input, actors }, wishWith({ grouping: 'actor' }), DESK, 'Others');
    const { lanes } = layoutChart(plan, [0, 1]);
    expect(new Set(lanes.map(({ id }) => id)).size).toBe(2);
  });
});

test('titles keep all their words on a phone whose reader has doubled the text', () => {
  const size = sizeWith({ width: 320, direction: 'down', zoomText: 2 });
  const title = 'The board of the bridge asks for a second survey';
  const input = inputOf([eventWith({ id: 'one', label: title })]);
  const [mark] = layoutChart(planChart(input, wishWith({}), size, 'Others'), [0, 1]).marks;
  const lines = mark?.lines.filter(({ role }) => role === 'label') ?? [];
  expect(lines.map(({ text }) => text).join(' ')).toBe(title);
});
