import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axisOf, instantAt, lengthInSight, placeOf, rangeOf } from './support/axis.ts';
import {
  button,
  countInChart,
  marksOf,
  openView,
  parameters,
  part,
  sharedBrowser,
  sharedPage,
  soon,
} from './support/explorer.ts';
import { readStory } from './support/story.ts';
import { Fingers, type Point } from './support/touch.ts';

const HELD = { hasTouch: true, isMobile: true, reducedMotion: 'reduce' } as const;
const YEAR = '?scale=true&from=2023-06-01&to=2024-05-31';

const browser = sharedBrowser();

/** A place in the chart, in sight, with no mark on it; it may not be near to the edge. */
async function emptyPlace(page: Page): Promise<Point> {
  await page.locator('.plot').evaluate((plot) => {
    plot.scrollIntoView({ block: 'start' });
  });
  const place = await page.locator('.plot').evaluate((plot): Point | undefined => {
    const { left, right, top, bottom } = plot.getBoundingClientRect();
    for (let y = top + 100; y < Math.min(bottom, innerHeight - 100); y += 8) {
      for (let x = left + 100; x < right - 100; x += 8) {
        const found = document.elementFromPoint(x, y);
        if (found && plot.contains(found) && !found.closest('.mark')) return [x, y];
      }
    }
    return undefined;
  });
  if (!place) throw new Error('there is no empty place');
  return place;
}

function scrolled(page: Page): Promise<number> {
  return page.evaluate(() => scrollY);
}

describe('on a tablet', () => {
  const currentPage = sharedPage(browser, { ...HELD, viewport: { width: 1024, height: 768 } });

  test('one finger sideways takes time along', async () => {
    const page = currentPage();
    await openView(page, YEAR);
    const fingers = await Fingers.on(page);
    const [x, y] = await emptyPlace(page);
    const [before, top] = [await axisOf(page), await scrolled(page)];
    const goal = x + 120;
    await fingers.drag([x, y], [goal, y]);
    const instant = instantAt(before, x);
    // The finger has gone some pixels before it is a pan and not a tap.
    await soon(async () => Math.abs(placeOf(await axisOf(page), instant) - goal)).toBeLessThan(12);
    expect(await scrolled(page)).toBe(top);
    expect(await part(page, 'card').isVisible()).toBe(false);
  });

  test('one finger upwards scrolls the page', async () => {
    const page = currentPage();
    await openView(page, YEAR);
    const fingers = await Fingers.on(page);
    const [x, y] = await emptyPlace(page);
    const [before, top] = [await axisOf(page), await scrolled(page)];
    await fingers.drag([x, y], [x + 6, y - 100]);
    await soon(() => scrolled(page)).toBeGreaterThan(top + 50);
    expect((await axisOf(page)).ticks).toEqual(before.ticks);
  });

  test('two fingers apart zoom in about the place between them', async () => {
    const page = currentPage();
    await openView(page, YEAR);
    const fingers = await Fingers.on(page);
    const [x, y] = await emptyPlace(page);
    const before = await axisOf(page);
    const [from, to] = rangeOf(before);
    await fingers.pinch([x, y], 80, 160, 'x');
    await soon(() => lengthInSight(page)).toBeLessThan(((to - from) / 2) * 1.02);
    const after = await axisOf(page);
    expect(Math.abs(placeOf(after, instantAt(before, x)) - x)).toBeLessThan(3);
    await fingers.pinch([x, y], 160, 80, 'x');
    await soon(() => lengthInSight(page)).toBeGreaterThan((to - from) * 0.98);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  test('what two fingers touch may go while they zoom, and one finger moves time afterwards', async () => {
    const page = currentPage();
    await openView(page, '?scale=true&from=2025-05-01&to=2025-07-15');
    const label = page.locator('.mark[data-key="peskov-confirms-talk-on-exports"] .label');
    await label.evaluate((text) => {
      text.scrollIntoView({ block: 'center' });
    });
    const { x = NaN, y = NaN, width = NaN, height = NaN } = (await label.boundingBox()) ?? {};
    const fingers = await Fingers.on(page);
    const before = await lengthInSight(page);
    await fingers.pinch([x + width / 2, y + height / 2], width - 8, 40, 'x');
    await soon(() => lengthInSight(page)).toBeGreaterThan(before * 3);
    expect(await label.count()).toBe(0);
    const zoomed = await axisOf(page);
    const [left, top] = await emptyPlace(page);
    await fingers.drag([left, top], [left + 80, top]);
    const instant = instantAt(zoomed, left);
    const moved = async () => placeOf(await axisOf(page), instant) - left;
    await soon(async () => Math.abs((await moved()) - 80)).toBeLessThan(12);
  });

  test('two taps zoom in', async () => {
    const page = currentPage();
    await openView(page, YEAR);
    const [x, y] = await emptyPlace(page);
    const before = await lengthInSight(page);
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await soon(() => lengthInSight(page)).toBeLessThan(before * 0.51);
  });

  test('a tap on a mark opens its event', async () => {
    const page = currentPage();
    await openView(page);
    await emptyPlace(page);
    const single = (await marksOf(page)).find(({ count, y }) => count === 1 && y > 80 && y < 700);
    if (!single) throw new Error('no event stands alone');
    await page.touchscreen.tap(single.x, single.y);
    await soon(() => parameters(page).event).toBe(single.key);
    expect(await part(page, 'card').isVisible()).toBe(true);
  });
});

/** The event whose mark is nearest to a height of the window, and where a mark is. */
async function nearest(page: Page, height: number): Promise<string> {
  const marks = await marksOf(page);
  const [mark] = marks.sort((a, b) => Math.abs(a.y - height) - Math.abs(b.y - height));
  return mark?.key ?? '';
}
async function placeIn(page: Page, key: string): Promise<number> {
  return (await marksOf(page)).find((mark) => mark.key === key)?.y ?? NaN;
}

describe('on a phone', () => {
  const currentPage = sharedPage(browser, { ...HELD, viewport: { width: 360, height: 740 } });

  test('what a thumb presses is large enough for it', async () => {
    const page = currentPage();
    await openView(page, '?event=svr-first-statement');
    const small = await page.locator('timeline-chart').evaluate((root) =>
      [...root.querySelectorAll('button, select, summary, [type=search], .actions a')]
        .filter((one) => one.checkVisibility() && !one.matches('.visually-hidden'))
        .filter((one) => {
          const { width, height } = one.getBoundingClientRect();
          return width < 40 || height < 44;
        })
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(small).toEqual([]);
  });

  test('what stands above the chart keeps its height when one moves in time', async () => {
    const page = currentPage();
    await openView(page);
    const height = () => part(page, 'bar').evaluate((bar) => bar.getBoundingClientRect().height);
    const before = await height();
    await button(page, 'zoom-in').click();
    await soon(() => parameters(page).from).toBeTruthy();
    expect(await height()).toBe(before);
  });

  test('one finger scrolls the page', async () => {
    const page = currentPage();
    await openView(page, YEAR);
    const fingers = await Fingers.on(page);
    await emptyPlace(page);
    const [top, count] = [await scrolled(page), await countInChart(page)];
    await fingers.drag([180, 500], [180, 300]);
    await soon(() => scrolled(page)).toBeGreaterThan(top + 100);
    expect(await countInChart(page)).toBe(count);
  });

  test.each([
    ['the whole story', '?scale=true'],
    ['a year', YEAR],
    ['some months', '?scale=true&from=2023-02-01&to=2023-06-30'],
  ])('two fingers zoom in, step by step, from %s', async (_, query) => {
    const page = currentPage();
    await openView(page, query);
    const fingers = await Fingers.on(page);
    const [x] = await emptyPlace(page);
    const ends = (): [number, number] => {
      const { from, to } = parameters(page);
      return [from ? Date.parse(from) : -Infinity, to ? Date.parse(to) : Infinity];
    };
    for (let times = 0; times < 2; times++) {
      const [from, to] = ends();
      const before = page.url();
      const held = await nearest(page, 240);
      await fingers.pinch([x, 240], 100, 130, 'y');
      await soon(() => page.url()).not.toBe(before);
      // What was between the fingers still is, however much shorter the chart has become.
      await soon(async () => Math.abs((await placeIn(page, held)) - 240)).toBeLessThan(90);
      // Nearer means a part of what was in sight, and not another time.
      const [newFrom, newTo] = ends();
      expect([newFrom >= from, newTo <= to]).toEqual([true, true]);
      expect(newTo - newFrom).toBeLessThan(to - from);
    }
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  test('two taps zoom in about their place', async () => {
    const page = currentPage();
    await openView(page);
    await emptyPlace(page);
    const [, near] = (await marksOf(page)).filter(({ y }) => y > 200);
    if (!near) throw new Error('no event is in sight');
    // Over the years beside the rail nothing can be opened.
    await page.touchscreen.tap(20, near.y);
    await page.touchscreen.tap(20, near.y);
    await soon(() => parameters(page)).toHaveProperty('from');
    expect(parameters(page).event).toBeUndefined();
    expect((await marksOf(page)).map(({ key }) => key)).toContain(near.key);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  test('a tap on an event opens it, and its card comes into sight', async () => {
    const page = currentPage();
    await openView(page);
    await emptyPlace(page);
    const single = (await marksOf(page)).find(({ y }) => y > 100);
    if (!single) throw new Error('no event stands alone');
    // Beside its words, at the end of the line.
    await page.touchscreen.tap(330, single.y + 12);
    await soon(() => parameters(page).event).toBe(single.key);
    await soon(() =>
      part(page, 'card').evaluate((card) => card.getBoundingClientRect().top),
    ).toBeLessThan(700);
    await soon(() => part(page, 'card').locator('h2').isVisible()).toBe(true);
  });
});

describe('a phone that is turned', () => {
  const currentPage = sharedPage(browser, { ...HELD, viewport: { width: 780, height: 360 } });
  const direction = () => currentPage().locator('timeline-chart').getAttribute('data-direction');

  test('keeps the card, and the mark in sight beside it, both ways', async () => {
    const page = currentPage();
    await openView(page, '?event=svr-first-statement');
    await soon(() => part(page, 'card').locator('h2').isVisible()).toBe(true);
    expect(await direction()).toBe('across');
    const isMarkInSight = () =>
      page.locator('.mark.selected .target').evaluate((target) => {
        const { left, top, width, height } = target.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return there?.closest('.mark.selected') !== null;
      });
    await soon(isMarkInSight).toBe(true);
    for (const [width, height, expected] of [
      [360, 780, 'down'],
      [780, 360, 'across'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await soon(direction).toBe(expected);
      await soon(isMarkInSight).toBe(true);
      expect(parameters(page)).toEqual({ event: 'svr-first-statement' });
    }
  });

  test('lets one finger take time along while it lies on its side', async () => {
    const page = currentPage();
    await openView(page, YEAR);
    const fingers = await Fingers.on(page);
    const [x, y] = await emptyPlace(page);
    const before = page.url();
    await fingers.drag([x, y], [x + 120, y]);
    await soon(() => page.url()).not.toBe(before);
  });
});

describe('with a finger, reading in order', () => {
  const currentPage = sharedPage(browser, { ...HELD, viewport: { width: 360, height: 740 } });

  test('a swipe turns the page, and a short one does not', async () => {
    const page = currentPage();
    const [first = ''] = (await readStory()).events.map(({ slug }) => slug);
    await openView(page, `?show=reading&event=${first}`);
    const place = () => part(page, 'card-place').textContent();
    const title = part(page, 'card').locator('h2');
    await title.evaluate((heading) => {
      heading.scrollIntoView({ block: 'center' });
    });
    const fingers = await Fingers.on(page);
    const { x, y } = (await title.boundingBox()) ?? { x: NaN, y: NaN };
    await fingers.drag([x + 250, y], [x + 230, y]);
    await fingers.drag([x + 250, y], [x + 50, y + 5]);
    await soon(place).toMatch(/^2 /);
    await fingers.drag([x + 50, y], [x + 250, y + 5]);
    await soon(place).toMatch(/^1 /);
  });
});
