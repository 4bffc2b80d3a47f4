import { describe, expect, test } from 'vitest';
import { axisOf, instantAt, lengthInSight, placeOf, rangeOf, type Axis } from './support/axis.ts';
import {
  button,
  DISABLED,
  mark,
  marksOf,
  openView,
  part,
  sharedBrowser,
  sharedPage,
  soon,
  WORDS,
} from './support/explorer.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** True time, so that every pixel is as long as any other. */
const STORY = '?scale=true';
const YEAR = '?scale=true&from=2023-06-01&to=2024-05-31';

const currentPage = sharedPage(sharedBrowser());

/** Where the chart lies; over the axis no mark is in the way. */
async function chartBox() {
  const box = await currentPage().locator('.plot').boundingBox();
  if (!box) throw new Error('the chart is not in sight');
  return { ...box, overAxis: box.y + 6 };
}

/** Does something that moves the window, and gives the axis before and after. */
async function moving(act: () => Promise<void>): Promise<[before: Axis, after: Axis]> {
  const page = currentPage();
  const before = await axisOf(page);
  await act();
  await soon(() => axisOf(page)).not.toEqual(before);
  return [before, await axisOf(page)];
}

async function drag(from: number, to: number, y: number): Promise<void> {
  const { mouse } = currentPage();
  await mouse.move(from, y);
  await mouse.down();
  await mouse.move(to, y, { steps: 4 });
  await mouse.up();
}

const length = (axis: Axis) => {
  const [from, to] = rangeOf(axis);
  return to - from;
};

describe('the wheel', () => {
  test.each([
    ['Control', 0.08],
    ['Control', 0.5],
    ['Control', 0.92],
    ['Meta', 0.3],
  ])('with %s zooms about the pointer, at %d of the width', async (key, share) => {
    const page = currentPage();
    await openView(page, YEAR);
    const { x, width, overAxis } = await chartBox();
    const pointer = x + share * width;
    const instant = instantAt(await axisOf(page), pointer);
    await page.mouse.move(pointer, overAxis);
    await page.keyboard.down(key);
    for (const turn of [-50, -50, 50]) {
      const [before, after] = await moving(() => page.mouse.wheel(0, turn));
      expect(Math.sign(length(after) - length(before))).toBe(Math.sign(turn));
      expect(Math.abs(placeOf(after, instant) - pointer)).toBeLessThan(3);
    }
    await page.keyboard.up(key);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('alone scrolls the page, and a hint says once how to zoom', async () => {
    const page = currentPage();
    await openView(page, YEAR);
    const before = await axisOf(page);
    const { x, overAxis } = await chartBox();
    await page.mouse.move(x + 300, overAxis);
    await page.mouse.wheel(0, 100);
    await soon(() => page.evaluate(() => scrollY)).toBe(100);
    await soon(() => part(page, 'notice').textContent()).toBe(WORDS.wheelHint);
    await button(page, 'share').click();
    await soon(() => part(page, 'notice').textContent()).not.toBe(WORDS.wheelHint);
    await page.mouse.move(x + 300, overAxis);
    await page.mouse.wheel(0, 100);
    await soon(() => page.evaluate(() => scrollY)).toBe(200);
    expect(await part(page, 'notice').textContent()).not.toBe(WORDS.wheelHint);
    expect((await axisOf(page)).ticks).toEqual(before.ticks);
  });
});

test('the wheel turned sideways takes time along', async () => {
  const page = currentPage();
  await openView(page, YEAR);
  const { x, overAxis } = await chartBox();
  await page.mouse.move(x + 300, overAxis);
  const [before, after] = await moving(() => page.mouse.wheel(60, 5));
  const instant = instantAt(before, x + 300);
  expect(Math.abs(placeOf(after, instant) - (x + 240))).toBeLessThan(3);
  expect(await part(page, 'notice').textContent()).toBe('');
});

test('the axis and the buttons stay in sight while the page scrolls through the chart', async () => {
  const page = currentPage();
  await page.setViewportSize({ width: 1280, height: 600 });
  await openView(page);
  await page.locator('.lane').last().scrollIntoViewIfNeeded();
  await soon(() => page.locator('.plot .axis').getAttribute('transform')).not.toBeNull();
  for (const part of [page.locator('.axis-major text').first(), button(page, 'zoom-in')]) {
    const { y = NaN, height = NaN } = (await part.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThan(150);
  }
  await page.setViewportSize({ width: 1280, height: 1700 });
});

test('what is in sight is told in words, and how much that is', async () => {
  const page = currentPage();
  await openView(page, '?from=2025-05-01&to=2025-07-15');
  const sum = (await marksOf(page)).reduce((all, { count }) => all + count, 0);
  const text = await part(page, 'range').textContent();
  expect(text).toMatch(/^1 May\s–\s1[56] Jul 2025, /);
  expect(text).toContain(` ${String(sum)} `);
  await button(page, 'everything').click();
  expect(await part(page, 'range').textContent()).toBe('');
});

describe('the mouse', () => {
  test('takes time along when it drags', async () => {
    const page = currentPage();
    await openView(page, YEAR);
    const { x, overAxis } = await chartBox();
    const [before, after] = await moving(() => drag(x + 700, x + 450, overAxis));
    expect(Math.abs(placeOf(after, instantAt(before, x + 700)) - (x + 450))).toBeLessThan(3);
    expect(Math.abs(length(after) / length(before) - 1)).toBeLessThan(0.01);
  });

  test('opens nothing when the drag began on a mark', async () => {
    const page = currentPage();
    await openView(page, YEAR);
    const [first] = (await marksOf(page)).filter(({ x }) => x > 500);
    if (!first) throw new Error('there is no mark to begin on');
    await moving(() => drag(first.x, first.x - 150, first.y));
    expect(await part(page, 'card').isVisible()).toBe(false);
    expect(new URL(page.url()).searchParams.has('event')).toBe(false);
  });

  test.each([
    ['in', [], 1 / 2],
    ['out, with the shift key,', ['Shift'], 2],
  ] as const)('zooms %s about the place of a double click', async (_, keys, times) => {
    const page = currentPage();
    await openView(page, YEAR);
    const { x, overAxis } = await chartBox();
    for (const key of keys) await page.keyboard.down(key);
    const [before, after] = await moving(() => page.mouse.dblclick(x + 200, overAxis));
    for (const key of keys) await page.keyboard.up(key);
    expect(length(after) / length(before)).toBeCloseTo(times, 2);
    expect(Math.abs(placeOf(after, instantAt(before, x + 200)) - (x + 200))).toBeLessThan(3);
  });

  test('drags no further than the story goes, and no zoom shows more than it', async () => {
    const page = currentPage();
    await openView(page, STORY);
    const story = rangeOf(await axisOf(page));
    await openView(page, YEAR);
    const { x, width, overAxis } = await chartBox();
    for (const [from, to, end] of [
      [x + 20, x + width, 0],
      [x + width - 20, x, 1],
    ] as const) {
      for (let times = 0; times < 4; times++) await drag(from, to, overAxis);
      const reached = rangeOf(await axisOf(page))[end];
      expect(Math.abs(reached - story[end])).toBeLessThan(DAY);
    }
    await page.mouse.move(x + width / 2, overAxis);
    await page.keyboard.down('Control');
    for (let times = 0; times < 3; times++) await page.mouse.wheel(0, 300);
    await page.keyboard.up('Control');
    await soon(() => button(page, 'everything').getAttribute('aria-disabled')).toBe('true');
    expect(rangeOf(await axisOf(page)).map(Math.round)).toEqual(story.map(Math.round));
  });
});

describe('the buttons', () => {
  const disabled = () =>
    currentPage()
      .locator('.moves button[aria-disabled="true"]')
      .evaluateAll((buttons) => buttons.map((one) => (one as HTMLElement).dataset.do));

  test.each([
    ['zoom-in', [0.22, 0.78]],
    ['zoom-out', [-0.4, 1.4]],
    ['earlier', [-0.5, 0.5]],
    ['later', [0.5, 1.5]],
  ] as const)('“%s” moves the window', async (action, shares) => {
    const page = currentPage();
    await openView(page, YEAR);
    const [before, after] = await moving(() => button(page, action).click());
    const expected = shares.map((share) => instantAt(before, before.left + share * before.width));
    rangeOf(after).forEach((reached, end) => {
      expect(Math.abs(reached - (expected[end] ?? NaN))).toBeLessThan(2 * DAY);
    });
  });

  test('show everything again', async () => {
    const page = currentPage();
    await openView(page, STORY);
    const story = await axisOf(page);
    await openView(page, YEAR);
    await moving(() => button(page, 'everything').click());
    expect(await axisOf(page)).toEqual(story);
    await soon(() => new URL(page.url()).search).toBe(STORY);
  });

  test('say where there is nothing more to go to, and do nothing there', async () => {
    const page = currentPage();
    await openView(page, STORY);
    const story = await axisOf(page);
    expect(await disabled()).toEqual(['earlier', 'later', 'zoom-out', 'everything']);
    for (const action of await disabled()) await button(page, action ?? '').click(DISABLED);
    expect(await axisOf(page)).toEqual(story);
    await button(page, 'zoom-in').click();
    expect(await disabled()).toEqual([]);
    await button(page, 'earlier').click();
    expect(await disabled()).toEqual(['earlier']);
    await button(page, 'later').click();
    await button(page, 'later').click();
    expect(await disabled()).toEqual(['later']);
  });

  test('say where one can come no nearer', async () => {
    const page = currentPage();
    await openView(page, '?scale=true&from=2025-05-29T12:00Z&to=2025-05-29T14:00Z');
    expect(await disabled()).toEqual([]);
    for (let times = 0; times < 3; times++) await button(page, 'zoom-in').click(DISABLED);
    await soon(disabled).toEqual(['zoom-in']);
  });
});

describe.each([
  [768, 'shortened'],
  [1280, 'true'],
  [1280, 'shortened'],
  [1920, 'shortened'],
])('from the whole story down to an hour, at %i px and in %s time', (width, scale) => {
  test('the axis stays readable, and names the year at every step', async () => {
    const page = currentPage();
    const size = page.viewportSize();
    await page.setViewportSize({ width, height: 1500 });
    await openView(page, `?scale=${scale}`);
    const { key = '' } = (await marksOf(page)).find(({ count }) => count === 1) ?? {};
    await mark(page, key).focus();
    const steps = [await axisOf(page)];
    for (let before; before !== JSON.stringify(steps.at(-1));) {
      before = JSON.stringify(steps.at(-1));
      await page.keyboard.press('+');
      steps.push(await axisOf(page));
    }
    expect(steps.map(faultsOf)).toEqual(steps.map(() => []));
    expect(steps.length).toBeGreaterThan(15);
    const reached = await lengthInSight(page);
    expect(reached).toBeLessThan(1.1 * HOUR);
    if (scale === 'true') expect(reached).toBeGreaterThan(0.99 * HOUR);
    if (size) await page.setViewportSize(size);
  });

  function faultsOf({ left, width, ticks }: Axis): string[] {
    const faults = ticks
      .filter(({ from, to }) => from < left - 1 || to > left + width + 1)
      .map(({ label }) => `${label} is cut off`);
    for (const row of ['major', 'minor']) {
      const labels = ticks.filter((tick) => tick.row === row).sort((a, b) => a.from - b.from);
      labels.slice(1).forEach(({ from, label }, index) => {
        if (from < (labels[index]?.to ?? 0) + 2) faults.push(`${label} touches the one before`);
      });
    }
    if (ticks.length < 2 || ticks.length > width / 25) faults.push(`${ticks.length} ticks`);
    const year = ticks.find(({ row }) => row === 'major');
    if (!/\b(19|20)\d\d\b/.test(year?.label ?? '')) faults.push('no year is named');
    return faults;
  }
});
