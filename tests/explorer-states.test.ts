import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import {
  button,
  CONTROLS,
  DESK,
  mark,
  openView,
  sharedBrowser,
  sharedPage,
} from './support/explorer.ts';

const SLUG = 'svr-first-statement';
const browser = sharedBrowser();

const heading = (page: Page) => page.locator('[data-part=card]:not([aria-busy]) h2');
const open = (name: string) => (page: Page) => page.getByText(name, { exact: true }).click();

/** The states that a reader can bring the page into, and how. */
const STATES: [state: string, query: string, act: (page: Page) => Promise<void>][] = [
  [
    'the card of an event, beside a mark that has the focus',
    `?event=${SLUG}`,
    async (page) => {
      await heading(page).waitFor();
      await mark(page, SLUG).focus();
    },
  ],
  ['the filters', '?disagree=1&kind=allegation', open(CONTROLS.filters)],
  ['the help', '', open(CONTROLS.help)],
  ['reading in order', `?show=reading&event=${SLUG}`, (page) => heading(page).waitFor()],
  ['the table', '?show=table', (page) => page.locator('.event-table a').first().waitFor()],
  [
    'a part of the story by actor, with a link that meant nothing',
    '?group=actor&from=2025-05-01&to=2025-06-30&scale=log',
    async (page) => {
      await button(page, 'zoom-in').focus();
    },
  ],
];

describe.each([360, 1280])('at %i px', (width) => {
  const currentPage = sharedPage(browser, { ...DESK, viewport: { width, height: 1000 } });

  test.each(STATES)(
    '%s is accessible in both themes, and nothing is cut off',
    async (_, query, act) => {
      const page = currentPage();
      await page.emulateMedia({ colorScheme: 'light' });
      await openView(page, query);
      await act(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await violations(page)).toEqual([]);
      // The theme changes no more than colours.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, ['cat.color'])).toEqual([]);
    },
  );

  test('targets are large enough, and text is', async () => {
    const page = currentPage();
    await openView(page, `?event=${SLUG}`);
    await open(CONTROLS.filters)(page);
    await heading(page).waitFor();
    const faults = await page.locator('timeline-chart').evaluate((root) => {
      const small = [
        ...root.querySelectorAll('button, select, summary, .mark .target, .choices label'),
      ]
        .filter((one) => one.checkVisibility() && !one.matches('.visually-hidden'))
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < 23.9);
      const words = [
        ...root.querySelectorAll('text, p, a, button, label, legend, td, th, span, dt'),
      ]
        .filter((one) => one.textContent !== '' && one.checkVisibility())
        .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 12);
      return [...small.map(({ one }) => one), ...words].map((one) => one.outerHTML.slice(0, 120));
    });
    expect(faults).toEqual([]);
  });
});

describe('at 320 px', () => {
  const currentPage = sharedPage(browser, { ...DESK, viewport: { width: 320, height: 800 } });

  test.each(STATES)('%s is not cut off', async (_, query, act) => {
    const page = currentPage();
    await openView(page, query);
    await act(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test('text twice as large at 320 px needs no scrolling sideways', async () => {
  const context = await browser().newContext({ ...DESK, viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await openView(page);
  const cutOff = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(cutOff).toBe(320);
  const boxes = await Promise.all(
    ['.brand', '.theme'].map((selector) => page.locator(selector).boundingBox()),
  );
  const [brand, theme] = boxes.map((box) => box ?? { x: NaN, y: NaN, width: NaN, height: NaN });
  if (!brand || !theme) throw new Error('the page has no head');
  expect(theme.y >= brand.y + brand.height - 1 || theme.x >= brand.x + brand.width).toBe(true);
  await context.close();
});
