import { wordStretch } from '../../model/date-format.ts';
import { fill } from '../../model/fill.ts';
import { instantsOf, limitWindow, type Window } from '../layout/scale.ts';
import type { Plan } from '../layout/scene.ts';
import type { ChartWords } from './words.ts';

/** The bar above the chart: what part of the story is in sight, and the buttons that move it. */
export class ChartBar {
  readonly #bar: HTMLElement | null;
  readonly #words: ChartWords;
  #range = '';

  constructor(root: HTMLElement, words: ChartWords) {
    this.#bar = root.querySelector<HTMLElement>('[data-part="bar"]');
    this.#words = words;
  }

  /** The part of the story that is in sight, with how many events are in it; nothing for all. */
  get range(): string {
    return this.#range;
  }

  /** Whether one of its buttons has the focus. */
  get hasFocus(): boolean {
    return this.#bar?.contains(document.activeElement) === true;
  }

  /** Pixels from the top of the browser's window down to where it ends. */
  get bottom(): number {
    return this.#bar?.getBoundingClientRect().bottom ?? 0;
  }

  /** Says what is in sight, and which moves lead nowhere. */
  show(window: Window, plan: Plan, count: number): void {
    const [from, to] = window;
    // As a link tells it, so that the words are the same for whom it is sent to.
    const instants = instantsOf(window, plan.scale);
    const isWhole = !instants;
    this.#range = instants
      ? fill(this.#words.inSight, { range: wordStretch(...instants, plan.input.language), count })
      : '';
    const place = this.#bar?.querySelector('[data-part="range"]');
    if (place) place.textContent = this.#range;
    const quarter = (to - from) / 4;
    const [nearer] = limitWindow([from + quarter, to - quarter], plan.scale);
    const ends = {
      earlier: from <= 0,
      later: to >= 1,
      everything: isWhole,
      'zoom-out': isWhole,
      'zoom-in': nearer <= from,
    };
    for (const [action, isEnd] of Object.entries(ends)) {
      const button = this.#bar?.querySelector(`[data-do="${action}"]`);
      button?.setAttribute('aria-disabled', String(isEnd));
    }
  }
}
