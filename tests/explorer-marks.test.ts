import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ChartData } from '../src/chart/draw/host.ts';
import {
  button,
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
  soon,
  switchView,
  WORDS,
} from './support/explorer.ts';
import { serveChart } from './support/serve-chart.ts';
import { overlapsIn } from './support/overlaps.ts';
import { readStory } from './support/story.ts';

const { events } = await readStory();
const browser = sharedBrowser();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Where much happens at once, and where little does. */
const CENTRES = ['2025-06-23T11:17Z', '2023-03-02T05:43Z'].map((day) => Date.parse(day));
const LENGTHS = [1200 * DAY, 400 * DAY, 120 * DAY, 30 * DAY, 7 * DAY, 36 * HOUR, 5 * HOUR];
const INSTANTS = events
  .flatMap(({ date: { earliest, latest } }) => [earliest, latest])
  .filter(Number.isFinite);
const [START, END] = [Math.min(...INSTANTS), Math.max(...INSTANTS)];
/** The most nodes that a chart may have, whatever it shows. */
const MOST_NODES = 1500;

interface Range {
  query: string;
  from: number;
  to: number;
}

const WHOLE: Range = { query: '', from: -Infinity, to: Infinity };

/** The whole story and ever shorter parts of it. */
const RANGES = [
  WHOLE,
  ...CENTRES.flatMap((centre) =>
    LENGTHS.map((length): Range => {
      const from = Math.max(START + HOUR, centre - length / 2);
      const to = Math.min(END - HOUR, centre + length / 2);
      const [first, last] = [from, to].map((instant) => new Date(instant).toISOString());
      return { query: `from=${first ?? ''}&to=${last ?? ''}`, from, to };
    }),
  ),
];

/** How many events have any part of their extent in a range. */
function inSight({ from, to }: Range): number {
  return events.filter(({ date }) => date.earliest <= to && date.latest >= from).length;
}

function nodesIn(page: Page): Promise<number> {
  return part(page, 'chart').evaluate((chart) => chart.querySelectorAll('*').length);
}

/** Goes through views of the story, and tells what is wrong with any. */
async function faultsIn(page: Page, ranges: readonly Range[], more = ''): Promise<string[]> {
  const faults: string[] = [];
  for (const range of ranges) {
    const query = `?${range.query}${more}`;
    await switchView(page, query);
    const [count, nodes] = [await countInChart(page), await nodesIn(page)];
    if (count !== inSight(range)) faults.push(`${query}: ${count} events, not ${inSight(range)}`);
    if (nodes > MOST_NODES) faults.push(`${query}: ${nodes} nodes`);
    faults.push(...(await overlapsIn(page)).map((overlap) => `${query}: ${overlap}`));
  }
  return faults;
}

describe('at any zoom, nothing overlaps and every event in sight is counted', () => {
  const currentPage = sharedPage(browser);

  test.each([
    [360, ''],
    [768, ''],
    [1280, ''],
    [1280, '&group=actor'],
    [1280, '&group=none&scale=true'],
    [1920, ''],
  ])('at %i px %s', async (width, more) => {
    const page = currentPage();
    await page.setViewportSize({ width, height: 1200 });
    await openView(page);
    expect(await faultsIn(page, RANGES, more)).toEqual([]);
  });
});

describe('with text twice as large, nothing overlaps or is cut off', () => {
  // What a reader sets in the browser: media queries follow it too.
  const currentPage = sharedPage(sharedBrowser(['--blink-settings=defaultFontSize=32']));

  test.each([360, 768, 1280, 1920])('at %i px', async (width) => {
    const page = currentPage();
    await page.setViewportSize({ width, height: 1200 });
    await openView(page);
    const text = await page
      .locator('.plot .label')
      .first()
      .evaluate((label) => parseFloat(getComputedStyle(label).fontSize));
    expect(text).toBeGreaterThanOrEqual(26);
    expect(await faultsIn(page, RANGES)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

/** A page that shows another chart than the story's. */
async function withChart(
  change: (data: ChartData) => void,
  run: (page: Page) => Promise<void>,
  options: BrowserContextOptions = DESK,
): Promise<void> {
  const context = await browser().newContext(options);
  try {
    const page = await context.newPage();
    await serveChart(page, change);
    await openView(page);
    await run(page);
  } finally {
    await context.close();
  }
}

describe('ten thousand events', () => {
  /** Every event of the story many times, some hours apart. */
  function multiply({ input }: ChartData): void {
    const story = input.events;
    input.events = Array.from({ length: 10_000 }, (_, index) => {
      const event = story[((index * story.length) / 10_000) | 0] ?? story[0];
      const later = (instant: number | null) => (instant === null ? null : instant + index * 9000);
      if (!event) throw new Error('there is no event to multiply');
      return {
        ...event,
        id: `${event.id}-${index}`,
        earliest: later(event.earliest),
        latest: later(event.latest),
        answers: [],
      };
    });
  }

  test.each([360, 1280])('make no chart of more than 1,500 nodes at %i px', async (width) => {
    await withChart(
      multiply,
      async (page) => {
        for (let steps = 0; steps < 6; steps++) {
          expect(await nodesIn(page)).toBeLessThanOrEqual(MOST_NODES);
          expect(await overlapsIn(page)).toEqual([]);
          if (steps === 0) expect(await countInChart(page)).toBe(10_000);
          await button(page, 'zoom-in').click();
        }
      },
      { ...DESK, viewport: { width, height: 1200 } },
    );
  });
});

describe('a cluster', () => {
  const currentPage = sharedPage(browser);
  const clusters = async (page: Page) => (await marksOf(page)).filter(({ count }) => count > 1);

  test.each(['a click', 'Enter'])('comes apart with %s, in a few steps', async (how) => {
    const page = currentPage();
    await page.setViewportSize(DESK.viewport);
    await openView(page);
    const [cluster] = await clusters(page);
    if (!cluster) throw new Error('the story has no cluster at this width');
    const alone = async () =>
      (await marksOf(page)).some(({ key, count }) => key === cluster.key && count === 1);
    for (let steps = 0; steps < 4 && !(await alone()); steps++) {
      const before = await page.locator('.plot').innerHTML();
      if (how === 'Enter') await mark(page, cluster.key).press('Enter');
      else await mark(page, cluster.key).click();
      await soon(() => page.locator('.plot').innerHTML()).not.toBe(before);
    }
    expect(await alone()).toBe(true);
    await soon(() => parameters(page).from).toBeTruthy();
    expect(await part(page, 'card').isVisible()).toBe(false);
    expect(await countInChart(page)).toBeGreaterThanOrEqual(cluster.count);
    expect(await focusedMark(page)).toBe(cluster.key);
  });

  test('whose events are all at one time is listed, and its events open from there', async () => {
    const atOnce = ({ input }: ChartData) => {
      for (const event of input.events) {
        Object.assign(event, { earliest: DAY, latest: 2 * DAY - 1, kind: 0 });
      }
    };
    await withChart(atOnce, async (page) => {
      const [cluster] = await clusters(page);
      if (!cluster) throw new Error('there is no cluster');
      await mark(page, cluster.key).press('Enter');
      const card = part(page, 'card');
      const heading = WORDS.clusterList.replace('{count}', String(cluster.count));
      expect(await card.locator('h2').textContent()).toBe(heading);
      await soon(() => card.locator('.cluster-list li').count()).toBe(cluster.count);
      expect(await card.evaluate((one) => one === document.activeElement)).toBe(true);
      const steps = await page.evaluate(() => history.length);
      await page.keyboard.press('Escape');
      expect(await card.isVisible()).toBe(false);
      // A list is no view: there is nothing for the back button to return to.
      expect(await page.evaluate(() => history.length)).toBe(steps);
      expect(await focusedMark(page)).toBe(cluster.key);
      await mark(page, cluster.key).click();
      const link = card.locator('.cluster-list a').nth(1);
      const event = await link.getAttribute('data-event');
      await link.click();
      expect(parameters(page).event).toBe(event);
      await card.locator('.page-head h2').waitFor();
    });
  });
});
