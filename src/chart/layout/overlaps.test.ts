import { describe, expect, test } from 'vitest';
import { boxesOf, overlapsOf, yearBox, type Box } from './boxes.test-support.ts';
import { holds } from './frames.test-support.ts';
import type { Scene } from './scene.ts';

describe('whatever the story, the view and the screen', () => {
  test('no two marks, bars or lines of text overlap', () => {
    holds(({ scene, size }) => {
      expect(overlapsOf(boxesOf(scene, size))).toEqual([]);
    });
  });

  test('the lines of one mark do not overlap, and stay clear of its symbol', () => {
    holds(({ scene, size }) => {
      const boxes = boxesOf(scene, size).filter(({ what }) => !/^(mark|bar|count)/.test(what));
      const apart = boxes.map((box): Box => ({ ...box, owner: `${box.owner} ${box.what}` }));
      expect(overlapsOf(apart)).toEqual([]);
    });
  });

  test('marks, bars and text stay within the plot', () => {
    holds(({ scene, size }) => {
      const outside = boxesOf(scene, size).filter((box) => !isInside(box, scene));
      expect(outside).toEqual([]);
    });
  });

  test('years stand clear of marks and text where time runs down', () => {
    holds(({ scene, size }) => {
      if (scene.direction === 'across') return;
      const years = scene.axis.major.map((tick) => yearBox(tick, size));
      expect(overlapsOf([...years, ...boxesOf(scene, size)])).toEqual([]);
    });
  });

  test('each lane holds its marks, and lanes follow one another', () => {
    holds(({ scene }) => {
      let bottom = scene.top;
      for (const { y, height } of scene.lanes) {
        expect(y).toBe(bottom);
        bottom += height;
      }
      if (scene.lanes.length > 0) expect(scene.height).toBe(bottom);
      for (const { y, lane } of scene.marks) {
        const { y: top, height } = scene.lanes[lane] ?? { y: 0, height: scene.height };
        expect(y - scene.half).toBeGreaterThanOrEqual(top);
        expect(y + scene.half).toBeLessThanOrEqual(top + height);
      }
    });
  });
});

const ROUNDING = 1e-6;

function isInside({ left, right, top, bottom }: Box, scene: Scene): boolean {
  return (
    left >= -ROUNDING &&
    right <= scene.width + ROUNDING &&
    top >= scene.top - ROUNDING &&
    bottom <= scene.height + ROUNDING
  );
}
