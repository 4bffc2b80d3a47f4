import { csvText } from './csv.ts';
import type { Publication } from './publication.ts';
import { timelineJs, type TimelineJs } from './timelinejs.ts';

/** The columns that TimelineJS looks for, by their exact names and in the order of its template. */
const COLUMNS = [
  'Year',
  'Month',
  'Day',
  'Time',
  'End Year',
  'End Month',
  'End Day',
  'End Time',
  'Display Date',
  'Headline',
  'Text',
  'Media',
  'Media Credit',
  'Media Caption',
  'Media Thumbnail',
  'Alt Text',
  'Type',
  'Group',
  'Background',
] as const;

/** The same as the JSON for TimelineJS, as the sheet that it reads; it has no column for ids. */
export function timelineJsCsv(publication: Publication): string {
  const { title, events } = timelineJs(publication);
  const rows = events.map((slide) => ({ ...textCells(slide), ...dateCells(slide) }));
  return csvText([{ ...textCells(title), Type: 'title' }, ...rows], COLUMNS);
}

function textCells({ text }: TimelineJs['title']) {
  return { Headline: text.headline, Text: text.text };
}

function dateCells({ start_date: start, end_date: end, ...slide }: TimelineJs['events'][number]) {
  return {
    Year: cell(start.year),
    Month: cell(start.month),
    Day: cell(start.day),
    Time: timeCell(start),
    'End Year': cell(end?.year),
    'End Month': cell(end?.month),
    'End Day': cell(end?.day),
    'End Time': timeCell(end),
    'Display Date': slide.display_date,
    Group: slide.group,
  };
}

function cell(part: number | undefined): string | undefined {
  return part === undefined ? undefined : String(part);
}

/** Hours of a day of 24, as `h:mm` or `h:mm:ss`. */
function timeCell(date: TimelineJs['events'][number]['end_date']): string {
  const clock = [date?.hour, date?.minute, date?.second].filter((part) => part !== undefined);
  return clock.map((part) => String(part).padStart(2, '0')).join(':');
}
