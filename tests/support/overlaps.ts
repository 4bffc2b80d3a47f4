import type { Page } from 'playwright-core';

/** Pixels by which the boxes of two lines of text may touch: no letter fills its whole box. */
const LEADING = 3;

/**
 * Which marks, labels and lanes' names in the chart lie over one another, in pairs. A mark counts
 * with its symbol, its target and all its text; what belongs to one mark may overlap, and a target,
 * which nobody sees, may reach over a lane's name, which nobody clicks.
 */
export async function overlapsIn(page: Page): Promise<string[]> {
  const boxes = await page.locator('.plot:visible').evaluate((plot) =>
    [...plot.querySelectorAll<SVGElement>('.mark, .lane')].flatMap((item) =>
      [...item.querySelectorAll('path, text, .target')].flatMap((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const owner = `${item.classList[0] ?? ''} ${item.dataset.key ?? ''}`;
        const unseen = part.matches('.target');
        return right > left ? [{ owner, unseen, left, right, top, bottom }] : [];
      }),
    ),
  );
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          a.owner !== b.owner &&
          !(a.unseen && b.owner.startsWith('lane')) &&
          !(b.unseen && a.owner.startsWith('lane')) &&
          a.left + 0.5 < b.right &&
          b.left + 0.5 < a.right &&
          a.top + LEADING < b.bottom &&
          b.top + LEADING < a.bottom,
      )
      .map((b) => `${a.owner} and ${b.owner}`),
  );
}
