import { readOrExit } from './content.ts';

/** `npm run check`: reads the content and prints all problems; exits with 1 when there are any. */
const { folder, timeline } = await readOrExit();
const { events, sources, actors } = timeline;
const claims = events.flatMap((event) => event.claims);
const counts = [
  [events.length, 'events'],
  [sources.length, 'sources'],
  [actors.length, 'actors'],
  [claims.length, 'claims'],
  [claims.filter(({ quote }) => quote !== undefined).length, 'quotes'],
  [events.flatMap((event) => event.discrepancies).length, 'discrepancies'],
];
console.log(`${folder}: no problems (${counts.map((count) => count.join(' ')).join(', ')})`);
