import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  button,
  CONTROLS,
  countInChart,
  DESK,
  focusedMark,
  mark,
  marksOf,
  openView,
  parameters,
  part,
  sharedBrowser,
  sharedPage,
  SKIP_CHART,
  soon,
} from './support/explorer.ts';
import { readStory } from './support/story.ts';

const { events } = await readStory();
const SLUGS = events.map(({ slug }) => slug);

const currentPage = sharedPage(sharedBrowser());

/** Comes to the chart as a keyboard does: with Tab from the last button before it. */
async function tabToChart(page: Page): Promise<void> {
  await button(page, 'everything').focus();
  await page.keyboard.press('Tab');
  expect(await focusedMark(page)).not.toBe('');
}

/** What is wrong with the focus: that the chart has lost it, or that it is not in sight. */
function faultOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const mark = document.activeElement?.closest('.plot .mark');
    const target = mark?.querySelector('.target')?.getBoundingClientRect();
    if (!mark || !target) return `the focus is on ${document.activeElement?.tagName ?? 'nothing'}`;
    const { left, right, top, bottom } = target;
    const key = mark.getAttribute('data-key') ?? '';
    const isSeen = [top + 1, (top + bottom) / 2, bottom - 1].every((y) => {
      const found = document.elementFromPoint((left + right) / 2, y);
      return found && mark.contains(found);
    });
    if (!isSeen) return `${key} is covered or out of sight`;
    const { stroke, strokeWidth } = getComputedStyle(mark.querySelector('.target') ?? mark);
    if (stroke === 'none' || parseFloat(strokeWidth) < 2) return `${key} shows no focus`;
    return '';
  });
}

describe('the chart', () => {
  test('is one tab stop, after a link that skips it', async () => {
    const page = currentPage();
    await openView(page);
    expect(await page.locator('.plot a[tabindex="0"]').count()).toBe(1);
    await page.getByText(CONTROLS.help, { exact: true }).focus();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: SKIP_CHART });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    const box = await skip.boundingBox();
    expect(box && box.y >= 0 && box.height > 20).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#events li')?.id)).toBe(
      `event-${SLUGS[0] ?? ''}`,
    );
    await tabToChart(page);
    await page.keyboard.press('ArrowRight');
    const reached = await focusedMark(page);
    await page.keyboard.press('Tab');
    expect(await focusedMark(page)).toBe('');
    await page.keyboard.press('Shift+Tab');
    expect(await focusedMark(page)).toBe(reached);
    await page.keyboard.press('Shift+Tab');
    expect(await focusedMark(page)).toBe('');
  });

  test.each([
    ['the whole story', ''],
    ['a part of it', '?from=2023-01-01&to=2023-04-30'],
  ])('can be walked through with the arrow keys, when %s is in sight', async (_, query) => {
    const page = currentPage();
    await openView(page, query);
    await tabToChart(page);
    await page.keyboard.press('Home');
    const visited = [await focusedMark(page)];
    for (let last = ''; last !== visited.at(-1);) {
      last = visited.at(-1) ?? '';
      await page.keyboard.press('ArrowRight');
      visited.push(await focusedMark(page));
      expect(await faultOfFocus(page)).toBe('');
    }
    visited.pop();
    expect([visited[0], visited.at(-1)]).toEqual([SLUGS[0], SLUGS.at(-1)]);
    const marks = (await marksOf(page)).map(({ key }) => key);
    if (query === '') expect(new Set(visited)).toEqual(new Set(marks));
    else expect(visited.length).toBeGreaterThan(40);
    await page.keyboard.press('ArrowLeft');
    expect(await focusedMark(page)).toBe(visited.at(-2));
    await page.keyboard.press('End');
    expect(await focusedMark(page)).toBe(visited.at(-1));
  });

  test('is never covered where it has the focus, however low the window is', async () => {
    const page = currentPage();
    await page.setViewportSize({ width: 1280, height: 500 });
    await openView(page);
    await tabToChart(page);
    for (const key of ['Home', ...SLUGS.map(() => 'ArrowRight')]) {
      await page.keyboard.press(key);
      // The axis follows the page a moment later.
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await faultOfFocus(page)).toBe('');
    }
    await page.setViewportSize(DESK.viewport);
  });

  test('keeps what has the focus in sight where zooming changes its height', async () => {
    const page = currentPage();
    await page.setViewportSize({ width: 360, height: 800 });
    await openView(page);
    await tabToChart(page);
    await page.keyboard.press('End');
    for (const key of ['+', '+', '0']) {
      const before = page.url();
      await page.keyboard.press(key);
      await soon(() => page.url()).not.toBe(before);
      await soon(() => faultOfFocus(page)).toBe('');
    }
    await page.setViewportSize(DESK.viewport);
  });

  test('lets one change lanes with up and down', async () => {
    const page = currentPage();
    await openView(page);
    await tabToChart(page);
    const rowOf = async () => {
      const key = await focusedMark(page);
      return (await marksOf(page)).find((one) => one.key === key) ?? { x: NaN, y: NaN };
    };
    const lanes = await page
      .locator('.lane')
      .evaluateAll((all) =>
        all.map((lane) => lane.querySelector('line')?.getBoundingClientRect().top ?? NaN),
      );
    const laneOf = async () => {
      const { y } = await rowOf();
      return lanes.filter((top) => top < y).length - 1;
    };
    while ((await laneOf()) > 0) await page.keyboard.press('ArrowUp');
    for (let lane = 1; lane < lanes.length; lane++) {
      await page.keyboard.press('ArrowDown');
      expect([await laneOf(), await faultOfFocus(page)]).toEqual([lane, '']);
    }
    await page.keyboard.press('ArrowDown');
    expect(await laneOf()).toBe(lanes.length - 1);
    await page.keyboard.press('ArrowUp');
    expect(await laneOf()).toBe(lanes.length - 2);
  });

  test('runs down a narrow page: up and down walk there', async () => {
    const page = currentPage();
    const size = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 740 });
    await openView(page);
    await tabToChart(page);
    for (const [key, slug] of [
      ['Home', SLUGS[0]],
      ['ArrowDown', SLUGS[1]],
      ['ArrowRight', SLUGS[2]],
      ['ArrowUp', SLUGS[1]],
      ['End', SLUGS.at(-1)],
    ] as const) {
      await page.keyboard.press(key);
      expect([await focusedMark(page), await faultOfFocus(page)]).toEqual([slug, '']);
    }
    if (size) await page.setViewportSize(size);
  });

  test.each(['cluster', 'event'])('keeps the focus while the keys zoom at a %s', async (what) => {
    const page = currentPage();
    await openView(page);
    await tabToChart(page);
    const wanted = (await marksOf(page)).find(({ count }) => count > 1 === (what === 'cluster'));
    await mark(page, wanted?.key ?? '').focus();
    const all = await countInChart(page);
    for (let steps = 0; steps < 12; steps++) {
      await page.keyboard.press(steps % 2 === 0 ? '+' : '=');
      expect([await focusedMark(page), await faultOfFocus(page)]).toEqual([wanted?.key, '']);
    }
    expect(await countInChart(page)).toBeLessThan(all);
    for (let steps = 0; steps < 3; steps++) {
      await page.keyboard.press('-');
      expect([await focusedMark(page), await faultOfFocus(page)]).toEqual([wanted?.key, '']);
    }
    await page.keyboard.press('0');
    expect([await focusedMark(page), await faultOfFocus(page)]).toEqual([wanted?.key, '']);
    expect(await countInChart(page)).toBe(all);
    await soon(() => parameters(page)).toEqual({});
  });

  test('keeps the focus when the mark that has it goes out of sight', async () => {
    const page = currentPage();
    await openView(page, '?from=2025-05-01&to=2025-07-31');
    await mark(page, 'svr-first-statement').focus();
    const before = await page.locator('.plot').innerHTML();
    const { x = 0, y = 0, width = 0 } = (await page.locator('.plot').boundingBox()) ?? {};
    await page.mouse.move(x + 10, y + 6);
    await page.mouse.down();
    await page.mouse.move(x + width - 10, y + 6, { steps: 3 });
    await page.mouse.up();
    expect(await page.locator('.plot').innerHTML()).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.closest('.plot') !== null)).toBe(true);
  });

  test('can be reached where no event is in sight, and leads back to some', async () => {
    const page = currentPage();
    await openView(page, '?kind=leak&from=2025-01-01&to=2025-02-01');
    expect(await countInChart(page)).toBe(0);
    await button(page, 'everything').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('plot'))).toBe(
      true,
    );
    await page.keyboard.press('0');
    await soon(() => countInChart(page)).toBe(1);
    expect(await focusedMark(page)).not.toBe('');
  });

  test('says what part of the story is in sight when the keys have moved it', async () => {
    const page = currentPage();
    await openView(page);
    await mark(page, 'svr-first-statement').press('+');
    await soon(() => part(page, 'status').textContent()).not.toBe('');
    expect(await part(page, 'status').textContent()).toBe(await part(page, 'range').textContent());
  });

  test('says the name and the date of a mark, though its label is whole', async () => {
    const page = currentPage();
    await openView(page);
    const labelled = page.locator('.plot .mark:has(.label:not(.cut)) a').first();
    await labelled.hover();
    expect(await part(page, 'tip').textContent()).toBe(await labelled.getAttribute('aria-label'));
    await page.mouse.move(0, 0);
    expect(await part(page, 'tip').isVisible()).toBe(false);
  });

  test('says the name of a mark without a label while that has the focus', async () => {
    const page = currentPage();
    await openView(page);
    const unlabelled = page.locator('.plot .mark:not(:has(.label)) a');
    const name = await unlabelled.first().getAttribute('aria-label');
    await unlabelled.first().focus();
    expect(await part(page, 'tip').textContent()).toBe(name);
    expect(await part(page, 'tip').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await part(page, 'tip').isVisible()).toBe(false);
    await button(page, 'zoom-in').focus();
    await unlabelled.first().hover();
    expect(await part(page, 'tip').textContent()).toBe(name);
  });
});

describe('outside the chart', () => {
  test.each([
    ['the body', 'body'],
    ['a heading', 'h1'],
    ['a button', '[data-do=zoom-in]'],
    ['the list', '#events a'],
    ['the card', '[data-part=card]'],
  ])('the chart’s keys do nothing: on %s', async (_, selector) => {
    const page = currentPage();
    await openView(page, '?from=2025-05-01&to=2025-07-31&event=svr-first-statement');
    await part(page, 'card').locator('h2').waitFor();
    const before = await page.locator('.plot .marks').innerHTML();
    const address = page.url();
    await page
      .locator(selector)
      .first()
      .evaluate((element: HTMLElement) => {
        if (element !== document.body) element.focus();
      });
    for (const key of ['+', '-', '0', '=', 'ArrowRight', 'ArrowLeft', 'ArrowUp', 'Home', 'End'])
      await page.keyboard.press(key);
    expect(await page.locator('.plot .marks').innerHTML()).toBe(before);
    expect(page.url()).toBe(address);
  });

  test('they write in the search', async () => {
    const page = currentPage();
    await openView(page, '?from=2025-05-01&to=2025-07-31');
    await page.getByRole('searchbox', { name: CONTROLS.search }).focus();
    for (const key of ['+', '0', '-', 'Home', 'ArrowRight', '=']) await page.keyboard.press(key);
    await soon(() => parameters(page)).toEqual({
      from: '2025-05-01',
      to: '2025-07-31',
      q: '+=0-',
    });
  });

  test('keys with Ctrl are left to the browser', async () => {
    const page = currentPage();
    await openView(page, '?from=2025-05-01&to=2025-07-31');
    await mark(page, 'svr-first-statement').focus();
    const before = await page.locator('.plot .marks').innerHTML();
    for (const key of ['Control+0', 'Control+ArrowRight', 'Alt+ArrowDown'])
      await page.keyboard.press(key);
    expect(await page.locator('.plot .marks').innerHTML()).toBe(before);
  });
});
