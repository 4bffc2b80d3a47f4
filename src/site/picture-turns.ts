import { turnId, turnNamed, turnsOf, type Exchange, type Turn } from '../model/exchanges.ts';
import { claimsAnswering } from '../model/relations.ts';
import type { Timeline, TimelineEvent } from '../model/schema.ts';

/**
 * What the picture of an event tells, the most contested first: a picture may have no room for all.
 * Each claim stands before what responds to it, even if that stands elsewhere too; so does the event
 * itself where something responds to the whole of it.
 */
export function turnsInEvent(event: TimelineEvent, timeline: Timeline): Turn[] {
  const own = [undefined, ...event.claims].flatMap(
    (claim) => turnNamed(turnId({ event, claim }), timeline) ?? [],
  );
  const below = new Set(own.flatMap(({ responses }) => responses.flatMap(turnsOf)));
  return own
    .filter((turn) => !below.has(turn))
    .map((turn) => ({ ...turn, responses: allResponses(turn, timeline) }))
    .filter(({ claim, responses }) => claim !== undefined || responses.length > 0)
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(turnsInExchange);
}

/** What the picture of an exchange tells: denials are the first of the responses. */
export function turnsInExchange(exchange: Exchange): Turn[] {
  const responses = exchange.responses.toSorted(
    (a, b) => Number(isDenial(b)) - Number(isDenial(a)),
  );
  return [exchange, ...responses.flatMap(turnsInExchange)];
}

/** What stands under the turn, and what responds to it from under another. */
function allResponses(turn: Turn, timeline: Timeline): Turn[] {
  const others = claimsAnswering(turn, timeline).flatMap(
    (placed) => turnNamed(turnId(placed), timeline) ?? [],
  );
  return [...new Set([...turn.responses, ...others])];
}

/** Allegations that are denied, then the event itself, then what is responded to otherwise. */
function rank({ claim, responses }: Turn): number {
  if (claim?.stance === 'alleges' && responses.some(isDenial)) return 0;
  if (!claim) return 1;
  if (responses.length > 0) return claim.stance === 'alleges' ? 2 : 3;
  return 4;
}

function isDenial({ claim }: Turn): boolean {
  return claim?.stance === 'denies';
}
