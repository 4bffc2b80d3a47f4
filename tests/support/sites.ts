import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A site that the tests build and serve. */
export interface Site {
  name: string;
  /** What its build is told. */
  environment: Record<string, string>;
  folder: string;
  port: number;
  base: string;
  /** The origin that its absolute links must have; none is known where it is not told. */
  origin: string | undefined;
}

/** The real story at the root and below a path; another story; one written from right to left. */
export const SITES = {
  root: site('root', 4501, {}),
  based: site('based', 4502, { BASE_PATH: '/some/base', SITE_URL: 'https://timeline.example' }),
  second: site('second', 4503, { CONTENT_DIR: 'tests/fixtures/second-story' }),
  rtl: site('rtl', 4504, { CONTENT_DIR: 'tests/fixtures/rtl-story' }),
};

function site(name: string, port: number, environment: Record<string, string>): Site {
  const base = environment.BASE_PATH === undefined ? '/' : `${environment.BASE_PATH}/`;
  return {
    name,
    environment,
    folder: `.cache/sites/${name}`,
    port,
    base,
    origin: environment.SITE_URL,
  };
}

/** The address of a page of a served site. */
export function addressOf({ port, base }: Site, path = ''): string {
  return `http://localhost:${String(port)}${base}${path}`;
}

/** All HTML pages of a built site: path inside its folder, and text. */
export async function pagesOf({ folder }: Site): Promise<{ path: string; html: string }[]> {
  const files = await readdir(folder, { recursive: true });
  const paths = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(sep).join('/'))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({ path, html: await readFile(join(folder, path), 'utf8') })),
  );
}
