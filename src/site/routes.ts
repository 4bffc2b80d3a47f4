import { exchangesOf, type Exchange } from '../model/exchanges.ts';
import type { Timeline } from '../model/schema.ts';
import { loadTimeline } from './timeline.ts';

/** A page for each event, which also knows its neighbours in the story. */
export async function eventRoutes() {
  const { events } = await loadTimeline();
  return events.map((event, index) => ({
    params: { slug: event.slug },
    props: { event, previous: events[index - 1], next: events[index + 1] },
  }));
}

/** A page for each source. */
export async function sourceRoutes() {
  const { sources } = await loadTimeline();
  return sources.map((source) => ({ params: { id: source.id }, props: { source } }));
}

/** A page for each actor. */
export async function actorRoutes() {
  const { actors } = await loadTimeline();
  return actors.map((actor) => ({ params: { id: actor.id }, props: { actor } }));
}

/** Exchanges that are more than one claim, which its event shows. */
export function respondedExchanges(timeline: Timeline): Exchange[] {
  return exchangesOf(timeline).filter(({ responses }) => responses.length > 0);
}

/** A page for each exchange. */
export async function exchangeRoutes() {
  return respondedExchanges(await loadTimeline()).map((exchange) => ({
    params: { id: exchange.id },
    props: { exchange },
  }));
}
