import { getCollection, getEntry, render } from 'astro:content';
import type { Timeline } from '../model/schema.ts';

let loaded: Promise<Timeline> | undefined;

/** The gateway to the content: the whole timeline, in its order. */
export function loadTimeline(): Promise<Timeline> {
  // In development content changes between requests.
  if (import.meta.env.DEV) return gather();
  return (loaded ??= gather());
}

async function gather(): Promise<Timeline> {
  const [settings, events, sources, actors] = await Promise.all([
    getEntry('settings', 'timeline'),
    getCollection('events'),
    getCollection('sources'),
    getCollection('actors'),
  ]);
  if (!settings) throw new Error('The settings of the timeline were not loaded.');
  return {
    settings: settings.data,
    events: events.map(({ data }) => data).sort((a, b) => a.position - b.position),
    sources: sources.map(({ data }) => data),
    actors: actors.map(({ data }) => data),
  };
}

/** The rendered Markdown of an event. */
export async function renderEvent(slug: string) {
  const entry = await getEntry('events', slug);
  if (!entry?.rendered) return undefined;
  return (await render(entry)).Content;
}

/** The rendered introduction or method, where the story has one. */
export async function renderText(id: 'introduction' | 'about') {
  const entry = await getEntry('texts', id);
  return entry?.rendered ? (await render(entry)).Content : undefined;
}
