import { expect, test } from 'vitest';
import type { PlacedClaim } from '../model/relations.ts';
import { byVoice } from './claims.ts';

const placed = (slug: string, id: string, by = 'one', stance = 'alleges') =>
  ({ event: { slug }, claim: { id, by, stance } }) as PlacedClaim;
const ids = (claims: readonly { claim: { id: string } | undefined }[]) =>
  claims.map(({ claim }) => claim?.id);

test('claims that follow one another with one speaker and one stance stand together', () => {
  const claims = [
    placed('e', 'a'),
    placed('f', 'b'),
    placed('f', 'c', 'one', 'denies'),
    placed('f', 'd', 'two', 'denies'),
    placed('f', 'e'),
  ];
  expect(byVoice(claims).map(ids)).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
  expect(byVoice([])).toEqual([]);
});
