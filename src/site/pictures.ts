import { DOMParser } from 'linkedom';
import { drawPicture } from '../chart/draw/picture.ts';
import type { ChartData } from '../chart/draw/host.ts';
import {
  FRAMES,
  layoutPicture,
  type Credit,
  type PictureChart,
  type PictureContent,
  type Statement,
} from '../chart/layout/picture.ts';
import { chartsOf, crowdedChart, type ShownView } from '../chart/layout/picture-charts.ts';
import { FIRST_VIEW } from '../chart/layout/view.ts';
import type { Exchange, Turn } from '../model/exchanges.ts';
import { fill } from '../model/fill.ts';
import { answeredBy, answersTo } from '../model/relations.ts';
import type { TimelineEvent } from '../model/schema.ts';
import { chartData } from './chart.ts';
import type { PageContext } from './page.ts';
import { serifFaces, serifHolds } from './fonts.ts';
import { PALETTES } from './palette.ts';
import { turnsInEvent, turnsInExchange } from './picture-turns.ts';
import { counted } from './strings.ts';
import { urls, type PictureName } from './urls.ts';

/** Where the pictures of the whole story lie. */
const STORY = 'story';

/** What a picture tells, and the same for those who cannot see it. */
export interface Subject {
  /** Where its pictures lie, without theme and format. */
  path: string;
  content: PictureContent;
  alt: string;
  /** The events that its chart may show. */
  events: readonly TimelineEvent[];
}

/** The picture of the story, or of an event, as a file of its own: it holds its letters too. */
export async function pictureOf(
  { content, alt }: Subject,
  name: PictureName,
  page: PageContext,
): Promise<string> {
  const { input, words, symbols } = dataOf(page);
  const { language, rtl } = page;
  // What belongs to a document of this type is written as XML wants it.
  const { documentElement } = new DOMParser().parseFromString('<svg/>', 'image/svg+xml');
  const svg = documentElement as unknown as SVGSVGElement;
  drawPicture(svg, layoutPicture(content, FRAMES[name.frame]), {
    ...{ words, symbols, rtl, language, alt },
    kinds: input.kinds,
    palette: PALETTES[name.theme],
  });
  const markup = svg.outerHTML;
  const faces = await facesFor(markup.replace(/<style>[^<]*|<[^>]*>/g, ''));
  return markup.replace('<style>', `<style>${faces}`);
}

const cut = new Map<string, Promise<string>>();

/** The pictures of one subject have the same letters in both themes. */
function facesFor(text: string): Promise<string> {
  const letters = [...new Set(text)].sort().join('');
  const faces = cut.get(letters) ?? serifFaces(letters);
  cut.set(letters, faces);
  return faces;
}

const known = new WeakMap<PageContext, ChartData>();

/** The chart's data is the same for all pictures of a build. */
function dataOf(page: PageContext): ChartData {
  const data = known.get(page) ?? chartData(page);
  known.set(page, data);
  return data;
}

/** The PNG that stands for a page where links to it are shown, and how large it is. */
export interface Preview {
  /** With the origin, which those who show it need. */
  address: string;
  alt: string;
  width: number;
  height: number;
}

/** The preview of a page; none where no PNG is made or the origin is not known. */
export function previewOf(about: About, page: PageContext): Preview | undefined {
  const subject = subjectOf(about, page);
  const name = { subject: subject.path, theme: 'light', frame: 'card', format: 'png' } as const;
  const address = urls.absolute(urls.pictures(name));
  if (address === undefined || !hasPng(subject, page)) return undefined;
  const { width, height } = FRAMES.card;
  return { address, alt: subject.alt, width, height };
}

/** What a picture is about: an event, an exchange, or else the whole story. */
export interface About {
  event?: TimelineEvent;
  exchange?: Exchange;
}

export function subjectOf({ event, exchange }: About, page: PageContext): Subject {
  if (event) return eventSubject(event, page);
  return exchange ? exchangeSubject(exchange, page) : storySubject(page);
}

/**
 * Whether the picture is also made as PNG. Without a browser that can be done where text reads from
 * left to right, in letters that the serif has.
 */
export function hasPng({ content, events }: Subject, { rtl }: PageContext): boolean {
  const labels = events.map(({ title, label = title }) => label);
  return !rtl && serifHolds(JSON.stringify(content) + labels.join(''));
}

/** What the picture of the whole story tells. */
function storySubject(page: PageContext): Subject {
  const { timeline, strings, count } = page;
  const { title, description } = timeline.settings;
  const shown = shownBy(page);
  return {
    path: STORY,
    events: timeline.events,
    content: {
      title,
      standfirst: description,
      statements: [],
      more: String,
      credit: creditOf(page, urls.home),
      charts: chartsOf(shown),
    },
    alt: fill(strings.pictures.story, {
      events: count(timeline.events.length, 'events'),
      title,
      text: description,
    }),
  };
}

/** What the picture of an event tells: who says what, and what it answers or what answers it. */
function eventSubject(event: TimelineEvent, page: PageContext): Subject {
  const { timeline, strings, language, kindOf, wordDate } = page;
  const { title, summary, slug } = event;
  const { label, hue } = kindOf(event);
  const date = wordDate(event.date);
  const events = [...answeredBy(event, timeline), event, ...answersTo(event, timeline)];
  const statements = turnsInEvent(event, timeline).map((turn) => statementOf(turn, page));
  return {
    path: `events/${slug}`,
    events,
    content: {
      kicker: { text: `${label} · ${date}`, kind: hue },
      title,
      ...(statements.length < 2 ? { standfirst: summary } : {}),
      statements,
      more: (n) => counted(n, strings.pictures.more, language),
      credit: creditOf(page, urls.events(slug)),
      charts: [chartAmong(events, event, page)],
    },
    alt: fill(strings.pictures.event, { kind: label, date, title, text: summary }),
  };
}

/** What the picture of an exchange tells: its claim, and all that responds to it. */
function exchangeSubject(exchange: Exchange, page: PageContext): Subject {
  const { strings, language, kindOf, wordDate } = page;
  const { id, event, claim } = exchange;
  const turns = turnsInExchange(exchange);
  const events = [...new Set(turns.map((turn) => turn.event))];
  const statements = turns.map((turn) => statementOf(turn, page));
  const date = wordDate(event.date);
  return {
    path: `exchanges/${id}`,
    events,
    content: {
      kicker: { text: `${strings.embed.exchange} · ${date}`, kind: kindOf(event).hue },
      title: event.title,
      statements,
      more: (n) => counted(n, strings.pictures.more, language),
      credit: creditOf(page, urls.events(event.slug, claim?.id)),
      charts: [chartAmong(events, event, page)],
    },
    alt: fill(strings.pictures.event, {
      kind: strings.embed.exchange,
      date,
      title: event.title,
      text: statements.map(({ text }) => text).join(' '),
    }),
  };
}

/** A chart of some events, in which one stands out. */
function chartAmong(
  events: readonly TimelineEvent[],
  { slug }: TimelineEvent,
  page: PageContext,
): PictureChart {
  const view = { ...FIRST_VIEW, grouping: 'none', selected: slug } as const;
  const found = new Set(events.map((one) => one.slug));
  return {
    ...crowdedChart({ ...shownBy(page), view, found }),
    note: undefined,
    legend: [],
    largest: 1,
  };
}

/** What a claim says, or an event taken as a whole. */
function statementOf({ event, claim }: Turn, { kindOf, voiceOf }: PageContext): Statement {
  return claim
    ? { voice: voiceOf(claim), text: claim.text }
    : { voice: kindOf(event).label, text: event.summary };
}

/** What the charts of pictures show when nothing else is asked for. */
function shownBy(page: PageContext): ShownView {
  const { input, words } = dataOf(page);
  const note = (shown: number, all: number) => fill(words.shown, { shown, all });
  return { input, view: FIRST_VIEW, others: words.others, note };
}

/** The timeline with the address of a page, where that is known, and the licence. */
function creditOf({ timeline }: PageContext, path: string): Credit {
  const { title, licence } = timeline.settings;
  const address = urls.absolute(path)?.replace(/^https?:\/\//, '');
  const sources = address === undefined ? [title] : [`${title} · ${address}`, address];
  return { sources, licence: licence.name };
}
