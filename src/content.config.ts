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

/** Loads one noun of the timeline; in development again whenever a file of the folder changes. */
function loader(name: string, entriesOf: (timeline: Timeline) => Entry[]): Loader {
  const fill = async (context: LoaderContext): Promise<void> => {
    const reading = await readFolder(folder);
    if (!reading.ok)
      throw new Error(`${folder} does not hold:\n\n${formatProblems(reading.problems)}`);
    context.store.clear();
    for (const { id, data, markdown, sources } of entriesOf(reading.timeline)) {
      // Astro hands front matter to the Markdown plugins: this is how citations get their numbers.
      const text = markdown && `---\n${stringify({ sources })}---\n${markdown}`;
      context.store.set({
        id,
        data: { ...data },
        ...(text ? { rendered: await context.renderMarkdown(text) } : {}),
      });
    }
  };
  return {
    name,
    load: async (context) => {
      await fill(context);
      context.watcher?.add(folder);
      context.watcher?.on('all', (_, path) => {
        if (!path.includes(folder)) return;
        fill(context).catch((error: unknown) => {
          context.logger.error(String(error));
        });
      });
    },
  };
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
      (['introduction', 'about'] as const).flatMap((id) => {
        const markdown = settings[id];
        return markdown === undefined ? [] : [{ id, data: {}, markdown }];
      }),
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
