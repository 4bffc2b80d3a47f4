import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFolder } from '../src/model/folder.ts';

test('no word of the first story stands in the program', async () => {
  const reading = await readFolder('content');
  if (!reading.ok) throw new Error('the content has problems');
  const { actors, sources, events } = reading.timeline;
  // Names of one common word, such as an agency's abbreviation, are looked for as whole words.
  const words = [
    ...actors.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...sources.flatMap((source) => source['container-title'] ?? []),
    ...events.map(({ slug }) => slug),
  ].filter((word) => word.length > 2);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  const files = await readdir('src', { recursive: true });
  const sourcesOfProgram = files.filter((file) => /\.(ts|astro|css|md)$/.test(file));
  expect(sourcesOfProgram.length).toBeGreaterThan(30);
  for (const file of sourcesOfProgram) {
    const text = await readFile(join('src', file), 'utf8');
    expect({ file, word: pattern.exec(text)?.[0] }).toEqual({ file, word: undefined });
  }
});

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
