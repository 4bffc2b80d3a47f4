import type { Facet, Found } from '../layout/filter.ts';
import type { ChartInput } from '../layout/input.ts';
import { GROUPINGS, SCALES, type View } from '../layout/view.ts';

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
      void this.#showChoices();
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
    void this.#showChoices();
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

  /** The choices are many, and loaded and made when they are first asked for. */
  async #showChoices(): Promise<void> {
    if (!this.#details?.open) return;
    const { makeChoices, showChoices } = await import('./choices.ts');
    if (!this.#hasChoices) makeChoices(this.#form, this.#input);
    this.#hasChoices = true;
    showChoices(this.#form, this.#input, this.#view, this.#found);
  }
}
