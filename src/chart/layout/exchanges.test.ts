import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInput, anySize } from './arbitraries.test-support.ts';
import { boxesOf, overlapsOf } from './boxes.test-support.ts';
import { layoutExchanges, type ChartVoice, type ExchangesInput } from './exchanges.ts';
import { DAY, DESK, eventWith, inputOf, PHONE } from './fixtures.test-support.ts';
import { printScene } from './scene-text.test-support.ts';

function exchangesOf(voices: readonly ChartVoice[]): ExchangesInput {
  return { ...inputOf([]), events: [...voices] };
}

function voiceWith(place: number, speaker: string, part: Partial<ChartVoice> = {}): ChartVoice {
  const earliest = Date.UTC(2021, 2, 14) + place * DAY;
  return {
    ...eventWith({ id: `${speaker}-${String(place)}`, label: speaker, earliest, latest: earliest }),
    assertion: `${speaker} says so`,
    ...part,
  };
}

/** An allegation, its denials on the same day and later, and what is said in turn. */
const DISPUTE = exchangesOf([
  voiceWith(0, 'Board', { major: true }),
  voiceWith(0, 'Mayor', { kind: 2, answers: [0], major: true }),
  voiceWith(0, 'Ledger', { kind: 1 }),
  voiceWith(9, 'Ferry company', { kind: 2, answers: [0] }),
  voiceWith(12, 'Board', { answers: [1, 3], major: true }),
  voiceWith(400, 'Mayor', { kind: 2, answers: [4], major: true }),
]);

describe('the picture of a dispute', () => {
  test.each([
    ['phone', PHONE],
    ['desk', DESK],
  ])('on a %s', async (name, size) => {
    const scene = printScene(layoutExchanges(DISPUTE, size));
    await expect(scene).toMatchFileSnapshot(`golden/exchanges-${name}.txt`);
  });

  test('says where there are no lanes with which stance somebody speaks', () => {
    const [mark] = layoutExchanges(DISPUTE, PHONE).marks;
    expect(mark?.lines.map(({ text }) => text)).toContain('Board says so');
  });
});

const anyExchanges = anyInput(160).map((input): ExchangesInput => {
  return {
    ...input,
    events: input.events.map((event) => ({ ...event, assertion: `${event.label} says so` })),
  };
});

describe('whatever is said', () => {
  test('no two marks or labels overlap, and every voice is in one mark', () => {
    fc.assert(
      fc.property(anyExchanges, anySize, (input, size) => {
        const scene = layoutExchanges(input, size);
        expect(overlapsOf(boxesOf(scene, size))).toEqual([]);
        const members = scene.marks.flatMap((mark) => mark.members).sort((a, b) => a - b);
        expect(members).toEqual(input.events.map((_, index) => index));
      }),
      { numRuns: 60 },
    );
  });

  test('one line joins each claim to each response that has a mark of its own', () => {
    fc.assert(
      fc.property(anyExchanges, anySize, (input, size) => {
        const { marks, arcs } = layoutExchanges(input, size);
        const markOf = (event: number) => marks.find(({ members }) => members.includes(event));
        const wanted = input.events.flatMap(({ answers }, index) =>
          answers.flatMap((answer) => {
            const [from, to] = [markOf(answer), markOf(index)];
            return from && to && from !== to ? `${from.id} ${to.id}` : [];
          }),
        );
        expect(arcs.map(({ id }) => id).sort()).toEqual([...new Set(wanted)].sort());
        const places = new Set(marks.map(({ x, y }) => `${String(x)} ${String(y)}`));
        for (const { x, y } of arcs.flatMap(({ from, to }) => [from, to]))
          expect(places).toContain(`${String(x)} ${String(y)}`);
      }),
      { numRuns: 60 },
    );
  });
});
