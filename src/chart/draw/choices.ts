import { countChoices, type Facet, type Found } from '../layout/filter.ts';
import type { ChartInput } from '../layout/input.ts';
import type { View } from '../layout/view.ts';

const FACETS: readonly Facet[] = ['kinds', 'actors', 'sources'];

/** Makes the choices of each facet: a checkbox with its name and how many events it would leave. */
export function makeChoices(form: HTMLFormElement, input: ChartInput): void {
  for (const facet of FACETS) {
    const place = form.querySelector(`[data-facet=${facet}]`);
    place?.append(...input[facet].map(({ id, label }) => choice(facet, id, label)));
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
    const boxes = form.querySelectorAll<HTMLInputElement>(`input[name=${facet}]`);
    boxes.forEach((box, index) => {
      box.checked = view[facet].includes(box.value);
      const count = box.parentElement?.querySelector('.count');
      if (count) count.textContent = String(counts[index] ?? 0);
      box.closest('label')?.classList.toggle('none', counts[index] === 0 && !box.checked);
    });
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
