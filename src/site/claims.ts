import type { ClaimTarget, PlacedClaim } from '../model/relations.ts';

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

/** The first of the targets in each event other than the claim's own. */
export function firstInOthers(
  own: PlacedClaim,
  targets: readonly ClaimTarget[],
): readonly ClaimTarget[] {
  const events = targets.map(({ event }) => event.slug);
  return targets.filter(
    ({ event }, index) => event.slug !== own.event.slug && events.indexOf(event.slug) === index,
  );
}
