import { readFile } from 'node:fs/promises';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../src/model/folder.ts';
import { pagesOf, SITES } from './support/sites.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Astro writes the doctype, void elements and boolean attributes in its own, valid, way.
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    // Files of our own origin need no integrity; there are no others.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Checkboxes of one name are one parameter with several values.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Titles of stories are as long as they need to be.
    'long-title': 'off',
    // Safari takes a list without marks for none, unless its role is written out.
    'no-redundant-role': 'off',
  },
});

describe.each(Object.values(SITES))('every page of the site "$name"', (site) => {
  test('is valid HTML', async () => {
    const faults: string[] = [];
    for (const { path, html } of await pagesOf(site)) {
      const { results } = await validator.validateString(html, path);
      for (const { messages } of results) {
        faults.push(
          ...messages.map(
            ({ line, ruleId, message }) => `${path}:${String(line)} ${ruleId}: ${message}`,
          ),
        );
      }
    }
    expect(faults).toEqual([]);
  });

  test('carries a policy that runs and styles only what the build hashed or serves', async () => {
    for (const { path, html } of await pagesOf(site)) {
      const meta = parseHTML(html).document.querySelector(
        'meta[http-equiv="content-security-policy" i]',
      );
      const policy = meta?.getAttribute('content') ?? `${path} has none`;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src 'self'/);
      expect(policy).toMatch(/style-src 'self'/);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
  });

  test('has no inline style or handler, which the policy would drop', async () => {
    for (const { html } of await pagesOf(site)) {
      const elements = [...parseHTML(html).document.querySelectorAll('*')];
      const names = new Set(
        elements.flatMap((element) => [...element.attributes].map(({ name }) => name)),
      );
      expect([...names].filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    }
  });

  test('has one main heading, no heading that skips a level, and the landmarks', async () => {
    for (const { path, html } of await pagesOf(site)) {
      const { document } = parseHTML(html);
      const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) =>
        Number(tagName[1]),
      );
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      const skips = levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1);
      expect({ path, skips }).toEqual({ path, skips: [] });
      const landmarks = document.querySelectorAll('header, nav, main, footer').length;
      // A frame has no navigation of its own.
      expect(landmarks).toBeGreaterThanOrEqual(path.startsWith('embed/') ? 3 : 4);
      expect(document.querySelector('html')?.getAttribute('lang')).toBeTruthy();
    }
  });
});

test('every event, source and actor has its page', async () => {
  const reading = await readFolder('content');
  if (!reading.ok) throw new Error('the content has problems');
  const { events, sources, actors } = reading.timeline;
  const paths = (await pagesOf(SITES.root)).map(({ path }) => path);
  for (const { slug } of events) expect(paths).toContain(`events/${slug}/index.html`);
  for (const { id } of sources) expect(paths).toContain(`sources/${id}/index.html`);
  for (const { id } of actors) expect(paths).toContain(`actors/${id}/index.html`);
});

test('the home page lists every event once, in the order of the story, and draws each at every width', async () => {
  const reading = await readFolder('content');
  if (!reading.ok) throw new Error('the content has problems');
  const slugs = reading.timeline.events.map(({ slug }) => slug);
  const { document } = parseHTML(await readFile(`${SITES.root.folder}/index.html`, 'utf8'));
  const listed = [...document.querySelectorAll('#events li[id]')].map(({ id }) =>
    id.replace('event-', ''),
  );
  expect(listed).toEqual(slugs);
  for (const plot of document.querySelectorAll('.plot')) {
    const counts = [...plot.querySelectorAll('.mark')].map((mark) =>
      Number(mark.querySelector('.count')?.textContent ?? 1),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(slugs.length);
  }
});

test('a date that nobody knows is said to be not known', async () => {
  const html = await readFile(`${SITES.second.folder}/sources/gazette-1950/index.html`, 'utf8');
  const { document } = parseHTML(html);
  const values = [...document.querySelectorAll('.record dd')].map(({ textContent }) =>
    textContent.trim(),
  );
  expect(values).toEqual([
    'not known',
    'not known',
    'date not shown in the document',
    'not known',
    'not known',
    'German',
  ]);
});

test('text of the content never becomes markup', async () => {
  const html = await readFile(`${SITES.second.folder}/index.html`, 'utf8');
  const { document } = parseHTML(html);
  expect(document.querySelector('b')).toBeNull();
  expect(document.querySelector('.standfirst')?.textContent).toContain('<b>bold</b>');
});
