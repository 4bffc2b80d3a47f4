import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { pagesOf, SITES, type Site } from './support/sites.ts';

/** Every attribute of the markup that holds an address. */
const ADDRESSES = ['href', 'src', 'srcset', 'action', 'poster'];

interface Link {
  page: string;
  target: string;
}

describe.each(Object.values(SITES))('the site "$name"', (site) => {
  test('leads nowhere that does not exist, and stays below its base', async () => {
    const pages = await pagesOf(site);
    const ids = new Map(pages.map(({ path, html }) => [path, idsOf(html)]));
    const links = pages.flatMap(({ path, html }) =>
      linksOf(html).map((target) => ({ page: path, target })),
    );
    expect(links.length).toBeGreaterThan(pages.length * 5);
    const faults = await Promise.all(links.map((link) => faultOf(link, site, ids)));
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });

  test('has no address of another site in its styles', async () => {
    const files = await readdir(site.folder, { recursive: true });
    const styles = files.filter((file) => file.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(0);
    for (const file of styles) {
      const css = await readFile(join(site.folder, file), 'utf8');
      expect(css.match(/url\((?!["']?(?:data:|\/|#))[^)]*\)|@import[^;]*/g) ?? []).toEqual([]);
    }
  });

  test('names its own address only where it knows it', async () => {
    for (const { path, html } of await pagesOf(site)) {
      const canonical = parseHTML(html)
        .document.querySelector('link[rel=canonical]')
        ?.getAttribute('href');
      // What stands in a frame is a page of the site once more.
      if (path.startsWith('embed/') && path !== 'embed/builder/index.html') {
        expect(canonical ?? '').not.toContain('/embed/');
        continue;
      }
      const own = path.replace(/index\.html$/, '');
      const expected = path === '404.html' ? undefined : site.origin;
      expect(canonical ?? undefined).toBe(expected && `${expected}${site.base}${own}`);
    }
  });
});

function idsOf(html: string): Set<string> {
  return new Set([...parseHTML(html).document.querySelectorAll('[id]')].map(({ id }) => id));
}

function linksOf(html: string): string[] {
  const { document } = parseHTML(html);
  return ADDRESSES.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]:not([rel=icon][href^="data:"])`)].map(
      (element) => element.getAttribute(name) ?? '',
    ),
  );
}

/** What is wrong with a link of the site to itself; links to the web are not followed. */
async function faultOf(
  { page, target }: Link,
  site: Site,
  ids: Map<string, Set<string>>,
): Promise<string | undefined> {
  const here = new URL(
    `${site.base}${page.replace(/index\.html$/, '')}`,
    site.origin ?? 'http://own.example',
  );
  const url = new URL(target, here);
  if (url.origin !== here.origin)
    return url.protocol.startsWith('http') ? undefined : `${page}: ${target}`;
  if (!url.pathname.startsWith(site.base)) return `${page}: ${target} leaves ${site.base}`;
  const path = decodeURIComponent(url.pathname.slice(site.base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const exists = await access(join(site.folder, file)).then(
    () => true,
    () => false,
  );
  if (!exists) return `${page}: ${target} leads to no file`;
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment !== '' && !ids.get(file)?.has(fragment))
    return `${page}: ${target} leads to no such place`;
  return undefined;
}
