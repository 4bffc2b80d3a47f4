import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { stringsFor } from '../src/site/strings.ts';
import { button, openView, sharedBrowser, sharedPage, WORDS } from './support/explorer.ts';
import { addressOf, SITES, type Site } from './support/sites.ts';
import { readStory } from './support/story.ts';

const SIZES: Record<string, { width: number; height: number }> = {
  card: { width: 1200, height: 630 },
  wide: { width: 1600, height: 900 },
};
const PAPER = { light: [252, 251, 248], dark: [23, 24, 27] };

/** Paths of a site's pictures that end so, below its folder. */
async function picturesOf({ folder }: Site, ending: string): Promise<string[]> {
  const files = await readdir(join(folder, 'pictures'), { recursive: true });
  return files
    .map((file) => `pictures/${file.split(sep).join('/')}`)
    .filter((file) => file.endsWith(ending))
    .sort();
}

const sizeOf = (file: string) => SIZES[file.includes('.wide.') ? 'wide' : 'card'];
const themeOf = (file: string) => (file.includes('.dark.') ? 'dark' : 'light');

const browser = sharedBrowser();
const page = sharedPage(browser);

/** Opens a picture by itself, as markup that must be well-formed, and measures its text. */
async function linesIn(tab: Page, address: string) {
  await tab.goto(address);
  return tab.evaluate(async () => {
    await document.fonts.ready;
    const frame = document.documentElement.getBoundingClientRect();
    const texts = [...document.querySelectorAll('text')].filter((one) => one.textContent !== '');
    return texts.map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const isInside =
        left >= frame.left && top >= 0 && right <= frame.right && bottom <= frame.height;
      const isAside = text.closest('.plot') === null;
      return { text: text.textContent, isInside, isAside, left, right, top, bottom };
    });
  });
}

describe.each([SITES.based, SITES.second, SITES.rtl])(
  'the pictures of the site "$name"',
  (site) => {
    test('hold all their text, and no text beside the chart lies over another', async () => {
      const files = await picturesOf(site, '.light.svg');
      expect(files.length).toBeGreaterThan(4);
      for (const file of files) {
        const lines = await linesIn(page(), addressOf(site, file));
        expect(lines.length).toBeGreaterThan(3);
        expect({ file, outside: lines.filter(({ isInside }) => !isInside) }).toEqual({
          file,
          outside: [],
        });
        const aside = lines.filter(({ isAside }) => isAside);
        const pairs = aside.flatMap((a, index) =>
          aside
            .slice(index + 1)
            .filter((b) => a.left < b.right && b.left < a.right)
            // Letters fill less than the height of their line.
            .filter((b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 12)
            .map((b) => `${a.text} | ${b.text}`),
        );
        expect({ file, pairs }).toEqual({ file, pairs: [] });
      }
    });

    test('stand alone: they run, load and link nothing', async () => {
      for (const file of await picturesOf(site, '.svg')) {
        const svg = await readFile(join(site.folder, file), 'utf8');
        expect(svg).not.toMatch(/<script|href=|\son\w+=|url\((?!data:|#)|@import/);
      }
    });
  },
);

test('the story and each event have a picture in each theme and frame, told in words too', async () => {
  const { events, settings } = await readStory();
  const files = await picturesOf(SITES.based, '.svg');
  const subjects = ['story', ...events.map(({ slug }) => `events/${slug}`)];
  const variants = ['light', 'dark', 'wide.light', 'wide.dark'];
  for (const subject of subjects)
    for (const variant of variants) expect(files).toContain(`pictures/${subject}.${variant}.svg`);
  for (const { slug, title, summary } of events) {
    const svg = await readFile(`${SITES.based.folder}/pictures/events/${slug}.light.svg`, 'utf8');
    const { document } = parseHTML(svg);
    const root = document.querySelector('svg');
    expect(root?.getAttribute('role')).toBe('img');
    expect(root?.getAttribute('aria-label')).toContain(title);
    expect(root?.getAttribute('aria-label')).toContain(summary);
    const written = [...document.querySelectorAll('text.credit')].map((one) => one.textContent);
    expect(written).toContain(settings.licence.name);
    expect(written.join(' ')).toContain(`timeline.example/some/base/events/${slug}/`);
    expect(
      [...document.querySelectorAll('text.title')].map((one) => one.textContent).join(' '),
    ).toBe(title);
  }
});

test('a picture of an allegation that is denied shows who denies it', async () => {
  const { events, actors } = await readStory();
  const denials = events.flatMap(({ claims }) =>
    claims.filter(({ stance }) => stance === 'denies'),
  );
  const pairs = events.flatMap(({ slug, claims }) => {
    const denied = claims
      .filter(({ stance }) => stance === 'alleges')
      .flatMap(({ id }) => denials.filter((one) => one.respondsTo.includes(`${slug}#${id}`)));
    return denied.length > 0 ? [{ slug, by: new Set(denied.map((one) => one.by)) }] : [];
  });
  expect(pairs.length).toBeGreaterThan(0);
  const { denies } = stringsFor('en').stances;
  for (const { slug, by } of pairs) {
    const svg = await readFile(`${SITES.root.folder}/pictures/events/${slug}.light.svg`, 'utf8');
    const { document } = parseHTML(svg);
    const voices = [...document.querySelectorAll('text.voice')].map((one) => one.textContent);
    const names = actors.flatMap(({ id, name }) => (by.has(id) ? `${name} ${denies}` : []));
    expect({ slug, voices, shown: names.some((name) => voices.join(' ').includes(name)) }).toEqual({
      slug,
      voices,
      shown: true,
    });
  }
});

test('every PNG has the size and the paper of its name, and something on it', async () => {
  const files = await picturesOf(SITES.based, '.png');
  const drawings = await picturesOf(SITES.based, '.svg');
  expect(files.length).toBeGreaterThan(0);
  expect(files).toEqual(drawings.map((file) => file.replace('.svg', '.png')));
  await page().goto(addressOf(SITES.based, 'about/'));
  for (const file of files) {
    const decoded = await page().evaluate(
      async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const { naturalWidth: width, naturalHeight: height } = image;
        // Small is enough to see what is on it, and hundreds of them are looked at.
        const small = { width: width / 10, height: height / 10 };
        const canvas = Object.assign(document.createElement('canvas'), small);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context?.drawImage(image, 0, 0, small.width, small.height);
        const pixels = new Uint32Array(
          context?.getImageData(0, 0, small.width, small.height).data.buffer ?? new ArrayBuffer(),
        );
        const inked = pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length;
        const corner = [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
        return { width, height, inked, corner };
      },
      addressOf(SITES.based, file),
    );
    const { inked, ...rest } = decoded;
    expect({ file, ...rest }).toEqual({ file, ...sizeOf(file), corner: PAPER[themeOf(file)] });
    expect(inked).toBeGreaterThan(0.02);
  }
});

test('text that reads from right to left is drawn by browsers alone', async () => {
  expect(await picturesOf(SITES.rtl, '.png')).toEqual([]);
});

describe('where its origin is known, a page', () => {
  const { folder, base, origin = '' } = SITES.based;

  /** The file of the built site to which an address leads. */
  async function follow(address: string | null | undefined): Promise<Buffer> {
    expect(address?.startsWith(origin + base)).toBe(true);
    const { pathname } = new URL(address ?? '');
    const file = pathname.slice(base.length).replace(/(^|\/)$/, '$1index.html');
    return readFile(join(folder, file));
  }

  test.each(['index.html', 'events/*/index.html'])('%s has a preview and oEmbed', async (path) => {
    const [event] = (await readStory()).events;
    const html = await readFile(join(folder, path.replace('*', event?.slug ?? '')), 'utf8');
    const { document } = parseHTML(html);
    const meta = (name: string) =>
      document
        .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
        ?.getAttribute('content');
    expect((await follow(meta('og:image'))).subarray(1, 4).toString()).toBe('PNG');
    expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630']);
    expect(meta('og:image:alt')).toBeTruthy();
    expect(meta('twitter:card')).toBe('summary_large_image');

    const link = document.querySelector('link[type="application/json+oembed"]');
    // Hosts read only the beginning of a page.
    const place = html.indexOf('application/json+oembed');
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(15_000);
    expect(link?.getAttribute('title')).toBe(document.title);
    const described = JSON.parse(String(await follow(link?.getAttribute('href')))) as Record<
      string,
      string | number
    >;
    expect(described).toMatchObject({ type: 'rich', version: '1.0', provider_url: origin + base });
    expect(described.thumbnail_url).toBe(meta('og:image'));
    const frame = parseHTML(String(described.html)).document.querySelector('iframe');
    expect(frame?.getAttribute('width')).toBe(String(described.width));
    expect(frame?.getAttribute('height')).toBe(String(described.height));
    expect(String(await follow(frame?.getAttribute('src')))).toContain('<html');
  });

  test('every description leads to a page that stands in a frame', async () => {
    const files = (await readdir(join(folder, 'oembed'), { recursive: true })).filter((file) =>
      file.endsWith('.json'),
    );
    const { events } = await readStory();
    expect(files.length).toBeGreaterThan(events.length + 1);
    for (const file of files) {
      const { html, thumbnail_url: picture } = JSON.parse(
        await readFile(join(folder, 'oembed', file), 'utf8'),
      ) as Record<string, string>;
      const frame = parseHTML(html ?? '').document.querySelector('iframe');
      const framed = parseHTML(String(await follow(frame?.getAttribute('src')))).document;
      const link = framed.querySelector('link[type="application/json+oembed"]');
      expect(link?.getAttribute('href')).toBe(`${origin}${base}oembed/${file}`);
      await follow(picture);
    }
  });
});

test('where its origin is not known, a page claims neither', async () => {
  const html = await readFile(join(SITES.root.folder, 'index.html'), 'utf8');
  expect(html).not.toMatch(/og:image|oembed/);
  expect(await readdir(SITES.root.folder)).not.toContain('oembed');
});

describe('the view that a reader has', () => {
  async function saved(format: 'svg' | 'png'): Promise<Buffer> {
    const [download] = await Promise.all([
      page().waitForEvent('download'),
      button(page(), `save-${format}`).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
    return readFile(await download.path());
  }

  test('is saved as SVG with its filters, its title, its address and the licence', async () => {
    await openView(page(), '?disagree=1&group=none');
    const svg = String(await saved('svg'));
    const { events, settings } = await readStory();
    const shown = events.filter(({ discrepancies }) => discrepancies.length > 0).length;
    await page().goto('about:blank');
    await page().setContent(svg);
    const text = await page().locator('svg.picture').textContent();
    for (const part of [
      settings.title.split(' ')[0] ?? '',
      settings.licence.name,
      'disagree=1',
      WORDS.shown.replace('{shown}', String(shown)).replace('{all}', String(events.length)),
    ])
      expect(text).toContain(part);
    expect(svg).not.toMatch(/var\(|href=|url\((?!&quot;data:|"?data:|#)/);
  });

  test('is saved as PNG in the colours of its theme', async () => {
    await page().emulateMedia({ colorScheme: 'dark' });
    await openView(page());
    const png = await saved('png');
    const { width, height, corner } = await page().evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const corner = [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
      return { width: image.naturalWidth, height: image.naturalHeight, corner };
    }, png.toString('base64'));
    expect(width).toBe(1600);
    expect(height).toBeGreaterThan(400);
    expect(corner).toEqual(PAPER.dark);
  });
});
