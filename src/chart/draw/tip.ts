/**
 * Shows the whole name of a mark, with its date, under the pointer or the focus; not where time runs
 * down and all of it is written beside the mark, nor of the event whose card is open.
 */
export class Tip {
  readonly #tip: HTMLElement | null;

  constructor(tip: HTMLElement | null, svg: SVGSVGElement) {
    this.#tip = tip;
    svg.addEventListener('pointerover', ({ target, pointerType }) => {
      if (pointerType !== 'touch') this.#show(target);
    });
    svg.addEventListener('focusin', ({ target }) => {
      this.#show(target);
    });
    svg.addEventListener('pointerleave', ({ relatedTarget }) => {
      // The pointer may rest on the words themselves.
      if (relatedTarget !== tip) this.hide();
    });
    svg.addEventListener('focusout', () => {
      this.hide();
    });
    tip?.addEventListener('pointerleave', () => {
      this.hide();
    });
  }

  #show(target: EventTarget | null): void {
    const mark = target instanceof Element ? target.closest('.mark') : null;
    const link = mark?.querySelector('a');
    const place = this.#tip?.parentElement?.getBoundingClientRect();
    if (
      !this.#tip ||
      !link ||
      !place ||
      mark?.matches('.selected, .down .mark:has(.label:not(.cut))')
    ) {
      this.hide();
      return;
    }
    const { left, top, bottom, width } = link.getBoundingClientRect();
    this.#tip.textContent = link.getAttribute('aria-label');
    this.#tip.hidden = false;
    const room = place.width - this.#tip.offsetWidth;
    const middle = left + width / 2 - place.left - this.#tip.offsetWidth / 2;
    this.#tip.style.left = `${String(Math.max(0, Math.min(middle, room)))}px`;
    const { offsetHeight } = this.#tip;
    const isBelow = bottom + 2 + offsetHeight <= innerHeight;
    const y = isBelow ? bottom + 2 : top - 2 - offsetHeight;
    this.#tip.style.top = `${String(y - place.top)}px`;
  }

  /** @returns whether there was anything to hide. */
  hide(): boolean {
    if (!this.#tip || this.#tip.hidden) return false;
    this.#tip.hidden = true;
    return true;
  }
}
