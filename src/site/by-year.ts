import { filingYear } from '../model/date.ts';
import type { TimelineEvent } from '../model/schema.ts';

/** Groups events, in their order, under the years in which they are filed. */
export function byYear(
  events: readonly TimelineEvent[],
): { year: number; events: TimelineEvent[] }[] {
  const years = Map.groupBy(events, ({ date }) => filingYear(date));
  return [...years].map(([year, events]) => ({ year, events })).sort((a, b) => a.year - b.year);
}
