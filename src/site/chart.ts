import { parseHTML } from 'linkedom';
import { drawChart, type ChartStyle } from '../chart/draw/draw.ts';
import type { ChartData } from '../chart/draw/host.ts';
import { drawOverview } from '../chart/draw/overview.ts';
import { sizeFor } from '../chart/draw/sizes.ts';
import { outlines } from '../chart/draw/symbols.ts';
import type { ChartEvent, ChartInput, Softness } from '../chart/layout/input.ts';
import { layoutChart, planChart } from '../chart/layout/plan.ts';
import { FIRST_VIEW } from '../chart/layout/view.ts';
import { filingYear, isUncertain, type Bound } from '../model/date.ts';
import { answeredEvents } from '../model/order.ts';
import { answersTo } from '../model/relations.ts';
import type { TimelineEvent } from '../model/schema.ts';
import type { PageContext } from './page.ts';
import { fill } from '../model/fill.ts';
import { counted } from './strings.ts';
import { urls } from './urls.ts';

/** What the chart needs, from the timeline and the interface's words. */
export function chartData(page: PageContext): ChartData {
  const { timeline, strings, language } = page;
  const input: ChartInput = {
    language,
    kinds: timeline.settings.kinds.map(({ id, label, plural, shape }) => {
      return { id, label: plural, single: label, shape };
    }),
    actors: timeline.actors.map(({ id, name }) => ({ id, label: name })),
    sources: sourceNames(page),
    events: timeline.events.map((event) => chartEvent(event, page)),
  };
  const search = urls.asset('search.json');
  return { input, symbols: outlines(), words: strings.chart.words, search };
}

/** Sources by outlet and day, and by title too where that does not tell two of them apart. */
function sourceNames({ timeline: { sources }, cite }: PageContext): ChartInput['sources'] {
  const names = sources.map(cite);
  return sources.map(({ id, title }, index) => {
    const name = names[index] ?? title;
    const isAlone = names.indexOf(name) === names.lastIndexOf(name);
    return { id, label: isAlone ? name : `${name}: ${title}` };
  });
}

/** What a chart knows of an event. */
export function chartEvent(event: TimelineEvent, page: PageContext): ChartEvent {
  const { timeline, kindOf, wordYear } = page;
  const { slug, title, label = title, date, importance, discrepancies } = event;
  const finite = (instant: number) => (Number.isFinite(instant) ? instant : null);
  const places = (ids: readonly string[], all: readonly { id: string }[]) =>
    ids.map((id) => all.findIndex((one) => one.id === id));
  const speakers = event.claims.map(({ by }) => by);
  const answered = answeredEvents(event);
  return {
    id: slug,
    label,
    date: shortDate(event, page),
    year: wordYear(filingYear(date)),
    name: nameOf(event, label, page),
    href: urls.events(slug),
    kind: kindOf(event).hue,
    actors: places([...new Set([...event.actors, ...speakers])], timeline.actors),
    sources: places(event.sources, timeline.sources),
    answers: timeline.events.flatMap((other, index) =>
      answered.includes(other.slug) ? index : [],
    ),
    earliest: finite(date.earliest),
    latest: finite(date.latest),
    lasting: date.interval,
    ends: [softnessOf(date.start), softnessOf(date.end)],
    ...(date.interval ? { within: [lengthOf(date.start), lengthOf(date.end)] as const } : {}),
    uncertain: isUncertain(date),
    major: importance === 'major',
    disagree: discrepancies.length > 0,
  };
}

/** What is seen must be part of what is heard, or voice control cannot find it: date and label. */
function nameOf(event: TimelineEvent, label: string, page: PageContext): string {
  const { timeline, strings, language, kindOf } = page;
  const answers = answersTo(event, timeline).length;
  return [
    fill(strings.chart.eventName, {
      kind: kindOf(event).label,
      date: shortDate(event, page),
      label,
    }),
    ...(answers > 0 ? [counted(answers, strings.chart.answers, language)] : []),
    ...(event.discrepancies.length > 0 ? [strings.chart.words.disagree] : []),
  ].join('; ');
}

/** The date as the chart words it: in short, and with how exact it is where one might wonder. */
function shortDate({ date }: TimelineEvent, { strings, wordDate }: PageContext): string {
  const words = wordDate(date, 'short');
  const { start, interval } = date;
  if (interval || typeof start === 'string') return words;
  const { precision, approximate } = start;
  if (approximate || (precision !== 'month' && precision !== 'year')) return words;
  return fill(strings.chart.only[precision], { date: words });
}

function lengthOf(bound: Bound): number {
  return typeof bound === 'string' ? 0 : bound.latest - bound.earliest;
}

function softnessOf(bound: Bound): Softness {
  if (typeof bound === 'string') return 'open';
  if (bound.approximate) return 'blurred';
  return ['day', 'minute', 'second'].includes(bound.precision) ? 'sharp' : 'soft';
}

/**
 * Draws the whole story for one width, as markup.
 * @param newTab whether links leave the page where it is: `<base target>` does not reach them.
 */
export function drawStatic(data: ChartData, width: number, rtl: boolean, newTab = false): string {
  const style: ChartStyle = { words: data.words, symbols: data.symbols, rtl };
  const plan = planChart(data.input, FIRST_VIEW, sizeFor(width), data.words.others);
  return drawn((svg) => {
    drawChart(svg, layoutChart(plan, [0, 1]), style);
    if (!newTab) return;
    for (const link of svg.querySelectorAll('a:not([href^="#"])'))
      link.setAttribute('target', '_blank');
  });
}

/** Draws the overview of the whole story, as markup. */
export function drawStaticOverview(data: ChartData, rtl: boolean): string {
  const plan = planChart(data.input, FIRST_VIEW, sizeFor(1400), data.words.others);
  return drawn((svg) => {
    drawOverview(svg, plan, rtl);
  });
}

/** What is drawn into a light DOM, as markup. */
export function drawn(draw: (svg: SVGSVGElement) => void): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg: SVGSVGElement = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  draw(svg);
  return svg.outerHTML;
}
