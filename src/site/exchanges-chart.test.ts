import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTimeline, claimWith, eventWith, timelineOf } from '../model/exchanges.test-support.ts';
import { exchangesOf, turnId, turnsOf } from '../model/exchanges.ts';
import { claimsOf } from '../model/relations.ts';
import type { Timeline } from '../model/schema.ts';
import { voicesOf, type Voice } from './exchanges-chart.ts';

/** Each response of the register, as the id of its turn and of the turn to which it responds. */
function responsesIn(timeline: Timeline): [response: string, target: string][] {
  const turns = exchangesOf(timeline).flatMap(turnsOf);
  return turns.flatMap((turn) => [
    ...turn.responses.map(({ id }): [string, string] => [id, turn.id]),
    ...turn.also.map((target): [string, string] => [turn.id, turnId(target)]),
  ]);
}

/** The ids under which the register tells what a voice says, alone and with its event. */
const idsOf = ({ claims }: Voice) => claims.flatMap((one) => [turnId(one), one.event.slug]);

test('the picture has a line for every response of the register between claims, and no other', () => {
  fc.assert(
    fc.property(anyTimeline, (timeline) => {
      const voices = voicesOf(claimsOf(timeline), timeline);
      const responses = responsesIn(timeline);
      voices.forEach((voice) => {
        const own = responses.filter(([id]) => voice.claims.some((one) => turnId(one) === id));
        const isLine = (target: string) =>
          voice.respondsTo.some((place) => voices[place] && idsOf(voices[place]).includes(target));
        const isDrawn = (target: string) => voices.some((other) => idsOf(other).includes(target));
        for (const [, target] of own) expect(isLine(target)).toBe(isDrawn(target));
        for (const place of voice.respondsTo) {
          const ids = voices[place] ? idsOf(voices[place]) : [];
          expect(own.some(([, target]) => ids.includes(target))).toBe(true);
        }
      });
    }),
  );
});

test('what an outlet reports at an event that responds is drawn as no response', () => {
  const timeline = timelineOf([
    eventWith('claims', { claims: [claimWith('cost', { stance: 'alleges' })] }),
    eventWith('replies', {
      respondsTo: ['claims'],
      claims: [claimWith('no'), claimWith('told', { by: 'post' })],
    }),
  ]);
  const lines = voicesOf(claimsOf(timeline), timeline).map(({ respondsTo }) => respondsTo);
  expect(lines).toEqual([[], [0], []]);
});
