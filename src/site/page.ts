import { parseDate, type EdtfDate } from '../model/date.ts';
import { wordDate, type DateFormat } from '../model/date-wording.ts';
import { foldText } from '../model/fold.ts';
import type { Actor, Claim, Kind, Source, Timeline, TimelineEvent } from '../model/schema.ts';
import { byYear, type YearGroup } from './by-year.ts';
import { fill } from '../model/fill.ts';
import { counted, stringsFor, type Strings } from './strings.ts';
import { loadTimeline } from './timeline.ts';

/** What every page and component needs: the timeline, its words, and how it words dates. */
export interface PageContext {
  timeline: Timeline;
  strings: Strings;
  language: string;
  /** Whether the language is written from right to left. */
  rtl: boolean;
  /** The events as the home page lists them. */
  years: readonly YearGroup[];
  wordDate: (date: EdtfDate, style?: DateFormat['style']) => string;
  /** Words a plain day such as 2026-11-21. */
  wordDay: (day: string) => string;
  /** Words a year, which before our era is negative. */
  wordYear: (year: number) => string;
  /** Names a source by its outlet and day, which tells it from others of that outlet. */
  cite: (source: Source) => string;
  /** Who says it with which stance, such as “The mayor denies”. */
  voiceOf: (claim: Claim) => string;
  count: (n: number, noun: keyof Strings['count']) => string;
  kindOf: (event: TimelineEvent) => Kind & { hue: number };
  /** The group of the home page's list in which the event stands. */
  yearOf: (event: TimelineEvent) => YearGroup;
  source: (id: string) => Source;
  actor: (id: string) => Actor;
}

const contexts = new WeakMap<Timeline, PageContext>();

/** The context of this build's pages; each timeline that was read has one, made once. */
export async function pageContext(): Promise<PageContext> {
  const timeline = await loadTimeline();
  const context = contexts.get(timeline) ?? createContext(timeline);
  contexts.set(timeline, context);
  return context;
}

function createContext(timeline: Timeline): PageContext {
  const { language, timeZone } = timeline.settings;
  const strings = stringsFor(language);
  const found = finders(timeline);
  const format = {
    language,
    words: strings.dates,
    ...(timeZone === undefined ? {} : { timeZone }),
  };
  const word = (date: EdtfDate, style: DateFormat['style'] = 'long') =>
    wordDate(date, { ...format, style });
  return {
    timeline,
    strings,
    language,
    rtl: isRightToLeft(language),
    wordDate: word,
    wordDay: (day) => word(parseDate(day)),
    wordYear: (year) => word(parseDate(edtfYear(year))),
    cite: (source) =>
      source.issued
        ? fill(strings.source.dated, { name: citedAs(source), date: word(source.issued, 'short') })
        : citedAs(source),
    voiceOf: ({ by, stance }) =>
      fill(strings.claims.voice, { name: found.actor(by).name, stance: strings.stances[stance] }),
    count: (n, noun) => counted(n, strings.count[noun], language),
    ...found,
  };
}

/** EDTF writes a year with four digits, and one of more than four with a `Y` before it. */
function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`;
}

function finders({ settings, events, sources, actors }: Timeline) {
  const years = byYear(events);
  const kind = finder('kind', byId(settings.kinds.map((kind, hue) => ({ ...kind, hue }))));
  const group = finder(
    'event',
    years.flatMap((year) => year.events.map(({ slug }) => [slug, year] as const)),
  );
  return {
    years,
    kindOf: (event: TimelineEvent) => kind(event.kind),
    yearOf: ({ slug }: TimelineEvent) => group(slug),
    source: finder('source', byId(sources)),
    actor: finder('actor', byId(actors)),
  };
}

function byId<T extends { id: string }>(items: readonly T[]) {
  return items.map((item) => [item.id, item] as const);
}

/** Finds by key, and throws when nothing has it, which reading the content has ruled out. */
function finder<T>(what: string, entries: readonly (readonly [key: string, value: T])[]) {
  const values = new Map(entries);
  return (key: string): T => {
    const value = values.get(key);
    if (value === undefined) throw new Error(`no ${what} "${key}" is in the timeline`);
    return value;
  };
}

/** The name under which a source is cited: of its outlet, else its own. */
export function citedAs(source: Source): string {
  return source['container-title'] ?? source.title;
}

/** The language of a source's title; in square brackets the words are our own. */
export function titleLanguage({ title, language }: Source): string | undefined {
  return title.startsWith('[') ? undefined : language;
}

/** Whether the actor published the source itself, and so is not quoted by another there. */
export function isPublisher({ name, aliases }: Actor, source: Source): boolean {
  const outlet = source['container-title'];
  return outlet !== undefined && [name, ...aliases].map(foldText).includes(foldText(outlet));
}

/** Day of the last change to any event. */
export function lastChanged({ events }: Timeline): string | undefined {
  return events
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
}

function isRightToLeft(language: string): boolean {
  const { script = '' } = new Intl.Locale(language).maximize();
  return ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm'].includes(script);
}
