import { z } from 'zod';
import { printDate } from '../model/date.ts';
import { csvText } from './csv.ts';
import { extentOf } from './dates.ts';
import { eventsSchema } from './events-json.ts';
import type { Publication } from './publication.ts';

const { slug, title, label, dateNote, importance, summary, updated, url } =
  eventsSchema.shape.events.element.shape;
const date = eventsSchema.shape.events.element.shape.date.shape;

/** The columns of `events.csv`, in their order; a cell is empty where nothing is known. */
export const eventColumns = z.object({
  slug,
  title,
  label,
  date: date.edtf,
  dateText: date.text,
  earliest: date.earliest,
  latest: date.latest,
  dateNote,
  kind: z.string().describe('What sort of event it is: an id.'),
  kindLabel: z.string().describe('The same in words.'),
  importance,
  summary,
  actors: z.string().describe('Names of those involved, separated by semicolons.'),
  sources: z.string().describe('Ids of its sources, separated by semicolons; see `sources.json`.'),
  respondsTo: z.string().describe('Slugs of the events that it answers, separated by semicolons.'),
  claims: z.string().describe('Number of its claims; they stand in `claims.csv`.'),
  discrepancies: z.string().describe('Number of questions on which its sources disagree.'),
  updated,
  url,
});

type EventRow = Record<keyof typeof eventColumns.shape, string | undefined>;

/** The events as a table, one a row, in the order of the story. */
export function eventsCsv({ timeline, wordDate, address }: Publication): string {
  const kinds = new Map(timeline.settings.kinds.map(({ id, label }) => [id, label]));
  const names = new Map(timeline.actors.map(({ id, name }) => [id, name]));
  const rows = timeline.events.map((event): EventRow => ({
    slug: event.slug,
    title: event.title,
    label: event.label,
    date: printDate(event.date),
    dateText: wordDate(event.date),
    ...extentOf(event.date),
    dateNote: event.dateNote,
    kind: event.kind,
    kindLabel: kinds.get(event.kind),
    importance: event.importance,
    summary: event.summary,
    actors: event.actors.map((id) => names.get(id) ?? id).join('; '),
    sources: event.sources.join('; '),
    respondsTo: event.respondsTo.join('; '),
    claims: String(event.claims.length),
    discrepancies: String(event.discrepancies.length),
    updated: event.updated,
    url: address.event(event.slug),
  }));
  return csvText(rows, eventColumns.keyof().options);
}
