/** Keys that move through tabs, and by how many; the ends are as far away as can be. */
const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Tabs after the WAI-ARIA Authoring Practices: one tab stop, arrows go round, the focus chooses.
 * The list of tabs and the panels come with the page, each tab with the name of what it stands for.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export class Tabs {
  readonly #tabs: HTMLElement[];

  constructor(list: HTMLElement, onChoose: (value: string) => void) {
    this.#tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
    const choose = (tab: HTMLElement | undefined) => {
      const value = tab?.dataset.value ?? '';
      this.show(value);
      tab?.focus();
      onChoose(value);
    };
    list.addEventListener('click', ({ target }) => {
      const tab = this.#tabs.find((one) => one === target);
      if (tab) choose(tab);
    });
    list.addEventListener('keydown', (event) => {
      const step = STEPS[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      const isRtl = getComputedStyle(list).direction === 'rtl';
      choose(this.#tabs[this.#placeAfter(isRtl && Number.isFinite(step) ? -step : step)]);
    });
  }

  /** Shows the panel of a value, and hides the others. */
  show(value: string): void {
    for (const tab of this.#tabs) {
      const isShown = tab.dataset.value === value;
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      panel?.toggleAttribute('hidden', !isShown);
    }
  }

  #placeAfter(step: number): number {
    const { length } = this.#tabs;
    if (step === -Infinity) return 0;
    if (step === Infinity) return length - 1;
    const place = this.#tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
    return (place + step + length) % length;
  }
}
