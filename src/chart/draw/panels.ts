import { fill } from '../../model/fill.ts';
import { isFiltered } from '../layout/filter.ts';
import type { ChartEvent, ChartInput } from '../layout/input.ts';
import type { View } from '../layout/view.ts';
import { showInList } from './list.ts';
import type { ChartWords } from './words.ts';

/** Milliseconds for which a notice that asks for nothing is shown. */
const BRIEF = 8000;

/** What stands around the chart and follows it: list, table, counts, and words for who listens. */
export class Panels {
  readonly #root: HTMLElement;
  readonly #input: ChartInput;
  readonly #words: ChartWords;
  #announced = '';
  /** What list and table show. */
  #listed = '';
  #hasHinted = false;
  #isSelected = false;
  #fading: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, input: ChartInput, words: ChartWords) {
    this.#root = root;
    this.#input = input;
    this.#words = words;
  }

  part(name: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }

  /** Says something to those who listen. */
  announce(text: string): void {
    this.#say('status', text);
  }

  /** Says what part of the story is in sight; for all of it, how many events that are. */
  announceRange(range: string): void {
    this.announce(range || (this.part('shown')?.textContent ?? ''));
  }

  /** Says something that everyone may read, until something else is to be said. */
  notice(text: string): void {
    clearTimeout(this.#fading);
    this.#say('notice', text);
  }

  /** Says something that goes by itself. */
  briefNotice(text: string): void {
    this.notice(text);
    this.#fading = setTimeout(() => {
      this.notice('');
    }, BRIEF);
  }

  /** Says once how the wheel zooms. */
  hint(): void {
    if (this.#hasHinted) return;
    this.#hasHinted = true;
    this.briefNotice(this.#words.wheelHint);
  }

  /** Says that what fits is being looked for. */
  showSearching(): void {
    this.#say('shown', this.#words.searching);
  }

  /** Shows the events that the filters leave in list and table, and says how many they are. */
  showEvents(view: View, shown: readonly ChartEvent[]): void {
    const { events } = this.#input;
    const listed = `${view.mode} ${shown.map(({ id }) => id).join()}`;
    if (listed !== this.#listed) {
      showInList(this.#root, shown);
      if (view.mode === 'table') void this.#fillTable(shown);
    }
    this.#listed = listed;
    const text =
      shown.length === 0
        ? this.#words.nothingFound
        : fill(this.#words.shown, { shown: shown.length, all: events.length });
    this.#say('shown', text);
    this.#root.toggleAttribute('data-filtered', isFiltered(view));
    this.#root.toggleAttribute('data-empty', shown.length === 0);
    this.#root.dataset.scale = view.scale;
    const news = isFiltered(view) || this.#announced ? text : '';
    if (news !== this.#announced) this.announce(news);
    this.#announced = news;
  }

  showMode({ mode }: View): void {
    this.#root.dataset.mode = mode;
    const isTable = mode === 'table';
    this.#root.querySelector('[data-do=table]')?.setAttribute('aria-pressed', String(isTable));
    this.#showCover();
  }

  /** Gives the focus to an event's row in the table, or to the button that leads back to the chart. */
  focusRow(id: string | undefined): void {
    const row = this.#root.querySelector<HTMLElement>(
      `.event-table a[data-event="${CSS.escape(id ?? '')}"]`,
    );
    (row ?? this.#root.querySelector<HTMLElement>('[data-do=table]'))?.focus();
  }

  /** A card is open, or is not. */
  showSelected(isSelected: boolean): void {
    this.#isSelected = isSelected;
    this.#showCover();
  }

  /** Tells the page that a card may lie over its end. */
  #showCover(): void {
    const covers = this.#isSelected && this.#root.dataset.mode !== 'reading';
    document.body.toggleAttribute('data-card', covers);
  }

  #say(part: string, text: string): void {
    const place = this.part(part);
    if (place) place.textContent = text;
  }

  async #fillTable(shown: readonly ChartEvent[]): Promise<void> {
    const { fillTable } = await import('./table.ts');
    const table = this.#root.querySelector<HTMLTableElement>('.event-table');
    if (table) fillTable(table, this.#input, shown, this.#words);
  }
}
