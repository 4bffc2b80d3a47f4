import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { oembed, type FramedPage } from './oembed.ts';

const PAGE: FramedPage = {
  title: 'The toll',
  address: 'https://timeline.example/embed/events/toll/',
  width: 640,
  height: 560,
  provider: { name: 'The bridge', address: 'https://timeline.example/' },
  picture: { address: 'https://timeline.example/toll.png', width: 1200, height: 630 },
};

test('a page is described as oEmbed asks, with a frame of the size that is told', () => {
  const { html, ...response } = oembed(PAGE);
  expect(response).toEqual({
    type: 'rich',
    version: '1.0',
    title: 'The toll',
    provider_name: 'The bridge',
    provider_url: 'https://timeline.example/',
    cache_age: 86_400,
    width: 640,
    height: 560,
    thumbnail_url: 'https://timeline.example/toll.png',
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
  const frame = parseHTML(html).document.querySelector('iframe');
  expect(frame?.getAttribute('src')).toBe(PAGE.address);
  expect(frame?.getAttribute('width')).toBe('640');
  expect(frame?.getAttribute('height')).toBe('560');
  expect(frame?.getAttribute('sandbox')).not.toContain('allow-same-origin');
});

test('without a picture nothing is said of a thumbnail, which has all three parts or none', () => {
  const names = Object.keys(oembed({ ...PAGE, picture: undefined }));
  expect(names.filter((name) => name.startsWith('thumbnail'))).toEqual([]);
});

test('no title ends its attribute or the frame', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', "'", '<', '>', '&', ';', '/', ' ', '=', 'a') }),
      (title) => {
        const { document } = parseHTML(
          `<html><body>${oembed({ ...PAGE, title }).html}</body></html>`,
        );
        const [frame, ...others] = document.body.children;
        expect(others).toEqual([]);
        expect(frame?.getAttribute('title')).toBe(title);
        expect(frame?.getAttribute('src')).toBe(PAGE.address);
      },
    ),
  );
});
