import type { PlacedClaim } from '../model/relations.ts';

/** Claims that follow one another, with one speaker and one stance. */
export type Voice = [PlacedClaim, ...PlacedClaim[]];

/** Puts consecutive claims of the same speaker and stance together. */
export function byVoice(claims: readonly PlacedClaim[]): Voice[] {
  const voices: Voice[] = [];
  for (const placed of claims) {
    const voice = voices.at(-1);
    const { by, stance } = voice?.[0].claim ?? {};
    if (voice && by === placed.claim.by && stance === placed.claim.stance) voice.push(placed);
    else voices.push([placed]);
  }
  return voices;
}
