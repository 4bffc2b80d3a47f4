import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allegationsBy,
  exchangesOf,
  respondingToWhole,
  responseState,
  turnId,
  turnsOf,
  type Turn,
} from './exchanges.ts';
import { anyTimeline, claimWith, eventWith, timelineOf } from './exchanges.test-support.ts';
import { claimsOf } from './relations.ts';
import type { Timeline } from './schema.ts';

/** An exchange as lines, a response deeper than what it responds to. */
function print(turn: Turn, depth = 0): string[] {
  return [
    `${'  '.repeat(depth)}${turn.id}`,
    ...turn.responses.flatMap((response) => print(response, depth + 1)),
  ];
}

const printAll = (timeline: Timeline) => exchangesOf(timeline).flatMap((one) => print(one));

describe('exchanges', () => {
  it('put responses under what they respond to, to any depth', () => {
    const timeline = timelineOf([
      eventWith('claims', {
        claims: [claimWith('cost', { stance: 'alleges' }), claimWith('alone')],
      }),
      eventWith('denies', { claims: [claimWith('not-so', { respondsTo: ['claims#cost'] })] }),
      eventWith('insists', {
        claims: [
          claimWith('again', { respondsTo: ['denies#not-so'] }),
          claimWith('own', { respondsTo: ['#again'] }),
        ],
      }),
    ]);
    expect(printAll(timeline)).toEqual([
      'claims--cost',
      '  denies--not-so',
      '    insists--again',
      '      insists--own',
      'claims--alone',
    ]);
  });

  it('keep what responds to an event as a whole together, after its claims', () => {
    const timeline = timelineOf([
      eventWith('claims', { claims: [claimWith('cost', { stance: 'alleges' })] }),
      eventWith('replies', {
        respondsTo: ['claims'],
        claims: [
          claimWith('to-all'),
          claimWith('told', { by: 'post' }),
          claimWith('to-one', { respondsTo: ['claims', 'claims#cost'] }),
        ],
      }),
      eventWith('walks-out', { respondsTo: ['replies'] }),
    ]);
    expect(printAll(timeline)).toEqual([
      'claims--cost',
      '  replies--to-one',
      'claims',
      '  replies--to-all',
      '  replies',
      '    walks-out',
      'replies--told',
    ]);
    const turns = exchangesOf(timeline).flatMap(turnsOf);
    expect(turns.find(({ id }) => id === 'replies--to-one')?.also.map(turnId)).toEqual(['claims']);
  });

  it('tell allegations that nobody responds to from those answered alone or with their event', () => {
    const alleges = (id: string) => claimWith(id, { stance: 'alleges' });
    const timeline = timelineOf([
      eventWith('first', { claims: [alleges('own'), alleges('with-event')] }),
      eventWith('second', { claims: [alleges('nothing')] }),
      eventWith('reply', {
        respondsTo: ['first'],
        claims: [claimWith('no', { stance: 'denies', respondsTo: ['first#own'] })],
      }),
    ]);
    const { own, whole, none } = allegationsBy(timeline);
    expect([own, whole, none].map((list) => list.map(({ claim }) => claim.id))).toEqual([
      ['own'],
      ['with-event'],
      ['nothing'],
    ]);
  });
});

describe('whatever the story', () => {
  it('has each claim in exactly one exchange, and each turn under an id of its own', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        const turns = exchangesOf(timeline).flatMap(turnsOf);
        const ids = turns.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => id.includes('--')).sort()).toEqual(
          claimsOf(timeline).map(turnId).sort(),
        );
      }),
    );
  });

  it('reaches from every claim all that it names, under it or beside it', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        const turns = exchangesOf(timeline).flatMap(turnsOf);
        const above = new Map(
          turns.flatMap((turn) => turn.responses.map(({ id }) => [id, turn] as const)),
        );
        for (const { id, also, claim } of turns) {
          if (!claim || claim.respondsTo.length === 0) continue;
          const reached = [above.get(id)?.id ?? '', ...also.map(turnId)].sort();
          expect(reached).toEqual(
            claim.respondsTo.map((reference) => reference.replace('#', '--')).sort(),
          );
        }
      }),
    );
  });

  it('counts every allegation once, and none as open that something responds to', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        const { own, whole, none } = allegationsBy(timeline);
        const all = claimsOf(timeline).filter(({ claim }) => claim.stance === 'alleges');
        expect(own.length + whole.length + none.length).toBe(all.length);
        const turns = new Map(
          exchangesOf(timeline)
            .flatMap(turnsOf)
            .map((turn) => [turn.id, turn]),
        );
        for (const placed of none) {
          expect(turns.get(turnId(placed))?.responses).toEqual([]);
          expect(respondingToWhole(placed.event, timeline)).toEqual([]);
        }
        for (const placed of own) expect(responseState(placed, timeline)).toBe('own');
      }),
    );
  });

  it('is told in the order of the story', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        const places = new Map(timeline.events.map((event, place) => [event, place]));
        const inOrder = (turns: readonly Turn[]) => {
          const order = turns.map(({ event }) => places.get(event) ?? -1);
          expect(order).toEqual([...order].sort((a, b) => a - b));
          for (const turn of turns) inOrder(turn.responses);
        };
        inOrder(exchangesOf(timeline));
      }),
    );
  });
});
