import { expect, test } from 'vitest';
import { lengthInSight } from './support/axis.ts';
import { button, openView, sharedBrowser, sharedPage, soon } from './support/explorer.ts';

const currentPage = sharedPage(sharedBrowser());

const minutesInSight = async () => Math.round((await lengthInSight(currentPage())) / 60_000);

/** Turns the wheel all the way in, over a part of the axis. */
async function zoomAllTheWayIn(share: number): Promise<void> {
  const page = currentPage();
  const box = await page.locator('.plot').boundingBox();
  if (!box) throw new Error('the chart is not in sight');
  await page.mouse.move(box.x + share * box.width, box.y + 6);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 9; turn++) await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
}

test.each([
  ['true time', 'scale=true', 0.5],
  ['shortened time, among events', 'from=2025-06-22&to=2025-06-26', 0.3],
  ['shortened time, in a quiet stretch', 'from=2022-06-01&to=2022-09-01', 0.6],
])('the wheel goes down to one hour of %s, and no further', async (_, query, share) => {
  const page = currentPage();
  await openView(page, `?${query}`);
  await zoomAllTheWayIn(share);
  await soon(minutesInSight).toBe(60);
  const from = () => new URL(page.url()).searchParams.get('from') ?? '';
  await soon(from).toContain('T');
  const before = from();
  await zoomAllTheWayIn(0.9);
  await soon(minutesInSight).toBe(60);
  await soon(() => button(page, 'zoom-in').getAttribute('aria-disabled')).toBe('true');
  expect(from()).toBe(before);
});
