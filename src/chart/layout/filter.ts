import type { ChartEvent, ChartInput } from './input.ts';
import type { Filters } from './view.ts';

/** The groups of filters whose choices are counted. */
export type Facet = 'kinds' | 'actors' | 'sources';

/** Ids of the events that the search found; nothing when nothing is searched for. */
export type Found = ReadonlySet<string> | undefined;

/** Decides whether an event fits all filters that are set. */
export function fits(
  input: ChartInput,
  filters: Filters,
  found: Found,
): (event: ChartEvent) => boolean {
  const kinds = chosen(input.kinds, filters.kinds);
  const actors = chosen(input.actors, filters.actors);
  const sources = chosen(input.sources, filters.sources);
  return (event) =>
    (!kinds || kinds.has(event.kind)) &&
    (!actors || event.actors.some((actor) => actors.has(actor))) &&
    (!sources || event.sources.some((source) => sources.has(source))) &&
    (!filters.disagree || event.disagree) &&
    (!found || found.has(event.id));
}

/** Indices of the chosen ids, or nothing where no choice limits the events. */
function chosen(
  all: readonly { id: string }[],
  ids: readonly string[],
): ReadonlySet<number> | undefined {
  if (ids.length === 0) return undefined;
  return new Set(ids.map((id) => all.findIndex((one) => one.id === id)));
}

/**
 * How many events each choice of a facet would leave, all other filters kept.
 * @returns one count for each kind, actor or source, in the input's order.
 */
export function countChoices(
  input: ChartInput,
  filters: Filters,
  found: Found,
  facet: Facet,
): number[] {
  const counts = input[facet].map(() => 0);
  const keep = fits(input, { ...filters, [facet]: [] }, found);
  for (const event of input.events) {
    if (!keep(event)) continue;
    const choices = facet === 'kinds' ? [event.kind] : event[facet];
    for (const choice of choices) counts[choice] = (counts[choice] ?? 0) + 1;
  }
  return counts;
}

/** Whether any filter is set. */
export function isFiltered({ kinds, actors, sources, disagree, query }: Filters): boolean {
  return disagree || query !== '' || [kinds, actors, sources].some((ids) => ids.length > 0);
}
