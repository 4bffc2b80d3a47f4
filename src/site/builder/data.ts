import { FRAMES } from '../../chart/layout/picture.ts';
import type { Exchange } from '../../model/exchanges.ts';
import { fill } from '../../model/fill.ts';
import type { TimelineEvent } from '../../model/schema.ts';
import { allHeights } from '../embed-heights.ts';
import type { PageContext } from '../page.ts';
import { hasPng, subjectOf, type About } from '../pictures.ts';
import { respondedExchanges } from '../routes.ts';
import { interfaceLanguages } from '../strings.ts';
import { urls, type PictureName } from '../urls.ts';
import type { BuilderData } from './builder.ts';
import type { EmbedTarget } from './codes.ts';

/** An event or exchange that can be chosen. */
export interface Option {
  id: string;
  name: string;
  /** The event under which it is offered. */
  group?: string;
  /** What stands in a frame. */
  embed: string;
}

/** Everything of the timeline that can be embedded by itself. */
export function embedOptions(page: PageContext): Record<'event' | 'exchange', Option[]> {
  const { timeline, strings, wordDate, actor } = page;
  const nameOf = ({ date, title }: TimelineEvent) =>
    fill(strings.builder.option, { date: wordDate(date, 'short'), title });
  return {
    event: timeline.events.map((event) => ({
      id: event.slug,
      name: nameOf(event),
      embed: urls.embed.events(event.slug),
    })),
    exchange: respondedExchanges(timeline).map(({ id, event, claim }) => ({
      id,
      name: claim
        ? `${actor(claim.by).name} ${strings.stances[claim.stance]}: ${claim.text}`
        : event.title,
      group: nameOf(event),
      embed: urls.embed.exchanges(id),
    })),
  };
}

/** What the page's script needs, from the timeline and the interface's words. */
export function builderData(page: PageContext): BuilderData {
  const { timeline, strings } = page;
  const { settings, events, actors, sources } = timeline;
  const words = strings.builder;
  const heights = allHeights(page);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return {
    known: {
      kinds: ids(settings.kinds),
      actors: ids(actors),
      sources: ids(sources),
      languages: interfaceLanguages(),
    },
    targets: {
      timeline: timelineTarget(page),
      event: targetsById(
        events.map((event) => [event.slug, eventTarget(event, page)]),
        heights,
      ),
      exchange: targetsById(
        respondedExchanges(timeline).map((exchange) => [
          exchange.id,
          exchangeTarget(exchange, page),
        ]),
        heights,
      ),
    },
    site: {
      title: settings.title,
      home: urls.home,
      licence: settings.licence,
      loader: urls.asset('embed.js'),
      shapes: { card: sizeOf('card'), wide: sizeOf('wide') },
      credit: words.credit,
    },
    origin: urls.absolute(urls.home),
    whole: wholeOf(page),
    words: {
      previewOf: words.previewOf,
      size: words.size,
      ignored: strings.chart.words.ignored,
    },
  };
}

function timelineTarget(page: PageContext): EmbedTarget {
  return {
    title: page.timeline.settings.title,
    page: urls.home,
    embed: urls.embed.home,
    oembed: urls.home,
    ...pictured({}, page),
  };
}

/** The loader knows the heights of the timeline alone. */
function targetsById(
  entries: [id: string, target: EmbedTarget][],
  heights: Record<string, string>,
) {
  return Object.fromEntries(
    entries.map(([id, target]) => [id, { ...target, heights: heights[target.embed] }]),
  );
}

function eventTarget(event: TimelineEvent, page: PageContext): EmbedTarget {
  const { slug, title } = event;
  const address = urls.events(slug);
  return {
    title,
    page: address,
    embed: urls.embed.events(slug),
    oembed: address,
    ...pictured({ event }, page),
  };
}

/** An exchange has no page of its own but the one for frames. */
function exchangeTarget(exchange: Exchange, page: PageContext): EmbedTarget {
  const embed = urls.embed.exchanges(exchange.id);
  return {
    title: exchange.event.title,
    page: urls.claims(exchange.id),
    embed,
    oembed: embed,
    ...pictured({ exchange }, page),
  };
}

/** The pictures of something, which are PNG where one is made, and what they show in words. */
function pictured(about: About, page: PageContext): Pick<EmbedTarget, 'pictures' | 'alt'> {
  const subject = subjectOf(about, page);
  const themes = (frame: PictureName['frame']) => {
    const format = hasPng(subject, page) ? 'png' : 'svg';
    const address = (theme: PictureName['theme']) =>
      urls.pictures({ subject: subject.path, theme, frame, format });
    return { light: address('light'), dark: address('dark') };
  };
  return { pictures: { card: themes('card'), wide: themes('wide') }, alt: subject.alt };
}

function sizeOf(frame: PictureName['frame']): { width: number; height: number } {
  const { width, height } = FRAMES[frame];
  return { width, height };
}

/** The first and the last day of the story, for windows of which only one end is chosen. */
function wholeOf({ timeline: { events } }: PageContext): BuilderData['whole'] {
  const instants = events
    .flatMap(({ date }) => [date.earliest, date.latest])
    .filter(Number.isFinite);
  const day = (instant: number) => new Date(instant).toISOString().replace(/T.*/, '');
  return instants.length === 0
    ? undefined
    : [day(Math.min(...instants)), day(Math.max(...instants))];
}
