import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Timeline } from '../model/schema.ts';
import { exitWith, readOrExit } from './content.ts';

/**
 * `npm run check [-- --articles FOLDER]`: reads the content and prints all problems; exits with 1
 * when there are any. With a folder of articles it also compares each quote with the article in
 * which it stands.
 */
const USAGE =
  'usage: npm run check [-- --articles FOLDER], such as npm run check -- --articles ../articles';

function articlesFolder(): string | undefined {
  try {
    const { articles } = parseArgs({ options: { articles: { type: 'string' } } }).values;
    return articles === '' ? exitWith(USAGE) : articles;
  } catch {
    return exitWith(USAGE);
  }
}

/** Reads the articles of a folder, as they are asked for. */
function articlesIn(folder: string): (file: string) => string | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    exitWith(`${folder}
  found     no such folder
  expected  the folder with the text files that sources name in articleFile
  mend      name the folder that holds the articles, or leave --articles out`);
  }
  return (file) => {
    try {
      return readFileSync(join(folder, file), 'utf8');
    } catch {
      return undefined;
    }
  };
}

function counted(folder: string, { events, sources, actors }: Timeline): string {
  const claims = events.flatMap((event) => event.claims);
  const counts = [
    [events.length, 'events'],
    [sources.length, 'sources'],
    [actors.length, 'actors'],
    [claims.length, 'claims'],
    [claims.filter(({ quote }) => quote !== undefined).length, 'quotes'],
    [events.flatMap((event) => event.discrepancies).length, 'discrepancies'],
  ];
  return `${folder}: no problems (${counts.map((count) => count.join(' ')).join(', ')})`;
}

/** How many quotes were compared, and whose were not. */
function compared(folder: string, { events, sources }: Timeline): string {
  const quoted = events.flatMap(({ claims }) =>
    claims.flatMap(({ quote, source }) => (quote === undefined ? [] : source)),
  );
  const named = new Set(sources.flatMap(({ id, articleFile }) => (articleFile ? id : [])));
  const rest = quoted.filter((source) => !named.has(source));
  const count = `${String(quoted.length - rest.length)} of ${String(quoted.length)}`;
  const result = `${folder}: ${count} quotes compared with their articles: no differences`;
  if (rest.length === 0) return result;
  return `${result}
not compared, since their sources name no articleFile: ${String(rest.length)} (${[...new Set(rest)].join(', ')})`;
}

const articles = articlesFolder();
const { folder, timeline } = await readOrExit(
  articles === undefined ? undefined : articlesIn(articles),
);
console.log(counted(folder, timeline));
if (articles !== undefined) console.log(compared(articles, timeline));
