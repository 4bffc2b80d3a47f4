import type { PlacedClaim } from './relations.ts';
import type { Discrepancy, Timeline, TimelineEvent } from './schema.ts';

/** A discrepancy with the event in which it stands. */
export interface PlacedDiscrepancy {
  /** Identity on the whole site: `event--place`, counted from 1; new ones are added at the end. */
  id: string;
  event: TimelineEvent;
  discrepancy: Discrepancy;
}

/** All discrepancies, in the order of the story. */
export function discrepanciesOf({ events }: Pick<Timeline, 'events'>): PlacedDiscrepancy[] {
  return events.flatMap((event) =>
    event.discrepancies.map((discrepancy, place) => {
      return { id: `${event.slug}--${String(place + 1)}`, event, discrepancy };
    }),
  );
}

/** Discrepancies to which the source gives an answer, in the order of the story. */
export function discrepanciesWith(source: string, timeline: Timeline): PlacedDiscrepancy[] {
  return discrepanciesOf(timeline).filter(({ discrepancy }) => answers(discrepancy, source));
}

/** Discrepancies of the claim's event to which the claim's source gives an answer. */
export function discrepanciesOn({ event, claim }: PlacedClaim): PlacedDiscrepancy[] {
  return discrepanciesOf({ events: [event] }).filter(({ discrepancy }) =>
    answers(discrepancy, claim.source),
  );
}

function answers(discrepancy: Discrepancy, source: string): boolean {
  return discrepancy.answers.some(({ sources }) => sources.includes(source));
}
