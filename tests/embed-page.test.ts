import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { DESK, listed, mark, part, sharedBrowser, sharedPage, soon } from './support/explorer.ts';
import { contentHeight, embedIn, HOSTS, serveHosts, type HostServer } from './support/hosts.ts';
import { addressOf, SITES } from './support/sites.ts';
import { readStory } from './support/story.ts';

const EVENT = 'svr-second-statement';
const PAGES = {
  timeline: 'embed/',
  event: `embed/events/${EVENT}/`,
  exchange: 'embed/exchanges/svr-second-statement--krusik-kits/',
};
const KB = 1024;

const browser = sharedBrowser();
let hosts: HostServer;
beforeAll(async () => {
  hosts = await serveHosts();
});
afterAll(() => hosts.close());

/** Opens an embed as a page of its own. */
async function openEmbed(page: Page, path = PAGES.timeline): Promise<void> {
  await page.goto(addressOf(SITES.root, path));
  if (path.startsWith('embed/?') || path === 'embed/')
    await page.locator('timeline-chart[data-live]').waitFor({ state: 'attached' });
}

/** Opens a page of another origin that holds an embed in a sandbox. */
async function openSandboxed(page: Page, path = PAGES.timeline, sandbox = 'allow-scripts') {
  const src = addressOf(SITES.root, path);
  hosts.put(
    'page',
    `<iframe sandbox="${sandbox}" title="Story" width="100%" height="900" src="${src}"></iframe>`,
  );
  await page.goto(hosts.at('page'));
  return embedIn(page);
}

test('the timeline of the real story weighs at most 60 KB', async () => {
  const html = await readFile(`${SITES.root.folder}/embed/index.html`);
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(60 * KB);
});

describe('in a sandbox on another site', () => {
  const page = sharedPage(browser, DESK);

  test.each(Object.entries(PAGES))(
    'the %s is one request, and nothing is kept on the machine',
    async (_, path) => {
      const requests: string[] = [];
      const note = (request: Request) => requests.push(request.url());
      page().on('request', note);
      const frame = await openSandboxed(page(), path);
      if (path === PAGES.timeline) {
        await frame.waitForSelector('[data-live]');
        await frame.locator(`.plot .mark[data-key="${EVENT}"] a`).click();
        await frame.waitForSelector('[data-part="card"]:not([hidden]) h2');
        await frame.locator('summary').first().click();
        await frame.locator('input[name=q]').fill('rockets');
        await frame.waitForSelector('[data-filtered]');
      }
      page().off('request', note);
      expect(requests).toEqual([hosts.at('page'), addressOf(SITES.root, path)]);
      const { cookies, origins } = await page().context().storageState({ indexedDB: true });
      expect({ cookies, origins }).toEqual({ cookies: [], origins: [] });
      expect(await frame.evaluate(() => origin)).toBe('null');
    },
  );

  test('a link opens the site in a new tab where the host lets it', async () => {
    const frame = await openSandboxed(
      page(),
      `embed/?event=${EVENT}&theme=dark`,
      'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    );
    await frame.waitForSelector('[data-live]');
    const [opened] = await Promise.all([
      page().context().waitForEvent('page'),
      frame.locator('a[data-part="full"]').click(),
    ]);
    await opened.waitForURL(addressOf(SITES.root, `?event=${EVENT}`));
    await opened.locator('timeline-chart[data-live]').waitFor({ state: 'attached' });
    expect(await opened.evaluate('opener === null')).toBe(true);
    await opened.close();
  });

  test('ten thousand forged messages change nothing, and are not each answered', async () => {
    const frame = await openSandboxed(page());
    await frame.waitForSelector('[data-live]');
    const shown = () => frame.evaluate(() => document.body.innerText);
    const [text, height] = [await shown(), await contentHeight(frame)];
    const answers = await page().evaluate(async () => {
      const target = document.querySelector('iframe')?.contentWindow;
      const forged = [
        { type: 'iframe-child-init', bodyPadding: '900px', targetElementSelector: 'h1' },
        'pymxPYMxstoryxPYMxwidthxPYMx9',
        { message: 'ready', secret: 'forged' },
        { sentinel: 'amp', type: 'frames-init' },
        { sentinel: 'amp', type: 'embed-size', height: 1e9 },
        null,
        '[iFrameSizer]message',
        { theme: '<b>' },
      ];
      let answers = 0;
      const counted = new Promise<void>((resolve) => {
        addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
          if (data.type === 'iframe-resized') answers++;
          if (answers > 0) resolve();
        });
      });
      for (let i = 0; i < 10_000; i++) target?.postMessage(forged[i % forged.length], '*');
      await counted;
      return answers;
    });
    expect(answers).toBeLessThan(100);
    expect([await shown(), await contentHeight(frame)]).toEqual([text, height]);
  });
});

test('a link tells its address where the host lets none be opened, and WordPress follows it', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  hosts.put('page', HOSTS.WordPress(addressOf(SITES.root, PAGES.event)));
  await page.goto(hosts.at('page'));
  const frame = await embedIn(page);
  await frame.locator('a[data-part="full"]').click();
  const address = addressOf(SITES.root, `events/${EVENT}/`);
  expect(await frame.locator('[data-part="blocked"]').textContent()).toContain(address);
  await page.waitForSelector(`[data-link="${address}"]`);
  await context.close();
});

test('a message from anyone but the host is not answered', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  const src = addressOf(SITES.root, PAGES.event);
  hosts.put(
    'sibling',
    `<script>
      const ask = () => parent.frames[0].postMessage({ type: 'iframe-get-child-dimensions' }, '*');
      for (let i = 0; i < 100; i++) ask();
      parent.postMessage('asked', '*');
    </script>`,
  );
  hosts.put(
    'page',
    `<script>
      const heard = [];
      addEventListener('message', ({ data }) => heard.push(data.type ?? data));
    </script>
    <iframe sandbox="allow-scripts" title="Story" src="${src}"></iframe>`,
  );
  await page.goto(hosts.at('page'));
  const frame = await embedIn(page);
  const told = () => page.evaluate('heard.filter((type) => type === "iframe-resized").length');
  await soon(told).toBeGreaterThan(0);
  await contentHeight(frame);
  const before = Number(await told());
  await page.evaluate((address) => {
    const sibling = document.createElement('iframe');
    sibling.src = address;
    document.body.append(sibling);
  }, hosts.at('sibling'));
  await page.waitForFunction('heard.includes("asked")');
  // The host's own question comes after theirs, and is the only one with an answer.
  await page.evaluate(() => {
    const question = { type: 'iframe-get-child-dimensions' };
    document.querySelector('iframe')?.contentWindow?.postMessage(question, '*');
  });
  await soon(told).toBe(before + 1);
  await context.close();
});

describe('without JavaScript', () => {
  const page = sharedPage(browser, { ...DESK, javaScriptEnabled: false });

  test('the chart and the list are whole, and lead to the pages of the events', async () => {
    const { events } = await readStory();
    await page().goto(addressOf(SITES.root, PAGES.timeline));
    expect(await page().locator('.plot:visible').count()).toBe(1);
    expect(await page().locator('.mark:visible a').count()).toBeGreaterThan(40);
    await page().locator('#events > summary').click();
    const items = page().locator('#events li[id]:visible');
    expect(await items.count()).toBe(events.length);
    const [opened] = await Promise.all([
      page().context().waitForEvent('page'),
      mark(page(), EVENT).locator('visible=true').click(),
    ]);
    await opened.waitForURL(addressOf(SITES.root, `events/${EVENT}/`));
    await opened.close();
  });

  test.each([PAGES.event, PAGES.exchange])('%s can be read', async (path) => {
    await page().goto(addressOf(SITES.root, path));
    for (const summary of await page().locator('summary').all()) await summary.click();
    expect(await page().locator('h1, .speaker').count()).toBeGreaterThan(1);
  });
});

describe('the address', () => {
  const page = sharedPage(browser, DESK);

  test('restores a view as the site does, and the link to the site takes it along', async () => {
    await openEmbed(page(), `embed/?kind=denial&scale=true&event=${EVENT}&childId=x&theme=dark`);
    const inFrame = await listedIn(page());
    expect(new URL(await fullLink(page())).search).toBe(`?kind=denial&scale=true&event=${EVENT}`);
    await page().goto(addressOf(SITES.root, `?kind=denial&scale=true&event=${EVENT}`));
    await page().locator('timeline-chart[data-live]').waitFor({ state: 'attached' });
    expect(inFrame).toEqual(await listed(page()));
  });

  test('keeps the view that a reader comes to in the link, and not in the history', async () => {
    await openEmbed(page());
    const entries = await page().evaluate(() => history.length);
    await mark(page(), EVENT).click();
    await part(page(), 'card').locator('h2').waitFor();
    expect(new URL(await fullLink(page())).searchParams.get('event')).toBe(EVENT);
    expect(new URL(page().url()).search).toBe('');
    expect(await page().evaluate(() => history.length)).toBe(entries);
  });

  test('searches what is in the page', async () => {
    await openEmbed(page(), 'embed/?q=vučić zelensky');
    await page().waitForSelector('[data-filtered]');
    const found = await listedIn(page());
    expect(found.length).toBeGreaterThan(0);
    await openEmbed(page(), 'embed/?q=VUCIC zelen');
    await soon(() => listedIn(page())).toEqual(found);
    await openEmbed(page(), 'embed/?q=nothing-has-this');
    await soon(() => listedIn(page())).toEqual([]);
  });

  test.each([
    ['light', 'dark', 'rgb(252, 251, 248)'],
    ['dark', 'light', 'rgb(23, 24, 27)'],
    ['auto', 'dark', 'rgb(23, 24, 27)'],
  ] as const)('theme=%s holds where the reader prefers %s', async (theme, colorScheme, paper) => {
    await page().emulateMedia({ colorScheme });
    await openEmbed(page(), `embed/?theme=${theme}`);
    expect(await groundOf(page())).toBe(paper);
    await page().emulateMedia({ colorScheme: null });
  });

  test('leaves title and ground out when it asks to', async () => {
    await openEmbed(page(), 'embed/?plain&transparent');
    expect((await page().locator('.embed-head').boundingBox())?.height).toBeLessThanOrEqual(1);
    expect(await groundOf(page())).toBe('rgba(0, 0, 0, 0)');
    await openEmbed(page(), 'embed/?plain=0&lang=de&utm_source=x');
    expect((await page().locator('.embed-head').boundingBox())?.height).toBeGreaterThan(20);
    expect(await part(page(), 'notice').textContent()).toBe('');
  });

  test('makes it scroll inside, and a card comes into sight there', async () => {
    await openEmbed(page(), 'embed/?height=fixed');
    const height = await page()
      .locator('body')
      .evaluate(({ clientHeight }) => clientHeight);
    expect(height).toBeLessThanOrEqual(1000);
    await mark(page(), EVENT).click();
    await part(page(), 'card').locator('h2').waitFor();
    await soon(async () => (await part(page(), 'card').boundingBox())?.y ?? 0).toBeLessThan(height);
  });
});

/** Slugs of the events that the list, which is closed at first, would show. */
function listedIn(page: Page): Promise<string[]> {
  return page
    .locator('#events li[id^="event-"]:not([hidden])')
    .evaluateAll((items) => items.map(({ id }) => id.replace('event-', '')));
}

function fullLink(page: Page): Promise<string> {
  return page.locator('a[data-part="full"]').evaluate((link) => (link as HTMLAnchorElement).href);
}

function groundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test.each([
  ['click', 320],
  ['click', 700],
  ['Enter', 360],
] as const)('a card that is opened with %s is in sight at %i px', async (how, width) => {
  const context = await browser().newContext({ ...DESK, viewport: { width, height: 700 } });
  const page = await context.newPage();
  await openEmbed(page);
  if (how === 'click') await mark(page, EVENT).locator('.target').click();
  else await mark(page, EVENT).press('Enter');
  const card = part(page, 'card');
  await card.locator('h2').waitFor();
  await soon(() =>
    card.evaluate((one) => {
      const { top } = one.getBoundingClientRect();
      return top >= 0 && top < innerHeight - 100 && document.activeElement === one;
    }),
  ).toBe(true);
  await context.close();
});

test('a card shows an event with the sources that it rests on', async () => {
  const context = await browser().newContext(DESK);
  const page = await context.newPage();
  const { events } = await readStory();
  const event = events.find(({ slug }) => slug === EVENT);
  await openEmbed(page, `embed/?event=${EVENT}`);
  const card = part(page, 'card');
  await soon(() => card.locator('h2').textContent()).toBe(event?.title);
  expect(await card.locator('.standfirst').textContent()).toBe(event?.summary);
  expect(await card.locator('.meta a').count()).toBe(event?.sources.length);
  await page.keyboard.press('Tab');
  await mark(page, EVENT).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await card.isVisible()).toBe(false);
  await context.close();
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([320, 360, 768, 1280])('everything is accessible at %i px', async (width) => {
    const options: BrowserContextOptions = {
      ...DESK,
      colorScheme,
      viewport: { width, height: 900 },
    };
    const context = await browser().newContext(options);
    const page = await context.newPage();
    for (const path of [...Object.values(PAGES), `embed/?event=${EVENT}`]) {
      await openEmbed(page, path);
      for (const summary of await page.locator('.more > summary').all()) await summary.click();
      expect(await violations(page)).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(sideways).toBeLessThanOrEqual(width);
    }
    await context.close();
  });
});
