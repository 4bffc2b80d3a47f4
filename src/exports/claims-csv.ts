import { z } from 'zod';
import { printDate } from '../model/date.ts';
import { claimsOf } from '../model/relations.ts';
import { csvText } from './csv.ts';
import { eventsSchema, fullReference } from './events-json.ts';
import type { Publication } from './publication.ts';

const event = eventsSchema.shape.events.element.shape;
const { id, by, stance, text, quote, lang, source, noResponseFound, url } =
  event.claims.element.shape;

/** The columns of `claims.csv`, in their order; a cell is empty where nothing is known. */
export const claimColumns = z.object({
  event: event.slug,
  claim: id,
  eventTitle: event.title,
  eventDate: event.date.shape.edtf,
  by,
  byName: z.string().describe('Their name.'),
  stance,
  about: z.string().describe('Of whom it speaks: actors’ ids, separated by semicolons.'),
  text,
  quote,
  lang,
  source,
  sourceTitle: z.string().describe('Title of that source.'),
  sourceURL: z.string().describe('Where that source was read.'),
  respondsTo: z
    .string()
    .describe('What it answers, `event` or `event#claim`, separated by semicolons.'),
  noResponseFound,
  url,
});

type ClaimRow = Record<keyof typeof claimColumns.shape, string | undefined>;

/** The claims as a table, one a row, in the order of the story. */
export function claimsCsv({ timeline, address }: Publication): string {
  const names = new Map(timeline.actors.map(({ id, name }) => [id, name]));
  const sources = new Map(timeline.sources.map((source) => [source.id, source]));
  const rows = claimsOf(timeline).map(({ event, claim }): ClaimRow => ({
    event: event.slug,
    claim: claim.id,
    eventTitle: event.title,
    eventDate: printDate(event.date),
    by: claim.by,
    byName: names.get(claim.by),
    stance: claim.stance,
    about: claim.about?.join('; '),
    text: claim.text,
    quote: claim.quote,
    lang: claim.lang,
    source: claim.source,
    sourceTitle: sources.get(claim.source)?.title,
    sourceURL: sources.get(claim.source)?.URL,
    respondsTo: claim.respondsTo
      .map((reference) => fullReference(reference, event.slug))
      .join('; '),
    noResponseFound: claim.noResponseFound && 'true',
    url: address.event(event.slug, claim.id),
  }));
  return csvText(rows, claimColumns.keyof().options);
}
