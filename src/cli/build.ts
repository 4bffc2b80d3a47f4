import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { exitWith, readOrExit } from './content.ts';
import { mayReplace, replaceFolder } from './site-folder.ts';

/**
 * `npm run build [-- --out FOLDER]`: builds the site into `dist/`. Content with problems stops it
 * before anything is written, and only a whole site takes the place of an earlier one.
 */
const USAGE = 'usage: npm run build [-- --out FOLDER], such as npm run build -- --out public_html';

function outFolder(): string {
  try {
    return parseArgs({ options: { out: { type: 'string', default: 'dist' } } }).values.out;
  } catch {
    return exitWith(USAGE);
  }
}

const out = outFolder();
const folder = resolve(out);
const { timeline } = await readOrExit();
if (!(await mayReplace(folder))) {
  exitWith(`${folder} holds other things than a site that was built before.
Name a folder that is new or empty, or empty this one.
${USAGE}`);
}
await replaceFolder(folder, (next) => build({ outDir: next, logLevel: 'warn' }));
const { events, sources, actors } = timeline;
const pages = events.length + sources.length + actors.length;
console.log(
  `Built ${String(pages)} pages of events, sources and actors, and their lists, into ${out}/`,
);
