import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { SITES } from './support/sites.ts';

const { folder } = SITES.root;
const KB = 1024;

const html = await readFile(join(folder, 'index.html'), 'utf8');
const { document } = parseHTML(html);

/** What a browser would fetch, or what stands in the page, with its weight as it is sent. */
interface Piece {
  name: string;
  bytes: number;
}

/** Fonts are compressed already. */
function weigh(name: string, content: string | Buffer): Piece {
  return {
    name,
    bytes: name.endsWith('.woff2') ? content.length : brotliCompressSync(content).length,
  };
}

async function weighFile(address: string): Promise<Piece> {
  return weigh(address, await readFile(join(folder, address)));
}

/** Expects pieces to weigh no more together; else every one is named with its weight. */
function expectAtMost(limit: number, pieces: readonly Piece[]): void {
  const sum = pieces.reduce((total, { bytes }) => total + bytes, 0);
  const list = pieces.map(({ name, bytes }) => `${bytes} bytes: ${name}`).join('\n');
  expect(sum, list).toBeLessThanOrEqual(limit);
}

function attributes(selector: string, name: string): string[] {
  const values = [...document.querySelectorAll(selector)].map((one) => one.getAttribute(name));
  return values.filter((value) => value !== null);
}

function inline(selector: string): Piece[] {
  const texts = [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
  return texts.map((text) => weigh(`in the page: ${text.slice(0, 40)}…`, text));
}

/** Adds a script and all that it imports at once; what it imports on demand comes later. */
async function withImports(address: string, seen: Set<string>): Promise<void> {
  if (seen.has(address)) return;
  seen.add(address);
  const script = await readFile(join(folder, address), 'utf8');
  for (const [, path = ''] of script.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
    await withImports(new URL(path, `http://own.example${address}`).pathname, seen);
}

test('the home page of the real story weighs at most 40 KB', () => {
  expectAtMost(40 * KB, [weigh('index.html', html)]);
});

test('its scripts weigh at most 32 KB before the search is used', async () => {
  const files = new Set<string>();
  const named = [...attributes('script', 'src'), ...attributes('link[rel=modulepreload]', 'href')];
  for (const address of named) await withImports(address, files);
  expect(files.size).toBeGreaterThan(0);
  const pieces = await Promise.all([...files].map(weighFile));
  const small = inline('script:not([src]):not([type="application/json"])');
  expect(small.length).toBeGreaterThan(0);
  expectAtMost(32 * KB, [...pieces, ...small]);
});

test('the search is no part of them', async () => {
  const files = await readdir(join(folder, '_astro'));
  const search = files.filter((file) => file.startsWith('search.') && file.endsWith('.js'));
  expect(search).toHaveLength(1);
  expect(html).not.toContain(search[0]);
});

test('its styles weigh at most 10 KB', async () => {
  const files = attributes('link[rel=stylesheet]', 'href');
  expect(files.length).toBeGreaterThan(0);
  expectAtMost(10 * KB, [...(await Promise.all(files.map(weighFile))), ...inline('style')]);
});

test('the fonts that it preloads and uses weigh at most 70 KB', async () => {
  const preloaded = attributes('link[rel=preload][as=font]', 'href');
  expect(preloaded.length).toBeGreaterThan(0);
  const files = new Set([...preloaded, ...fontsInUse()]);
  expectAtMost(70 * KB, await Promise.all([...files].map(weighFile)));
});

/** The faces whose letters stand in the text of the page; italics where it has any. */
function fontsInUse(): string[] {
  const rules = [...document.querySelectorAll('style')].map(({ textContent }) => textContent);
  const faces = rules.join('').match(/@font-face\{[^}]+\}/g) ?? [];
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const script of body.querySelectorAll('script')) script.remove();
  const letters = new Set(Array.from(body.textContent, (letter) => letter.codePointAt(0) ?? 0));
  const hasItalics = body.querySelector('em, i, cite, blockquote') !== null;
  return faces.flatMap((face) => {
    const [, address] = /url\("([^"]+\.woff2)"\)/.exec(face) ?? [];
    const ranges = [...face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(
      ([, first = '', last = first]) => [parseInt(first, 16), parseInt(last, 16)] as const,
    );
    const used = [...letters].some((letter) =>
      ranges.some(([first, last]) => letter >= first && letter <= last),
    );
    const italic = face.includes('font-style:italic');
    return address !== undefined && used && (hasItalics || !italic) ? [address] : [];
  });
}
