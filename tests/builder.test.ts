import { readFile } from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMS, type Form } from '../src/site/builder/choices.ts';
import { stringsFor } from '../src/site/strings.ts';
import { violations } from './support/axe.ts';
import {
  button,
  CONTROLS,
  DESK,
  openView,
  parameters,
  part,
  sharedBrowser,
  sharedPage,
  soon,
} from './support/explorer.ts';
import { embedIn, serveHosts, type HostServer } from './support/hosts.ts';
import { addressOf, pagesOf, SITES, type Site } from './support/sites.ts';
import { readStory } from './support/story.ts';

const { builder: WORDS, theme: THEME } = stringsFor('en');
const { events, settings } = await readStory();
const SLUG = 'svr-second-statement';
const TITLE = events.find(({ slug }) => slug === SLUG)?.title ?? '';

const browser = sharedBrowser();
const currentPage = sharedPage(browser);

async function open(page: Page, query = '', site: Site = SITES.root): Promise<void> {
  await page.goto(addressOf(site, `embed/builder/${query}`));
  await page.locator('[data-part="builder"][data-live]').waitFor();
}

function preview(page: Page): FrameLocator {
  return page.frameLocator('.preview iframe');
}

function code(page: Page, form: Form): Promise<string> {
  return page.locator(`#code-${form} pre`).innerText();
}

function tab(page: Page, form: Form): Locator {
  return page.getByRole('tab', { name: WORDS.forms[form].name, exact: true });
}

/** The one element of that name in a code, as a parser of HTML reads it. */
function elementIn(html: string, name: string): Element {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const element = document.querySelector(name);
  if (!element) throw new Error(`there is no ${name} in ${html}`);
  return element;
}

/** The path of the page in the preview, and its parameters. */
function framed(page: Page) {
  const [, frame] = page.frames();
  if (!frame) throw new Error('the page holds no frame');
  const { pathname, searchParams } = new URL(frame.url());
  return { pathname, parameters: Object.fromEntries(searchParams) };
}

describe('what is chosen is in the preview, the code and the address', () => {
  test('the whole timeline at first', async () => {
    const page = currentPage();
    await open(page);
    const frame = page.locator('.preview iframe');
    expect(await frame.getAttribute('sandbox')).toBe('allow-scripts');
    await preview(page).getByRole('heading', { name: settings.title }).waitFor();
    const element = elementIn(await code(page, 'responsive'), 'sourced-timeline');
    expect(element.getAttribute('src')).toBe(addressOf(SITES.root, 'embed/'));
    expect(element.textContent).toBe(settings.title);
    expect(parameters(page)).toEqual({});
    // The frame became as tall as its content asked for, and the page says so.
    await soon(async () => Number(await frame.getAttribute('height'))).toBeGreaterThan(600);
    const height = await frame.getAttribute('height');
    expect(await part(page, 'size').innerText()).toContain(` × ${height ?? ''} `);
  });

  test('a window and filters', async () => {
    const page = currentPage();
    await open(page);
    await page.getByLabel(WORDS.from).fill('2025-05-01');
    // A window has two ends: the other is the story's.
    await soon(() => page.getByLabel(WORDS.to).inputValue()).not.toBe('');
    await page.getByLabel(WORDS.to).fill('2025-06-30');
    await page.getByText(WORDS.filters).click();
    await page.locator('input[name=kind][value=denial]').check();
    await page.getByLabel(CONTROLS.disagree).check();
    const chosen = { from: '2025-05-01', to: '2025-06-30', kind: 'denial', disagree: '1' };
    await soon(() => parameters(page)).toEqual(chosen);
    await soon(() => framed(page)).toEqual({ pathname: '/embed/', parameters: chosen });
    const shown = preview(page).locator('[data-part="shown"]');
    await soon(() => shown.textContent()).toMatch(/^\d of /);
    const { attributes } = elementIn(await code(page, 'responsive'), 'sourced-timeline');
    expect(Object.fromEntries([...attributes].map(({ name, value }) => [name, value]))).toEqual({
      src: addressOf(SITES.root, 'embed/'),
      ...chosen,
    });
  });

  test('one event, and the timeline once more as it was narrowed', async () => {
    const page = currentPage();
    await open(page, '?kind=denial');
    await page.getByLabel(WORDS.parts.event, { exact: true }).first().check();
    await page.locator('select[name=event]:visible').selectOption(SLUG);
    await preview(page).getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(parameters(page)).toEqual({ event: SLUG });
    const element = elementIn(await code(page, 'responsive'), 'sourced-timeline');
    expect(element.getAttribute('src')).toBe(addressOf(SITES.root, `embed/events/${SLUG}/`));
    expect(element.getAttribute('heights')).toMatch(/^0:\d+( \d+:\d+)+$/);
    expect(await code(page, 'oembed')).toBe(addressOf(SITES.root, `events/${SLUG}/`));
    await page.getByLabel(WORDS.parts.timeline, { exact: true }).first().check();
    await soon(() => parameters(page)).toEqual({ kind: 'denial' });
  });

  test('one exchange', async () => {
    const page = currentPage();
    await open(page);
    await page.getByLabel(WORDS.parts.exchange, { exact: true }).first().check();
    const select = page.locator('select[name=exchange]');
    await soon(() => framed(page)).toEqual({
      pathname: `/embed/exchanges/${await select.inputValue()}/`,
      parameters: {},
    });
    await preview(page).locator('.turns').waitFor();
    expect(parameters(page)).toEqual({ exchange: await select.inputValue() });
  });

  test('the look', async () => {
    const page = currentPage();
    await open(page, `?event=${SLUG}`);
    await page.getByLabel(THEME.dark, { exact: true }).check();
    await page.getByLabel(WORDS.plain).check();
    const root = preview(page).locator('html');
    await soon(() => root.getAttribute('data-theme')).toBe('dark');
    await soon(() => root.getAttribute('data-plain')).toBe('');
    const element = elementIn(await code(page, 'responsive'), 'sourced-timeline');
    expect(element.getAttribute('theme')).toBe('dark');
    expect(element.getAttribute('plain')).toBe('1');
  });

  test('the height of a fixed frame, and one that is too small is not taken', async () => {
    const page = currentPage();
    await open(page, '?as=iframe');
    const height = page.getByLabel(WORDS.height);
    await height.fill('480');
    await height.blur();
    await soon(() => page.locator('.preview iframe').getAttribute('height')).toBe('480');
    expect(elementIn(await code(page, 'iframe'), 'iframe').getAttribute('height')).toBe('480');
    await soon(() => framed(page)).toEqual({
      pathname: '/embed/',
      parameters: { height: 'fixed' },
    });
    await height.fill('50');
    await height.blur();
    await soon(() => part(page, 'notice').innerText()).toContain('200');
    expect(elementIn(await code(page, 'iframe'), 'iframe').getAttribute('height')).toBe('480');
    expect(parameters(page)).toEqual({ as: 'iframe', height: '480' });
  });

  test('a picture', async () => {
    const page = currentPage();
    await open(page, `?event=${SLUG}`);
    await tab(page, 'picture').click();
    await page.getByLabel(THEME.dark, { exact: true }).check();
    const image = page.locator('.preview img');
    const [source, alt] = [await image.getAttribute('src'), await image.getAttribute('alt')];
    expect(source).toContain('dark');
    expect(alt).toContain(TITLE);
    const element = elementIn(await code(page, 'picture'), 'a > img');
    expect(element.getAttribute('src')).toBe(addressOf(SITES.root, source?.slice(1)));
    expect(element.getAttribute('alt')).toBe(alt);
    expect(await page.locator('.preview iframe').isVisible()).toBe(false);
    await soon(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1200);
    expect(element.getAttribute('width')).toBe('1200');
  });

  test('an address for oEmbed leads to the view, and says that it shows everything', async () => {
    const page = currentPage();
    await open(page, '?kind=denial&as=oembed&theme=dark');
    expect(await code(page, 'oembed')).toBe(addressOf(SITES.root, '?kind=denial'));
    expect(await page.locator('#code-oembed .whole').innerText()).toBe(WORDS.whole);
    await soon(() => framed(page)).toEqual({ pathname: '/embed/', parameters: {} });
  });
});

describe('the address of the page', () => {
  const QUERY =
    '?from=2025-04-01T10:00Z&to=2025-07-31&group=actor&kind=allegation,denial&disagree=1&q=ammunition' +
    '&theme=dark&plain=1&transparent=1&as=iframe&height=480';

  const seen = (page: Page) =>
    page.locator('form').evaluate((form: HTMLFormElement) => [...new FormData(form)]);

  test('restores every choice, and no step leads anywhere else', async () => {
    const page = currentPage();
    await open(page, QUERY);
    expect(await part(page, 'notice').innerText()).toBe('');
    const chosen = await seen(page);
    expect(chosen).toEqual([
      ['as', 'iframe'],
      ['what', 'timeline'],
      ['from', '2025-04-01T10:00Z'],
      ['to', '2025-07-31'],
      ['q', 'ammunition'],
      ['disagree', '1'],
      ['kind', 'allegation'],
      ['kind', 'denial'],
      ['show', 'chart'],
      ['group', 'actor'],
      ['scale', 'shortened'],
      ['event', ''],
      ['theme', 'dark'],
      ['plain', '1'],
      ['transparent', '1'],
      ['height', '480'],
      ['picture', 'card'],
    ]);
    expect(await tab(page, 'iframe').getAttribute('aria-selected')).toBe('true');
    await page.getByLabel(WORDS.plain).uncheck();
    await soon(() => parameters(page).plain).toBe(undefined);
    await page.getByLabel(WORDS.plain).check();
    await soon(() => `?${page.url().split('?')[1] ?? ''}`).toBe(QUERY);
    await page.reload();
    await soon(() => seen(page)).toEqual(chosen);
  });

  test('is followed back and forth, one choice at a time', async () => {
    const page = currentPage();
    await open(page);
    await page.getByLabel(WORDS.parts.event, { exact: true }).first().check();
    await page.locator('select[name=event]:visible').selectOption(SLUG);
    await page.getByLabel(THEME.light, { exact: true }).check();
    await soon(() => parameters(page)).toEqual({ event: SLUG, theme: 'light' });
    await page.goBack();
    await soon(() => parameters(page)).toEqual({ event: SLUG });
    await preview(page).getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.goBack();
    await page.goBack();
    await soon(() => framed(page)).toEqual({ pathname: '/embed/', parameters: {} });
    expect(await page.getByLabel(WORDS.parts.timeline, { exact: true }).first().isChecked()).toBe(
      true,
    );
    await page.goForward();
    await page.goForward();
    await soon(() => framed(page)).toEqual({
      pathname: `/embed/events/${SLUG}/`,
      parameters: {},
    });
    expect(await page.locator('select[name=event]:visible').inputValue()).toBe(SLUG);
  });

  test('may hold nonsense, which is named and left out', async () => {
    const page = currentPage();
    await open(page, '?theme=pink&kind=denial,rumour&q="><script>alert(1)</script>');
    const notice = await part(page, 'notice').innerText();
    expect(notice).toContain('theme=pink');
    expect(notice).toContain('kind=rumour');
    const html = await code(page, 'iframe');
    const { searchParams } = new URL(elementIn(html, 'iframe').getAttribute('src') ?? '');
    expect(searchParams.get('q')).toBe('"><script>alert(1)</script>');
    expect(html).not.toContain('<script');
  });

  test('is what the links to it say', async () => {
    const page = currentPage();
    await openView(page, '?kind=denial&scale=true');
    await button(page, 'zoom-in').click();
    // At once, before the address has followed the move.
    await page.getByRole('link', { name: WORDS.link.view, exact: true }).click();
    await page.waitForURL('**/embed/builder/?**');
    expect(parameters(page)).toMatchObject({ kind: 'denial', scale: 'true' });
    expect(parameters(page).from).toBeTruthy();
    expect(await page.locator('input[name=kind][value=denial]').isChecked()).toBe(true);

    await page.goto(addressOf(SITES.root, 'claims/'));
    const link = page.getByRole('link', { name: WORDS.link.exchange }).first();
    const [, id] = (await link.getAttribute('href'))?.split('?exchange=') ?? [];
    await link.click();
    await preview(page).locator('.turns').waitFor();
    expect(await page.locator('select[name=exchange]').inputValue()).toBe(id);

    await page.goto(addressOf(SITES.root, `events/${SLUG}/`));
    await page.getByRole('link', { name: WORDS.link.event }).click();
    await preview(page).getByRole('heading', { level: 1, name: TITLE }).waitFor();
  });
});

describe('the keyboard', () => {
  const selected = (page: Page) =>
    page.evaluate(() => {
      const tab = document.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
      return document.activeElement === tab ? tab?.dataset.value : undefined;
    });

  test('chooses, moves through the tabs and copies', async () => {
    const page = currentPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(addressOf(SITES.root)).origin,
    });
    await open(page);
    await page.locator('input[name=what]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    const last = events.at(-1)?.slug ?? '';
    await soon(() => parameters(page)).toEqual({ event: last });
    await tab(page, 'responsive').focus();
    for (const [key, form] of [
      ['ArrowRight', 'iframe'],
      ['End', 'picture'],
      ['ArrowRight', 'responsive'],
      ['ArrowLeft', 'picture'],
      ['Home', 'responsive'],
      ['ArrowRight', 'iframe'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await selected(page)).toBe(form);
      expect(await page.getByRole('tabpanel').count()).toBe(1);
      expect(await page.locator(`#code-${form}`).isVisible()).toBe(true);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const status = page.locator('#code-iframe [role=status]');
    await soon(() => status.textContent()).toBe(WORDS.copied);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await code(page, 'iframe'));
    // What was said of one code does not stay beside another.
    await page.getByLabel(WORDS.plain).press('Space');
    await soon(() => status.textContent()).toBe('');
  });

  test('goes the way of the text where that runs from right to left', async () => {
    const page = currentPage();
    await open(page, '', SITES.rtl);
    await tab(page, 'responsive').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await selected(page)).toBe('iframe');
  });
});

test('only of the code that was copied last is it said', async () => {
  const page = currentPage();
  await open(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.resolve();
  });
  for (const form of ['responsive', 'oembed'] as const) {
    await tab(page, form).click();
    await page.locator(`#code-${form} button`).click();
    await soon(() => page.locator(`#code-${form} [role=status]`).textContent()).toBe(WORDS.copied);
  }
  expect(await page.locator('#code-responsive [role=status]').textContent()).toBe('');
});

test('a code that cannot be copied is selected', async () => {
  const page = currentPage();
  await open(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
  });
  await page.getByRole('button', { name: WORDS.copy }).first().click();
  await soon(() => page.locator('#code-responsive [role=status]').textContent()).toBe(
    WORDS.refused,
  );
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(
    await code(page, 'responsive'),
  );
});

describe('what is copied shows the chosen part in a page of somebody else', () => {
  let hosts: HostServer;
  beforeAll(async () => {
    hosts = await serveHosts();
  });
  afterAll(() => hosts.close());

  test.each(['responsive', 'iframe'] as const)('as "%s"', async (form) => {
    const page = currentPage();
    await open(page, `?event=${SLUG}&theme=dark`);
    hosts.put('page', await code(page, form));
    await page.goto(hosts.at('page'));
    const frame = await embedIn(page);
    expect(await frame.locator('h1').innerText()).toBe(TITLE);
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
  });
});

test.each([
  ['light', 360],
  ['light', 1280],
  ['dark', 360],
  ['dark', 1280],
] as const)('with all choices in sight it is accessible in %s at %i px', async (scheme, width) => {
  const context = await browser().newContext({
    ...DESK,
    viewport: { width, height: 900 },
    colorScheme: scheme,
  });
  const page = await context.newPage();
  for (const form of FORMS) {
    await open(page, `?as=${form}&kind=denial&theme=pink`);
    await page.locator('details').evaluateAll((all: HTMLDetailsElement[]) => {
      for (const one of all) one.open = true;
    });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await context.close();
});

test('without JavaScript the codes of the whole timeline are there, and what else there is', async () => {
  const context = await browser().newContext({ ...DESK, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(addressOf(SITES.based, 'embed/builder/'));
  for (const form of FORMS) expect(await page.locator(`#code-${form} pre`).isVisible()).toBe(true);
  expect(
    await page.locator('form, .preview, [role=tablist]').filter({ visible: true }).count(),
  ).toBe(0);
  const frame = elementIn(await code(page, 'iframe'), 'iframe');
  expect(frame.getAttribute('src')).toBe('https://timeline.example/some/base/embed/?height=fixed');
  await page.getByRole('link', { name: TITLE }).first().click();
  expect(new URL(page.url()).pathname).toBe(`/some/base/embed/events/${SLUG}/`);
  await context.close();
});

test('no other page may hold a frame', async () => {
  for (const { path, html } of await pagesOf(SITES.root)) {
    const expected = path === 'embed/builder/index.html';
    expect({ path, frames: html.includes('frame-src') }).toEqual({ path, frames: expected });
  }
  const html = await readFile(`${SITES.root.folder}/embed/builder/index.html`, 'utf8');
  expect(html).toContain("frame-src 'self'");
});
