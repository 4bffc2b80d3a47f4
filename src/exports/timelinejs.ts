import { countedYear, knownPoints } from './dates.ts';
import { escaped, link } from './html.ts';
import type { DatePoint, EdtfDate } from '../model/date.ts';
import type { Source, Timeline, TimelineEvent } from '../model/schema.ts';
import type { Publication } from './publication.ts';

/** A date of TimelineJS: counted years, 1–12, 1–31. It knows no zone, no doubt and no open end. */
interface SlideDate {
  year: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
}

/** What TimelineJS shows beside its line: headline and text are HTML. */
interface Slide {
  unique_id: string;
  autolink: false;
  text: { headline: string; text: string };
}

interface EventSlide extends Slide {
  start_date: SlideDate;
  end_date?: SlideDate;
  display_date: string;
  group: string;
}

/** What TimelineJS 3 reads (timeline.knightlab.com/docs/json-format.html). */
export interface TimelineJs {
  scale: 'human';
  title: Slide;
  events: EventSlide[];
}

/**
 * The timeline for TimelineJS: one slide an event, its kind as the group. What the format has no
 * field for goes into words: how exact the date is into `display_date`, the sources into the text.
 */
export function timelineJs(publication: Publication): TimelineJs {
  const { settings, events } = publication.timeline;
  const { licence } = settings;
  return {
    scale: 'human',
    title: {
      // No slug has an underscore, so that no event can have this id.
      unique_id: 'timeline_title',
      autolink: false,
      text: {
        headline: escaped(settings.title),
        text: `<p>${escaped(settings.description)}</p><p>${link(licence.url, licence.name)}</p>`,
      },
    },
    events: events.map((event) => eventSlide(event, publication)),
  };
}

function eventSlide(event: TimelineEvent, publication: Publication): EventSlide {
  const { timeline, wordDate } = publication;
  const kind = timeline.settings.kinds.find(({ id }) => id === event.kind);
  return {
    unique_id: event.slug,
    autolink: false,
    ...slideDates(event.date, commonOffset(timeline)),
    display_date: encodedTwice(wordDate(event.date)),
    group: encodedTwice(kind?.plural ?? event.kind),
    text: { headline: escaped(event.title), text: slideText(event, publication) },
  };
}

/** An end that is open or not known cannot be told: such an event stands at the end that is. */
function slideDates(
  date: EdtfDate,
  offset: number,
): Pick<EventSlide, 'start_date'> & Pick<Partial<EventSlide>, 'end_date'> {
  const [first, last] = knownPoints(date);
  if (!first) throw new RangeError('A date has a start or an end.');
  const start_date = slideDate(first, first.earliest, offset);
  if (last) return { start_date, end_date: slideDate(last, last.latest, offset) };
  return LONG.has(first.precision)
    ? { start_date, end_date: slideDate(first, first.latest, offset) }
    : { start_date };
}

/** They span more years than the one that a slide can name. */
const LONG: ReadonlySet<string> = new Set(['decade', 'century']);

/** A point as far as it is known, with the year of one of its ends. */
function slideDate(point: DatePoint, instant: number, offset: number): SlideDate {
  const local = new Date(instant + (point.time ? offset : 0) * 60_000);
  const year = countedYear(local.getUTCFullYear());
  const month = local.getUTCMonth() + 1;
  if (point.time) {
    return {
      year,
      month,
      day: local.getUTCDate(),
      hour: local.getUTCHours(),
      minute: local.getUTCMinutes(),
      ...(point.time.second === undefined ? {} : { second: local.getUTCSeconds() }),
    };
  }
  if (point.day !== undefined) return { year, month, day: point.day };
  return point.month === undefined ? { year } : { year, month };
}

/** Times are told as written where all have one offset from UTC, in minutes; else they are in UTC. */
function commonOffset({ events }: Timeline): number {
  const offsets = new Set(
    events.flatMap(({ date }) => knownPoints(date).flatMap(({ time }) => time?.offset ?? [])),
  );
  const [offset = 0, ...others] = offsets;
  return others.length === 0 ? offset : 0;
}

function slideText(event: TimelineEvent, { timeline, words, wordDate, address }: Publication) {
  const sources = event.sources.flatMap(
    (id) => timeline.sources.find((one) => one.id === id) ?? [],
  );
  const questions = event.discrepancies.map(({ question }) => escaped(question));
  const page = address.event(event.slug);
  return [
    escaped(event.summary),
    event.dateNote === undefined ? '' : escaped(event.dateNote),
    questions.length === 0 ? '' : `${escaped(words.disagree)} ${questions.join(' ')}`,
    `${escaped(words.sources)} ${sources.map((source) => sourceLine(source, wordDate)).join('; ')}`,
    page === undefined ? '' : link(page, words.page),
  ]
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}

function sourceLine(source: Source, wordDate: Publication['wordDate']): string {
  const title = source.URL === undefined ? escaped(source.title) : link(source.URL, source.title);
  const facts = [source['container-title'], source.issued && wordDate(source.issued)];
  return [title, ...facts.filter((fact) => fact !== undefined).map(escaped)].join(', ');
}

/** TimelineJS takes the markup out of these fields, and then puts what is left in as markup. */
function encodedTwice(text: string): string {
  return escaped(escaped(text));
}
