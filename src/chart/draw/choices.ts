import { countChoices, fits, type Facet, type Found } from '../layout/filter.ts';
import type { ChartInput } from '../layout/input.ts';
import type { View } from '../layout/view.ts';

const FACETS: readonly Facet[] = ['kinds', 'actors', 'sources'];

/**
 * Makes the choices of the facets that the page did not come with: a checkbox with its name and how
 * many events it would leave.
 */
export function makeChoices(form: HTMLFormElement, input: ChartInput): void {
  for (const facet of ['actors', 'sources'] as const) {
    const place = form.querySelector(`[data-facet=${facet}]`);
    const used = new Set(input.events.flatMap((event) => event[facet]));
    const choices = input[facet].filter((_, index) => used.has(index));
    place?.append(...choices.map(({ id, label }) => choice(facet, id, label)));
  }
}

/** Ticks what the view has chosen, and says how many events each choice would leave. */
export function showChoices(
  form: HTMLFormElement,
  input: ChartInput,
  view: View,
  found: Found,
): void {
  for (const facet of FACETS) {
    const counts = countChoices(input, view, found, facet);
    const places = new Map(input[facet].map(({ id }, index) => [id, index]));
    for (const box of form.querySelectorAll<HTMLInputElement>(`input[name=${facet}]`)) {
      box.checked = view[facet].includes(box.value);
      showCount(box, counts[places.get(box.value) ?? -1] ?? 0);
    }
  }
  const disagree = form.querySelector<HTMLInputElement>('input[name=disagree]');
  const keep = fits(input, { ...view, disagree: true }, found);
  if (disagree) showCount(disagree, input.events.filter(keep).length);
}

function showCount(box: HTMLInputElement, count: number): void {
  const label = box.closest('label');
  const place = label?.querySelector('.count');
  if (place) place.textContent = String(count);
  label?.classList.toggle('none', count === 0 && !box.checked);
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
