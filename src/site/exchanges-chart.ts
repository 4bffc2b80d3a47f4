import type { ChartStyle } from '../chart/draw/draw.ts';
import { drawExchanges } from '../chart/draw/exchanges.ts';
import { sizeFor } from '../chart/draw/sizes.ts';
import { outlines } from '../chart/draw/symbols.ts';
import {
  layoutExchanges,
  type ChartVoice,
  type ExchangesInput,
} from '../chart/layout/exchanges.ts';
import { turnId } from '../model/exchanges.ts';
import { fill } from '../model/fill.ts';
import { splitReference } from '../model/order.ts';
import { claimsAnswering, type PlacedClaim } from '../model/relations.ts';
import { STANCES } from '../model/schema.ts';
import { chartEvent, drawn } from './chart.ts';
import type { PageContext } from './page.ts';
import { stanceMark } from './stances.ts';
import { counted } from './strings.ts';
import { urls } from './urls.ts';

/** A picture of exchanges, before it is laid out for a width. */
export interface ExchangesData {
  input: ExchangesInput;
  style: ChartStyle;
}

/** What one speaker says at one event with one stance. */
type Voice = [PlacedClaim, ...PlacedClaim[]];

/** What the picture of these claims needs: one mark for each voice among them. */
export function exchangesData(claims: readonly PlacedClaim[], page: PageContext): ExchangesData {
  const { timeline, strings, language, rtl } = page;
  const words = strings.claims.chart;
  const voices = voicesOf(claims);
  const answered = answerFinder(voices);
  return {
    input: {
      language,
      kinds: STANCES.map((id) => {
        const label = strings.claims.lanes[id];
        return { id, label, single: label, shape: stanceMark(id).shape };
      }),
      actors: timeline.actors.map(({ id, name }) => ({ id, label: name })),
      sources: [],
      events: voices.map((voice) => chartVoice(voice, answered(voice), page)),
    },
    style: {
      symbols: outlines(),
      words: { chart: words.label, cluster: words.cluster },
      rtl,
    },
  };
}

function voicesOf(claims: readonly PlacedClaim[]): Voice[] {
  const voices = new Map<string, Voice>();
  for (const placed of claims) {
    const { event, claim } = placed;
    const key = `${event.slug} ${claim.by} ${claim.stance}`;
    const voice = voices.get(key);
    if (voice) voice.push(placed);
    else voices.set(key, [placed]);
  }
  return [...voices.values()];
}

/** Finds the voices to which a voice responds: of an event as a whole, the one that says most. */
function answerFinder(voices: readonly Voice[]) {
  const places = new Map<string, number>();
  const longest = new Map<string, number>();
  voices.forEach((voice, place) => {
    const [{ event }] = voice;
    for (const placed of voice) places.set(turnId(placed), place);
    const before = voices[longest.get(event.slug) ?? -1];
    if (!before || voice.length > before.length) longest.set(event.slug, place);
  });
  return (voice: Voice): number[] => {
    const targets = voice.flatMap(({ event, claim }) => {
      const references = claim.respondsTo.length > 0 ? claim.respondsTo : event.respondsTo;
      return references.map((reference) => splitReference(reference, event.slug));
    });
    const found = targets.map(({ event, claim }) =>
      claim === undefined ? longest.get(event) : places.get(`${event}--${claim}`),
    );
    return [...new Set(found.filter((place) => place !== undefined))];
  };
}

function chartVoice(voice: Voice, answers: number[], page: PageContext): ChartVoice {
  const { timeline, strings, language, actor, voiceOf } = page;
  const [first, ...others] = voice;
  const { event, claim } = first;
  const words = strings.claims;
  const shown = chartEvent(event, page);
  const responses = voice.flatMap((placed) => claimsAnswering(placed, timeline)).length;
  const name = fill(words.chart.name, {
    date: shown.date,
    voice: voiceOf(claim),
    event: event.title,
  });
  const counts = [
    ...(others.length > 0 ? [counted(voice.length, words.counts.claims, language)] : []),
    ...(responses > 0 ? [counted(responses, words.counts.responses, language)] : []),
  ];
  return {
    ...shown,
    id: turnId(first),
    label: actor(claim.by).name,
    assertion: voiceOf(claim),
    name: [name, ...counts].join('; '),
    href: urls.claims(turnId(first)),
    kind: stanceMark(claim.stance).hue,
    actors: [timeline.actors.findIndex(({ id }) => id === claim.by)],
    sources: [],
    answers,
    major: claim.stance === 'alleges' || claim.stance === 'denies',
  };
}

/** Draws the picture for one width, as markup. */
export function drawStaticExchanges({ input, style }: ExchangesData, width: number): string {
  const scene = layoutExchanges(input, sizeFor(width));
  return drawn((svg) => {
    drawExchanges(svg, scene, style);
  });
}
