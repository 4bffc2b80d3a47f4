import { parseDate, type EdtfDate } from '../model/date.ts';
import { wordDate, type DateFormat } from '../model/date-wording.ts';
import type { Kind, Source, Timeline, TimelineEvent } from '../model/schema.ts';
import { counted, stringsFor, type Strings } from './strings.ts';
import { loadTimeline } from './timeline.ts';

/** What every page and component needs: the timeline, its words, and how it words dates. */
export interface PageContext {
  timeline: Timeline;
  strings: Strings;
  language: string;
  /** Whether the language is written from right to left. */
  rtl: boolean;
  wordDate: (date: EdtfDate, style?: DateFormat['style']) => string;
  /** Words a plain day such as 2026-11-21. */
  wordDay: (day: string) => string;
  count: (n: number, noun: keyof Strings['count']) => string;
  kindOf: (event: TimelineEvent) => Kind & { hue: number };
  event: (slug: string) => TimelineEvent;
  source: (id: string) => Source;
  actorName: (id: string) => string;
}

/** @throws when an id is not in the timeline, which reading the content has ruled out. */
function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is not in the timeline that was read`);
  return value;
}

export async function pageContext(): Promise<PageContext> {
  const timeline = await loadTimeline();
  const { language, timeZone, kinds } = timeline.settings;
  const strings = stringsFor(language);
  const events = new Map(timeline.events.map((event) => [event.slug, event]));
  const sources = new Map(timeline.sources.map((source) => [source.id, source]));
  const actors = new Map(timeline.actors.map((actor) => [actor.id, actor]));
  const word = (date: EdtfDate, style: DateFormat['style'] = 'long') =>
    wordDate(date, { language, style, ...(timeZone === undefined ? {} : { timeZone }) });
  return {
    timeline,
    strings,
    language,
    rtl: isRightToLeft(language),
    wordDate: word,
    wordDay: (day) => word(parseDate(day)),
    count: (n, noun) => counted(n, strings.count[noun], language),
    kindOf: ({ kind }) => {
      const hue = kinds.findIndex(({ id }) => id === kind);
      return { ...found(kinds[hue], `kind ${kind}`), hue };
    },
    event: (slug) => found(events.get(slug), `event ${slug}`),
    source: (id) => found(sources.get(id), `source ${id}`),
    actorName: (id) => found(actors.get(id), `actor ${id}`).name,
  };
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
