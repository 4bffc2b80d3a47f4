import { filingYear } from '../model/date.ts';
import type { TimelineEvent } from '../model/schema.ts';

/** Events that follow one another in the story and are filed under one year. */
export interface YearGroup {
  year: number;
  /** Of its heading; a year that the story comes back to has a second group. */
  id: string;
  events: TimelineEvent[];
}

/** Groups events under the years in which they are filed; the order of the story always stays. */
export function byYear(events: readonly TimelineEvent[]): YearGroup[] {
  const groups: YearGroup[] = [];
  for (const event of events) {
    const year = filingYear(event.date);
    const last = groups.at(-1);
    if (last?.year === year) last.events.push(event);
    else groups.push({ year, id: freeId(year, groups), events: [event] });
  }
  return groups;
}

function freeId(year: number, groups: readonly YearGroup[]): string {
  const earlier = groups.filter((group) => group.year === year).length;
  return `year-${String(year)}${earlier === 0 ? '' : `-${String(earlier + 1)}`}`;
}
