import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axisOf, lengthInSight } from './support/axis.ts';
import {
  button,
  DESK,
  DISABLED,
  mark,
  openView,
  part,
  sharedBrowser,
  sharedPage,
  soon,
  WORDS,
} from './support/explorer.ts';

const browser = sharedBrowser();

describe('motion', () => {
  /** A page whose time stands still unless it is told to pass. */
  async function withClock(
    reducedMotion: 'reduce' | 'no-preference',
    run: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser().newContext({ ...DESK, reducedMotion });
    const page = await context.newPage();
    await page.clock.install();
    await openView(page, '?scale=true');
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    await run(page);
    await context.close();
  }

  const ways: [string, (page: Page) => Promise<void>][] = [
    ['a button', (page) => button(page, 'zoom-in').click()],
    ['a key', (page) => mark(page, 'svr-first-statement').press('+')],
    [
      'a double click',
      async (page) => {
        const { x = NaN, y = NaN } = (await page.locator('.plot').boundingBox()) ?? {};
        await page.mouse.dblclick(x + 400, y + 6);
      },
    ],
    [
      'a cluster',
      async (page) => {
        await page.locator('.plot .mark:has(.count) a').first().click();
      },
    ],
  ];

  test.each(ways)('shows the way when %s zooms', async (_, act) => {
    await withClock('no-preference', async (page) => {
      const start = await lengthInSight(page);
      await act(page);
      await page.clock.runFor(120);
      const midway = await lengthInSight(page);
      await page.clock.runFor(1000);
      const end = await lengthInSight(page);
      expect(midway).toBeLessThan(start);
      expect(end).toBeLessThan(midway);
    });
  });

  test.each(ways)('is spared, when it is to be reduced, as %s zooms', async (_, act) => {
    await withClock('reduce', async (page) => {
      const start = await axisOf(page);
      await act(page);
      const end = await axisOf(page);
      expect(end).not.toEqual(start);
      await page.clock.runFor(1000);
      expect(await axisOf(page)).toEqual(end);
    });
  });

  test('loses no step, however fast one follows the other', async () => {
    const steps = async (page: Page) => {
      for (const action of ['zoom-in', 'zoom-in', 'later', 'zoom-in'])
        await button(page, action).click(DISABLED);
    };
    const reached: number[] = [];
    for (const motion of ['no-preference', 'reduce'] as const) {
      await withClock(motion, async (page) => {
        await steps(page);
        await page.clock.runFor(1000);
        reached.push(Math.round((await lengthInSight(page)) / 60_000));
      });
    }
    expect(reached[0]).toBe(reached[1]);
  });

  const holds: [string, (page: Page) => Promise<void>][] = [
    ['the chart is pressed', (page) => page.mouse.down()],
    [
      'the wheel zooms',
      async (page) => {
        await page.keyboard.down('Control');
        await page.mouse.wheel(0, 20);
        await page.keyboard.up('Control');
      },
    ],
    [
      'a slider is moved',
      (page) => page.getByRole('slider', { name: WORDS.windowStart }).press('ArrowRight'),
    ],
    [
      'the chart leaves the page',
      (page) =>
        page.locator('timeline-chart').evaluate((chart) => {
          chart.remove();
        }),
    ],
  ];

  test.each(holds)('stops where it is when %s', async (_, act) => {
    await withClock('no-preference', async (page) => {
      const plot = await page.locator('.plot').elementHandle();
      const drawn = () => plot.innerHTML();
      const { x = NaN, y = NaN } = (await plot.boundingBox()) ?? {};
      const start = await drawn();
      await mark(page, 'svr-first-statement').press('+');
      await page.mouse.move(x + 400, y + 6);
      await page.clock.runFor(120);
      await act(page);
      const held = await drawn();
      expect(held).not.toBe(start);
      await page.clock.runFor(1000);
      expect(await drawn()).toBe(held);
    });
  });

  test('leads to the same place on a phone, where the chart changes its height on the way', async () => {
    const reached = async (reducedMotion: 'reduce' | 'no-preference') => {
      const viewport = { width: 360, height: 740 };
      const context = await browser().newContext({ viewport, reducedMotion });
      const page = await context.newPage();
      await openView(page, '?scale=true&from=2023-01-01&to=2023-06-30');
      const before = page.url();
      await button(page, 'zoom-in').click();
      await soon(() => page.url()).not.toBe(before);
      const address = page.url();
      await context.close();
      return address;
    };
    expect(await reached('no-preference')).toBe(await reached('reduce'));
  });

  test.each(['reduce', 'no-preference'] as const)(
    'ends, and nothing runs while nobody does anything: %s',
    async (motion) => {
      const context = await browser().newContext({ ...DESK, reducedMotion: motion });
      const page = await context.newPage();
      await page.clock.install();
      await page.addInitScript(() => {
        type Run = (...values: unknown[]) => void;
        const counts = { frames: 0, timers: 0 };
        const schedulers = window as unknown as Record<string, (run: Run, wait?: number) => number>;
        for (const [name, what] of [
          ['requestAnimationFrame', 'frames'],
          ['setTimeout', 'timers'],
          ['setInterval', 'timers'],
        ] as const) {
          const schedule = schedulers[name]?.bind(window);
          schedulers[name] = (run, wait) =>
            schedule?.((...values) => {
              counts[what]++;
              run(...values);
            }, wait) ?? 0;
        }
        Object.assign(window, { counts });
      });
      await openView(page);
      const take = () =>
        page.evaluate(() => {
          const { counts } = window as unknown as { counts: Record<string, number> };
          const taken = { ...counts };
          Object.assign(counts, { frames: 0, timers: 0 });
          return taken;
        });
      await button(page, 'zoom-in').click();
      await mark(page, 'svr-first-statement').click();
      await page.mouse.move(700, 900);
      await page.clock.runFor(20_000);
      await take();
      await page.evaluate(() => {
        requestAnimationFrame(() => undefined);
        setTimeout(() => undefined);
      });
      await page.clock.runFor(100);
      expect(await take()).toEqual({ frames: 1, timers: 1 });
      await page.clock.runFor(60_000);
      expect(await take()).toEqual({ frames: 0, timers: 0 });
      await context.close();
    },
  );
});

describe('forced colours', () => {
  const currentPage = sharedPage(browser, { ...DESK, forcedColors: 'active' });

  test('leave every mark, label and line visible', async () => {
    const page = currentPage();
    await openView(page, '?event=svr-first-statement');
    const faults = await page.locator('.plot').evaluate((plot) => {
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      const seen = (paint: string) =>
        paint !== 'none' && paint !== ground && !/^rgba\(.*, 0\)$/.test(paint);
      const parts = plot.querySelectorAll<SVGElement>('.symbol[d], .label, .count, .arcs path');
      return [...parts].flatMap((one) => {
        const { fill, stroke } = getComputedStyle(one);
        const text = one.tagName === 'text';
        return seen(fill) || (!text && seen(stroke))
          ? []
          : [`${one.getAttribute('class') ?? ''} ${fill} ${stroke}`];
      });
    });
    expect(faults).toEqual([]);
  });

  test('leave the focus, the selection and the window visible', async () => {
    const page = currentPage();
    await openView(page, '?event=svr-first-statement&from=2025-01-01&to=2025-08-31');
    await button(page, 'everything').focus();
    await page.keyboard.press('Tab');
    const strokes = await page.evaluate(() => {
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      return ['.mark a:focus .target', '.mark.selected .target', '.overview .selection'].map(
        (selector) => {
          const stroke = getComputedStyle(
            document.querySelector(selector) ?? document.documentElement,
          ).stroke;
          return stroke !== 'none' && stroke !== ground;
        },
      );
    });
    expect(strokes).toEqual([true, true, true]);
  });
});

describe('more contrast', () => {
  test.each(['light', 'dark'] as const)(
    'leaves nothing pale, in the %s theme',
    async (colorScheme) => {
      const context = await browser().newContext({ ...DESK, colorScheme, contrast: 'more' });
      const page = await context.newPage();
      await openView(page, '?from=2025-05-01&to=2025-07-15&kind=statement');
      const pale = await page.locator('timeline-chart').evaluate((root) => {
        const ink = getComputedStyle(root).color;
        const texts = [...root.querySelectorAll('.plot text, .shown, .kinds .count, .note')];
        const faint = [...root.querySelectorAll('.symbol, .bars rect, .kinds .kind-mark')];
        return [
          ...texts.filter((one) => {
            const { fill, color } = getComputedStyle(one);
            return (one.matches('text') ? fill : color) !== ink;
          }),
          ...faint.filter((one) => getComputedStyle(one).opacity !== '1'),
        ].map((one) => one.outerHTML.slice(0, 80));
      });
      expect(pale).toEqual([]);
      await context.close();
    },
  );
});

describe('the theme', () => {
  const currentPage = sharedPage(browser, { ...DESK, colorScheme: 'light' });
  const paper = () =>
    currentPage().evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test('is the system’s until one is chosen, which lasts', async () => {
    const page = currentPage();
    await openView(page);
    const light = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await paper();
    expect(dark).not.toBe(light);
    for (const [choice, other, expected] of [
      ['light', 'dark', light],
      ['dark', 'light', dark],
    ] as const) {
      await page.emulateMedia({ colorScheme: other });
      await part(page, 'theme').selectOption(choice);
      expect(await paper()).toBe(expected);
      await page.reload();
      expect(await paper()).toBe(expected);
      expect(await part(page, 'theme').inputValue()).toBe(choice);
    }
    await part(page, 'theme').selectOption('auto');
    await page.reload();
    for (const [colorScheme, expected] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await paper()).toBe(expected);
    }
  });
});
