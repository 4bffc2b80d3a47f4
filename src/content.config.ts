import { isAbsolute, relative, resolve, sep } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'zod';
import { stringify } from 'yaml';
import { contentFolder, readFolder } from './model/folder.ts';
import { formatProblems } from './model/problem.ts';
import type { Actor, Settings, Source, Timeline, TimelineEvent } from './model/schema.ts';

/** One entry of a collection: its data, and Markdown to render beside it. */
interface Entry {
  id: string;
  data: object;
  markdown?: string;
  /** The sources that the Markdown cites, in the order of their numbers. */
  sources?: readonly string[];
}

const folder = contentFolder();

/** Prepares the entries of a collection; what it returns puts them in the place of the old ones. */
type Prepare = (timeline: Timeline) => Promise<() => void>;

/** All collections that were loaded, by name. */
const collectionsLoaded = new Map<string, Prepare>();

/** Loads one noun of the timeline; in development again whenever a file of the folder changes. */
function loader(name: string, entriesOf: (timeline: Timeline) => Entry[]): Loader {
  return {
    name,
    load: async (context) => {
      const prepare: Prepare = (timeline) => prepareStore(context, entriesOf(timeline));
      const swap = await prepare(await sharedReading(name));
      swap();
      collectionsLoaded.set(name, prepare);
      // One collection watches for all, so that a change is read, and its problems told, once.
      if (name === 'settings') watch(context);
    },
  };
}

async function prepareStore(context: LoaderContext, entries: Entry[]): Promise<() => void> {
  const { store } = context;
  const prepared = await Promise.all(
    entries.map(async ({ id, data, markdown, sources }) => {
      // Astro hands front matter to the Markdown plugins: this is how citations get their numbers.
      const text = markdown && `---\n${stringify({ sources })}---\n${markdown}`;
      const rendered = text ? { rendered: await context.renderMarkdown(text) } : {};
      return { id, data: { ...data }, ...rendered };
    }),
  );
  return () => {
    store.clear();
    for (const entry of prepared) store.set(entry);
    if (prepared.length === 0) keepEmpty(store);
  };
}

/** Astro takes a collection that never held an entry for a mistake, and says so at every page. */
function keepEmpty(store: LoaderContext['store']): void {
  store.set({ id: 'none', data: {} });
  store.delete('none');
}

let reading: Promise<Timeline> | undefined;
const served = new Set<string>();

/** What the folder holds, read once for all collections: anew for one that comes a second time. */
function sharedReading(name: string): Promise<Timeline> {
  if (!reading || served.has(name)) {
    reading = readSound();
    served.clear();
  }
  served.add(name);
  return reading;
}

async function readSound(): Promise<Timeline> {
  const result = await readFolder(folder);
  if (result.ok) return result.timeline;
  throw new Error(`${folder} does not hold:\n\n${formatProblems(result.problems, folder)}`);
}

/** Several files are often saved together. */
const SETTLED = 50;

function watch({ watcher, logger }: LoaderContext): void {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  watcher?.add(folder);
  watcher?.on('all', (_, path) => {
    if (!isInside(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(reload).catch((error: unknown) => {
        logger.error(error instanceof Error ? error.message : String(error));
      });
    }, SETTLED);
  });
}

function isInside(path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
}

/** Collections change together, and only when all that is new has been read without problems. */
async function reload(): Promise<void> {
  const timeline = await readSound();
  const swaps = await Promise.all([...collectionsLoaded.values()].map((one) => one(timeline)));
  for (const swap of swaps) swap();
}

/** Data comes checked from `model`; Astro need not check it again. */
function checked<T>() {
  return z.custom<T>();
}

export const collections = {
  settings: defineCollection({
    loader: loader('settings', ({ settings }) => [{ id: 'timeline', data: settings }]),
    schema: checked<Settings>(),
  }),
  texts: defineCollection({
    loader: loader('texts', ({ settings }) =>
      (['introduction', 'about'] as const).map((id) => ({
        id,
        data: {},
        markdown: settings[id] ?? '',
      })),
    ),
    schema: checked<object>(),
  }),
  events: defineCollection({
    loader: loader('events', ({ events }) =>
      events.map((event, position) => ({
        id: event.slug,
        data: { ...event, position },
        markdown: event.body,
        sources: event.sources,
      })),
    ),
    schema: checked<TimelineEvent & { position: number }>(),
  }),
  sources: defineCollection({
    loader: loader('sources', ({ sources }) =>
      sources.map((source) => ({ id: source.id, data: source })),
    ),
    schema: checked<Source>(),
  }),
  actors: defineCollection({
    loader: loader('actors', ({ actors }) =>
      actors.map((actor) => ({ id: actor.id, data: actor })),
    ),
    schema: checked<Actor>(),
  }),
};
