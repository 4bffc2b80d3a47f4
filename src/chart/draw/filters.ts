import { countChoices, type Facet, type Found } from '../layout/filter.ts';
import type { ChartInput } from '../layout/input.ts';
import { GROUPINGS, SCALES, type View } from '../layout/view.ts';

const FACETS: readonly Facet[] = ['kinds', 'actors', 'sources'];

/** What a form of filters says. */
export type Chosen = Pick<View, Facet | 'disagree' | 'query' | 'grouping' | 'scale'>;

/** The form with the filters, which shows the view and says what a reader chose. */
export class FilterForm {
  readonly #form: HTMLFormElement;
  readonly #details: HTMLDetailsElement | null;
  readonly #input: ChartInput;
  #view: View;
  #found: Found;
  #hasChoices = false;

  constructor(form: HTMLFormElement, input: ChartInput, view: View) {
    this.#form = form;
    this.#input = input;
    this.#view = view;
    this.#details = form.querySelector('.filters');
    this.#details?.addEventListener('toggle', () => {
      this.#showChoices();
    });
  }

  /** Shows the view's filters, and how many events each choice would leave. */
  show(view: View, found: Found): void {
    this.#view = view;
    this.#found = found;
    const field = <E extends Element>(name: string, type: abstract new () => E) => {
      const element = this.#form.elements.namedItem(name);
      return element instanceof type ? element : undefined;
    };
    const query = field('q', HTMLInputElement);
    // What is being typed is not taken away.
    if (query && query !== document.activeElement) query.value = view.query;
    const disagree = field('disagree', HTMLInputElement);
    if (disagree) disagree.checked = view.disagree;
    for (const name of ['grouping', 'scale'] as const) {
      const select = field(name, HTMLSelectElement);
      if (select) select.value = view[name];
    }
    this.#showChoices();
  }

  /** What the form says now. */
  read(): Chosen {
    const data = new FormData(this.#form);
    const all = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
    const one = <T extends string>(name: string, known: readonly T[], otherwise: T) =>
      known.find((value) => value === data.get(name)) ?? otherwise;
    const { kinds, actors, sources } = this.#view;
    return {
      ...(this.#hasChoices
        ? { kinds: all('kinds'), actors: all('actors'), sources: all('sources') }
        : { kinds, actors, sources }),
      disagree: data.has('disagree'),
      query: (all('q')[0] ?? '').trim(),
      grouping: one('grouping', GROUPINGS, this.#view.grouping),
      scale: one('scale', SCALES, this.#view.scale),
    };
  }

  /** Empties the field for words, and gives it the focus: the button that did it goes away. */
  clearQuery(): void {
    const query = this.#form.elements.namedItem('q');
    if (!(query instanceof HTMLInputElement)) return;
    query.value = '';
    query.focus();
  }

  /** The choices are many, and made when they are first asked for. */
  #showChoices(): void {
    if (!this.#details?.open) return;
    if (!this.#hasChoices) makeChoices(this.#form, this.#input);
    this.#hasChoices = true;
    for (const facet of FACETS) {
      const counts = countChoices(this.#input, this.#view, this.#found, facet);
      const boxes = this.#form.querySelectorAll<HTMLInputElement>(`input[name=${facet}]`);
      boxes.forEach((box, index) => {
        box.checked = this.#view[facet].includes(box.value);
        const count = box.parentElement?.querySelector('.count');
        if (count) count.textContent = String(counts[index] ?? 0);
        box.closest('label')?.classList.toggle('none', counts[index] === 0 && !box.checked);
      });
    }
  }
}

/** Makes the choices of each facet: a checkbox with its name and how many events it would leave. */
function makeChoices(form: HTMLFormElement, input: ChartInput): void {
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
