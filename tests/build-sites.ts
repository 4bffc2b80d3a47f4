import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { preview } from 'astro';
import { findBrowser } from './support/browser.ts';
import { SITES, type Site } from './support/sites.ts';

const run = promisify(execFile);

/**
 * Has a browser ready, builds every site as a user would, two at a time, and serves them until the
 * tests end.
 */
export default async function buildSites(): Promise<() => Promise<void>> {
  await findBrowser();
  const waiting = Object.values(SITES);
  const buildNext = async (): Promise<void> => {
    const site = waiting.shift();
    if (!site) return;
    await build(site);
    await buildNext();
  };
  await Promise.all([buildNext(), buildNext()]);
  const servers = await Promise.all(Object.values(SITES).map(serve));
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
}

async function build({ name, folder, environment }: Site): Promise<void> {
  await run(process.execPath, ['src/cli/build.ts', '--out', folder], {
    env: { ...process.env, ...environment, CACHE_DIR: `.cache/build-${name}` },
  });
}

async function serve({ folder, port, base }: Site) {
  const server = await preview({ outDir: folder, base, server: { port }, logLevel: 'error' });
  if (server.port === port) return server;
  // Astro takes the next free port instead, and the tests would look at whatever has this one.
  await server.stop();
  throw new Error(`Port ${port} is taken. End what listens there, and run the tests again.`);
}
