import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  button,
  DESK,
  focusedMark,
  mark,
  openView,
  parameters,
  part,
  sharedBrowser,
  sharedPage,
  soon,
} from './support/explorer.ts';
import { serveChart } from './support/serve-chart.ts';
import { readStory } from './support/story.ts';

/** The card beside the chart: what it may cover, where the focus goes, what a link to it restores. */

const SLUG = 'svr-first-statement';
const { events } = await readStory();
const titleOf = (slug: string) => events.find((event) => event.slug === slug)?.title;

const browser = sharedBrowser();
const currentPage = sharedPage(browser, { ...DESK, viewport: { width: 1280, height: 800 } });

const title = (page: Page) => part(page, 'card').locator('h2').textContent();

/** Whether the card lies over the middle of what has the focus. */
function coversFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const shown = focused?.querySelector('.target') ?? focused;
    const { left, top, width, height } = shown?.getBoundingClientRect() ?? new DOMRect();
    const there = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
    return there?.closest('[data-part=card]') !== null && !focused?.closest('[data-part=card]');
  });
}

describe.each([
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 360, height: 740 }],
])('on %s an open card', (_, viewport) => {
  test('never covers what has the focus', async () => {
    const context = await browser().newContext({ ...DESK, viewport });
    const page = await context.newPage();
    await openView(page, `?event=${SLUG}`);
    await soon(() => title(page)).toBe(titleOf(SLUG));
    await mark(page, SLUG).focus();
    const covered: string[] = [];
    const look = async () => {
      if (await coversFocus(page)) covered.push(await focusedMark(page));
    };
    await page.keyboard.press('Home');
    for (let step = 0; step < 20; step++) {
      await look();
      await page.keyboard.press('ArrowRight');
    }
    for (const name of ['read', 'share', 'zoom-in', 'save-png']) {
      await button(page, name).focus();
      await look();
    }
    expect(covered).toEqual([]);
    await context.close();
  });
});

describe('the card', () => {
  test('begins where an event begins, however far one has read in the last', async () => {
    const page = currentPage();
    await openView(page, `?event=${SLUG}`);
    await soon(() => title(page)).toBe(titleOf(SLUG));
    const scrolled = () => part(page, 'card').evaluate((card) => card.scrollTop);
    await part(page, 'card').evaluate((card) => {
      card.scrollTo(0, 300);
    });
    expect(await scrolled()).toBe(300);
    await button(page, 'next').click();
    await soon(scrolled).toBe(0);
  });

  test('stays on its side, and so do its buttons, as long as that covers no mark', async () => {
    const page = currentPage();
    await openView(page, `?event=${SLUG}`);
    await soon(() => title(page)).toBe(titleOf(SLUG));
    const place = async () => (await button(page, 'next').boundingBox())?.x;
    const first = await place();
    await button(page, 'next').click();
    await soon(() => parameters(page).event).not.toBe(SLUG);
    expect(await place()).toBe(first);
  });

  test('tells the event that was asked for while its text is on the way', async () => {
    const context = await browser().newContext(DESK);
    const page = await context.newPage();
    const [early, late] = [events[5]?.slug ?? '', events[8]?.slug ?? ''];
    const { promise, resolve } = Promise.withResolvers<undefined>();
    await page.route(`**/events/${early}/`, async (route) => {
      await promise;
      await route.continue();
    });
    await openView(page);
    await mark(page, early).press('Enter');
    const { label = titleOf(early) } = events[5] ?? {};
    await soon(() => title(page)).toBe(label);
    expect(await part(page, 'card').getAttribute('aria-busy')).toBe('true');
    await mark(page, late).press('Enter');
    await soon(() => title(page)).toBe(titleOf(late));
    const answered = page.waitForResponse(`**/events/${early}/`);
    resolve(undefined);
    await answered;
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await title(page)).toBe(titleOf(late));
    expect(await part(page, 'card').getAttribute('aria-busy')).toBeNull();
    await context.close();
  });

  test('leaves one step to go back, however far one walks with it', async () => {
    const page = currentPage();
    await openView(page, '?kind=denial');
    const before = await page.evaluate(() => history.length);
    await mark(page, 'dacic-denies-arms-supplies').press('Enter');
    for (let step = 0; step < 3; step++) await button(page, 'next').click();
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    await page.goBack();
    await soon(() => part(page, 'card').isVisible()).toBe(false);
    expect(parameters(page)).toEqual({ kind: 'denial' });
  });
});

describe('a link to an event', () => {
  test('keeps its window, though the event is outside of it', async () => {
    const page = currentPage();
    const window = { scale: 'true', from: '2023-01-01', to: '2023-06-30', event: SLUG };
    await openView(page, `?${new URLSearchParams(window).toString()}`);
    await soon(() => title(page)).toBe(titleOf(SLUG));
    expect(parameters(page)).toEqual(window);
    expect(await mark(page, SLUG).count()).toBe(0);
  });

  test('lets Escape close its card, though nothing has the focus', async () => {
    const page = currentPage();
    await openView(page, `?event=${SLUG}`);
    await soon(() => title(page)).toBe(titleOf(SLUG));
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await part(page, 'card').isVisible()).toBe(false);
    expect(await focusedMark(page)).toBe(SLUG);
  });

  test('opens what is in sight without moving the window', async () => {
    const page = currentPage();
    await openView(page, '?from=2025-11-03&to=2025-11-10');
    // It began long before, and stands at the edge.
    const pinned = page.locator('.plot .mark.beyond a').first();
    await pinned.press('Enter');
    await soon(() => parameters(page).event).toBeTruthy();
    expect(parameters(page).from).toBe('2025-11-03');
  });
});

describe('closing gives the focus back', () => {
  test('to the row of the table', async () => {
    const page = currentPage();
    await openView(page, '?show=table');
    const link = page.locator(`.event-table a[data-event="${SLUG}"]`);
    await link.press('Enter');
    await soon(() => title(page)).toBe(titleOf(SLUG));
    await page.keyboard.press('Escape');
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('to the chart where the filters leave the event out', async () => {
    const page = currentPage();
    await openView(page, `?kind=visit&event=${SLUG}`);
    await soon(() => title(page)).toBe(titleOf(SLUG));
    await part(page, 'card').focus();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.closest('.plot') !== null)).toBe(true);
  });
});

test('what a cluster holds has no previous and next, and goes when other events are asked for', async () => {
  const context = await browser().newContext(DESK);
  const page = await context.newPage();
  await serveChart(page, ({ input }) => {
    const at = Date.UTC(2025, 5, 1);
    input.events = input.events
      .slice(0, 30)
      .map((event) => ({ ...event, kind: 0, earliest: at, latest: at + 1, lasting: false }));
  });
  await openView(page);
  await page.locator('.plot .mark:has(.count) a').first().press('Enter');
  await soon(() => part(page, 'card').locator('.cluster-list li').count()).toBeGreaterThan(1);
  expect(await button(page, 'next').isVisible()).toBe(false);
  await page.locator('input[name=kinds]').first().check();
  expect(await part(page, 'card').isVisible()).toBe(false);
  await context.close();
});
