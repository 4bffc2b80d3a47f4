import type { ChartEvent } from '../layout/input.ts';
import { linkTo } from './card.ts';

/** Lists the events of a cluster that cannot be parted, each a link that opens it. */
export function clusterList(events: readonly ChartEvent[]): HTMLElement {
  const list = document.createElement('ol');
  list.className = 'cluster-list';
  list.append(...events.map(itemFor));
  return list;
}

function itemFor({ id, href, label, date }: ChartEvent): HTMLElement {
  const item = document.createElement('li');
  const link = linkTo(href, label);
  link.dataset.event = id;
  item.append(`${date} `, link);
  return item;
}
