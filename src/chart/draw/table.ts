import type { ChartEvent, ChartInput } from '../layout/input.ts';
import { linkTo } from './card.ts';
import type { ChartWords } from './words.ts';

/** Fills the table view with the events that are shown. */
export function fillTable(
  table: HTMLTableElement,
  { kinds, actors }: ChartInput,
  shown: readonly ChartEvent[],
  { table: words, disagree }: ChartWords,
): void {
  const head = row('th', [words.date, words.kind, words.event, words.actors]);
  for (const cell of head.cells) cell.scope = 'col';
  table.createTHead().replaceChildren(head);
  const rows = shown.map((event) => {
    const names = event.actors.map((actor) => actors[actor]?.label ?? '').join(', ');
    const cells = row('td', [
      event.date,
      kinds[event.kind]?.single ?? '',
      linkTo(event.href, event.label),
      names,
    ]);
    const link = cells.querySelector('a');
    if (link) link.dataset.event = event.id;
    if (event.disagree) link?.after(' ', mark(disagree));
    return cells;
  });
  const [body = table.createTBody()] = table.tBodies;
  body.replaceChildren(...rows);
}

function mark(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'disagree';
  element.textContent = text;
  return element;
}

function row(tag: 'th' | 'td', contents: readonly (string | Node)[]): HTMLTableRowElement {
  const element = document.createElement('tr');
  for (const content of contents) {
    const cell = document.createElement(tag);
    cell.append(content);
    element.append(cell);
  }
  return element;
}
