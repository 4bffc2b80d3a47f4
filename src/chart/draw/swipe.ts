import type { Explorer } from './explorer.ts';

/** How far a finger moves sideways before it turns a page, in pixels. */
const SWIPE = 48;

/** Has a finger that moves sideways on the card turn the page that is read. */
export function followSwipes(root: HTMLElement, explorer: Explorer): void {
  const card = root.querySelector<HTMLElement>('[data-part="card"]');
  let start: PointerEvent | undefined;
  card?.addEventListener('pointerdown', (event) => {
    start = event.pointerType === 'touch' ? event : undefined;
  });
  card?.addEventListener('pointerup', ({ clientX, clientY }) => {
    if (!start || !explorer.isReading) return;
    const moved = clientX - start.clientX;
    const across = Math.abs(clientY - start.clientY);
    start = undefined;
    if (Math.abs(moved) < SWIPE || across > Math.abs(moved) / 2) return;
    explorer.walk(moved < 0 === explorer.stage.rtl ? -1 : 1);
  });
}
