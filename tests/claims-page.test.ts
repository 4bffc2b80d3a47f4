import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsOf } from '../src/model/relations.ts';
import { violations } from './support/axe.ts';
import { openBrowser, visit, type Mishaps } from './support/browser.ts';
import { overlapsIn } from './support/overlaps.ts';
import { addressOf, SITES } from './support/sites.ts';
import { readStory } from './support/story.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

interface Frame {
  width?: number;
  javaScriptEnabled?: boolean;
  forcedColors?: 'active';
}

/** Opens the register in a fresh context, which is closed whatever happens. */
async function onRegister(
  query: string,
  { width = 1280, ...options }: Frame,
  run: (page: Page, mishaps: Mishaps) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  try {
    const { page, mishaps } = await visit(context, addressOf(SITES.root, `claims/${query}`));
    await run(page, mishaps);
    expect(mishaps).toEqual({ console: [], requests: [] });
  } finally {
    await context.close();
  }
}

const story = await readStory();
const claims = claimsOf(story);
/** The speaker who denies most: their denials are a part of what they and others say. */
const denials = claims.filter(({ claim }) => claim.stance === 'denies');
const speaker =
  denials
    .map(({ claim }) => claim.by)
    .sort(
      (a, b) =>
        denials.filter(({ claim }) => claim.by === b).length -
        denials.filter(({ claim }) => claim.by === a).length,
    )[0] ?? '';
const denied = denials.filter(({ claim }) => claim.by === speaker).length;

const choice = (page: Page, name: string) => page.locator(`.claim-filter select[name=${name}]`);
const status = (page: Page) => page.locator('.claim-filter [role=status]');
const fitting = (page: Page) => page.locator('.turn.fits:visible');

describe('the register', () => {
  test('restores its filters from the address, and says how many claims fit', async () => {
    await onRegister(`?actor=${speaker}&stance=denies`, {}, async (page) => {
      expect(await choice(page, 'actor').inputValue()).toBe(speaker);
      expect(await choice(page, 'stance').inputValue()).toBe('denies');
      expect(await fitting(page).count()).toBe(denied);
      const words = await status(page).textContent();
      expect(words).toContain(String(denied));
      expect(words).toContain(String(claims.length));
      expect(await violations(page)).toEqual([]);
    });
  });

  test('is filtered with the keyboard, and the address follows and leads back', async () => {
    await onRegister('', {}, async (page) => {
      await choice(page, 'stance').focus();
      await page.keyboard.press('ArrowDown');
      const stance = await choice(page, 'stance').inputValue();
      expect(new URL(page.url()).searchParams.get('stance')).toBe(stance);
      expect(await fitting(page).count()).toBe(
        claims.filter(({ claim }) => claim.stance === stance).length,
      );
      await page.goBack();
      await expect.poll(() => choice(page, 'stance').inputValue()).toBe('');
      expect(await page.locator('.turn[data-stance]:visible').count()).toBe(claims.length);
    });
  });

  test('shows with a claim that fits the whole exchange, so that no denial stands alone', async () => {
    await onRegister('?stance=denies', {}, async (page) => {
      const alone = page.locator('.exchanges > .exchange:visible:not(:has(.fits))');
      expect(await alone.count()).toBe(0);
      expect(await page.locator('.turn[data-stance=alleges]:visible').count()).toBeGreaterThan(0);
    });
  });

  test('names what an address says in vain, and shows everything', async () => {
    await onRegister('?actor=no-$%26-actor', {}, async (page) => {
      expect(await status(page).textContent()).toContain('actor=no-$&-actor');
      expect(await page.locator('.turn[data-stance]:visible').count()).toBe(claims.length);
    });
  });

  test('is whole without JavaScript, where no filter is offered', async () => {
    await onRegister('', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.turn[data-stance]:visible').count()).toBe(claims.length);
      expect(await page.locator('.claim-filter:visible').count()).toBe(0);
      expect(await page.locator('.plot:visible').count()).toBe(1);
    });
  });
});

describe('the picture of the exchanges', () => {
  const focused = (page: Page) =>
    page.evaluate(
      () => document.activeElement?.closest('.mark')?.getAttribute('data-key') ?? 'no mark',
    );

  test('is one tab stop, and the keys walk through its marks', async () => {
    await onRegister('', {}, async (page) => {
      const stop = page.locator('.plot:visible .mark a[tabindex="0"]');
      expect(await stop.count()).toBe(1);
      expect(await page.locator('.plot:visible .mark a:not([tabindex])').count()).toBe(0);
      await stop.focus();
      const first = await focused(page);
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).not.toBe(first);
      await page.keyboard.press('ArrowLeft');
      expect(await focused(page)).toBe(first);
      await page.keyboard.press('End');
      const last = await focused(page);
      expect(last).not.toBe(first);
      expect(await page.locator('.plot:visible .arcs path.on').count()).toBeGreaterThan(0);
      await page.keyboard.press('Home');
      expect(await focused(page)).toBe(first);
    });
  });

  test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
    'has marks that lead to their claims, JavaScript $javaScriptEnabled',
    async (options) => {
      await onRegister('', options, async (page) => {
        const mark = page.locator('.plot:visible .mark a').last();
        const href = (await mark.getAttribute('href')) ?? '';
        await mark.click();
        const id = href.replace(/^.*#/, '');
        expect(new URL(page.url()).hash).toBe(`#${id}`);
        expect(await page.locator('.turn:target').getAttribute('id')).toBe(id);
      });
    },
  );

  test.each([320, 360, 768, 1280, 1920])('has nothing that overlaps at %i px', async (width) => {
    await onRegister('', { width }, async (page) => {
      expect(await overlapsIn(page)).toEqual([]);
    });
  });
});

test('where text runs from right to left, so does the picture, and the keys with it', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const { page } = await visit(context, addressOf(SITES.rtl, 'claims/'));
    const marks = page.locator('.plot:visible .mark');
    const places = await marks.evaluateAll((all) =>
      all.map((mark) => mark.getBoundingClientRect().right),
    );
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(places.length).toBeGreaterThan(1);
    await marks.first().locator('a').focus();
    await page.keyboard.press('ArrowLeft');
    const focused = await marks
      .locator('a')
      .evaluateAll((links) => links.findIndex((link) => link === document.activeElement));
    expect(focused).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(await overlapsIn(page)).toEqual([]);
  } finally {
    await context.close();
  }
});

test('both pages can be read in forced colours', async () => {
  await onRegister('', { forcedColors: 'active' }, async (page) => {
    expect(await violations(page)).toEqual([]);
    await page.goto(addressOf(SITES.root, 'disagreements/'));
    expect(await violations(page)).toEqual([]);
  });
});
