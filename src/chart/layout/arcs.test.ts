import { expect, test } from 'vitest';
import { DAY, DESK, eventWith, inputOf, wishWith } from './fixtures.test-support.ts';
import { layoutChart, planChart } from './plan.ts';

const START = Date.UTC(2021, 0);

/** An event, one that answers it after some days, and a last one that sets the length of the story. */
function arcAfter(days: number) {
  const at = (day: number) => ({ earliest: START + day * DAY, latest: START + day * DAY });
  const events = [
    eventWith({ id: 'first', ...at(0) }),
    eventWith({ id: 'asked', ...at(500), kind: 1 }),
    eventWith({ id: 'reply', ...at(500 + days), kind: 3, answers: [1] }),
    eventWith({ id: 'last', ...at(1000) }),
  ];
  const plan = planChart(inputOf(events), wishWith({ scale: 'true' }), DESK, 'Others');
  return layoutChart(plan, [0, 1], 'asked').arcs[0];
}

test('a line between marks one above the other bends to the side that has no label', () => {
  expect(arcAfter(1)?.aside).toBeLessThan(-20);
});

test('a line between marks that are apart needs no bend', () => {
  expect(arcAfter(300)?.aside).toBe(0);
});
