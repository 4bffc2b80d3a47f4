import { describe, expect, test } from 'vitest';
import { axisOf } from './support/axis.ts';
import {
  button,
  DESK,
  focusedMark,
  listed,
  mark,
  marksOf,
  openView,
  parameters,
  part,
  sharedBrowser,
  sharedPage,
  soon,
  WORDS,
} from './support/explorer.ts';
import { overlapsIn } from './support/overlaps.ts';
import { SITES } from './support/sites.ts';
import { readStory } from './support/story.ts';

const { events } = await readStory('tests/fixtures/rtl-story');
const SLUGS = events.map(({ slug }) => slug);
const [first = '', second = ''] = SLUGS;

const browser = sharedBrowser();

describe.each([360, 768, 1280, 1920])('from right to left, at %i px', (width) => {
  const currentPage = sharedPage(browser, { ...DESK, viewport: { width, height: 900 } });

  test('everything is in its place, and nothing overlaps or is cut off', async () => {
    const page = currentPage();
    await openView(page, '', SITES.rtl);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    const views = [() => openView(page, '?group=none&scale=true', SITES.rtl)];
    for (const more of ['zoom-in', 'earlier', 'later', 'zoom-in'])
      views.push(() => button(page, more).click());
    expect((await marksOf(page)).map(({ key }) => key).sort()).toEqual([...SLUGS].sort());
    for (const change of views) {
      expect(await overlapsIn(page)).toEqual([]);
      expect(await outside()).toEqual([]);
      await change();
    }
  });

  /** What of the chart is beyond the page’s edges, and whether the page scrolls sideways. */
  function outside(): Promise<string[]> {
    return currentPage().evaluate(() => {
      const page = document.documentElement;
      page.scrollLeft = -1000;
      const scrolled = page.scrollLeft === 0 ? [] : ['the page scrolls sideways'];
      page.scrollLeft = 0;
      const parts = [...document.querySelectorAll('.plot text, .plot .symbol[d]')];
      return [
        ...scrolled,
        ...parts
          .filter((one) => {
            const { left, right } = one.getBoundingClientRect();
            return left < -1 || right > page.clientWidth + 1;
          })
          .map((one) => one.textContent || (one.getAttribute('class') ?? '')),
      ];
    });
  }
});

describe('where time runs from right to left', () => {
  const currentPage = sharedPage(browser);

  test('an earlier event stands further right, and so do its labels and ticks', async () => {
    const page = currentPage();
    await openView(page, '?group=none&scale=true&from=2019-01-01&to=2021-12-31', SITES.rtl);
    const marks = await marksOf(page);
    const places = SLUGS.flatMap((slug) => marks.filter(({ key }) => key === slug));
    expect(places.length).toBeGreaterThan(3);
    expect([...places].sort((a, b) => b.x - a.x)).toEqual(places);
    const { ticks } = await axisOf(page);
    const byTime = [...ticks].sort((a, b) => a.instant - b.instant);
    expect([...ticks].sort((a, b) => b.x - a.x).map(({ instant }) => instant)).toEqual(
      byTime.map(({ instant }) => instant),
    );
    // The label follows its line in the direction of reading.
    for (const { x, to, label } of ticks)
      expect({ label, before: to <= x }).toEqual({ label, before: true });
  });

  test('the left arrow key moves on, and the right one back', async () => {
    const page = currentPage();
    await openView(page, '', SITES.rtl);
    await mark(page, first).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focusedMark(page)).toBe(second);
    await page.keyboard.press('ArrowRight');
    expect(await focusedMark(page)).toBe(first);
    await page.keyboard.press('End');
    expect(await focusedMark(page)).toBe(SLUGS.at(-1));
  });

  test('the mouse drags and zooms about its place', async () => {
    const page = currentPage();
    await openView(page, '?scale=true&from=2020-01-01&to=2020-12-31', SITES.rtl);
    const { x = NaN, y = NaN, width = NaN } = (await page.locator('.plot').boundingBox()) ?? {};
    const placeOfMark = async () =>
      (await marksOf(page)).find(({ key }) => key === 'works-go-on')?.x;
    const place = (await placeOfMark()) ?? NaN;
    await page.mouse.move(place, y + 6);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -50);
    await page.keyboard.up('Control');
    await soon(() => parameters(page).from).not.toBe('2020-01-01');
    expect(Math.abs(((await placeOfMark()) ?? NaN) - place)).toBeLessThan(3);
    // To the right comes what was later.
    const [from] = [parameters(page).from];
    await page.mouse.move(x + width / 2, y + 6);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 100, y + 6, { steps: 3 });
    await page.mouse.up();
    await soon(() => parameters(page).from).not.toBe(from);
    expect(Math.abs(((await placeOfMark()) ?? NaN) - place - 100)).toBeLessThan(3);
    expect((parameters(page).from ?? '') > (from ?? '')).toBe(true);
  });

  test('the buttons and the sliders point the other way', async () => {
    const page = currentPage();
    await openView(page, '?scale=true&from=2020-01-01&to=2020-12-31', SITES.rtl);
    const placeOf = async (action: string) => (await button(page, action).boundingBox())?.x ?? NaN;
    expect(await placeOf('earlier')).toBeGreaterThan(await placeOf('later'));
    const start = page.getByRole('slider', { name: WORDS.windowStart });
    const end = page.getByRole('slider', { name: WORDS.windowEnd });
    expect((await start.boundingBox())?.x).toBeGreaterThan((await end.boundingBox())?.x ?? NaN);
    const value = Number(await start.getAttribute('aria-valuenow'));
    await start.press('ArrowRight');
    await soon(async () => Number(await start.getAttribute('aria-valuenow'))).toBeLessThan(value);
  });

  test('reading in order turns its pages with the left arrow key', async () => {
    const page = currentPage();
    await openView(page, '', SITES.rtl);
    await button(page, 'read').click();
    for (const [key, slug] of [
      ['ArrowLeft', second],
      ['ArrowRight', first],
    ] as const) {
      await page.keyboard.press(key);
      await soon(() => parameters(page).event).toBe(slug);
    }
    await part(page, 'card').locator('h2').waitFor();
    await button(page, 'close').click();
    expect(await listed(page)).toEqual(SLUGS);
  });
});
