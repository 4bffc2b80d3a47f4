import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { FIRST_CHOICES, type Choices } from './choices.ts';
import { anyChoices, view } from './choices.test-support.ts';
import { embedCodes, frameAddress, type EmbedSite, type EmbedTarget } from './codes.ts';

const ORIGIN = 'https://site.example/';

const SITE: EmbedSite = {
  title: 'The bridge',
  home: '/base/',
  licence: { name: 'CC BY 4.0', url: 'https://licence.example/by/4.0/' },
  loader: '/base/embed.js',
  credit: 'Picture: {title}, {licence}',
  shapes: { card: { width: 1200, height: 630 }, wide: { width: 1600, height: 800 } },
};

const TARGET: EmbedTarget = {
  title: 'The bridge opens',
  page: '/base/events/bridge-opens/',
  embed: '/base/embed/events/bridge-opens/',
  oembed: '/base/events/bridge-opens/',
  heights: '0:880 360:800',
  pictures: {
    card: { light: '/base/light.png', dark: '/base/dark.png' },
    wide: { light: '/base/wide.light.png', dark: '/base/wide.dark.png' },
  },
  alt: 'The bridge opens. It was late.',
};

const EVENT: Choices = { ...FIRST_CHOICES, part: { what: 'event', id: 'bridge-opens' } };

/** The text of anybody, without the signs that every parser of HTML takes for others. */
const anyText = fc
  .string({ unit: 'binary', maxLength: 60 })
  .map((text) => text.toWellFormed().replace(/[\0-\x1f]/g, '"'));

function elementsOf(code: string): Element[] {
  return [
    ...parseHTML(`<!doctype html><html><body>${code}</body></html>`).document.body.querySelectorAll(
      '*',
    ),
  ];
}

function attributesOf(element: Element | undefined): Record<string, string> {
  return Object.fromEntries(
    [...(element?.attributes ?? [])].map(({ name, value }) => [name, value]),
  );
}

describe('the codes of an event', () => {
  const codes = embedCodes({ ...EVENT, theme: 'dark', plain: true }, TARGET, SITE, ORIGIN);

  test('are one line each', () => {
    expect(codes).toEqual({
      responsive:
        '<sourced-timeline src="https://site.example/base/embed/events/bridge-opens/" theme="dark" plain="1" heights="0:880 360:800">' +
        '<a href="https://site.example/base/events/bridge-opens/">The bridge opens</a></sourced-timeline>' +
        '<script async src="https://site.example/base/embed.js"></script>',
      iframe:
        '<iframe src="https://site.example/base/embed/events/bridge-opens/?theme=dark&amp;plain=1&amp;height=fixed" title="The bridge opens" width="100%" height="640" loading="lazy"' +
        ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>',
      oembed: 'https://site.example/base/events/bridge-opens/',
      picture:
        '<p><a href="https://site.example/base/events/bridge-opens/"><img src="https://site.example/base/dark.png"' +
        ' alt="The bridge opens. It was late." width="1200" height="630" style="max-width:100%;height:auto"></a><br>' +
        'Picture: <a href="https://site.example/base/">The bridge</a>, <a href="https://licence.example/by/4.0/">CC BY 4.0</a></p>',
    });
  });

  test('keep to paths where the site does not know its address', () => {
    const { oembed } = embedCodes(EVENT, TARGET, SITE, undefined);
    expect(oembed).toBe(TARGET.oembed);
  });
});

test('the address of a view leads to it, and its oEmbed shows all', () => {
  const choices: Choices = {
    ...FIRST_CHOICES,
    part: { what: 'timeline', view: view({ kinds: ['leak', 'denial'] }) },
    form: 'oembed',
    theme: 'dark',
  };
  const { oembed } = embedCodes(choices, { ...TARGET, page: '/base/' }, SITE, ORIGIN);
  expect(oembed).toBe('https://site.example/base/?kind=leak,denial');
  expect(frameAddress(choices, TARGET)).toBe(TARGET.embed);
});

describe('whatever is chosen, and whatever titles say', () => {
  const anyTarget = fc
    .record({ title: anyText, alt: anyText })
    .map((words) => ({ ...TARGET, ...words }));

  test('the frame has the chosen address, title and height, and nothing else', () => {
    fc.assert(
      fc.property(anyChoices, anyTarget, (choices, target) => {
        const { iframe } = embedCodes(choices, target, SITE, ORIGIN);
        const elements = elementsOf(iframe);
        expect(elements.map(({ localName }) => localName)).toEqual(['iframe']);
        const { src = '', ...others } = attributesOf(elements[0]);
        const address = frameAddress({ ...choices, form: 'iframe' }, target);
        expect(new URL(src).href).toBe(new URL(address, ORIGIN).href);
        expect(others).toEqual({
          title: target.title,
          width: '100%',
          height: String(choices.height),
          loading: 'lazy',
          sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
          style: 'border:0',
        });
      }),
    );
  });

  test('the loader is told the same as the frame', () => {
    fc.assert(
      fc.property(anyChoices, anyTarget, (choices, target) => {
        const { responsive } = embedCodes(choices, target, SITE, ORIGIN);
        const elements = elementsOf(responsive);
        expect(elements.map(({ localName }) => localName)).toEqual([
          'sourced-timeline',
          'a',
          'script',
        ]);
        const { src = '', heights, ...parameters } = attributesOf(elements[0]);
        const address = frameAddress({ ...choices, form: 'responsive' }, target);
        const expected = new URL(address, ORIGIN);
        expect(src).toBe(expected.origin + expected.pathname);
        expect(heights).toBe(target.heights);
        expect(parameters).toEqual(Object.fromEntries(expected.searchParams));
        expect(elements[1]?.textContent).toBe(target.title);
      }),
    );
  });

  test('the picture is described, led to and credited', () => {
    fc.assert(
      fc.property(anyChoices, anyTarget, anyText, (choices, target, title) => {
        const { picture } = embedCodes(choices, target, { ...SITE, title }, ORIGIN);
        const elements = elementsOf(picture);
        expect(elements.map(({ localName }) => localName)).toEqual([
          ...['p', 'a', 'img', 'br', 'a', 'a'],
        ]);
        expect(attributesOf(elements[2]).alt).toBe(target.alt);
        expect(elements[4]?.textContent).toBe(title);
        expect(elements[0]?.textContent).toBe(`Picture: ${title}, CC BY 4.0`);
      }),
    );
  });
});
