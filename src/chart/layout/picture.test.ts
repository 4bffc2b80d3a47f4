import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInput } from './arbitraries.test-support.ts';
import { DAY, eventWith, inputOf } from './fixtures.test-support.ts';
import { chartsOf } from './picture-charts.ts';
import { FRAMES, layoutPicture, type Frame, type Picture, type PictureContent } from './picture.ts';
import { measureAt } from './picture-text.ts';
import { FIRST_VIEW } from './view.ts';

const WORDS = ['toll', 'bridge', 'unsurveyed', '橋の調査は来年まで続く', 'الجسر', '2–5', '—'];

const anyText = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength }).map((words) => words.join(' '));

const anyContent: fc.Arbitrary<PictureContent> = fc
  .record({
    kicker: fc.option(fc.record({ text: anyText(9), kind: fc.nat(3) }), { nil: undefined }),
    title: anyText(30),
    standfirst: fc.option(anyText(60), { nil: undefined }),
    statements: fc.array(fc.record({ voice: anyText(9), text: anyText(60) }), { maxLength: 9 }),
    source: anyText(30),
    input: anyInput(80),
  })
  .map(({ kicker, standfirst, source, input, ...texts }) => ({
    ...texts,
    ...(kicker && { kicker }),
    ...(standfirst !== undefined && { standfirst }),
    more: (n) => `and ${String(n)} more`,
    credit: { sources: [`${source} ${source}`, source], licence: 'CC BY 4.0' },
    charts: chartsOf({ input, view: FIRST_VIEW, others: 'Others', note: (n) => String(n) }),
  }));

const anyFrame = fc.constantFrom<Frame>(FRAMES.card, FRAMES.wide, { width: 1600, unit: 1.15 });

/** Each run lays several charts out. */
const FEWER = { numRuns: 40 };

interface Box {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the letters of a picture are, line by line, and its chart. */
function boxesOf({ texts, chart, width, margin }: Picture): Box[] {
  const lines = texts.flatMap(({ role, lines, x, y, size, leading, anchor }) =>
    lines.map((line, index): Box => {
      const long = measureAt(size)(line, role === 'title' || role === 'voice');
      const left = anchor === 'end' ? x - long : x;
      const baseline = y + index * leading;
      const [top, bottom] = [baseline - 0.75 * size, baseline + 0.2 * size];
      return { name: `${role} ${line}`, left, right: left + long, top, bottom };
    }),
  );
  if (!chart) return lines;
  const { y, scene, scale } = chart;
  const bottom = y + scene.height * scale;
  return [...lines, { name: 'chart', left: margin, right: width - margin, top: y, bottom }];
}

describe('of any text, in any frame', () => {
  test('all that is written is inside the margins, and nothing lies over anything else', () => {
    fc.assert(
      fc.property(anyContent, anyFrame, (content, frame) => {
        const picture = layoutPicture(content, frame);
        const { width, height, margin } = picture;
        const boxes = boxesOf(picture);
        for (const { name, left, right, top, bottom } of boxes) {
          const isInside = left >= margin - 0.5 && right <= width - margin + 0.5;
          expect({ name, isInside }).toEqual({ name, isInside: true });
          expect({ name, isIn: top >= 0 && bottom <= height }).toEqual({ name, isIn: true });
        }
        const pairs = boxes.flatMap((a, index) =>
          boxes
            .slice(index + 1)
            .filter(
              (b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
            )
            .map((b) => `${a.name} and ${b.name}`),
        );
        expect(pairs).toEqual([]);
      }),
      FEWER,
    );
  });

  test('every statement is shown or counted, from the first', () => {
    fc.assert(
      fc.property(anyContent, anyFrame, (content, frame) => {
        const { texts } = layoutPicture(content, frame);
        const shown = texts.filter(({ role }) => role === 'statement').length;
        const counted = texts.some(({ lines }) =>
          lines.includes(`and ${String(content.statements.length - shown)} more`),
        );
        expect(counted).toBe(shown < content.statements.length);
      }),
      FEWER,
    );
  });

  test('the frame has the size that was asked for', () => {
    fc.assert(
      fc.property(anyContent, ({ charts, ...content }) => {
        for (const frame of Object.values(FRAMES)) {
          const { width, height } = layoutPicture({ charts, ...content }, frame);
          expect({ width, height }).toEqual({ width: frame.width, height: frame.height });
        }
      }),
      FEWER,
    );
  });
});

const CROWD = inputOf(
  Array.from({ length: 300 }, (_, index) => {
    const earliest = Date.UTC(2021, 0) + index * DAY;
    const major = index % 2 === 0;
    return eventWith({ id: String(index), earliest, latest: earliest + DAY - 1, major });
  }),
);

test('kinds are named beside the chart where its lanes do not tell them', () => {
  const input = inputOf([eventWith({ id: 'a' }), eventWith({ id: 'b', kind: 1 })]);
  const named = (grouping: 'kind' | 'none') => {
    const view = { ...FIRST_VIEW, grouping };
    const charts = chartsOf({ input, view, others: '', note: String });
    const credit = { sources: [''], licence: '' };
    const content = { title: 'The bridge', statements: [], more: String, credit, charts };
    const { texts } = layoutPicture(content, FRAMES.wide);
    return texts.filter(({ role }) => role === 'legend').flatMap(({ lines }) => lines);
  };
  expect(named('kind')).toEqual([]);
  expect(named('none')).toEqual(input.kinds.map(({ label }) => label));
});

test('a crowded story fits, shows every event in a mark, and labels none rather than some', () => {
  const charts = chartsOf({ input: CROWD, view: FIRST_VIEW, others: '', note: String });
  const content = {
    statements: [],
    more: String,
    credit: { sources: [''], licence: '' },
  };
  const { chart } = layoutPicture({ ...content, title: 'The bridge', charts }, FRAMES.card);
  const marks = chart?.scene.marks ?? [];
  expect(marks.reduce((sum, { members }) => sum + members.length, 0)).toBe(300);
  expect(marks.flatMap(({ lines }) => lines).filter(({ role }) => role === 'label')).toEqual([]);
});

test('where events are left out, the credit says so, and no address is cut while another fits', () => {
  const address = 'timeline.example/'.padEnd(60, 'a');
  const view = { ...FIRST_VIEW, kinds: ['plan'] };
  const charts = chartsOf({
    input: inputOf([eventWith({ id: 'a' }), eventWith({ id: 'b', kind: 1 })]),
    view,
    others: '',
    note: (shown, all) => `${String(shown)} of ${String(all)}`,
  });
  const credit = { sources: [`${'The bridge '.repeat(9)}· ${address}`, address], licence: 'CC0' };
  const content = { title: 'The bridge', statements: [], more: String, credit, charts };
  const { texts } = layoutPicture(content, FRAMES.card);
  const written = texts.filter(({ role }) => role === 'credit').flatMap(({ lines }) => lines);
  expect(written).toEqual([`1 of 2 · ${address}`, 'CC0']);
});
