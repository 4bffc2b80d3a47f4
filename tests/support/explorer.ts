import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { stringsFor } from '../../src/site/strings.ts';
import { openBrowser } from './browser.ts';
import { addressOf, SITES, type Site } from './sites.ts';

/** The words of the interface, which tests look for. */
export const { controls: CONTROLS, chart: CHART, skipChart: SKIP_CHART } = stringsFor('en');
export const WORDS = CHART.words;

/** For clicks on what says that it is disabled, and can be clicked all the same. */
export const DISABLED = { force: true };

/** A desk: the whole chart is in sight, and moves are done at once. */
export const DESK = {
  viewport: { width: 1280, height: 1700 },
  reducedMotion: 'reduce',
} satisfies BrowserContextOptions;

/** One browser for the tests of a file. */
export function sharedBrowser(flags: readonly string[] = []): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(flags);
  });
  afterAll(() => browser.close());
  return () => browser;
}

/** One page for the tests of a file or block; none of them may make it complain. */
export function sharedPage(
  browser: () => Browser,
  options: BrowserContextOptions = DESK,
): () => Page {
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const context = await browser().newContext(options);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => page.context().close());
  return () => page;
}

/** Opens a view of the timeline, and waits for the script to have taken the chart over. */
export async function openView(page: Page, query = '', site: Site = SITES.root): Promise<void> {
  await page.goto(addressOf(site, query));
  await page.locator('timeline-chart[data-live]').waitFor({ state: 'attached' });
}

/** Changes the view as going back to it would, without loading the page again. */
export async function switchView(page: Page, query: string): Promise<void> {
  await page.evaluate((address) => {
    history.replaceState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);
}

/** Expects something of what will be so in a moment. */
export function soon<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 5000, interval: 25 });
}

/** A part of the explorer, by the name that its markup gives it. */
export function part(page: Page, name: string): Locator {
  return page.locator(`[data-part="${name}"]`);
}

/** A button of the explorer, by what it does. */
export function button(page: Page, action: string): Locator {
  return page.locator(`[data-do="${action}"]`);
}

/** The mark of an event, or of the cluster that it is the first of. */
export function mark(page: Page, event: string): Locator {
  return page.locator(`.plot .mark[data-key="${event}"] a`);
}

export interface ShownMark {
  key: string;
  /** How many events it stands for. */
  count: number;
  /** Centre of its symbol, in the window. */
  x: number;
  y: number;
}

export function marksOf(page: Page): Promise<ShownMark[]> {
  return page.locator('.plot .mark').evaluateAll((marks) =>
    marks.map((one) => {
      const { left, right, top, bottom } =
        one.querySelector('.target')?.getBoundingClientRect() ?? new DOMRect();
      return {
        key: one.getAttribute('data-key') ?? '',
        count: Number(one.querySelector('.count')?.textContent ?? 1),
        x: (left + right) / 2,
        y: (top + bottom) / 2,
      };
    }),
  );
}

/** How many events the marks of the chart stand for. */
export async function countInChart(page: Page): Promise<number> {
  return (await marksOf(page)).reduce((sum, { count }) => sum + count, 0);
}

/** Slugs of the events that the list shows. */
export function listed(page: Page): Promise<string[]> {
  return page
    .locator('#events li[id^="event-"]:visible')
    .evaluateAll((items) => items.map(({ id }) => id.replace('event-', '')));
}

/** The event whose mark has the focus; empty when something else has it. */
export function focusedMark(page: Page): Promise<string> {
  return page.evaluate(
    () => document.activeElement?.closest('.plot .mark')?.getAttribute('data-key') ?? '',
  );
}

/** The parameters of the address. */
export function parameters(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}
