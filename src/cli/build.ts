import { rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { contentFolder, readFolder } from '../model/folder.ts';
import { formatProblems } from '../model/problem.ts';

/**
 * `npm run build [-- --out FOLDER]`: builds the site into `dist/`. Content with problems stops it
 * before anything is written, and only a whole site takes the place of an earlier one.
 */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const reading = await readFolder(contentFolder());
if (!reading.ok) {
  console.error(formatProblems(reading.problems));
  process.exit(1);
}
const { out } = values;
const [next, old] = [`${out}.next`, `${out}.old`];
await rm(next, { recursive: true, force: true });
await build({ outDir: next, logLevel: 'warn' });
await rm(old, { recursive: true, force: true });
await rename(out, old).catch((error: unknown) => {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
});
await rename(next, out);
await rm(old, { recursive: true, force: true });
const { events, sources, actors } = reading.timeline;
const pages = events.length + sources.length + actors.length;
console.log(
  `Built ${String(pages)} pages of events, sources and actors, and their lists, into ${out}/`,
);
