import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { printDate } from '../src/model/date.ts';
import { answeredBy, answersTo } from '../src/model/relations.ts';
import {
  DISABLED,
  button,
  DESK,
  focusedMark,
  listed,
  mark,
  openView,
  parameters,
  part,
  sharedBrowser,
  sharedPage,
  soon,
  WORDS,
} from './support/explorer.ts';
import { addressOf, SITES } from './support/sites.ts';
import { readStory } from './support/story.ts';

const story = await readStory();
const { events } = story;
const SLUGS = events.map(({ slug }) => slug);

/** An event with all that a card shows. */
const SLUG = 'svr-first-statement';
const place = SLUGS.indexOf(SLUG);
const [before, event, after] = [events[place - 1], events[place], events[place + 1]];
if (!event || !before || !after) throw new Error(`${SLUG} is not amid the story`);

const browser = sharedBrowser();
const currentPage = sharedPage(browser);

const title = (page: Page) => part(page, 'card').locator('h2').textContent();
const where = (page: Page) => part(page, 'card-place').textContent();
const placeOf = (slug: string) => `${SLUGS.indexOf(slug) + 1} of ${SLUGS.length}`;

function isFocused(page: Page, name: string): Promise<boolean> {
  return part(page, name).evaluate((one) => one === document.activeElement);
}

describe('an event’s card', () => {
  test.each(['a click', 'Enter'])('opens with %s and tells all of it', async (how) => {
    const page = currentPage();
    await openView(page);
    if (how === 'Enter') await mark(page, SLUG).press('Enter');
    else await mark(page, SLUG).click();
    expect(await isFocused(page, 'card')).toBe(true);
    await soon(() => title(page)).toBe(event.title);
    const card = part(page, 'card');
    expect(await card.getAttribute('aria-busy')).toBeNull();
    expect(await card.locator('.date').first().textContent()).toContain('29 May 2025');
    const words = await card.innerText();
    expect(words).toContain(printDate(event.date));
    expect(words).toContain(event.dateNote ?? '');
    expect(words).toContain(event.summary);
    expect(event.claims.length).toBeGreaterThan(0);
    for (const { text, quote = '' } of event.claims) {
      expect(words).toContain(text);
      expect(words).toContain(quote);
    }
    for (const { question } of event.discrepancies) expect(words).toContain(question);
    const related = [...answersTo(event, story), ...answeredBy(event, story)];
    expect(related.length).toBeGreaterThan(1);
    for (const other of related) expect(words).toContain(other.title);
    for (const { id } of story.actors.filter((actor) => event.actors.includes(actor.id)))
      expect(await card.locator(`a[href$="/actors/${id}/"]`).count()).toBeGreaterThan(0);
    for (const id of event.sources)
      expect(await card.locator(`a[href$="/sources/${id}/"]`).count()).toBeGreaterThan(0);
  });

  test('leads to the event’s own page', async () => {
    const page = currentPage();
    await openView(page, `?event=${SLUG}`);
    await soon(() => title(page)).toBe(event.title);
    expect(await part(page, 'card').locator(`a[href$="/events/${SLUG}/"]`).count()).toBe(1);
  });

  test('opens from the table too', async () => {
    const page = currentPage();
    await openView(page, '?show=table');
    await page.locator(`.event-table a[data-event="${SLUG}"]`).click();
    await soon(() => title(page)).toBe(event.title);
    expect(await isFocused(page, 'card')).toBe(true);
  });

  test('draws arcs to what the event answers and what answers it', async () => {
    const page = currentPage();
    await openView(page);
    expect(await page.locator('.arcs path').count()).toBe(0);
    await mark(page, SLUG).click();
    const related = [...answersTo(event, story), ...answeredBy(event, story)];
    const keys = await page
      .locator('.arcs path')
      .evaluateAll((arcs) => arcs.map((arc) => arc.getAttribute('data-key')));
    expect(keys.sort()).toEqual(related.map(({ slug }) => `${SLUG} ${slug}`).sort());
    expect(await page.locator('.mark.selected').getAttribute('data-key')).toBe(SLUG);
    await page.keyboard.press('Escape');
    expect(await page.locator('.arcs path, .mark.selected').count()).toBe(0);
  });

  test.each(['Escape', 'the button'])('closes with %s and gives the focus back', async (how) => {
    const page = currentPage();
    await openView(page);
    await mark(page, SLUG).click();
    await soon(() => title(page)).toBe(event.title);
    if (how === 'Escape') await page.keyboard.press('Escape');
    else await button(page, 'close').click();
    expect(await part(page, 'card').isVisible()).toBe(false);
    expect(await focusedMark(page)).toBe(SLUG);
    expect(parameters(page)).toEqual({});
  });

  test('walks to the previous and the next event, and says where one is', async () => {
    const page = currentPage();
    await openView(page, `?event=${SLUG}`);
    const steps = [
      ['next', after],
      ['previous', event],
      ['previous', before],
    ] as const;
    for (const [action, { slug, title: expected }] of steps) {
      await button(page, action).click();
      await soon(() => title(page)).toBe(expected);
      expect(await where(page)).toBe(placeOf(slug));
      expect(parameters(page).event).toBe(slug);
      expect(await part(page, 'status').textContent()).toContain(placeOf(slug));
      expect(await button(page, action).evaluate((one) => one === document.activeElement)).toBe(
        true,
      );
    }
  });

  test('walks through what the filters left', async () => {
    const page = currentPage();
    await openView(page, '?kind=allegation');
    const shown = await listed(page);
    expect(shown.length).toBeGreaterThan(1);
    await mark(page, shown[0] ?? '').press('Enter');
    for (const [index, slug] of shown.entries()) {
      await soon(() => parameters(page).event).toBe(slug);
      expect(await where(page)).toBe(`${index + 1} of ${shown.length}`);
      await button(page, 'next').click(DISABLED);
    }
    expect(parameters(page).event).toBe(shown.at(-1));
    expect(await button(page, 'next').getAttribute('aria-disabled')).toBe('true');
    expect(await button(page, 'previous').getAttribute('aria-disabled')).toBe('false');
  });

  test('says that the filters leave its event out, rather than a place that it does not have', async () => {
    const page = currentPage();
    await openView(page, `?kind=visit&event=${SLUG}`);
    await soon(() => title(page)).toBe(event.title);
    expect(await where(page)).toBe(WORDS.placeOutside);
    const [, outside = ''] = WORDS.selectedOutside.split('{name}');
    expect(await part(page, 'status').textContent()).toContain(outside);
  });

  test.each([
    ['a desk', { width: 1280, height: 800 }],
    ['a wide screen', { width: 1920, height: 1000 }],
    ['a phone', { width: 360, height: 740 }],
  ])('never covers the mark that it belongs to, on %s', async (_, viewport) => {
    const context = await browser().newContext({ ...DESK, viewport });
    const page = await context.newPage();
    for (const { slug, title: expected } of [before, event, events[3] ?? event]) {
      await openView(page, `?event=${slug}`);
      await soon(() => title(page)).toBe(expected);
      await soon(() =>
        page.locator(`.plot .mark.selected .target`).evaluate((target) => {
          const { left, top, width, height } = target.getBoundingClientRect();
          const there = document.elementFromPoint(left + width / 2, top + height / 2);
          return there?.closest('.mark') === target.closest('.mark');
        }),
      ).toBe(true);
    }
    await context.close();
  });

  test('leads to the event when its text cannot be loaded', async () => {
    const context = await browser().newContext(DESK);
    const page = await context.newPage();
    await page.route('**/events/**', (route) => route.abort());
    await openView(page, `?event=${SLUG}`);
    const card = part(page, 'card');
    await soon(() => card.textContent()).toContain(WORDS.cardFailed);
    await page.unroute('**/events/**');
    await card.locator(`a[href$="/events/${SLUG}/"]`).first().click();
    await page.waitForURL(addressOf(SITES.root, `events/${SLUG}/`));
    await context.close();
  });
});

describe('reading in order', () => {
  test('begins with the first event, over the full width, and alone', async () => {
    const page = currentPage();
    await openView(page);
    await button(page, 'read').click();
    await soon(() => title(page)).toBe(events[0]?.title);
    expect(await isFocused(page, 'card')).toBe(true);
    expect(await where(page)).toBe(placeOf(SLUGS[0] ?? ''));
    for (const hidden of ['.plot', '#events', '.controls'])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    const widths = await page.evaluate(() =>
      ['[data-part=card]', 'main'].map(
        (one) => document.querySelector(one)?.getBoundingClientRect().width ?? 0,
      ),
    );
    expect(widths[0]).toBeGreaterThanOrEqual(Math.min(960, (widths[1] ?? 0) - 80));
    expect(parameters(page)).toEqual({ show: 'reading', event: SLUGS[0] });
  });

  test('begins with the selected event, and the arrow keys turn the pages', async () => {
    const page = currentPage();
    await openView(page, `?event=${SLUG}`);
    await button(page, 'read').click();
    for (const [key, expected] of [
      ['ArrowRight', after],
      ['ArrowLeft', event],
      ['ArrowLeft', before],
    ] as const) {
      await page.keyboard.press(key);
      await soon(() => title(page)).toBe(expected.title);
    }
    await page.keyboard.press('Escape');
    expect(await page.locator('.plot').isVisible()).toBe(true);
    expect(await focusedMark(page)).toBe(before.slug);
  });

  test('stops at the last event', async () => {
    const page = currentPage();
    await openView(page, `?show=reading&event=${SLUGS.at(-1) ?? ''}`);
    await soon(() => title(page)).toBe(events.at(-1)?.title);
    await button(page, 'next').click(DISABLED);
    await page.keyboard.press('ArrowRight');
    expect(await where(page)).toBe(placeOf(SLUGS.at(-1) ?? ''));
  });

  test('by a link that names no event begins with the first', async () => {
    const page = currentPage();
    await openView(page, '?show=reading');
    await soon(() => part(page, 'card').isVisible()).toBe(true);
    await soon(() => title(page)).toBe(events[0]?.title);
  });
});
