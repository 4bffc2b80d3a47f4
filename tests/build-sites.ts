import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { preview } from 'astro';
import { SITES, type Site } from './support/sites.ts';

const run = promisify(execFile);

/** Builds every site as a user would, one after the other, and serves them until the tests end. */
export default async function buildSites(): Promise<() => Promise<void>> {
  for (const site of Object.values(SITES)) await build(site);
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

function serve({ folder, port, base }: Site) {
  return preview({ outDir: folder, base, server: { port }, logLevel: 'error' });
}
