import { readFile } from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { discrepanciesOf, discrepanciesOn } from '../src/model/discrepancies.ts';
import { allegationsBy, exchangesOf, turnId, turnsOf } from '../src/model/exchanges.ts';
import { claimsOf, claimTargets } from '../src/model/relations.ts';
import type { Timeline } from '../src/model/schema.ts';
import { SITES, type Site } from './support/sites.ts';
import { readStory } from './support/story.ts';

/** A built page, opened once. */
function pagesIn({ folder, base }: Site) {
  const opened = new Map<string, Promise<Document>>();
  const open = (path: string) => {
    const known =
      opened.get(path) ??
      readFile(`${folder}/${path}index.html`, 'utf8').then((html) => parseHTML(html).document);
    opened.set(path, known);
    return known;
  };
  return {
    open,
    /** The part of a page with that id. */
    part: async (path: string, id: string) => {
      const found = (await open(path)).getElementById(id);
      if (!found) throw new Error(`${path} has nothing with the id ${id}`);
      return found;
    },
    to: (path: string) => `${base}${path}`,
  };
}

function linksIn(part: Element | Document): (string | null)[] {
  return [...part.querySelectorAll('a')].map((link) => link.getAttribute('href'));
}

function textOf(part: Element): string {
  return part.textContent.replace(/\s+/g, ' ').trim();
}

const folderOf = ({ environment }: Site) => environment.CONTENT_DIR ?? 'content';

describe.each([SITES.root, SITES.based, SITES.second])('in the site "$name"', (site) => {
  const pages = pagesIn(site);
  const read = (): Promise<Timeline> => readStory(folderOf(site));

  test('every claim stands under its event, its speaker, its source and in the register', async () => {
    for (const placed of claimsOf(await read())) {
      const { event, claim } = placed;
      const address = pages.to(`claims/#at-${turnId(placed)}`);
      const said = await pages.part(`events/${event.slug}/`, `claim-${claim.id}`);
      expect(textOf(said)).toContain(claim.text.replace(/\s+/g, ' '));
      expect(linksIn(await pages.open(`actors/${claim.by}/`))).toContain(address);
      expect(linksIn(await pages.open(`sources/${claim.source}/`))).toContain(address);
      const turn = await pages.part('claims/', `at-${turnId(placed)}`);
      expect(textOf(turn)).toContain(claim.text.replace(/\s+/g, ' '));
      expect(linksIn(turn)).toContain(pages.to(`actors/${claim.by}/`));
      expect(linksIn(turn)).toContain(pages.to(`sources/${claim.source}/`));
      expect(linksIn(said)).toContain(address);
    }
  });

  test('a quote stands with its language', async () => {
    for (const placed of claimsOf(await read())) {
      if (placed.claim.quote === undefined) continue;
      const quote = (await pages.part('claims/', `at-${turnId(placed)}`)).querySelector(
        'blockquote',
      );
      expect(quote?.getAttribute('lang')).toBe(placed.claim.lang);
      expect(quote?.textContent).toContain(placed.claim.quote);
    }
  });

  test('every response is reached from what it answers, and leads back', async () => {
    const timeline = await read();
    for (const placed of claimsOf(timeline)) {
      const { event, claim } = placed;
      const response = await pages.part(`events/${event.slug}/`, `claim-${claim.id}`);
      for (const target of claimTargets(placed, timeline)) {
        const path = `events/${target.event.slug}/`;
        if (target.claim) {
          const answered = await pages.part(path, `claim-${target.claim.id}`);
          const there = pages.to(`events/${event.slug}/#claim-${claim.id}`);
          expect(linksIn(answered)).toContain(there);
          expect(linksIn(response)).toContain(pages.to(`${path}#claim-${target.claim.id}`));
        } else {
          expect(linksIn(await pages.open(path))).toContain(pages.to(`events/${event.slug}/`));
          expect(linksIn(response)).toContain(pages.to(path));
        }
      }
    }
  });

  test('the register keeps each exchange together: a response below what it answers', async () => {
    for (const turn of exchangesOf(await read()).flatMap(turnsOf)) {
      const item = (await pages.part('claims/', `at-${turn.id}`)).parentElement;
      const below = [...(item?.querySelectorAll(':scope > .responses > li > .turn') ?? [])];
      expect(below.map(({ id }) => id)).toEqual(turn.responses.map(({ id }) => `at-${id}`));
      const others = turn.also.map((target) => pages.to(`claims/#at-${turnId(target)}`));
      expect(linksIn(await pages.part('claims/', `at-${turn.id}`))).toEqual(
        expect.arrayContaining(others),
      );
    }
  });

  test('each allegation without a response says so, and all of them are counted', async () => {
    const { own, whole, none } = allegationsBy(await read());
    for (const placed of [...whole, ...none]) {
      const item = (await pages.part('claims/', `at-${turnId(placed)}`)).parentElement;
      expect(item?.querySelector(':scope > .no-response')?.textContent.trim()).not.toBe('');
    }
    for (const placed of own) {
      const item = (await pages.part('claims/', `at-${turnId(placed)}`)).parentElement;
      expect(item?.querySelector(':scope > .no-response')).toBeNull();
    }
    const tally = (await pages.open('claims/')).querySelector('.tally');
    const counts = [...(tally?.children ?? [])].map((part) =>
      Number(/\d+/.exec(textOf(part))?.[0]),
    );
    const all = own.length + whole.length + none.length;
    expect(counts[0] ?? 0).toBe(all);
    expect(counts.slice(1).reduce((sum, count) => sum + count, 0)).toBe(all);
  });

  test('every disagreement has its place, to which its event, sources and claims lead', async () => {
    const timeline = await read();
    for (const { id, event, discrepancy } of discrepanciesOf(timeline)) {
      const table = await pages.part('disagreements/', `at-${id}`);
      const address = pages.to(`disagreements/#at-${id}`);
      expect(linksIn(table)).toContain(pages.to(`events/${event.slug}/`));
      expect(linksIn(await pages.open(`events/${event.slug}/`))).toContain(address);
      for (const { value, sources } of discrepancy.answers) {
        const row = [...table.querySelectorAll('tbody tr')].find((one) =>
          textOf(one).startsWith(value.replace(/\s+/g, ' ')),
        );
        for (const source of sources) {
          expect(row ? linksIn(row) : []).toContain(pages.to(`sources/${source}/`));
          expect(linksIn(await pages.open(`sources/${source}/`))).toContain(address);
        }
      }
    }
    for (const placed of claimsOf(timeline)) {
      const links = linksIn(await pages.part('claims/', `at-${turnId(placed)}`));
      for (const { id } of discrepanciesOn(placed))
        expect(links).toContain(pages.to(`disagreements/#at-${id}`));
    }
  });
});

test('what the story settles can be seen, with the sources that settle it', async () => {
  const pages = pagesIn(SITES.root);
  const settled = discrepanciesOf(await readStory()).flatMap(({ id, discrepancy }) =>
    discrepancy.answers.flatMap(({ value, settledBy }) =>
      settledBy ? { id, value, settledBy } : [],
    ),
  );
  expect(settled.length).toBeGreaterThan(0);
  for (const { id, value, settledBy } of settled) {
    const notes = [...(await pages.part('disagreements/', `at-${id}`)).querySelectorAll('tr')]
      .filter((row) => textOf(row).startsWith(value))
      .flatMap((row) => [...row.querySelectorAll('.settled')])
      .flatMap(linksIn);
    for (const source of settledBy) expect(notes).toContain(pages.to(`sources/${source}/`));
  }
});
