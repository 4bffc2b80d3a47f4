import { stringify } from 'yaml';
import type { ChartEvent, ChartInput, Softness } from '../src/chart/layout/input.ts';
import { wordDate } from '../src/model/date-wording.ts';
import {
  filingYear,
  isUncertain,
  parseDate,
  type Bound,
  type EdtfDate,
} from '../src/model/date.ts';
import { answeredEvents } from '../src/model/order.ts';
import { makeStory, type EventFields, type Story, type SyntheticEvent } from './story.ts';

/** A content folder of that many events: path inside the folder, and text. */
export function syntheticContent(count: number, seed: number): Map<string, string> {
  const { settings, actors, sources, events } = makeStory(count, seed);
  const yaml = (fields: object) => stringify(fields, { lineWidth: 0 });
  return new Map([
    ['timeline.yaml', yaml(settings)],
    ...[...actors].map(([id, fields]) => [`actors/${id}.yaml`, yaml(fields)] as const),
    ...[...sources].map(([id, fields]) => [`sources/${id}.yaml`, yaml(fields)] as const),
    ...events.map(({ slug, fields, body }) => {
      const year = String(filingYear(parseDate(fields.date))).padStart(4, '0');
      return [`events/${year}/${slug}.md`, `---\n${yaml(fields)}---\n\n${body}\n`] as const;
    }),
  ]);
}

/** The same story as the chart gets it, by date. */
export function syntheticInput(count: number, seed: number): ChartInput {
  const { settings, actors, sources, events } = makeStory(count, seed);
  const dated = events.map((event) => ({ ...event, date: parseDate(event.fields.date) }));
  dated.sort(
    (a, b) =>
      compare(a.date.earliest, b.date.earliest) ||
      compare(a.date.latest, b.date.latest) ||
      compare(a.slug, b.slug),
  );
  const places = {
    actors: placesOf(actors.keys()),
    sources: placesOf(sources.keys()),
    events: placesOf(dated.map(({ slug }) => slug)),
  };
  return {
    language: settings.language,
    kinds: settings.kinds.map(({ id, label, plural, shape }) => {
      return { id, label: plural, single: label, shape };
    }),
    actors: [...actors].map(([id, { name }]) => ({ id, label: name })),
    sources: [...sources].map(([id, { title }]) => ({ id, label: title })),
    events: dated.map((event) => chartEvent(event, settings, places)),
  };
}

/** Where each id stands in the input's lists. */
type Places = ReadonlyMap<string, number>;

function placesOf(ids: Iterable<string>): Places {
  return new Map([...ids].map((id, place) => [id, place]));
}

function placesIn(places: Places, ids: readonly string[] = []): number[] {
  return ids.map((id) => places.get(id)).filter((place) => place !== undefined);
}

function chartEvent(
  { slug, kind, fields, date }: SyntheticEvent & { date: EdtfDate },
  { kinds, language }: Story['settings'],
  places: Record<'actors' | 'sources' | 'events', Places>,
): ChartEvent {
  const label = fields.label ?? fields.title;
  const when = wordDate(date, { language });
  const finite = (instant: number) => (Number.isFinite(instant) ? instant : null);
  return {
    id: slug,
    label,
    date: when,
    year: String(filingYear(date)),
    name: `${kinds[kind]?.label ?? ''}, ${when}: ${label}`,
    href: `/events/${slug}/`,
    kind,
    actors: placesIn(places.actors, fields.actors),
    sources: placesIn(places.sources, fields.sources),
    answers: placesIn(places.events, answersOf(slug, fields)),
    earliest: finite(date.earliest),
    latest: finite(date.latest),
    lasting: date.interval,
    ends: [softnessOf(date.start), softnessOf(date.end)],
    uncertain: isUncertain(date),
    major: fields.importance === 'major',
    disagree: fields.discrepancies !== undefined,
  };
}

/** Slugs of the events that an event or its claims answer. */
function answersOf(slug: string, { respondsTo = [], claims = [] }: EventFields): string[] {
  const lists = claims.map((claim) => ({ respondsTo: [claim.respondsTo ?? []].flat() }));
  return answeredEvents({ slug, respondsTo, claims: lists });
}

/** As the site draws it. */
function softnessOf(bound: Bound): Softness {
  if (typeof bound === 'string') return 'open';
  if (bound.approximate) return 'blurred';
  return ['day', 'minute', 'second'].includes(bound.precision) ? 'sharp' : 'soft';
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
