import { expect, it } from 'vitest';
import { discrepanciesOf, discrepanciesOn, discrepanciesWith } from './discrepancies.ts';
import { claimsOf } from './relations.ts';
import { readWith } from './story.test.ts';

const reading = readWith({});
if (!reading.ok) throw new Error('the story is not sound');
const { timeline } = reading;

it('finds a disagreement from its event, from a source that answers it and from a claim', () => {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  expect(ids(discrepanciesOf(timeline))).toEqual(['wall-agreed--1']);
  expect(ids(discrepanciesWith('post-may', timeline))).toEqual(['wall-agreed--1']);
  expect(ids(discrepanciesWith('post-june', timeline))).toEqual([]);
  const onClaims = claimsOf(timeline).map((placed) => [
    placed.claim.id,
    ...ids(discrepanciesOn(placed)),
  ]);
  expect(onClaims).toEqual([['cost', 'wall-agreed--1'], ['more']]);
});
