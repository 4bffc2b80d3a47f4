import { describe, expect, test } from 'vitest';
import { countInChart, openView, sharedBrowser, sharedPage, soon } from './support/explorer.ts';
import { overlapsIn } from './support/overlaps.ts';
import { readStory } from './support/story.ts';

const { events, sources } = await readStory();
const browser = sharedBrowser();

describe('print', () => {
  const currentPage = sharedPage(browser);

  test.each([
    ['the whole story', ''],
    ['a table', '?show=table'],
    ['an event, read in order', '?show=reading&event=svr-first-statement'],
    ['a part, in the dark', '?from=2025-05-01&to=2025-07-31'],
  ])('holds chart, list and sources, and no controls: from %s', async (_, query) => {
    const page = currentPage();
    await openView(page, query);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const shown of ['.plot', '#events', '#printed-sources'])
      expect({ shown, is: await page.locator(shown).isVisible() }).toEqual({ shown, is: true });
    expect(await page.locator('#events li[id]:visible').count()).toBe(events.length);
    const controls = [
      '.save-picture',
      'form',
      '.chart-bar',
      '.overview',
      '.card',
      '.theme',
      'nav',
      '.event-table',
    ];
    for (const hidden of controls)
      expect({ hidden, is: await page.locator(hidden).first().isVisible() }).toEqual({
        hidden,
        is: false,
      });
    const printed = await page.locator('.section.print-only').innerText();
    for (const { URL } of sources) expect(printed).toContain(URL ?? '');
    const { backgroundColor, color } = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return { backgroundColor, color };
    });
    expect([backgroundColor, color]).toEqual(['rgb(255, 255, 255)', 'rgb(27, 27, 24)']);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  test('holds the whole chart on one page', async () => {
    const page = currentPage();
    const size = page.viewportSize();
    // The width and the height of A4 paper within margins of 15 mm, at 96 pixels an inch.
    const paper = { width: 680, height: 1009 };
    await page.setViewportSize(paper);
    await openView(page);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const { width = NaN, height = NaN } = (await page.locator('.chart').boundingBox()) ?? {};
    expect(width).toBeLessThanOrEqual(paper.width);
    expect(height).toBeLessThan(paper.height);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    if (size) await page.setViewportSize(size);
  });

  test('shows all of time, and the screen what it showed before', async () => {
    const page = currentPage();
    await openView(page, '?from=2025-05-01&to=2025-07-31');
    const before = await countInChart(page);
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const marks = [...document.querySelectorAll('.plot .mark')];
        const counts = marks.map((one) => Number(one.querySelector('.count')?.textContent ?? 1));
        document.documentElement.dataset.printed = String(counts.reduce((a, b) => a + b, 0));
      });
    });
    await page.pdf();
    expect(await page.locator('html').getAttribute('data-printed')).toBe(String(events.length));
    await soon(() => countInChart(page)).toBe(before);
  });

  test.each([
    ['a desk', 1280],
    ['a wide screen', 1920],
    ['a phone', 360],
  ])('overlaps nowhere on A4 paper, whether it comes from %s', async (_, width) => {
    const context = await browser().newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    // A page that is printed is laid out anew without being told: so it is here.
    await page.addInitScript(() => {
      Object.assign(window, {
        ResizeObserver: class {
          observe() {
            return;
          }
        },
      });
    });
    await openView(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1050 });
    expect(await overlapsIn(page)).toEqual([]);
    expect(await countInChart(page)).toBe(events.length);
    await context.close();
  });
});
