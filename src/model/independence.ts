import type { Actor, Source } from './schema.ts';

/** All sources and actors, by which origins are traced. */
export interface Origins {
  sources: readonly Source[];
  actors: readonly Actor[];
}

/** Where a text comes from: a document, or the name of an outlet or another actor. */
type Origin = Source | string;

/**
 * Groups sources into voices: those of a group repeat one another or a common origin, so that they
 * count once. An origin is the document itself, its outlet, and what it is based on to any depth.
 * A source that draws on several voices adds none, and stands with the first of them.
 *
 * @param story the timeline in which the sources stand.
 * @returns the groups and what is in them in the order of `sources`.
 */
export function independentGroups(sources: readonly Source[], story: Origins): Source[][] {
  const found = new Map(sources.map((source) => [source, originsOf(source, story)]));
  const of = (source: Source) => found.get(source) ?? new Set<Origin>();
  const repeat = (one: Source, other: Source) => !of(one).isDisjointFrom(of(other));
  const voices: Source[] = [];
  // Who draws on few stands for a voice before who draws on many.
  for (const source of [...sources].sort((a, b) => of(a).size - of(b).size)) {
    if (!voices.some((voice) => repeat(voice, source))) voices.push(source);
  }
  const voiceOf = (source: Source) => voices.find((voice) => repeat(voice, source));
  return [...Map.groupBy(sources, voiceOf).values()];
}

function originsOf(source: Source, story: Origins): Set<Origin> {
  const origins = new Set<Origin>([source]);
  // The walk also comes to what it adds, and once to each in a circle.
  for (const origin of origins) {
    if (typeof origin === 'string') continue;
    const bases = origin.basedOn.map((id) => originsIn(story).get(id));
    for (const base of [origin['container-title'], ...bases]) {
      if (base !== undefined) origins.add(base);
    }
  }
  return origins;
}

const indexed = new WeakMap<Origins, Map<string, Origin>>();

/** What `basedOn` can name: no source has the id of an actor. */
function originsIn(story: Origins): Map<string, Origin> {
  const known = indexed.get(story);
  if (known) return known;
  const origins = new Map<string, Origin>();
  for (const { id, name } of story.actors) origins.set(id, name);
  for (const source of story.sources) origins.set(source.id, source);
  indexed.set(story, origins);
  return origins;
}
