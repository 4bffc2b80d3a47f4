import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axisOf, rangeOf } from './support/axis.ts';
import {
  button,
  countInChart,
  DISABLED,
  CONTROLS,
  DESK,
  listed,
  mark,
  openView,
  parameters,
  part,
  sharedBrowser,
  sharedPage,
  soon,
  WORDS,
} from './support/explorer.ts';
import { addressOf, SITES } from './support/sites.ts';
import { readStory } from './support/story.ts';

const { events } = await readStory();
const DAY = 86_400_000;
const SLUG = 'svr-first-statement';
const ORIGIN = new URL(addressOf(SITES.root)).origin;

const browser = sharedBrowser();
const currentPage = sharedPage(browser);

/** All that a reader sees of a view. */
async function seen(page: Page) {
  // The choices are made when they are first asked for.
  await page.locator('.filters').evaluate((filters: HTMLDetailsElement) => {
    filters.open = true;
  });
  await page.locator('input[name=actors]').first().waitFor();
  return page.locator('timeline-chart').evaluate((root: HTMLElement) => {
    const form = new FormData(root.querySelector('form') ?? undefined);
    const marks = [...root.querySelectorAll<SVGElement>('.plot .mark')];
    return {
      address: location.search,
      form: [...form].map(([name, value]) => [name, value]),
      mode: root.dataset.mode ?? 'chart',
      marks: marks.map((mark) => `${mark.dataset.key ?? ''} ${mark.getAttribute('x') ?? ''}`),
      lanes: [...root.querySelectorAll('.lane-name')].map((name) => name.textContent),
      listed: [...root.querySelectorAll('#events li:not([hidden])')].map(({ id }) => id),
      title: root.querySelector('[data-part=card]:not([hidden]) h2')?.textContent,
    };
  });
}

const EVERYTHING =
  '?from=2025-04-01&to=2025-07-31&scale=true&group=actor&kind=allegation,denial,statement' +
  `&actor=svr,aleksandar-vucic&source=euronews-2025-05-30&disagree=1&q=ammunition&event=${SLUG}`;

describe('a link', () => {
  test('restores every part of a view, and so does loading it again', async () => {
    const page = currentPage();
    await openView(page, EVERYTHING);
    const title = part(page, 'card').locator('h2');
    await soon(() => title.textContent()).toBe(events.find(({ slug }) => slug === SLUG)?.title);
    await soon(async () => (await listed(page)).length).toBeLessThan(20);
    const first = await seen(page);
    expect(first.address).toBe(EVERYTHING);
    expect(first.form).toEqual([
      ['q', 'ammunition'],
      ['grouping', 'actor'],
      ['scale', 'true'],
      ...['allegation', 'denial', 'statement'].map((kind) => ['kinds', kind]),
      ['disagree', '1'],
      ...['aleksandar-vucic', 'svr'].map((actor) => ['actors', actor]),
      ['sources', 'euronews-2025-05-30'],
    ]);
    rangeOf(await axisOf(page)).forEach((instant, index) => {
      const expected = [Date.UTC(2025, 3, 1), Date.UTC(2025, 7, 1)][index] ?? NaN;
      expect(Math.abs(instant - expected)).toBeLessThan(DAY);
    });
    expect(first.lanes).toContain('SVR');
    expect(first.listed).toContain(`event-${SLUG}`);
    expect(await part(page, 'notice').textContent()).toBe('');
    await page.reload();
    await soon(() => seen(page)).toEqual(first);
  });

  test.each([
    ['show=table', '.event-table'],
    [`show=reading&event=${SLUG}`, '[data-part=card]'],
  ])('with %s shows that', async (query, selector) => {
    const page = currentPage();
    await openView(page, `?${query}`);
    await soon(() => page.locator(selector).isVisible()).toBe(true);
    expect(await page.locator('.plot').isVisible()).toBe(false);
    expect(new URL(page.url()).search).toBe(`?${query}`);
  });

  test('to a part of the story shows no other part, even where it reaches beyond', async () => {
    const page = currentPage();
    await openView(page, '?scale=true&from=2020-01-01&to=2023-12-31');
    const [, to] = rangeOf(await axisOf(page));
    expect(Math.abs(to - Date.UTC(2024, 0))).toBeLessThan(DAY);
    await openView(page, '?from=2025-06-01&to=2035-01-01');
    const expected = events.filter(({ date }) => date.latest >= Date.UTC(2025, 5));
    expect(await countInChart(page)).toBe(expected.length);
  });

  test('with nonsense in it shows the rest, and names what it left out', async () => {
    const page = currentPage();
    const nonsense = ['scale=log', 'kind=rumour', 'event=nobody', 'from=yesterday', 'show=slides'];
    await openView(page, `?${nonsense.join('&')}&kind=leak&utm_source=x&group=none`);
    const notice = part(page, 'notice');
    expect(await notice.isVisible()).toBe(true);
    for (const one of nonsense) expect(await notice.textContent()).toContain(one);
    expect(await notice.textContent()).not.toContain('utm_source');
    expect(await listed(page)).toEqual(
      events.filter(({ kind }) => kind === 'leak').map(({ slug }) => slug),
    );
    expect(await page.locator('.lane-name').allTextContents()).toEqual(['']);
  });
});

test('a link to a time far from the story shows all of it, and says so', async () => {
  const page = currentPage();
  await openView(page, '?from=2040-01-01&to=2041-01-01');
  expect(await part(page, 'notice').textContent()).toContain('from=2040-01-01');
  expect(await countInChart(page)).toBe(events.length);
});

describe('back and forward', () => {
  test('return to what was selected, shown and filtered', async () => {
    const page = currentPage();
    await openView(page, '?kind=allegation');
    const start = await seen(page);
    await mark(page, SLUG).click();
    await page.locator('[data-part=card]:not([aria-busy]) h2').waitFor();
    const selected = await seen(page);
    await button(page, 'close').click();
    await button(page, 'table').click();
    const table = await seen(page);
    await button(page, 'clear').click();
    await soon(() => parameters(page)).toEqual({ show: 'table' });
    for (const expected of [table, start, selected, start]) {
      await page.goBack();
      await soon(() => seen(page)).toEqual(expected);
    }
    for (const expected of [selected, start, table]) {
      await page.goForward();
      await soon(() => seen(page)).toEqual(expected);
    }
  });

  test('take filters, lanes and scale back one by one', async () => {
    const page = currentPage();
    await openView(page);
    await page.locator('input[name=kinds]').first().check();
    await page.locator('select[name=grouping]').selectOption('none');
    expect(Object.keys(parameters(page)).sort()).toEqual(['group', 'kind']);
    await page.goBack();
    await soon(() => Object.keys(parameters(page))).toEqual(['kind']);
    await page.goBack();
    await soon(() => parameters(page)).toEqual({});
    expect(await page.locator('input[name=kinds]').first().isChecked()).toBe(false);
  });

  test('take a search back from its field, which has the focus', async () => {
    const page = currentPage();
    await openView(page, '?q=leaked');
    const field = page.getByRole('searchbox', { name: CONTROLS.search });
    await field.focus();
    await button(page, 'clear').click();
    await page.goBack();
    await soon(() => field.inputValue()).toBe('leaked');
  });

  test('take a jump back: into a cluster, and to everything', async () => {
    const page = currentPage();
    await openView(page);
    const cluster = page.locator('.mark:has(.count) a').first();
    await cluster.press('Enter');
    await soon(() => parameters(page).from).toBeTruthy();
    const near = parameters(page);
    await button(page, 'everything').click();
    await soon(() => parameters(page)).toEqual({});
    await page.goBack();
    await soon(() => parameters(page)).toEqual(near);
    await page.goBack();
    await soon(() => parameters(page)).toEqual({});
    await soon(() => countInChart(page)).toBe(events.length);
  });

  test('need no step for a move in time or a letter of a search', async () => {
    const page = currentPage();
    await page.goto('about:blank');
    await openView(page);
    const length = await page.evaluate(() => history.length);
    // Where everything is in sight, this is no jump.
    await button(page, 'everything').click(DISABLED);
    await button(page, 'zoom-in').click();
    await soon(() => parameters(page).from).toBeTruthy();
    await page.getByRole('searchbox', { name: CONTROLS.search }).pressSequentially('svr');
    await soon(() => parameters(page).q).toBe('svr');
    expect(await page.evaluate(() => history.length)).toBe(length);
  });

  test('return from an event’s page to the view that one left', async () => {
    const page = currentPage();
    await openView(page, `?kind=allegation&event=${SLUG}`);
    await soon(async () => (await seen(page)).title).toBeTruthy();
    const left = await seen(page);
    await part(page, 'card').locator('a[href*="/sources/"]').first().click();
    await page.waitForURL('**/sources/**');
    await page.goBack();
    await soon(() => seen(page)).toEqual(left);
  });

  test('a place in the card leads there, and the card stays', async () => {
    const page = currentPage();
    await openView(page, `?event=${SLUG}`);
    await part(page, 'card').locator('.citation').first().click();
    expect(new URL(page.url()).hash).toMatch(/^#source-/);
    expect(await page.locator('.source-list li:target').isVisible()).toBe(true);
    expect(parameters(page).event).toBe(SLUG);
  });
});

describe('sharing', () => {
  async function withPage(
    prepare: (page: Page) => Promise<unknown>,
    run: (page: Page) => Promise<void>,
  ) {
    const context = await browser().newContext(DESK);
    const page = await context.newPage();
    await prepare(page);
    await openView(page, '?scale=true');
    await run(page);
    await context.close();
  }

  const noShare = (page: Page) =>
    page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', { value: undefined });
    });

  test('copies the link to this very view', async () => {
    await withPage(noShare, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], {
        origin: ORIGIN,
      });
      // At once, before the address has followed the move.
      await button(page, 'zoom-in').click();
      await button(page, 'share').click();
      await soon(() => part(page, 'notice').textContent()).toBe(WORDS.linkCopied);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(page.url());
      expect(copied).toMatch(/\?from=.+&to=.+&scale=true$/);
    });
  });

  test('shows the link where it cannot be copied', async () => {
    await withPage(noShare, async (page) => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
      });
      await button(page, 'share').click();
      await soon(() => part(page, 'notice').textContent()).toBe(`${WORDS.linkShown} ${page.url()}`);
    });
  });

  test('is left to the system where that can share', async () => {
    const prepare = (page: Page) =>
      page.addInitScript(() => {
        Object.defineProperty(navigator, 'share', {
          value: (data: ShareData) => {
            document.documentElement.dataset.shared = data.url ?? '';
            return Promise.resolve();
          },
        });
      });
    await withPage(prepare, async (page) => {
      await button(page, 'share').click();
      await soon(() => page.locator('html').getAttribute('data-shared')).toBe(page.url());
      expect(await part(page, 'notice').textContent()).toBe('');
    });
  });
});
