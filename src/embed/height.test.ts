import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksForHeight, frameNames, heightMessages, linkMessages } from './height.ts';

const SIZE = { width: 640, height: 812 };

function namesAt(address: string) {
  return frameNames(new URL(address, 'https://site.example'));
}

const plain = namesAt('/embed/?theme=dark');

describe('the messages for a height', () => {
  test('are in the words of each host that needs no name', () => {
    expect(heightMessages(SIZE, plain)).toEqual([
      { sentinel: 'amp', type: 'embed-size', height: 812 },
      { 'datawrapper-height': { '/embed/?theme=dark': 812 } },
      '{"src":"https://site.example/embed/?theme=dark","context":"iframe.resize","height":812}',
      { type: 'iframe-resized', width: 640, height: 812 },
    ]);
  });

  test('go to pym.js under the name that it gave', () => {
    const names = namesAt('/embed/?initialWidth=600&childId=story-1');
    expect(heightMessages(SIZE, names)).toContain('pymxPYMxstory-1xPYMxheightxPYMx812');
  });

  test('go to WordPress with the secret that it gave', () => {
    const names = namesAt('/embed/#?secret=a1B2c3D4e5');
    const secret = 'a1B2c3D4e5';
    expect(heightMessages(SIZE, names)).toContainEqual({ message: 'height', value: 812, secret });
    expect(linkMessages('https://site.example/', names)).toEqual([
      { message: 'link', value: 'https://site.example/', secret },
    ]);
  });

  test('cannot be made to say anything else by a name in the address', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        for (const name of [before, `${before}xPYMxnavigateToxPYMxhttps://bad.example/${after}`]) {
          const names = namesAt(`/embed/?childId=${encodeURIComponent(name)}`);
          const texts = heightMessages(SIZE, names).filter((one) => typeof one === 'string');
          for (const text of texts.filter((one) => one.startsWith('pym')))
            expect(text.split('xPYMx')).toEqual(['pym', name, 'height', '812']);
        }
      }),
    );
  });
});

describe('a host asks for the height', () => {
  const names = namesAt('/embed/?childId=story-1#?secret=a1B2c3D4e5');

  test.each([
    'pymxPYMxstory-1xPYMxwidthxPYMx600',
    { sentinel: 'amp', type: 'frames-init' },
    { type: 'iframe-child-init', bodyMargin: undefined },
    { type: 'iframe-get-child-dimensions' },
    { message: 'ready', secret: 'a1B2c3D4e5' },
  ])('with %j', (message) => {
    expect(asksForHeight(message, names)).toBe(true);
  });

  test.each([
    'pymxPYMxstory-2xPYMxwidthxPYMx600',
    'pymxPYMxstory-1xPYMxviewport-iframe-positionxPYMx1 2 3 4 5 6',
    { type: 'frames-init' },
    { sentinel: 'amp', type: 'embed-size', height: 9 },
    { message: 'ready', secret: 'another' },
  ])('not with %j', (message) => {
    expect(asksForHeight(message, names)).toBe(false);
  });

  test('not with a ready of WordPress where it gave no secret', () => {
    expect(asksForHeight({ message: 'ready' }, plain)).toBe(false);
  });

  test('with nothing that anybody could make up', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(asksForHeight(message, names)).toBe(false);
      }),
    );
  });
});
