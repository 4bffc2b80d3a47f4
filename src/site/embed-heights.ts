import { layoutChart, planChart } from '../chart/layout/plan.ts';
import { estimateAt, wrap } from '../chart/layout/measure.ts';
import { CHART_WIDTHS, sizeFor } from '../chart/draw/sizes.ts';
import { FIRST_VIEW } from '../chart/layout/view.ts';
import type { Heights } from '../embed/heights.ts';
import { fill } from '../model/fill.ts';
import type { Exchange, Turn } from '../model/exchanges.ts';
import { answeredBy, answersTo } from '../model/relations.ts';
import type { TimelineEvent } from '../model/schema.ts';
import { chartData } from './chart.ts';
import type { PageContext } from './page.ts';
import { respondedExchanges } from './routes.ts';
import { urls } from './urls.ts';

/**
 * The heights of embeds before anybody has seen them, for hosts to leave room. Texts are estimated
 * on the wide side, so an embed is at most a line or two lower. All figures are pixels, and those
 * of styles/embed.css and the styles that it builds on.
 */

/** A text that takes as many lines as the width asks for. */
interface Text {
  text: string;
  size: number;
  line: number;
  bold?: boolean;
  /** Width that is not the text's. */
  inset?: number;
}

/** What stands below one another: texts, and what is as high at any width. */
type Stack = (number | Text)[];

/** Space around the content on each side. */
const PADDING = 12;
/** From a width on, a list of events has its dates beside the titles. */
const LIST_BESIDE = 544;
const SUMMARY = 16 + 22.5;
const BORDER = 1;
/** What other machines' fonts add: a line that mixes two of them can be a pixel taller. */
const FONTS = 4;
/** Width and height of the buttons that move the chart. */
const MOVES = { width: 190, height: 32 };
const CARD_WIDTHS = [256, 296, 312, 336, 366, 400, 440, 490, LIST_BESIDE, 620, 720, 860];

/** The heights of the whole timeline in its first view. */
export function timelineHeights(page: PageContext): Heights {
  const data = chartData(page);
  const { settings } = page.timeline;
  return tableOf(CHART_WIDTHS, (width) => {
    const plan = planChart(data.input, FIRST_VIEW, sizeFor(width), data.words.others);
    const { shown } = data.words;
    const all = data.input.events.length;
    const inset = MOVES.width + 8;
    const count = { text: fill(shown, { shown: all, all }), size: 14, line: 16, inset };
    const bar = Math.max(MOVES.height, count.line * linesOf(count, width));
    return [
      ...titleOf(settings.title),
      SUMMARY,
      20 + bar,
      BORDER + layoutChart(plan, [0, 1]).height,
      20 + BORDER + SUMMARY,
      ...creditOf(page, page.strings.embed.full.timeline, width),
    ];
  });
}

/** The heights of all embeds by their addresses, as the attribute `heights` takes them. */
export function allHeights(page: PageContext): Record<string, string> {
  const { timeline } = page;
  const entries: [string, Heights][] = [
    [urls.embed.home, timelineHeights(page)],
    ...timeline.events.map((event): [string, Heights] => [
      urls.embed.events(event.slug),
      eventHeights(event, page),
    ]),
    ...respondedExchanges(timeline).map((exchange): [string, Heights] => [
      urls.embed.exchanges(exchange.id),
      exchangeHeights(exchange, page),
    ]),
  ];
  return Object.fromEntries(entries.map(([address, heights]) => [address, print(heights)]));
}

/** The heights of an event as a card. */
export function eventHeights(event: TimelineEvent, page: PageContext): Heights {
  const { timeline, kindOf, wordDate, strings } = page;
  const related = [answeredBy(event, timeline), answersTo(event, timeline)];
  const details = [event.claims, event.discrepancies, event.sources];
  return tableOf(CARD_WIDTHS, (width) => [
    { text: `${kindOf(event).label}   ${wordDate(event.date)}`, size: 15, line: 26.5, inset: 14 },
    ...titleOf(event.title),
    { text: event.summary, size: 17, line: 24.65 },
    16,
    ...related.filter(({ length }) => length > 0).map((events) => 30.5 + listOf(events, width)),
    details.filter(({ length }) => length > 0).length * (BORDER + SUMMARY),
    ...creditOf(page, strings.embed.full.event, width),
  ]);
}

/** The heights of an exchange. */
export function exchangeHeights(exchange: Exchange, page: PageContext): Heights {
  const { event } = exchange;
  const { wordDate, strings } = page;
  return tableOf(CARD_WIDTHS, (width) => [
    {
      text: `${strings.embed.exchange}   ${wordDate(event.date)}`,
      size: 15,
      line: 26.5,
      inset: 14,
    },
    ...titleOf(event.title),
    ...turnOf(exchange, exchange.claim && event, 0, page),
    16,
    ...creditOf(page, strings.embed.full.exchange, width),
  ]);
}

function turnOf(
  { event, claim, responses }: Turn,
  below: TimelineEvent | undefined,
  inset: number,
  page: PageContext,
): Stack {
  const { strings, source, actor, cite, wordDate } = page;
  const words = { size: 17, line: 25.5 };
  const small = { size: 14, line: 24, inset };
  const about = `${wordDate(event.date, 'short')} ${event.title}`;
  return [
    ...(claim
      ? [
          { ...small, text: `${actor(claim.by).name} ${strings.stances[claim.stance]}`, size: 15 },
          { ...words, text: claim.text, inset },
          ...(claim.quote === undefined
            ? []
            : [8, { ...words, text: `“${claim.quote}”`, inset: inset + 16 }]),
          4,
          { ...small, text: fill(strings.event.quotedBy, { link: cite(source(claim.source)) }) },
        ]
      : []),
    ...(below !== event || !claim ? [4, { ...small, text: about }] : []),
    ...responses.flatMap((response) => [16, ...turnOf(response, event, inset + 18, page)]),
  ];
}

/** Heights such as `0:880 360:800`. */
function print(heights: Heights): string {
  return heights.map((pair) => pair.join(':')).join(' ');
}

function titleOf(text: string): Stack {
  return [12, { text, size: 22, line: 25.3, bold: true }];
}

/** The link and the words beside it; where both have no room in one line, they share none. */
function creditOf({ timeline, strings }: PageContext, link: string, width: number): Stack {
  const { title, licence } = timeline.settings;
  const words = `${title}. ${fill(strings.footer.licence, { link: licence.name })}`;
  const small = { size: 13, line: 24 };
  const beside = { ...small, text: `${link}    ${words}` };
  const isBeside = linesOf(beside, width) === 1;
  return [
    BORDER + 12,
    ...(isBeside ? [beside] : [link, words].map((text) => ({ ...small, text }))),
  ];
}

function listOf(events: readonly TimelineEvent[], width: number): number {
  const isBeside = width >= LIST_BESIDE;
  const items = events.flatMap(({ title, importance, discrepancies }): Stack => {
    const inset = isBeside ? 192 + 16 + 24 : 16 + 12;
    const bold = importance === 'major';
    const around = isBeside ? 12 : 16 + 21 + 2 + (discrepancies.length > 0 ? 20 : 0);
    return [around, { text: title, size: 17, line: 23, bold, inset }];
  });
  return sum(items, width);
}

/** @param widths of the content, from which the layout of something changes. */
function tableOf(widths: readonly number[], stackAt: (width: number) => Stack): Heights {
  const table = widths.map((width, index) => [
    index === 0 ? 0 : width + 2 * PADDING,
    Math.ceil(2 * PADDING + sum(stackAt(width), width)) + FONTS,
  ]) as [width: number, height: number][];
  return table.filter(([, height], index) => height !== table[index - 1]?.[1]);
}

function sum(stack: Stack, width: number): number {
  const heights = stack.map((one) =>
    typeof one === 'number' ? one : linesOf(one, width) * one.line,
  );
  return heights.reduce((all, height) => all + height, 0);
}

function linesOf({ text, size, bold = false, inset = 0 }: Text, width: number): number {
  return wrap(text, width - inset, bold, estimateAt(size), Infinity).length;
}
