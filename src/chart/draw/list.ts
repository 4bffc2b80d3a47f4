import type { ChartEvent } from '../layout/input.ts';

/** Shows of the page's list only the events that are given, and no year without one. */
export function showInList(root: HTMLElement, shown: readonly ChartEvent[]): void {
  const ids = new Set(shown.map(({ id }) => `event-${id}`));
  for (const item of root.querySelectorAll<HTMLElement>('li[id^="event-"]'))
    item.hidden = !ids.has(item.id);
  for (const year of root.querySelectorAll<HTMLElement>('.year')) {
    year.hidden = !year.querySelector('li:not([hidden])');
  }
}
