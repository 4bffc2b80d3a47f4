import { parseHTML } from 'linkedom';
import { drawChart } from '../chart/draw/draw.ts';
import { sizeFor, type ChartData } from '../chart/draw/element.ts';
import type { ChartEvent, ChartInput } from '../chart/layout/input.ts';
import { layoutChart } from '../chart/layout/scene.ts';
import { isApproximate, isUncertain } from '../model/date.ts';
import type { TimelineEvent } from '../model/schema.ts';
import type { PageContext } from './page.ts';
import { fill } from './strings.ts';
import { urls } from './urls.ts';

/** What the chart needs, from the timeline and the interface's words. */
export function chartData(page: PageContext): ChartData {
  const { timeline, strings, language, count } = page;
  const { kinds } = timeline.settings;
  const input: ChartInput = {
    language,
    lanes: kinds.map(({ id, plural, shape }, hue) => ({
      id,
      label: plural,
      count: count(timeline.events.filter(({ kind }) => kind === id).length, 'events'),
      shape,
      hue,
    })),
    events: timeline.events.map((event) => chartEvent(event, page)),
  };
  return { input, words: { chart: strings.chart.label, cluster: strings.chart.cluster } };
}

function chartEvent(event: TimelineEvent, { strings, wordDate, kindOf }: PageContext): ChartEvent {
  const { slug, title, label = title, date, importance, discrepancies } = event;
  const kind = kindOf(event);
  // What is seen must be part of what is heard, or voice control cannot find it.
  const name = fill(strings.chart.eventName, { kind: kind.label, date: wordDate(date), label });
  const finite = (instant: number) => (Number.isFinite(instant) ? instant : null);
  return {
    id: slug,
    label,
    name: discrepancies.length ? `${name}; ${strings.chart.disagree}` : name,
    href: urls.events(slug),
    lane: kind.hue,
    earliest: finite(date.earliest),
    latest: finite(date.latest),
    lasting: date.interval,
    softness: isApproximate(date) ? 'blurred' : isExact(event) ? 'sharp' : 'soft',
    uncertain: isUncertain(date),
    major: importance === 'major',
  };
}

/** Whether both ends are known to the day or better. */
function isExact({ date: { start, end } }: TimelineEvent): boolean {
  return [start, end].every(
    (bound) => typeof bound === 'string' || ['day', 'minute', 'second'].includes(bound.precision),
  );
}

/** Draws the chart for one width as markup. */
export function drawStatic({ input, words }: ChartData, width: number): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg: SVGSVGElement = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawChart(svg, layoutChart(input, 'shortened', sizeFor(width)), words);
  return svg.outerHTML;
}

/** JSON that may stand inside a `<script>`: nothing in it can close the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
