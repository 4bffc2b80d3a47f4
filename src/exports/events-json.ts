import { z } from 'zod';
import { printDate, type EdtfDate } from '../model/date.ts';
import { splitReference } from '../model/order.ts';
import { actorSchema, eventSchema, sourceSchema, timelineSchema } from '../model/schema.ts';
import { extentOf } from './dates.ts';
import type { Publication } from './publication.ts';

/** Of the form, not of what is in it (semver.org). */
export const VERSION = '1.0.0';

const slug = z.string().describe('Lasting identity of the event.');
const id = z.string().describe('Lasting identity, by which others name it.');
const url = z
  .string()
  .optional()
  .describe('Its address; left out where that of the site is not known.');

const dateSchema = z.strictObject({
  edtf: z.string().describe('The date in EDTF (ISO 8601-2).'),
  text: z.string().describe('The same in words.'),
  earliest: z
    .string()
    .optional()
    .describe('First day that it can mean, or instant in UTC; left out where the start is open.'),
  latest: z
    .string()
    .optional()
    .describe('Last day that it can mean, or instant in UTC; left out where the end is open.'),
});

const claimShape = eventSchema.shape.claims.unwrap().element.shape;
const discrepancySchema = eventSchema.shape.discrepancies.unwrap().element;
const answerSchema = discrepancySchema.shape.answers.element;
const kindSchema = timelineSchema.shape.kinds.element;

/** What content writes as the text `true`, and data as a truth value. */
function truth(field: z.ZodType) {
  return z.boolean().optional().describe(meaningOf(field));
}

const claimSchema = z.strictObject({
  ...claimShape,
  singleSource: truth(claimShape.singleSource),
  noResponseFound: truth(claimShape.noResponseFound),
  respondsTo: z.array(z.string()).describe('What it answers: `event` or `event#claim`.'),
  url,
});

const exportedEventSchema = z.object({
  slug,
  ...eventSchema.shape,
  date: dateSchema.describe('When it happened, no more exact than the evidence.'),
  claims: z.array(claimSchema).describe(meaningOf(eventSchema.shape.claims)),
  discrepancies: z
    .array(
      discrepancySchema.extend({
        singleSource: truth(discrepancySchema.shape.singleSource),
        answers: z
          .array(answerSchema.extend({ contradicted: truth(answerSchema.shape.contradicted) }))
          .describe(meaningOf(discrepancySchema.shape.answers)),
      }),
    )
    .describe(meaningOf(eventSchema.shape.discrepancies)),
  body: z.string().describe('The event told in Markdown, with citations as `[@source-id]`.'),
  url,
});

const exportedSourceSchema = z.strictObject({
  id,
  ...sourceSchema.shape,
  issued: dateSchema.optional().describe('When it was published; left out when not known.'),
  stateAligned: truth(sourceSchema.shape.stateAligned),
});

/** The form of `events.json`: the content model, with every date also in words and in days. */
export const eventsSchema = z.strictObject({
  $schema: z.string().optional().describe('Address of the JSON Schema of this form.'),
  version: z
    .literal(VERSION)
    .describe('Version of this form; the first number changes when programs that read it must.'),
  url,
  timeline: timelineSchema
    .extend({
      kinds: z
        .array(kindSchema.extend({ attributed: truth(kindSchema.shape.attributed) }))
        .describe(meaningOf(timelineSchema.shape.kinds)),
    })
    .describe('What the timeline is.'),
  events: z.array(exportedEventSchema).describe('The events, in the order of the story.'),
  sources: z.array(exportedSourceSchema).describe('The sources, in CSL-JSON’s field names.'),
  actors: z.array(actorSchema.extend({ id })).describe('All who are named.'),
});

/** What `events.json` holds. */
export type EventsData = z.output<typeof eventsSchema>;

/** The words with which a field of the content is told of. */
function meaningOf(schema: z.ZodType): string {
  return schema.description ?? '';
}

/** The JSON Schema of `events.json` (json-schema.org/draft/2020-12). */
export function eventsJsonSchema(address?: string): z.core.JSONSchema.BaseSchema {
  return { ...(address === undefined ? {} : { $id: address }), ...z.toJSONSchema(eventsSchema) };
}

/** The whole timeline as data; what its form does not name, such as places of files, is left out. */
export function eventsData(publication: Publication): EventsData {
  const { timeline, address } = publication;
  return eventsSchema.parse({
    $schema: address.data('events.schema.json'),
    version: VERSION,
    url: address.home,
    timeline: timeline.settings,
    events: timeline.events.map((event) => ({
      ...event,
      date: dateData(event.date, publication),
      claims: event.claims.map((claim) => ({
        ...claim,
        respondsTo: claim.respondsTo.map((reference) => fullReference(reference, event.slug)),
        url: address.event(event.slug, claim.id),
      })),
      url: address.event(event.slug),
    })),
    sources: timeline.sources.map((source) => ({
      ...source,
      issued: source.issued && dateData(source.issued, publication),
    })),
    actors: timeline.actors,
  });
}

function dateData(date: EdtfDate, { wordDate }: Publication) {
  return { edtf: printDate(date), text: wordDate(date), ...extentOf(date) };
}

/** A reference that says its event, even where that is the one in which it stands. */
export function fullReference(reference: string, inEvent: string): string {
  const { event, claim } = splitReference(reference, inEvent);
  return claim === undefined ? event : `${event}#${claim}`;
}
