import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { preview } from 'astro';
import { findBrowser } from './support/browser.ts';
import { SITES, type Site } from './support/sites.ts';

const run = promisify(execFile);

/**
 * Has a browser ready, builds every site as a user would, and serves them until the tests end. One
 * is built after the other: Astro keeps what it works with in one folder of the project.
 */
export default async function buildSites(): Promise<() => Promise<void>> {
  await findBrowser();
  for (const site of Object.values(SITES)) await build(site);
  const servers = await Promise.all(Object.values(SITES).map(serve));
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
}

/** What is built from one content shares its cache, which holds pictures that take long to draw. */
async function build({ folder, environment }: Site): Promise<void> {
  const { CONTENT_DIR = 'content' } = environment;
  await run(process.execPath, ['src/cli/build.ts', '--out', folder], {
    env: { ...process.env, ...environment, CACHE_DIR: `.cache/tests/${CONTENT_DIR}` },
  });
}

async function serve({ folder, port, base }: Site) {
  const server = await preview({ outDir: folder, base, server: { port }, logLevel: 'error' });
  if (server.port === port) return server;
  // Astro takes the next free port instead, and the tests would look at whatever has this one.
  await server.stop();
  throw new Error(`Port ${port} is taken. End what listens there, and run the tests again.`);
}
