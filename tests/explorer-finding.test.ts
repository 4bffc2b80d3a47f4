import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSearch } from '../src/chart/draw/search.ts';
import { searchDocuments } from '../src/exports/search.ts';
import {
  button,
  CONTROLS,
  countInChart,
  DESK,
  listed,
  openView,
  parameters,
  part,
  sharedBrowser,
  sharedPage,
  soon,
  WORDS,
} from './support/explorer.ts';
import { readStory } from './support/story.ts';

const story = await readStory();
const { events, settings, actors, sources } = story;
const documents = searchDocuments(story);
const find = await openSearch('', () => Promise.resolve(Response.json(documents)));
const ALL = events.length;

const browser = sharedBrowser();
const currentPage = sharedPage(browser);

const counted = (shown: number) =>
  WORDS.shown.replace('{shown}', String(shown)).replace('{all}', String(ALL));
const search = (page: Page) => page.getByRole('searchbox', { name: CONTROLS.search });
const disagree = (page: Page) =>
  page.getByRole('checkbox', { name: new RegExp(`^${CONTROLS.disagree} \\d+$`) });
const choice = (page: Page, facet: string, id: string) =>
  page.locator(`input[name=${facet}][value="${id}"]`);
const countBeside = async (page: Page, facet: string, id: string) =>
  Number(await choice(page, facet, id).locator('xpath=..').locator('.count').textContent());

/** What the search finds, in the order of the story. */
function found(query: string): string[] {
  const slugs = find(query);
  return having(({ slug }) => slugs.has(slug));
}

/** Expects these events, and no others, in the list, the chart, the count and the live region. */
async function expectShown(page: Page, slugs: readonly string[]): Promise<void> {
  await soon(() => part(page, 'shown').textContent()).toBe(counted(slugs.length));
  expect(await listed(page)).toEqual(slugs);
  expect(await countInChart(page)).toBe(slugs.length);
  const said = await part(page, 'status').textContent();
  // Nothing is said of a page that shows all from the start.
  expect(slugs.length === ALL ? ['', counted(ALL)] : [counted(slugs.length)]).toContain(said);
}

const having = (fits: (event: (typeof events)[number]) => boolean) =>
  events.filter(fits).map(({ slug }) => slug);
const involving = (id: string) =>
  having((event) => event.actors.includes(id) || event.claims.some(({ by }) => by === id));

describe('the search', () => {
  test.each([
    ['aleksandar-vucic', ['Vucic', 'Vučić', 'Вучић', 'vučić']],
    ['krusik', ['Krusik', 'Krušik', 'КРУШИК']],
  ])('finds %s however the name is spelt', async (id, spellings) => {
    const page = currentPage();
    await openView(page);
    const expected = found(spellings[0] ?? '');
    expect(expected).toEqual(expect.arrayContaining(involving(id)));
    for (const spelling of spellings) {
      await search(page).fill('');
      await soon(() => part(page, 'shown').textContent()).toBe(counted(ALL));
      await search(page).pressSequentially(spelling);
      await expectShown(page, expected);
      expect(parameters(page).q).toBe(spelling);
    }
  });

  test('is fetched when it is first used, and not before', async () => {
    const context = await browser().newContext(DESK);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openView(page);
    await search(page).focus();
    expect(asked.filter((url) => url.includes('search'))).toEqual([]);
    await page.keyboard.type('leak');
    await soon(() => part(page, 'shown').textContent()).toBe(counted(found('leak').length));
    await page.keyboard.type('ed');
    await soon(() => parameters(page).q).toBe('leaked');
    expect(asked.filter((url) => url.endsWith('/search.json'))).toHaveLength(1);
    await context.close();
  });

  test('tells of no count before it has found anything', async () => {
    const context = await browser().newContext(DESK);
    const page = await context.newPage();
    await openView(page);
    const heard = await page.evaluateHandle(() => {
      const texts: string[] = [];
      const status = document.querySelector('[data-part=status]');
      if (status)
        new MutationObserver(() => texts.push(status.textContent)).observe(status, {
          childList: true,
        });
      return texts;
    });
    await search(page).fill('leaked');
    await soon(() => part(page, 'shown').textContent()).toBe(counted(found('leaked').length));
    expect(await heard.jsonValue()).toEqual([counted(found('leaked').length)]);
    await context.close();
  });

  test('that is given up before it has loaded leaves no trace', async () => {
    const context = await browser().newContext(DESK);
    const page = await context.newPage();
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    await page.route('**/search.json', async (route) => {
      await released;
      await route.continue();
    });
    await openView(page, '?disagree=1');
    const asked = page.waitForRequest('**/search.json');
    await search(page).fill('leaked');
    await asked;
    expect(await part(page, 'shown').textContent()).toBe(WORDS.searching);
    await button(page, 'clear').click();
    const all = events.map(({ slug }) => slug);
    await expectShown(page, all);
    const loaded = page.waitForResponse('**/search.json');
    release(undefined);
    await loaded;
    await search(page).fill('leaked');
    await soon(() => part(page, 'shown').textContent()).toBe(counted(found('leaked').length));
    await search(page).fill('');
    await expectShown(page, all);
    await context.close();
  });

  test('leads to what it finds outside the window, which a link does not', async () => {
    const page = currentPage();
    await openView(page, '?from=2025-05-01&to=2025-06-30');
    await search(page).fill('leaked US document lists');
    await soon(() => countInChart(page)).toBeGreaterThan(0);
    await soon(() => parameters(page).from).toBeUndefined();
    await openView(page, '?from=2025-05-01&to=2025-05-02&kind=leak');
    expect(await countInChart(page)).toBe(0);
    expect(parameters(page).from).toBe('2025-05-01');
  });

  test('says so when nothing fits, and how to go on', async () => {
    const page = currentPage();
    await openView(page);
    await search(page).fill('xqzwv');
    await soon(() => part(page, 'shown').textContent()).toBe(WORDS.nothingFound);
    expect(await part(page, 'status').textContent()).toBe(WORDS.nothingFound);
    expect(await listed(page)).toEqual([]);
    expect(await page.locator('.year:visible').count()).toBe(0);
    expect(await countInChart(page)).toBe(0);
  });

  test('says so when it cannot be loaded', async () => {
    const context = await browser().newContext(DESK);
    const page = await context.newPage();
    await page.route('**/search.json', (route) => route.abort());
    await openView(page);
    await search(page).fill('leak');
    await soon(() => part(page, 'notice').textContent()).toBe(WORDS.searchFailed);
    await page.unroute('**/search.json');
    await search(page).fill('leaked');
    await soon(() => part(page, 'shown').textContent()).not.toBe(counted(ALL));
    await context.close();
  });
});

describe('the filters', () => {
  const [kind] = settings.kinds.filter(({ id }) => having((event) => event.kind === id).length > 4);
  const [source] = sources.filter(({ id }) => having((one) => one.sources.includes(id)).length > 9);
  const [actor] = actors.filter(({ id }) => involving(id).length > 9);
  if (!kind || !source || !actor) throw new Error('the story is too small');

  test.each([
    ['kinds', 'kind', kind.id, having((event) => event.kind === kind.id)],
    ['sources', 'source', source.id, having((event) => event.sources.includes(source.id))],
    ['actors', 'actor', actor.id, involving(actor.id)],
  ])('by %s leave what was announced', async (facet, name, id, slugs) => {
    const page = currentPage();
    await openView(page);
    await page.getByText(CONTROLS.filters, { exact: true }).click();
    expect(await countBeside(page, facet, id)).toBe(slugs.length);
    await choice(page, facet, id).check();
    await expectShown(page, slugs);
    expect(parameters(page)[name]).toBe(id);
    await choice(page, facet, id).uncheck();
    await expectShown(
      page,
      events.map(({ slug }) => slug),
    );
    expect(parameters(page)).toEqual({});
  });

  test('leave only that on which sources disagree', async () => {
    const page = currentPage();
    await openView(page);
    await disagree(page).check();
    const slugs = having(({ discrepancies }) => discrepancies.length > 0);
    await expectShown(page, slugs);
    expect(slugs.length).toBeLessThan(ALL);
  });

  test('of different groups narrow one another, and count what they would leave', async () => {
    const page = currentPage();
    await openView(page);
    await page.getByText(CONTROLS.filters, { exact: true }).click();
    await disagree(page).check();
    await choice(page, 'actors', actor.id).check();
    const both = involving(actor.id).filter((slug) =>
      having(({ discrepancies }) => discrepancies.length > 0).includes(slug),
    );
    await expectShown(page, both);
    let sum = 0;
    for (const { id } of settings.kinds) {
      const count = await countBeside(page, 'kinds', id);
      expect(count).toBe(
        both.filter((slug) => having((one) => one.kind === id).includes(slug)).length,
      );
      sum += count;
    }
    expect(sum).toBe(both.length);
  });

  test('and the search are taken away together, and the focus stays near', async () => {
    const page = currentPage();
    await openView(page);
    await page.getByText(CONTROLS.filters, { exact: true }).click();
    const clear = button(page, 'clear');
    expect(await clear.isVisible()).toBe(false);
    await choice(page, 'kinds', kind.id).check();
    await disagree(page).check();
    await search(page).fill('ammunition');
    await soon(() => parameters(page).q).toBe('ammunition');
    await clear.click();
    await expectShown(
      page,
      events.map(({ slug }) => slug),
    );
    expect(parameters(page)).toEqual({});
    expect(await choice(page, 'kinds', kind.id).isChecked()).toBe(false);
    expect(await search(page).inputValue()).toBe('');
    expect(await search(page).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await clear.isVisible()).toBe(false);
  });

  test('hold for the table as for the chart and the list', async () => {
    const page = currentPage();
    await openView(page, `?kind=${kind.id}`);
    const expected = await listed(page);
    await button(page, 'table').click();
    const rows = page.locator('.event-table tbody a');
    const shown = () =>
      rows.evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.event));
    await soon(shown).toEqual(expected);
    expect(await page.locator('.plot').isVisible()).toBe(false);
    expect(await page.locator('#events').isVisible()).toBe(false);
    await button(page, 'clear').click();
    await soon(async () => (await shown()).length).toBe(ALL);
    await button(page, 'table').click();
    expect(await page.locator('.plot').isVisible()).toBe(true);
  });

  test('never count an event that the window hides as away', async () => {
    const page = currentPage();
    await openView(page, `?kind=${kind.id}`);
    const whole = await listed(page);
    await button(page, 'zoom-in').click();
    expect(await listed(page)).toEqual(whole);
    expect(await countInChart(page)).toBeLessThanOrEqual(whole.length);
  });
});
