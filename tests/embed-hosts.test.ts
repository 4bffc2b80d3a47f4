import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser, sharedPage } from './support/explorer.ts';
import {
  contentHeight,
  embedIn,
  expectRightHeight,
  frameHeight,
  HOSTS,
  serveHosts,
  type HostServer,
} from './support/hosts.ts';
import { addressOf, SITES } from './support/sites.ts';

const EVENT = 'svr-second-statement';

const browser = sharedBrowser();
let hosts: HostServer;
beforeAll(async () => {
  hosts = await serveHosts();
});
afterAll(() => hosts.close());

describe.each(Object.entries(HOSTS))('in a page of %s', (name, bodyFor) => {
  const limit = name === 'WordPress' ? 1000 : Infinity;
  const page = sharedPage(browser, {
    viewport: { width: 1000, height: 700 },
    reducedMotion: 'reduce',
  });

  /** Opens a host's page with an embed. */
  async function open(path: string): Promise<Frame> {
    hosts.put('page', bodyFor(addressOf(SITES.root, path)));
    await page().setViewportSize({ width: 1000, height: 700 });
    await page().goto(hosts.at('page'));
    return embedIn(page());
  }

  test('the timeline has the right height, after a change of width and with a card too', async () => {
    const frame = await open('embed/');
    await expectRightHeight(page(), frame, limit);
    await page().setViewportSize({ width: 480, height: 700 });
    await expectRightHeight(page(), frame, limit);
    await page().setViewportSize({ width: 1000, height: 700 });
    await frame.waitForSelector('[data-live]');
    await expectRightHeight(page(), frame, limit);
    const before = await contentHeight(frame);
    await frame.locator(`.plot .mark[data-key="${EVENT}"] a`).click();
    await frame.waitForSelector('[data-part="card"]:not([hidden]) h2');
    expect(await contentHeight(frame)).toBeGreaterThan(before);
    await expectRightHeight(page(), frame, limit);
  });

  test('an event has the right height, and when its claims are opened', async () => {
    const frame = await open(`embed/events/${EVENT}/`);
    await expectRightHeight(page(), frame, limit);
    await frame.locator('summary').first().click();
    await expectRightHeight(page(), frame, limit);
  });

  test('it does not follow a frame that is too tall', async () => {
    const frame = await open('embed/');
    await expectRightHeight(page(), frame, limit);
    const height = await contentHeight(frame);
    const tall = 9000;
    await page()
      .locator('iframe')
      .evaluate((element, pixels) => {
        element.removeAttribute('style');
        element.setAttribute('height', String(pixels));
      }, tall);
    expect(await frameHeight(page())).toBeGreaterThanOrEqual(tall);
    expect(await answerOf(page())).toBe(Math.min(limit, height));
    expect(await contentHeight(frame)).toBe(height);
  });
});

/** What an embed says when it is asked for its height. */
function answerOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('message', ({ data }: MessageEvent<{ type?: string; height: number }>) => {
          if (data.type === 'iframe-resized') resolve(data.height);
        });
        const question = { type: 'iframe-get-child-dimensions' };
        document.querySelector('iframe')?.contentWindow?.postMessage(question, '*');
      }),
  );
}
