import { describe, expect, test } from 'vitest';
import { axisOf, rangeOf } from './support/axis.ts';
import { openView, sharedBrowser, sharedPage, soon, WORDS } from './support/explorer.ts';

const DAY = 86_400_000;
const YEAR = '?scale=true&from=2023-06-01&to=2024-05-31';

const currentPage = sharedPage(sharedBrowser());

async function boxOf(selector: string) {
  const box = await currentPage().locator(`.overview ${selector}`).boundingBox();
  if (!box) throw new Error(`${selector} is not in sight`);
  return { ...box, right: box.x + box.width, middle: box.y + box.height / 2 };
}

async function drag(from: number, to: number): Promise<void> {
  const { mouse } = currentPage();
  const { middle } = await boxOf('.overlay');
  await mouse.move(from, middle);
  await mouse.down();
  await mouse.move(to, middle, { steps: 4 });
  await mouse.up();
}

/** The window on the strip, as shares of the story, and the time in sight in the chart. */
async function shown() {
  const [strip, window] = [await boxOf('.overlay'), await boxOf('.selection')];
  const share = (x: number) => (x - strip.x) / strip.width;
  return {
    strip: [share(window.x), share(window.right)],
    chart: rangeOf(await axisOf(currentPage())),
  };
}

async function expectShares(expected: readonly [number, number]): Promise<void> {
  const { strip, chart } = await shown();
  strip.forEach((share, end) => {
    expect(share).toBeCloseTo(expected[end] ?? NaN, 2);
  });
  // The chart shows what the strip says: time is true, so shares of the one are of the other.
  await openView(currentPage(), '?scale=true');
  const [start, end] = rangeOf(await axisOf(currentPage()));
  chart.forEach((instant, index) => {
    expect((instant - start) / (end - start)).toBeCloseTo(expected[index] ?? NaN, 2);
  });
}

describe('the window on the overview', () => {
  test('is the whole strip when all is in sight', async () => {
    await openView(currentPage(), '?scale=true');
    await expectShares([0, 1]);
  });

  test('can be dragged out by its ends', async () => {
    await openView(currentPage(), '?scale=true');
    const { x, width, right } = await boxOf('.overlay');
    await drag(right - 1, x + width * 0.7);
    await drag(x + 1, x + width * 0.2);
    await expectShares([0.2, 0.7]);
  });

  test('can be drawn anew, also over the whole, and comes to where one clicks', async () => {
    await openView(currentPage(), YEAR);
    const { x, width, middle } = await boxOf('.overlay');
    await drag(x + width * 0.75, x + width * 0.95);
    await drag(x + width * 0.85, x + width * 0.65);
    const { strip } = await shown();
    expect(strip.map((share) => Math.round(share * 100))).toEqual([55, 75]);
    await currentPage().mouse.click(x + width * 0.2, middle);
    expect((await shown()).strip.map((share) => Math.round(share * 100))).toEqual([10, 30]);
    await openView(currentPage(), '?scale=true');
    await drag(x + width * 0.4, x + width * 0.6);
    await expectShares([0.4, 0.6]);
  });
});

describe('when the browser’s window is made wider', () => {
  test.each([1390, 1900])(
    'to %i px, the same time stays in sight, and moves on from there',
    async (width) => {
      const page = currentPage();
      const size = page.viewportSize();
      await openView(page, YEAR);
      const before = await shown();
      const plot = page.locator('.plot');
      const { width: was = NaN } = (await plot.boundingBox()) ?? {};
      await page.setViewportSize({ width, height: 1700 });
      await soon(async () => (await plot.boundingBox())?.width).toBeGreaterThan(was + 50);
      const { x = NaN, y = NaN, width: is = NaN } = (await plot.boundingBox()) ?? {};
      // The strip is as wide as the chart, and its window where it was.
      await soon(async () => Math.abs((await boxOf('.overlay')).width - is)).toBeLessThan(2);
      (await shown()).strip.forEach((share, end) => {
        expect(share).toBeCloseTo(before.strip[end] ?? NaN, 2);
      });
      await page.mouse.move(x + 400, y + 6);
      await page.mouse.down();
      await page.mouse.move(x + 390, y + 6, { steps: 2 });
      await page.mouse.up();
      // Ten pixels are some days.
      const { chart } = await shown();
      chart.forEach((instant, end) => {
        const moved = instant - (before.chart[end] ?? NaN);
        expect([moved > 0, moved < 8 * DAY]).toEqual([true, true]);
      });
      if (size) await page.setViewportSize(size);
    },
  );
});

describe('the ends of the window as sliders', () => {
  const slider = (name: string) => currentPage().getByRole('slider', { name });
  const start = () => slider(WORDS.windowStart);
  const end = () => slider(WORDS.windowEnd);
  const value = async (of: 'now' | 'text') =>
    Promise.all([start(), end()].map((one) => one.getAttribute(`aria-value${of}`)));

  test('move with the keyboard, and stop at one another', async () => {
    const { keyboard } = currentPage();
    await openView(currentPage(), '?scale=true');
    expect(await value('now')).toEqual(['0', '100']);
    await start().focus();
    for (const [key, expected] of [
      ['ArrowRight', '2'],
      ['ArrowUp', '4'],
      ['PageUp', '14'],
      ['ArrowLeft', '12'],
      ['ArrowDown', '10'],
      ['Home', '0'],
      ['PageUp', '10'],
    ] as const) {
      await keyboard.press(key);
      await soon(() => value('now')).toEqual([expected, '100']);
    }
    await keyboard.press('Tab');
    await keyboard.press('PageDown');
    await soon(() => value('now')).toEqual(['10', '90']);
    // A handle stops at the other one.
    await keyboard.press('Home');
    await soon(async () => Number((await value('now'))[1])).toBeLessThan(12);
    expect((await value('now'))[0]).toBe('10');
    await keyboard.press('End');
    await soon(() => value('now')).toEqual(['10', '100']);
    expect(await end().evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('say the day at which they stand', async () => {
    await openView(currentPage(), YEAR);
    const words = await value('text');
    const range = rangeOf(await axisOf(currentPage()));
    words.forEach((text, index) => {
      const day = Date.parse(`${text ?? ''} UTC`);
      expect(Math.abs(day - (range[index] ?? NaN))).toBeLessThan(2 * DAY);
    });
    await start().focus();
    await currentPage().keyboard.press('Home');
    await soon(() => value('text')).not.toEqual(words);
    expect((await value('text'))[1]).toBe(words[1]);
  });

  test('show that they have the focus', async () => {
    await openView(currentPage(), YEAR);
    await start().focus();
    await currentPage().keyboard.press('Tab');
    const strokes = await currentPage()
      .locator('.overview .slider')
      .evaluateAll((sliders) => sliders.map((one) => getComputedStyle(one).stroke));
    expect(strokes[0]).toBe('none');
    expect(strokes[1]).not.toBe('none');
  });
});
