import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { preview } from 'astro';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../tests/support/browser.ts';
import { serveChart } from '../tests/support/serve-chart.ts';
import { report, table, type Row } from './report.ts';
import { syntheticInput } from './synthetic.ts';

/**
 * `npm run bench:browser [-- COUNT…]`: what a reader's browser does with charts of that many events,
 * as a Markdown table: how long the longest task is while the page loads, what twenty steps of zoom
 * from the whole story cost the main thread: in all, one that shows clusters and one that shows none
 * (medians), and the dearest; and how many elements the chart has at most. Steps are taken at three places, each after a round that is not counted.
 */
const COUNTS = [100, 1_000, 10_000];
const SEED = 1;
const VIEWPORTS = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];
const STEPS = 20;
const PLACES = [0.2, 0.5, 0.8];
const FOLDER = '.cache/bench';
const PORT = 4599;

/** What a step cost the main thread, in milliseconds, and what it left. */
interface Step {
  time: number;
  nodes: number;
  /** Whether any events share a mark. */
  isCrowded: boolean;
}

async function measure(count: number, viewport: (typeof VIEWPORTS)[number]): Promise<Row> {
  report(`${count} events on ${viewport.width} pixels`);
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const input = syntheticInput(count, SEED);
  await serveChart(page, (data) => Object.assign(data, { input }), ADDRESS);
  await page.addInitScript(watchLongTasks);
  await page.goto(ADDRESS);
  await page.locator('timeline-chart[data-live]').waitFor({ state: 'attached' });
  await settle(page);
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await zoomIn(page, session, 0.5);
  const rounds: Step[][] = [];
  for (const place of PLACES) rounds.push(await zoomIn(page, session, place));
  await context.close();
  const steps = rounds.flat();
  const sum = steps.reduce((all, { time }) => all + time, 0) / PLACES.length;
  return {
    events: count,
    width: viewport.width,
    'longest task, loading': longest === 0 ? 'under 50 ms' : inWords(longest),
    [`${STEPS} steps`]: inWords(sum),
    'a crowded step': inWords(middle(steps.filter(({ isCrowded }) => isCrowded))),
    'any other': inWords(middle(steps.filter(({ isCrowded }) => !isCrowded))),
    'dearest step': inWords(Math.max(...steps.map(({ time }) => time))),
    'most nodes': Math.max(...steps.map(({ nodes }) => nodes)),
  };
}

/** Browsers tell of tasks of 50 milliseconds and more, and of no others. */
function watchLongTasks(): void {
  Object.assign(window, { longest: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      Object.assign(window, {
        longest: Math.max((window as unknown as { longest: number }).longest, duration),
      });
  }).observe({ type: 'longtask', buffered: true });
}

/** Turns the wheel over a part of the axis, or presses a button where time runs down. */
async function zoomIn(page: Page, session: CDPSession, place: number): Promise<Step[]> {
  await page.locator('[data-do=everything]').evaluate((button: HTMLElement) => {
    button.click();
  });
  await settle(page);
  const steps: Step[] = [];
  for (let step = 0; step < STEPS; step++) {
    const before = await mainThread(session);
    await page.evaluate((share) => {
      const plot = document.querySelector('.plot');
      if (plot?.classList.contains('down')) {
        document.querySelector<HTMLElement>('[data-do=zoom-in]')?.click();
        return;
      }
      const { left = 0, width = 0, top = 0 } = plot?.getBoundingClientRect() ?? {};
      const [clientX, clientY] = [left + share * width, top + 30];
      plot?.dispatchEvent(
        new WheelEvent('wheel', {
          ...{ deltaY: -100, ctrlKey: true, clientX, clientY },
          ...{ bubbles: true, cancelable: true },
        }),
      );
    }, place);
    await settle(page);
    const time = (await mainThread(session)) - before;
    const left = await page.locator('.plot').evaluate((plot) => ({
      nodes: plot.querySelectorAll('*').length + 1,
      isCrowded: plot.querySelector('.count') !== null,
    }));
    steps.push({ time, ...left });
  }
  return steps;
}

/** Milliseconds that the page's main thread has worked. */
async function mainThread(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000;
}

/** Until what was asked for is painted. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => setTimeout(done, 30));
        });
      }),
  );
}

/** The median time of steps. */
function middle(steps: readonly Step[]): number {
  const times = steps.map(({ time }) => time).sort((a, b) => a - b);
  return times[times.length >> 1] ?? NaN;
}

function inWords(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return '–';
  return `${milliseconds.toFixed(0)} ms`;
}

const wished = process.argv.slice(2).map(Number);
if (!wished.every((count) => Number.isInteger(count) && count >= 0)) {
  console.error(
    'usage: npm run bench:browser [-- COUNT…], such as npm run bench:browser -- 100 5000',
  );
  process.exit(1);
}
report('building the site');
await promisify(execFile)(process.execPath, ['src/cli/build.ts', '--out', FOLDER]);
const server = await preview({ outDir: FOLDER, server: { port: PORT }, logLevel: 'error' });
const ADDRESS = `http://localhost:${server.port}/`;
const browser = await openBrowser();
const rows: Row[] = [];
for (const viewport of VIEWPORTS)
  for (const count of wished.length > 0 ? wished : COUNTS)
    rows.push(await measure(count, viewport));
await browser.close();
await server.stop();
console.log(table(rows));
