import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameNames, heightMessages } from './height.ts';
import { heightIn, MAX_HEIGHT } from './heights.ts';

const names = frameNames(new URL('https://site.example/embed/?childId=story-1#?secret=a1B2c3'));

test('of all that an embed tells, one message is taken, up to the tallest height', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 * MAX_HEIGHT }), (height) => {
      const taken = heightMessages({ width: 640, height }, names).map(heightIn);
      expect(taken.filter((one) => one !== undefined)).toEqual([Math.min(height, MAX_HEIGHT)]);
    }),
  );
});

test('a message that anybody could make up asks for no height, or for one within bounds', () => {
  const anyMessage = fc.oneof(
    fc.anything(),
    fc.record({
      sentinel: fc.constantFrom('amp', 'other'),
      type: fc.constantFrom('embed-size', 'embed-ready'),
      height: fc.oneof(fc.double(), fc.anything()),
    }),
  );
  fc.assert(
    fc.property(anyMessage, (message) => {
      const height = heightIn(message);
      if (height === undefined) return;
      expect(message).toMatchObject({ sentinel: 'amp', type: 'embed-size' });
      expect(Number.isInteger(height)).toBe(true);
      expect(height).toBeGreaterThan(0);
      expect(height).toBeLessThanOrEqual(MAX_HEIGHT);
    }),
  );
});
