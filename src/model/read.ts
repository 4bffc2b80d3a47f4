import type { z } from 'zod';
import { checkBody } from './body.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkQuotes, type Articles } from './check-quotes.ts';
import { checkSpeakers } from './check-speakers.ts';
import { openDocument, type ContentFile, type LocatedData } from './document.ts';
import { answeredEvents, orderEvents } from './order.ts';
import type { Named, Parts, Read } from './parts.ts';
import { byPlace, type Problem } from './problem.ts';
import { checkReferences } from './references.ts';
import {
  actorSchema,
  eventSchema,
  isSlug,
  sourceSchema,
  timelineSchema,
  type Settings,
  type Timeline,
} from './schema.ts';
import { validate } from './validate.ts';

/** What reading gives: a timeline that holds, or all that is wrong. */
export type Reading = { ok: true; timeline: Timeline } | { ok: false; problems: Problem[] };

/**
 * Turns the files of a content folder into a timeline or the list of all problems, in the order
 * of files and places. Pure; never throws, whatever the bytes.
 *
 * @param articles where given, quotes are compared with the articles that sources name.
 */
export function readTimeline(files: readonly ContentFile[], articles?: Articles): Reading {
  const problems: Problem[] = [];
  const parts = readParts(files, problems);
  checkReferences(parts, problems);
  checkSpeakers(parts, problems);
  checkEvidence(parts, problems);
  if (articles) checkQuotes(parts, articles, problems);
  const { settings } = parts;
  if (problems.length > 0 || !settings) return { ok: false, problems: problems.sort(byPlace) };
  return { ok: true, timeline: assemble(parts, settings.item) };
}

function assemble(parts: Parts, settings: Settings): Timeline {
  const events = parts.events.map(({ item }) => item);
  const items = <T extends { id: string }>(list: readonly Read<T>[]) =>
    list.map(({ item }) => item).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    settings,
    events: orderEvents(events, answeredEvents),
    sources: items(parts.sources),
    actors: items(parts.actors),
  };
}

type Noun = 'events' | 'sources' | 'actors';

/** Where each noun's files lie: a year between for events, and the file's ending. */
const PLACES: Record<Noun, RegExp> = {
  events: /^events\/[^/]+\/([^/]+)\.md$/,
  sources: /^sources\/([^/]+)\.ya?ml$/,
  actors: /^actors\/([^/]+)\.ya?ml$/,
};

function readParts(files: readonly ContentFile[], problems: Problem[]): Parts {
  const parts: Parts = {
    settings: undefined,
    events: [],
    faulty: [],
    sources: [],
    actors: [],
    known: { events: new Set(), sources: new Set(), actors: new Set() },
  };
  const settings = files.find(({ path }) => path === 'timeline.yaml');
  if (settings) parts.settings = readSettings(settings, problems);
  else problems.push(missingSettings());
  const placed = files.flatMap((file) =>
    file === settings ? [] : register(file, parts, problems),
  );
  for (const file of placed) readFile(file, parts, problems);
  return parts;
}

function missingSettings(): Problem {
  return {
    file: 'timeline.yaml',
    line: 1,
    column: 1,
    found: 'no such file',
    expected: 'the file timeline.yaml with title, description, language, licence and kinds',
    fix: 'copy it from another story, and check that CONTENT_DIR names the right folder',
  };
}

function readSettings(file: ContentFile, problems: Problem[]): Read<Settings> | undefined {
  const data = openDocument(file, problems);
  const item = data && validate(timelineSchema, data, problems);
  if (!data || !item) return undefined;
  for (const field of ['introduction', 'about'] as const) {
    const { line } = data.at([field]);
    const block = data.isBlock([field]);
    checkBody(
      { file: file.path, line: block ? line + 1 : line, text: item[field] ?? '' },
      { listed: [], known: new Set() },
      problems,
    );
  }
  return { item, data };
}

/** A file in a place where one of the nouns is kept. */
interface PlacedFile extends ContentFile {
  noun: Noun;
  id: string;
}

/** Makes a file's id known before any file is read, since files name one another. */
function register(file: ContentFile, { known }: Parts, problems: Problem[]): PlacedFile[] {
  const place = placeOf(file.path);
  if (!place) {
    problems.push(misplaced(file.path));
    return [];
  }
  const { noun, id } = place;
  if (!isSlug(id)) problems.push(badName(file.path, id));
  if (known[noun].has(id)) problems.push(duplicate(file.path, noun, id));
  known[noun].add(id);
  return [{ ...file, ...place }];
}

function readFile(file: PlacedFile, parts: Parts, problems: Problem[]): void {
  const { noun, id } = file;
  const data = openDocument(file, problems);
  if (!data) return;
  if (noun === 'events') readEvent(data, id, parts, problems);
  else if (noun === 'sources') pushRead(parts.sources, sourceSchema, data, id, problems);
  else pushRead(parts.actors, actorSchema, data, id, problems);
}

function placeOf(path: string): { noun: Noun; id: string } | undefined {
  for (const noun of Object.keys(PLACES) as Noun[]) {
    const id = PLACES[noun].exec(path)?.[1];
    if (id !== undefined) return { noun, id };
  }
  return undefined;
}

function readEvent(data: LocatedData, slug: string, parts: Parts, problems: Problem[]): void {
  const item = validate(eventSchema, data, problems);
  const sources = item?.sources ?? listedSources(data.value);
  const body = { file: data.file, line: data.bodyLine, text: data.body };
  checkBody(body, { listed: sources, known: parts.known.sources }, problems);
  if (!item) parts.faulty.push({ item: { ...whatHolds(data.value), sources }, data });
  if (item) parts.events.push({ item: { ...item, slug, path: data.file, body: data.body }, data });
}

/** The fields of a faulty event that hold, so that the names in them are still checked. */
function whatHolds(value: unknown): Named {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const sound = Object.entries(eventSchema.shape).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(fields[name]);
    return success ? [[name, data] as const] : [];
  });
  const nothing = { kind: undefined, actors: [], sources: [], claims: [], discrepancies: [] };
  return { ...nothing, ...(Object.fromEntries(sound) as Partial<Named>) };
}

/** The sources of an event that has other faults, so that its citations are still checked. */
function listedSources(value: unknown): string[] {
  const { sources } = (value ?? {}) as { sources?: unknown };
  return Array.isArray(sources) ? sources.filter((source) => typeof source === 'string') : [];
}

function pushRead<S extends z.ZodType>(
  list: Read<z.output<S> & { id: string }>[],
  schema: S,
  data: LocatedData,
  id: string,
  problems: Problem[],
): void {
  const item = validate(schema, data, problems);
  if (item) list.push({ item: Object.assign({}, item, { id }), data });
}

function misplaced(path: string): Problem {
  return {
    file: path,
    line: 1,
    column: 1,
    found: 'a file that no part of the timeline reads',
    expected: 'timeline.yaml, events/<year>/<slug>.md, sources/<id>.yaml or actors/<id>.yaml',
    fix: 'move or rename it, so that what it says is not lost, or take it out of the folder',
  };
}

function badName(path: string, id: string): Problem {
  const suggestion = id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    file: path,
    line: 1,
    column: 1,
    found: `the name "${id}"`,
    expected: 'lower-case words of letters and digits with single hyphens between them',
    fix: isSlug(suggestion) ? `rename it to ${suggestion}` : 'rename it',
  };
}

function duplicate(path: string, noun: Noun, id: string): Problem {
  return {
    file: path,
    line: 1,
    column: 1,
    found: `the ${noun === 'events' ? 'slug' : 'id'} "${id}" a second time`,
    expected: 'a name that no other file has',
    fix: 'rename this file, or merge it with the other of its name',
  };
}
