import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { knownPoints } from '../src/exports/dates.ts';
import { publish } from '../src/exports/publication.test-support.ts';
import { timelineJsCsv } from '../src/exports/timelinejs-csv.ts';
import { timelineJs } from '../src/exports/timelinejs.ts';
import { readFolder } from '../src/model/folder.ts';
import { claimsOf } from '../src/model/relations.ts';
import { stringsFor } from '../src/site/strings.ts';
import { DATA_FILES } from '../src/site/strings/data.ts';
import { violations } from './support/axe.ts';
import { visit } from './support/browser.ts';
import { sharedBrowser } from './support/explorer.ts';
import { addressOf, SITES, type Site } from './support/sites.ts';
import { serveTimelineJs } from './support/timelinejs.ts';

const { cite: CITE } = stringsFor('en').data;

const browser = sharedBrowser();

/** A file of a built site. */
function read(site: Site, path: string): Promise<string> {
  return readFile(join(site.folder, path), 'utf8');
}

/** The timeline that a site was built from. */
async function storyOf({ environment }: Site) {
  const reading = await readFolder(environment.CONTENT_DIR ?? 'content');
  if (!reading.ok) throw new Error('the content has problems');
  return reading.timeline;
}

describe.each(Object.values(SITES))('of the site "$name"', (site) => {
  let timelineJs: Awaited<ReturnType<typeof serveTimelineJs>>;
  beforeAll(async () => {
    timelineJs = await serveTimelineJs(site.folder);
  });
  afterAll(() => timelineJs.server.close());

  test.each(['timelinejs.json', 'timelinejs.csv'])(
    'TimelineJS shows %s without an error, a slide for each event',
    async (file) => {
      const { events, settings } = await storyOf(site);
      const context = await browser().newContext();
      const { page, mishaps } = await visit(context, `${timelineJs.origin}/?source=/data/${file}`);
      await page.locator('.tl-slide').nth(events.length).waitFor({ state: 'attached' });
      expect(await page.locator('.tl-slide').count()).toBe(events.length + 1);
      const headlines = await page.locator('.tl-slide h2.tl-headline').allTextContents();
      expect(headlines.map(oneLine).sort()).toEqual(
        [settings.title, ...events.map(({ title }) => title)].map(oneLine).sort(),
      );
      expect(await page.evaluate('timeline.config.getErrors()')).toEqual([]);
      expect(mishaps).toEqual({ console: [], requests: [] });
      await context.close();
    },
  );

  test('its JSON Schema takes its events', async () => {
    const schema = z.fromJSONSchema(
      JSON.parse(await read(site, 'data/events.schema.json')) as z.core.JSONSchema.JSONSchema,
    );
    const data: unknown = JSON.parse(await read(site, 'data/events.json'));
    expect(schema.safeParse(data).error?.issues).toBeUndefined();
    expect(data).toMatchObject({
      events: (await storyOf(site)).events.map(({ slug }) => ({ slug })),
    });
  });

  test('parsers that know nothing of us find every event, claim and source', async () => {
    const timeline = await storyOf(site);
    const rows = async (file: string) =>
      Papa.parse(await read(site, `data/${file}`), { header: true, skipEmptyLines: true }).data;
    expect(await rows('events.csv')).toHaveLength(timeline.events.length);
    expect(await rows('claims.csv')).toHaveLength(claimsOf(timeline).length);
    const { entries, errors } = parseBibtex(await read(site, 'data/sources.bib'));
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key)).toEqual(timeline.sources.map(({ id }) => id));
    const records = (await read(site, 'data/sources.ris')).match(/^ER {2}- $/gm) ?? [];
    expect(records).toHaveLength(timeline.sources.length);
    const calendar = new ICAL.Component(
      ICAL.parse(await read(site, 'data/events.ics')) as unknown[],
    );
    const writable = timeline.events.filter(({ date }) =>
      knownPoints(date).every(({ earliest }) => earliest >= YEAR_ONE),
    );
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(writable.length);
  });

  test('the page of data leads to every file, and tells programs what it is', async () => {
    const { document } = parseHTML(await read(site, 'data/index.html'));
    const links = [...document.querySelectorAll('a[download]')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual(DATA_FILES.map((file) => `${site.base}data/${file}`));
    const described: unknown = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    );
    const { settings } = await storyOf(site);
    expect(described).toMatchObject({
      '@type': 'Dataset',
      name: settings.title,
      license: settings.licence.url,
      dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    });
    const whole = DATA_FILES.map((file) => ({
      contentUrl: `${site.origin ?? ''}${site.base}data/${file}`,
    }));
    if (site.origin !== undefined) expect(described).toMatchObject({ distribution: whole });
    else expect(described).not.toHaveProperty('distribution');
  });

  test('no address in it is a path that leads nowhere elsewhere', async () => {
    for (const file of DATA_FILES) {
      const text = await read(site, `data/${file}`);
      expect({
        file,
        path: /["'(\s:](?:\/some\/base)?\/(?:events|sources|data)\//.exec(text)?.[0],
      }).toEqual({
        file,
        path: undefined,
      });
      if (site.origin !== undefined && file === 'events.csv')
        expect(text).toContain(`${site.origin}${site.base}events/`);
    }
  });
});

test('TimelineJS shows hostile text as text, and runs nothing of it', async () => {
  const timeline = await storyOf(SITES.second);
  const { settings, events } = timeline;
  const hostile = publish({
    ...timeline,
    settings: {
      ...settings,
      title: HOSTILE,
      kinds: settings.kinds.map((kind) => ({ ...kind, plural: HOSTILE })),
    },
    events: events.map((event) => ({ ...event, title: HOSTILE, summary: HOSTILE })),
  });
  const folder = await mkdtemp(join(tmpdir(), 'timelinejs-'));
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data/hostile.json'), JSON.stringify(timelineJs(hostile)));
  await writeFile(join(folder, 'data/hostile.csv'), timelineJsCsv(hostile));
  const { server, origin } = await serveTimelineJs(folder);
  for (const file of ['hostile.json', 'hostile.csv']) {
    const context = await browser().newContext();
    const { page, mishaps } = await visit(context, `${origin}/?source=/data/${file}`);
    await page.locator('.tl-slide').nth(events.length).waitFor({ state: 'attached' });
    await page.locator('.tl-timegroup-message').first().waitFor({ state: 'attached' });
    const shown = await page.locator('h2.tl-headline, .tl-timegroup-message').allTextContents();
    expect(new Set(shown.map(oneLine))).toEqual(new Set([HOSTILE]));
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(mishaps).toEqual({ console: [], requests: [] });
    await context.close();
  }
  server.close();
  await rm(folder, { recursive: true });
});

const HOSTILE = '<img src="x" onerror="ran = 1"> &lt;img src="x" onerror="ran = 1"&gt; =1+1';

const YEAR_ONE = Date.parse('0001-01-01T00:00Z');

describe('a citation', () => {
  test('of every event, with its claims, and of every source lies beside its page', async () => {
    const timeline = await storyOf(SITES.root);
    for (const { slug, claims } of timeline.events) {
      const items = JSON.parse(await read(SITES.root, `events/${slug}/cite.json`)) as unknown;
      expect(items).toMatchObject(
        [slug, ...claims.map(({ id }) => `${slug}:${id}`)].map((id) => ({ id })),
      );
      const { entries, errors } = parseBibtex(await read(SITES.root, `events/${slug}/cite.bib`));
      expect([entries.length, errors]).toEqual([claims.length + 1, []]);
    }
    for (const { id } of timeline.sources) {
      const { entries, errors } = parseBibtex(await read(SITES.root, `sources/${id}/cite.bib`));
      expect([entries.map(({ key }) => key), errors]).toEqual([[id], []]);
      expect(await read(SITES.root, `sources/${id}/cite.ris`)).toContain(`ID  - ${id}\r\n`);
    }
  });

  test('names who wrote a source and when only where that is known', async () => {
    const items = JSON.parse(await read(SITES.second, 'data/sources.json')) as { id: string }[];
    expect(items.find(({ id }) => id === 'gazette-1950')).toEqual({
      id: 'gazette-1950',
      type: 'article-newspaper',
      title: 'Eine Brücke für „Exampleton“ & Umgebung',
      language: 'de',
    });
  });
});

/** Opens the citations of an event as a reader of the keyboard would. */
async function openCite(permissions: string[], javaScriptEnabled = true) {
  const context = await browser().newContext({ permissions, javaScriptEnabled });
  const { page, mishaps } = await visit(context, addressOf(SITES.based, EVENT));
  const cite = page.locator('details.cite');
  await cite.locator('summary').press('Enter');
  return { context, page, cite, mishaps };
}

const EVENT = 'events/vucic-first-visit-to-ukraine/';

describe('the citations on a page', () => {
  test('are copied as they stand', async () => {
    const { context, page, cite, mishaps } = await openCite(['clipboard-read', 'clipboard-write']);
    for (const format of [CITE.text, 'BibTeX', 'RIS', 'CSL-JSON']) {
      const block = cite.locator('.format', { has: page.getByRole('heading', { name: format }) });
      await block.getByRole('button').click();
      await block.getByText(CITE.copied).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await block.locator('pre').textContent());
    }
    expect(await violations(page)).toEqual([]);
    expect(mishaps).toEqual({ console: [], requests: [] });
    await context.close();
  });

  test('are selected where the browser refuses the clipboard', async () => {
    const { context, page, cite } = await openCite([]);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await cite.getByRole('button', { name: 'BibTeX' }).click();
    await cite.getByText(CITE.refused).waitFor();
    const selected = await page.evaluate(() => getSelection()?.toString());
    expect(selected).toContain('@online{');
    await context.close();
  });

  test('can be read, and had as files, without JavaScript', async () => {
    const { context, page, cite } = await openCite([], false);
    expect(await cite.getByRole('button').count()).toBe(0);
    expect(await cite.locator('pre').first().isVisible()).toBe(true);
    const downloads = page.waitForEvent('download');
    await cite.getByRole('link', { name: 'RIS' }).click();
    expect((await downloads).suggestedFilename()).toMatch(/\.ris$/);
    await context.close();
  });
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
