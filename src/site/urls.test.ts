import { expect, test } from 'vitest';
import { createUrls } from './urls.ts';

test.each([
  ['/', '/'],
  ['/some/base', '/some/base/'],
  ['/some/base/', '/some/base/'],
  ['some/base', '/some/base/'],
  ['', '/'],
])('with the base "%s" every address begins with "%s"', (base, root) => {
  const urls = createUrls({ base });
  expect(urls.home).toBe(root);
  expect(urls.events('a-b')).toBe(`${root}events/a-b/`);
  expect(urls.events('a-b', 'c')).toBe(`${root}events/a-b/#claim-c`);
  expect(urls.homeAt('year-2025')).toBe(`${root}#year-2025`);
  expect(urls.sources()).toBe(`${root}sources/`);
  expect(urls.sources('x')).toBe(`${root}sources/x/`);
  expect(urls.actors('x')).toBe(`${root}actors/x/`);
  expect(urls.data()).toBe(`${root}data/`);
  expect(urls.data('events.csv')).toBe(`${root}data/events.csv`);
  expect(urls.embed.builder()).toBe(`${root}embed/builder/`);
  expect(urls.embed.builder({ event: 'x' })).toBe(`${root}embed/builder/?event=x`);
  expect(urls.asset('favicon.svg')).toBe(`${root}favicon.svg`);
});

test('an absolute address is given only where the site’s own is known', () => {
  expect(createUrls({ base: '/' }).absolute('/about/')).toBeUndefined();
  const { absolute, about } = createUrls({ base: '/b', site: 'https://timeline.example' });
  expect(absolute(about)).toBe('https://timeline.example/b/about/');
});
