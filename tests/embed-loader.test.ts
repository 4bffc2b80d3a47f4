import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser, sharedPage, soon } from './support/explorer.ts';
import {
  contentHeight,
  embedIn,
  expectRightHeight,
  frameHeight,
  serveHosts,
  type HostServer,
} from './support/hosts.ts';
import { addressOf, SITES } from './support/sites.ts';

const LOADER = addressOf(SITES.root, 'embed.js');
const SCRIPT = `<script src="${LOADER}"></script>`;
const LINK = '<a href="https://site.example/">The story</a>';
const EVENT = addressOf(SITES.root, 'embed/events/svr-second-statement/');

const browser = sharedBrowser();
const page = sharedPage(browser, {
  viewport: { width: 1000, height: 700 },
  reducedMotion: 'reduce',
  // A preference that tests set holds in every frame, whatever its element says.
  colorScheme: null,
});
let hosts: HostServer;
beforeAll(async () => {
  hosts = await serveHosts();
});
afterAll(() => hosts.close());

async function open(body: string): Promise<void> {
  hosts.put('page', body);
  await page().goto(hosts.at('page'));
}

/** Opens a page of which the frame does not come before it is let. */
async function openWithout(frame: string, body: string): Promise<() => void> {
  let come = (): void => undefined;
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page().route(frame, (route) => coming.then(() => route.continue()), { times: 1 });
  hosts.put('page', body);
  await page().goto(hosts.at('page'), { waitUntil: 'domcontentloaded' });
  return come;
}

test('the script weighs at most 2 KB and has a name that lasts', async () => {
  const script = await readFile(`${SITES.root.folder}/embed.js`);
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(2048);
});

test('an element becomes a frame with the view that its attributes describe', async () => {
  await open(
    `${SCRIPT}<sourced-timeline from="2025-05-01" to="2025-06-30" kind="denial" theme="dark" plain>${LINK}</sourced-timeline>`,
  );
  const frame = await embedIn(page());
  const { origin, pathname, searchParams } = new URL(frame.url());
  expect(origin + pathname).toBe(addressOf(SITES.root, 'embed/'));
  expect(Object.fromEntries(searchParams)).toEqual({
    from: '2025-05-01',
    to: '2025-06-30',
    kind: 'denial',
    theme: 'dark',
    plain: '',
  });
  await expectRightHeight(page(), frame);
  const element = page().locator('iframe');
  expect(await element.getAttribute('title')).toBe('The story');
  expect(await element.getAttribute('loading')).toBe('lazy');
  expect((await element.getAttribute('sandbox'))?.split(' ')).not.toContain('allow-same-origin');
});

test('so does a div, for editors that know no other elements', async () => {
  await open(
    `<div data-sourced-timeline data-src="${EVENT}" data-title="An event" data-theme="dark">${LINK}</div><script async src="${LOADER}"></script>`,
  );
  const frame = await embedIn(page());
  expect(frame.url()).toBe(`${EVENT}?theme=dark`);
  await expectRoom(page(), frame);
  expect(await page().locator('iframe').getAttribute('title')).toBe('An event');
});

test('another element with that attribute is left alone, and harms none after it', async () => {
  await open(
    `<a data-sourced-timeline href="/">A link</a><div data-sourced-timeline></div><script async src="${LOADER}"></script>`,
  );
  await embedIn(page());
  expect(await page().locator('iframe').count()).toBe(1);
  expect(await page().getByRole('link', { name: 'A link' }).isVisible()).toBe(true);
});

test('the link is there until the frame has come, and where scripts are stripped', async () => {
  await open(`<sourced-timeline>${LINK}</sourced-timeline>`);
  expect(await page().getByRole('link', { name: 'The story' }).isVisible()).toBe(true);
  await page().route('**/embed/', (route) => route.abort());
  await open(`${SCRIPT}<sourced-timeline>${LINK}</sourced-timeline>`);
  await page().waitForSelector('iframe');
  await page().getByRole('link', { name: 'The story' }).click({ trial: true });
  await page().unroute('**/embed/');
  await open(`${SCRIPT}<sourced-timeline>${LINK}</sourced-timeline>`);
  await embedIn(page());
  await page().getByRole('link', { name: 'The story' }).waitFor({ state: 'hidden' });
});

test('loaded twice, it makes one frame of each element', async () => {
  await open(
    `${SCRIPT}${SCRIPT}<sourced-timeline></sourced-timeline><div data-sourced-timeline></div>${SCRIPT}`,
  );
  await page().waitForFunction(() => document.readyState === 'complete');
  expect(await page().locator('iframe').count()).toBe(2);
});

test('an element that is moved, or added later, has its frame', async () => {
  await open(`<main></main>${SCRIPT}<sourced-timeline></sourced-timeline>`);
  await page().evaluate(() => {
    document.querySelector('main')?.append(document.querySelector('sourced-timeline') ?? '');
  });
  await expectRightHeight(page(), await embedIn(page()));
  expect(await page().locator('main iframe').count()).toBe(1);
});

test('an address that is none of the web is left alone', async () => {
  await open(
    `${SCRIPT}<sourced-timeline src="javascript:alert(1)">${LINK}</sourced-timeline><sourced-timeline src="http://">${LINK}</sourced-timeline>`,
  );
  expect(await page().locator('iframe').count()).toBe(0);
  expect(await page().locator('a:visible').count()).toBe(2);
});

describe('nothing moves on the page', () => {
  test.each([320, 360, 480, 768, 1000, 1280])('at %i px', async (width) => {
    await page().setViewportSize({ width, height: 700 });
    const letCome = await openWithout(
      '**/embed/',
      `${SCRIPT}<p>Before.</p><sourced-timeline></sourced-timeline><p id="after">After.</p>`,
    );
    const top = () =>
      page()
        .locator('#after')
        .evaluate((one) => one.getBoundingClientRect().top);
    const before = await top();
    letCome();
    const frame = await embedIn(page());
    await frame.waitForSelector('[data-live]');
    await expectRoom(page(), frame);
    expect(await top()).toBe(before);
    await page().setViewportSize({ width: 1000, height: 700 });
  });

  test('for an event whose heights the element tells', async () => {
    await open(
      `${SCRIPT}<sourced-timeline src="${EVENT}" heights="0:2000 700:500"></sourced-timeline>`,
    );
    expect(await frameHeight(page())).toBe(500);
    await expectRoom(page(), await embedIn(page()));
    expect(await frameHeight(page())).toBe(500);
  });
});

test('the heights that the site tells of each embed are nearly those that it has', async () => {
  const response = await fetch(addressOf(SITES.root, 'embed/heights.json'));
  const heights = Object.entries((await response.json()) as Record<string, string>);
  expect(heights.length).toBeGreaterThan(60);
  const differences: number[] = [];
  const shares: number[] = [];
  for (const width of [328, 640]) {
    await page().setViewportSize({ width, height: 700 });
    for (const [path, text] of heights) {
      await page().goto(new URL(path, addressOf(SITES.root)).href);
      const table = text.split(' ').map((pair) => pair.split(':').map(Number));
      const told = table.findLast(([from = 0]) => from <= width)?.[1] ?? NaN;
      const height = await contentHeight(page().mainFrame());
      differences.push(told - height);
      shares.push(told / height);
    }
  }
  await page().setViewportSize({ width: 1000, height: 700 });
  const sorted = differences.sort((a, b) => a - b);
  // One line too low at worst, and of most embeds too little too high to be worth a jump.
  expect(sorted[0]).toBeGreaterThan(-30);
  expect(sorted[Math.floor(sorted.length * 0.6)]).toBeLessThan(64);
  // What is left free adds up with the texts of an exchange, so its bound is a share.
  expect(Math.max(...shares)).toBeLessThan(1.3);
});

/** Expects a frame to hold all of its content, and to leave too little free to be worth a jump. */
async function expectRoom(page: Page, frame: Frame): Promise<void> {
  await answered(page);
  const free = (await frameHeight(page)) - (await contentHeight(frame));
  expect(free).toBeGreaterThanOrEqual(0);
  expect(free).toBeLessThan(64);
}

/** Waits until the frame's answer to a question has come, and with it whatever it told before. */
async function answered(page: Page): Promise<void> {
  await page.locator('iframe').evaluate(
    (frame) =>
      new Promise<void>((resolve) => {
        addEventListener('message', () => {
          resolve();
        });
        const question = { sentinel: 'amp', type: 'frames-init' };
        (frame as HTMLIFrameElement).contentWindow?.postMessage(question, '*');
      }),
  );
}

test('a frame of fixed height scrolls inside', async () => {
  await open(`${SCRIPT}<sourced-timeline height="600"></sourced-timeline>`);
  const frame = await embedIn(page());
  await frame.waitForSelector('[data-live]');
  expect(await frameHeight(page())).toBe(600);
  const scrolled = await frame.evaluate(() => {
    document.body.scrollTop = 9999;
    return document.body.scrollTop;
  });
  expect(scrolled).toBeGreaterThan(100);
});

describe('the theme of the page is followed', () => {
  const STYLES = `<style>body { background: #fff; color: #222 }
    .dark body { background: #111; color: oklch(0.95 0.01 90) }</style>`;

  test('when it changes, however it is made', async () => {
    await open(`${STYLES}${SCRIPT}<sourced-timeline></sourced-timeline>`);
    const frame = await embedIn(page());
    const ground = () =>
      frame.evaluate(() => {
        const [red = '0'] =
          /\d+/.exec(getComputedStyle(document.documentElement).backgroundColor) ?? [];
        return Number(red) > 127 ? 'light' : 'dark';
      });
    await soon(ground).toBe('light');
    await page().evaluate(() => {
      document.documentElement.className = 'dark';
    });
    await soon(ground).toBe('dark');
    await page().evaluate(() => {
      document.documentElement.className = '';
    });
    await soon(ground).toBe('light');
  });

  test('unless the element names one', async () => {
    await open(
      `${STYLES}<script>document.documentElement.className = 'dark'</script>${SCRIPT}<sourced-timeline theme="light"></sourced-timeline>`,
    );
    const frame = await embedIn(page());
    expect(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
      'light',
    );
  });
});

describe('a hostile frame', () => {
  /** Says what it is told to, ten thousand times, and then that it is done. */
  const HOSTILE = `<script>
    const heights = [1e9, -5, 0, NaN, Infinity, '4e9', null, {}, [], 'x'];
    for (let i = 0; i < 10000; i++)
      parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: heights[i % 10] }, '*');
    for (const message of [null, 1, 'text', [], { sentinel: 'amp' }, { type: 'embed-size', height: 7 }])
      parent.postMessage(message, '*');
    parent.postMessage('done', '*');
  </script>`;
  const DONE = `<script>addEventListener('message', ({ data }) => {
    if (data === 'done') document.body.dataset.done = '';
  })</script>`;

  test('cannot make itself taller than the clamp', async () => {
    hosts.put('hostile', HOSTILE);
    await open(
      `${DONE}${SCRIPT}<sourced-timeline src="${hosts.at('hostile')}"></sourced-timeline>`,
    );
    await page().waitForSelector('[data-done]');
    expect(await frameHeight(page())).toBe(30_000);
  });

  test('cannot change a frame that is not its own', async () => {
    hosts.put('hostile', HOSTILE);
    await open(
      `${DONE}${SCRIPT}<sourced-timeline></sourced-timeline><iframe id="other" title="Other" src="${hosts.at('hostile')}"></iframe>`,
    );
    const own = 'sourced-timeline iframe';
    const frame = await embedIn(page(), own);
    await page().waitForSelector('[data-done]');
    const height = await page()
      .locator(own)
      .evaluate(({ clientHeight }) => clientHeight);
    expect(height - (await contentHeight(frame))).toBeLessThan(64);
  });
});
