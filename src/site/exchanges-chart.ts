import type { ChartStyle } from '../chart/draw/draw.ts';
import { drawExchanges } from '../chart/draw/exchanges.ts';
import { sizeFor } from '../chart/draw/sizes.ts';
import { outlines } from '../chart/draw/symbols.ts';
import {
  layoutExchanges,
  type ChartVoice,
  type ExchangesInput,
} from '../chart/layout/exchanges.ts';
import { targetsOf, turnId } from '../model/exchanges.ts';
import { fill } from '../model/fill.ts';
import { claimsAnswering, type PlacedClaim } from '../model/relations.ts';
import { STANCES, type Timeline } from '../model/schema.ts';
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
export interface Voice {
  claims: readonly [PlacedClaim, ...PlacedClaim[]];
  /** Places of the voices to which it responds. */
  respondsTo: readonly number[];
}

/** What the picture of these claims needs: one mark for each voice among them. */
export function exchangesData(claims: readonly PlacedClaim[], page: PageContext): ExchangesData {
  const { timeline, strings, language, rtl } = page;
  const words = strings.claims.chart;
  return {
    input: {
      language,
      kinds: STANCES.map((id) => {
        const label = strings.claims.lanes[id];
        return { id, label, single: label, shape: stanceMark(id).shape };
      }),
      actors: timeline.actors.map(({ id, name }) => ({ id, label: name })),
      sources: [],
      events: voicesOf(claims, timeline).map((voice) => chartVoice(voice, page)),
    },
    style: {
      symbols: outlines(),
      words: { chart: words.label, cluster: words.cluster },
      rtl,
    },
  };
}

/**
 * The voices of claims, in the order of the story. What responds to an event as a whole responds to
 * the voice that says most there.
 */
export function voicesOf(claims: readonly PlacedClaim[], timeline: Timeline): Voice[] {
  const voices = byVoice(claims);
  const places = placesOf(voices);
  return voices.map((voice) => {
    const targets = voice.flatMap((placed) => targetsOf(placed, timeline));
    const respondsTo = targets.flatMap((target) => places.get(turnId(target)) ?? []);
    return { claims: voice, respondsTo: [...new Set(respondsTo)] };
  });
}

function byVoice(claims: readonly PlacedClaim[]): Voice['claims'][] {
  const voices = new Map<string, [PlacedClaim, ...PlacedClaim[]]>();
  for (const placed of claims) {
    const { event, claim } = placed;
    const key = `${event.slug} ${claim.by} ${claim.stance}`;
    const voice = voices.get(key);
    if (voice) voice.push(placed);
    else voices.set(key, [placed]);
  }
  return [...voices.values()];
}

/** At which voice each claim stands and, by the event's own id, each event as a whole. */
function placesOf(voices: readonly Voice['claims'][]): Map<string, number> {
  const places = new Map<string, number>();
  voices.forEach((voice, place) => {
    for (const placed of voice) places.set(turnId(placed), place);
    const [{ event }] = voice;
    const whole = turnId({ event, claim: undefined });
    const longest = voices[places.get(whole) ?? -1];
    if (!longest || voice.length > longest.length) places.set(whole, place);
  });
  return places;
}

function chartVoice({ claims, respondsTo }: Voice, page: PageContext): ChartVoice {
  const { timeline, strings, language, actor, voiceOf } = page;
  const [first, ...others] = claims;
  const { event, claim } = first;
  const words = strings.claims;
  const shown = chartEvent(event, page);
  const responses = claims.flatMap((placed) => claimsAnswering(placed, timeline)).length;
  const name = fill(words.chart.name, {
    date: shown.date,
    voice: voiceOf(claim),
    event: event.title,
  });
  const counts = [
    ...(others.length > 0 ? [counted(claims.length, words.counts.claims, language)] : []),
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
    answers: [...respondsTo],
    disagree: false,
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
