import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { openBrowser, visit } from './support/browser.ts';
import { overlapsIn } from './support/overlaps.ts';
import { addressOf, SITES } from './support/sites.ts';

/** One page of each type. */
const PAGES = {
  home: '',
  event: 'events/svr-second-statement/',
  claims: 'claims/',
  disagreements: 'disagreements/',
  sources: 'sources/',
  source: 'sources/euronews-2025-05-30/',
  actors: 'actors/',
  actor: 'actors/aleksandar-vucic/',
  about: 'about/',
  data: 'data/',
  builder: 'embed/builder/',
  'not found': 'no-such-page/',
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Runs a test in a fresh context, which is closed whatever happens. */
async function inContext<T>(
  options: BrowserContextOptions,
  run: (open: (address: string) => ReturnType<typeof visit>, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await run((address) => visit(context, address), context);
  } finally {
    await context.close();
  }
}

/** How much of what was seen has moved since the page was opened. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shift += (entry as LayoutShift).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve(shift);
          });
        });
      }),
  );
}

/** The part of the Layout Instability API that is used; TypeScript does not know it yet. */
interface LayoutShift extends PerformanceEntry {
  value: number;
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  describe.each([360, 1280])('at %i px', (width) => {
    test.each(Object.entries(PAGES))(
      'the page "%s" is accessible and does not scroll sideways',
      async (name, path) => {
        await inContext({ colorScheme, viewport: { width, height: 800 } }, async (open) => {
          const { page, mishaps } = await open(addressOf(SITES.root, path));
          expect(await violations(page)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
          ).toBeLessThanOrEqual(width);
          if (name !== 'not found') expect(mishaps).toEqual({ console: [], requests: [] });
        });
      },
    );
  });
});

test.each([320, 640, 1024, 1920])('nothing is cut off at %i px', async (width) => {
  await inContext({ viewport: { width, height: 800 } }, async (open) => {
    for (const path of Object.values(PAGES)) {
      const { page } = await open(addressOf(SITES.root, path));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      await page.close();
    }
  });
});

describe('with JavaScript off', () => {
  test('the chart is complete, and a mark leads to its event', async () => {
    await inContext(
      { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
      async (open) => {
        const { page, mishaps } = await open(addressOf(SITES.based));
        const marks = page.locator('.mark:visible a');
        expect(await marks.count()).toBeGreaterThan(40);
        const mark = page.locator('.mark:visible[data-key=svr-first-statement] a');
        await mark.click();
        await page.waitForURL('**/some/base/events/svr-first-statement/');
        expect(mishaps).toEqual({ console: [], requests: [] });
      },
    );
  });

  test('one walks from event to event, and to a source and who said it', async () => {
    await inContext({ javaScriptEnabled: false }, async (open) => {
      const { page } = await open(addressOf(SITES.based));
      await page.locator('#events a').first().click();
      const first = page.url();
      await page.locator('.neighbours .next').click();
      expect(page.url()).not.toBe(first);
      await page.locator('.citation').first().click();
      await page.locator('.source-list li:target a').click();
      expect(page.url()).toContain('/some/base/sources/');
      await page.locator('nav[aria-label=Main] a', { hasText: 'Actors' }).click();
      await page.locator('.register a').first().click();
      expect(await page.locator('h1').count()).toBe(1);
    });
  });

  test.each([
    ['is a tap away on a phone', 360, 'screen', false],
    ['is there at a desk', 1280, 'screen', true],
    ['is printed', 360, 'print', true],
  ] as const)('what to know first %s', async (_, width, media, isThere) => {
    await inContext(
      { javaScriptEnabled: false, viewport: { width, height: 800 } },
      async (open) => {
        const { page } = await open(addressOf(SITES.root));
        await page.emulateMedia({ media });
        const isShown = () =>
          page
            .locator('.introduction .prose')
            .evaluate((text) => text.checkVisibility({ contentVisibilityAuto: true }));
        const summary = page.locator('.introduction summary');
        expect(await isShown()).toBe(isThere);
        expect(await summary.isVisible()).toBe(!isThere);
        if (isThere) return;
        await summary.click();
        expect(await isShown()).toBe(true);
      },
    );
  });

  test('exactly one drawing of the chart is shown at any width', async () => {
    await inContext({ javaScriptEnabled: false }, async (open) => {
      const { page } = await open(addressOf(SITES.root));
      for (const width of [320, 479, 480, 500, 700, 911, 912, 1100, 1200, 1500, 2560]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.locator('.plot:visible').count()).toBe(1);
      }
    });
  });
});

describe('the chart', () => {
  test.each([360, 768, 1280, 1920])(
    'is taken over at %i px without anything moving, however late',
    async (width) => {
      await inContext({ viewport: { width, height: 900 } }, async (open, context) => {
        let release: () => void = () => undefined;
        const painted = new Promise<void>((resolve) => (release = resolve));
        await context.route('**/*.js', async (route) => {
          await painted;
          await route.continue();
        });
        const opened = open(addressOf(SITES.root));
        const page = context.pages()[0] ?? (await context.waitForEvent('page'));
        await page.locator('.plot:visible').first().waitFor();
        await page.evaluate(
          `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`,
        );
        release();
        await opened;
        await page.waitForSelector('.chart-frame.live');
        expect(await shiftOf(page)).toBe(0);
        expect(await page.locator('.plot').count()).toBe(1);
      });
    },
  );

  describe.each([360, 1280])('from a link, at %i px', (width) => {
    test.each([
      ['to an event', '?event=svr-first-statement', '[data-part=card]:not([aria-busy]) h2'],
      ['to a filter', '?kind=denial', '[data-filtered]'],
      ['to a part of the story', '?from=2025-05-01&to=2025-07-15', '[data-part=range]'],
      ['to the table', '?show=table', '.event-table tbody tr'],
      ['to the reading', '?show=reading', '[data-part=card]:not([aria-busy]) h2'],
    ])('nothing moves: %s', async (_, query, shown) => {
      await inContext({ viewport: { width, height: 900 } }, async (open) => {
        const { page, mishaps } = await open(addressOf(SITES.root, query));
        await page.locator('timeline-chart[data-live]').waitFor({ state: 'attached' });
        await page.locator(shown).first().waitFor();
        expect(await shiftOf(page)).toBe(0);
        expect(mishaps).toEqual({ console: [], requests: [] });
      });
    });
  });

  test('of a link is shown as a whole if the script never comes', async () => {
    await inContext({ viewport: { width: 1280, height: 900 } }, async (open, context) => {
      await context.route('**/_astro/*.js', (route) => route.abort());
      const { page } = await open(addressOf(SITES.root, '?kind=denial'));
      const isShown = () =>
        page
          .locator('.chart')
          .evaluate((chart) => chart.checkVisibility({ visibilityProperty: true }));
      expect(await isShown()).toBe(false);
      await expect.poll(isShown, { timeout: 10_000 }).toBe(true);
    });
  });

  test('is the same before and after the script', async () => {
    const drawing = async (javaScriptEnabled: boolean) =>
      inContext({ javaScriptEnabled, viewport: { width: 1100, height: 900 } }, async (open) => {
        const { page } = await open(addressOf(SITES.root));
        if (javaScriptEnabled) await page.waitForSelector('.chart-frame.live');
        const markup = await page.locator('.plot:visible').evaluate((svg) => svg.innerHTML);
        // All that the script adds is the one tab stop.
        return markup.replace(/ tabindex="-?[01]"/g, '');
      });
    expect(await drawing(true)).toBe(await drawing(false));
  });

  test('is laid out anew when the window changes', async () => {
    await inContext({ viewport: { width: 1280, height: 900 } }, async (open) => {
      const { page } = await open(addressOf(SITES.root));
      await page.waitForSelector('.chart-frame.live.beside');
      await page.setViewportSize({ width: 400, height: 900 });
      await page.waitForSelector('.chart-frame.live.above');
      expect(await page.locator('.mark:visible').count()).toBeGreaterThan(40);
    });
  });

  test.each([320, 500, 760, 940, 1280, 1700])(
    'has no two labels or marks that overlap at %i px',
    async (width) => {
      await inContext({ viewport: { width, height: 900 } }, async (open) => {
        const { page } = await open(addressOf(SITES.root));
        await page.waitForSelector('.chart-frame.live');
        expect(await overlapsIn(page)).toEqual([]);
      });
    },
  );
});

test('Serbian and Cyrillic letters are in the page’s own serif', async () => {
  await inContext({}, async (open) => {
    const { page } = await open(addressOf(SITES.root, 'actors/aleksandar-vucic/'));
    const loaded = await page.evaluate(async () => {
      const family =
        getComputedStyle(document.documentElement).getPropertyValue('--font-serif').split(',')[0] ??
        '';
      const faces = await Promise.all(
        ['Vučić Krušik', 'Вучић', 'Київ'].map((text) =>
          document.fonts.load(`700 20px ${family}`, text),
        ),
      );
      return faces.map((list) => list.length);
    });
    expect(loaded).toEqual([2, 1, 1]);
  });
});
