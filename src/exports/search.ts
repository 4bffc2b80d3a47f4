import type { SearchDocument } from '../model/fold.ts';
import type { Actor, Timeline, TimelineEvent } from '../model/schema.ts';

/** What the search in the browser goes through: one document an event, in the story's order. */
export function searchDocuments({ events, actors }: Timeline): SearchDocument[] {
  const actorsById = new Map(actors.map((actor) => [actor.id, actor]));
  return events.map((event) => ({
    id: event.slug,
    title: event.label === undefined ? event.title : `${event.title} (${event.label})`,
    summary: event.summary,
    names: namesIn(event, actorsById).join(', '),
    quotes: event.claims.flatMap(({ quote }) => quote ?? []).join(' … '),
  }));
}

/** How all who are involved or speak are called, each name once. */
function namesIn({ actors, claims }: TimelineEvent, actorsById: ReadonlyMap<string, Actor>) {
  const ids = new Set([...actors, ...claims.map(({ by }) => by)]);
  const named = [...ids].flatMap((id) => actorsById.get(id) ?? []);
  return [...new Set(named.flatMap(({ name, aliases }) => [name, ...aliases]))];
}
