import { discrepanciesWith, type PlacedDiscrepancy } from './discrepancies.ts';
import { independentGroups } from './independence.ts';
import { eventsCiting } from './relations.ts';
import type { Answer, Source, Timeline, TimelineEvent } from './schema.ts';

/** An answer with its discrepancy. */
export interface PlacedAnswer extends PlacedDiscrepancy {
  answer: Answer;
}

/** What rests on one source alone, or on it and those that repeat it or its origin. */
export interface StandingAlone {
  events: TimelineEvent[];
  answers: PlacedAnswer[];
}

/** Finds where a source stands alone: no independent source has the event, or gives the answer. */
export function standsAlone({ id }: Pick<Source, 'id'>, timeline: Timeline): StandingAlone {
  const isOneVoice = (ids: readonly string[]) => {
    const sources = timeline.sources.filter((source) => ids.includes(source.id));
    return independentGroups(sources, timeline).length === 1;
  };
  return {
    events: eventsCiting(id, timeline).filter(({ sources }) => isOneVoice(sources)),
    answers: discrepanciesWith(id, timeline).flatMap((placed) =>
      placed.discrepancy.answers
        .filter(({ sources }) => sources.includes(id) && isOneVoice(sources))
        .map((answer) => ({ ...placed, answer })),
    ),
  };
}
