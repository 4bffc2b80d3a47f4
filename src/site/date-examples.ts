import { isApproximate, isUncertain, type EdtfDate } from '../model/date.ts';
import type { TimelineEvent } from '../model/schema.ts';
import { DATE_FORMS, type DateForm } from './strings/data.ts';

/** The forms of date that occur in the story, each with the first event that has it. */
export function dateExamples(
  events: readonly TimelineEvent[],
): { form: DateForm; event: TimelineEvent }[] {
  return DATE_FORMS.flatMap((form) => {
    const event = events.find(({ date }) => formOf(date) === form);
    return event ? [{ form, event }] : [];
  });
}

/** What about a date needs to be understood; none where that is several things at once. */
function formOf(date: EdtfDate): DateForm | undefined {
  const { interval, start, end } = date;
  if (typeof start === 'string') return 'until';
  if (typeof end === 'string') return 'from';
  const [uncertain, approximate] = [isUncertain(date), isApproximate(date)];
  if (interval) return uncertain || approximate ? undefined : 'between';
  if (uncertain) return approximate ? undefined : 'uncertain';
  if (approximate) return 'around';
  if (start.time) return 'time';
  return PRECISIONS[start.precision];
}

const PRECISIONS: Partial<Record<string, DateForm>> = { day: 'day', month: 'month', year: 'year' };
