import { isFiltered, type Facet, type Found } from '../layout/filter.ts';
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
  /** Whether the choices of actors and sources are made, and whether the form shows any counts. */
  #hasChoices = false;
  #hasCounts = false;

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
    const query = this.#field('q');
    // A space at the end of what is being typed is not taken away.
    if (query && query.value.trim() !== view.query) query.value = view.query;
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('input[name=kinds]'))
      box.checked = view.kinds.includes(box.value);
    const disagree = this.#field('disagree');
    if (disagree) disagree.checked = view.disagree;
    for (const name of ['grouping', 'scale'] as const) {
      const select = this.#field(name);
      if (select) select.value = view[name];
    }
    const chosen = this.#form.querySelector('[data-part=chosen]');
    const count = view.actors.length + view.sources.length;
    if (chosen) chosen.textContent = count > 0 ? `(${String(count)})` : '';
    void this.#showChoices();
  }

  /** What the form says now. */
  read(): Chosen {
    const data = new FormData(this.#form);
    const all = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
    const one = <T extends string>(name: string, known: readonly T[], otherwise: T) =>
      known.find((value) => value === data.get(name)) ?? otherwise;
    const { actors, sources } = this.#view;
    return {
      kinds: all('kinds'),
      ...(this.#hasChoices
        ? { actors: all('actors'), sources: all('sources') }
        : { actors, sources }),
      disagree: data.has('disagree'),
      query: (all('q')[0] ?? '').trim(),
      grouping: one('grouping', GROUPINGS, this.#view.grouping),
      scale: one('scale', SCALES, this.#view.scale),
    };
  }

  /** Gives the focus to the field for words: the button that cleared it goes away. */
  focusQuery(): void {
    this.#field('q')?.focus();
  }

  /** A field by its name; a select is asked for nothing but its value. */
  #field(name: string): HTMLInputElement | null {
    return this.#form.querySelector(`[name=${name}]`);
  }

  /** What counts is loaded when a count changes first; the many choices are made when asked for. */
  async #showChoices(): Promise<void> {
    const isOpen = this.#details?.open === true;
    if (!isOpen && !this.#hasCounts && !isFiltered(this.#view)) return;
    this.#hasCounts = true;
    const { makeChoices, showChoices } = await import('./choices.ts');
    if (isOpen && !this.#hasChoices) {
      this.#hasChoices = true;
      makeChoices(this.#form, this.#input);
    }
    showChoices(this.#form, this.#input, this.#view, this.#found);
  }
}
