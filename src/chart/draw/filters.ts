import { countChoices, type Facet, type Found } from '../layout/filter.ts';
import type { ChartInput } from '../layout/input.ts';
import type { View } from '../layout/view.ts';

const FACETS: readonly Facet[] = ['kinds', 'actors', 'sources'];

/** What a form of filters says. */
export type Chosen = Pick<View, Facet | 'disagree' | 'query' | 'grouping' | 'scale'>;

/** Makes the choices of each facet: a checkbox with its name and how many events it would leave. */
export function makeChoices(form: HTMLFormElement, input: ChartInput): void {
  for (const facet of FACETS) {
    const place = form.querySelector(`[data-facet=${facet}]`);
    place?.append(...input[facet].map(({ id, label }) => choice(facet, id, label)));
  }
}

function choice(facet: Facet, id: string, name: string): HTMLElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  Object.assign(box, { type: 'checkbox', name: facet, value: id });
  const count = document.createElement('span');
  count.className = 'count';
  label.append(box, ` ${name} `, count);
  return label;
}

/** Shows the view's filters in the form, and how many events each choice would leave. */
export function syncForm(form: HTMLFormElement, view: View, input: ChartInput, found: Found): void {
  for (const facet of FACETS) {
    const counts = countChoices(input, view, found, facet);
    const boxes = form.querySelectorAll<HTMLInputElement>(`input[name=${facet}]`);
    boxes.forEach((box, index) => {
      box.checked = view[facet].includes(box.value);
      const count = box.parentElement?.querySelector('.count');
      if (count) count.textContent = String(counts[index] ?? 0);
      box.closest('label')?.classList.toggle('none', counts[index] === 0 && !box.checked);
    });
  }
  const set = (name: string, value: string) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement || field instanceof RadioNodeList) field.value = value;
    if (
      field instanceof HTMLInputElement &&
      field.type !== 'checkbox' &&
      field !== document.activeElement
    )
      field.value = value;
  };
  set('q', view.query);
  set('grouping', view.grouping);
  set('scale', view.scale);
  const disagree = form.elements.namedItem('disagree');
  if (disagree instanceof HTMLInputElement) disagree.checked = view.disagree;
}

/** Reads the form. */
export function readForm(form: HTMLFormElement): Chosen {
  const data = new FormData(form);
  const all = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
  return {
    kinds: all('kinds'),
    actors: all('actors'),
    sources: all('sources'),
    disagree: data.has('disagree'),
    query: (all('q')[0] ?? '').trim(),
    grouping:
      data.get('grouping') === 'actor'
        ? 'actor'
        : data.get('grouping') === 'none'
          ? 'none'
          : 'kind',
    scale: data.get('scale') === 'true' ? 'true' : 'shortened',
  };
}
