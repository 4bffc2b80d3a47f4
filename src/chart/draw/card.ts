import { fill } from '../../model/fill.ts';
import type { ChartEvent } from '../layout/input.ts';
import type { ChartHost } from './host.ts';
import type { ChartWords } from './words.ts';

/** Space that is left between the card and the mark that it belongs to, in pixels. */
const CLEARANCE = 16;

/** The place beside the chart where an event, or what a cluster holds, is shown. */
export class Card {
  readonly #card: HTMLElement | null;
  readonly #words: ChartWords;
  readonly #article: ChartHost['article'];
  readonly #place: ChartHost['placeCard'];
  /** What stays above the chart when the page scrolls. */
  readonly #above: HTMLElement | null;
  #current: string | undefined;

  constructor(
    card: HTMLElement | null,
    above: HTMLElement | null,
    words: ChartWords,
    { article, placeCard }: Pick<ChartHost, 'article' | 'placeCard'>,
  ) {
    this.#card = card;
    this.#above = above;
    this.#words = words;
    this.#article = article;
    this.#place = placeCard;
  }

  get isOpen(): boolean {
    return this.#card !== null && !this.#card.hidden;
  }

  has(target: EventTarget | null): boolean {
    return target instanceof Node && this.#card?.contains(target) === true;
  }

  focus(): void {
    // What lies over the page is placed beside its mark: where it stood until then is no place to go.
    const preventScroll = this.#card !== null && liesOver(this.#card);
    this.#card?.focus({ preventScroll });
  }

  close(): void {
    this.#current = undefined;
    if (this.#card) this.#card.hidden = true;
  }

  /**
   * Shows an event: at once what is known of it, then its article.
   * @returns whether the event is still to be shown when its article has come.
   */
  async show(event: ChartEvent): Promise<boolean> {
    this.#current = event.id;
    this.#open(event.href);
    this.#fill(heading(event.label), paragraph(event.date), paragraph(this.#words.loading));
    this.#card?.setAttribute('aria-busy', 'true');
    const content = await this.#article(event).then(
      (article) => article.cloneNode(true),
      () => this.#fallback(event),
    );
    if (this.#current !== event.id) return false;
    this.#fill(content);
    return true;
  }

  /** Shows the events of a cluster that cannot be parted. */
  async showCluster(events: readonly ChartEvent[]): Promise<void> {
    this.#current = undefined;
    this.#open(undefined);
    this.showPlace('');
    const title = heading(fill(this.#words.clusterList, { count: events.length }));
    this.#fill(title);
    const { clusterList } = await import('./cluster-list.ts');
    if (this.isOfCluster) this.#fill(title, clusterList(events));
  }

  /** Says where the event stands in the story. */
  showPlace(place: string): void {
    const where = this.#part('card-place');
    if (where) where.textContent = place;
  }

  /** Whether it is open for a cluster. */
  get isOfCluster(): boolean {
    return this.isOpen && this.#current === undefined;
  }

  /** Says whether there is an earlier and a later event to walk to. */
  showEnds(isFirst: boolean, isLast: boolean): void {
    const ends = { previous: isFirst, next: isLast };
    for (const [action, isEnd] of Object.entries(ends)) {
      const button = this.#card?.querySelector(`[data-do="${action}"]`);
      button?.setAttribute('aria-disabled', String(isEnd));
    }
  }

  /**
   * Stands where it does not cover a mark, and scrolls the page so that the mark is in sight.
   * @param whole whether its words are to be seen too.
   */
  clear(mark: Element | null, whole: boolean): void {
    if (!this.#card || !mark) return;
    this.#place?.(this.#card, mark);
    this.uncover((whole ? null : mark.querySelector('.target')) ?? mark);
  }

  /** Where it lies over the page, lets something be seen: from its other side, else by scrolling. */
  uncover(element: Element): void {
    const card = this.#card;
    if (!card || card.hidden || card.contains(element)) return;
    if (getComputedStyle(card).position !== 'fixed') return;
    const shown = element.getBoundingClientRect();
    const isBeside = () => {
      const over = card.getBoundingClientRect();
      return shown.right < over.left || shown.left > over.right;
    };
    const side = card.dataset.side ?? 'end';
    if (!isBeside()) card.dataset.side = side === 'end' ? 'start' : 'end';
    const beside = isBeside();
    // What is as wide as the page is covered from both sides.
    if (!beside) card.dataset.side = side;
    const top = beside ? innerHeight : Math.min(card.getBoundingClientRect().top, innerHeight);
    const lowest = top - CLEARANCE;
    const highest = CLEARANCE + (this.#above?.offsetHeight ?? 0);
    if (shown.bottom > lowest) scrollBy(0, Math.min(shown.bottom - lowest, shown.top - highest));
    else if (shown.top < highest) scrollBy(0, shown.top - highest);
  }

  /** Comes into sight where it begins, as a page that is read does. */
  begin(): void {
    if (!this.#card) return;
    this.#card.style.removeProperty('top');
    scrollTo(this.#card);
  }

  #fill(...content: Node[]): void {
    this.#part('card-body')?.replaceChildren(...content);
    this.#card?.removeAttribute('aria-busy');
    if (this.#card) this.#card.scrollTop = 0;
  }

  #open(href: string | undefined): void {
    if (!this.#card) return;
    this.#card.hidden = false;
    for (const step of this.#card.querySelectorAll<HTMLElement>(
      '[data-do=previous], [data-do=next]',
    ))
      step.hidden = href === undefined;
    const page = this.#card.querySelector<HTMLAnchorElement>('[data-part=card-page]');
    if (!page) return;
    page.hidden = href === undefined;
    page.href = href ?? page.href;
  }

  #part(name: string): Element | null | undefined {
    return this.#card?.querySelector(`[data-part=${name}]`);
  }

  /** Without the network the page itself is still a link away. */
  #fallback({ href, label }: ChartEvent): HTMLElement {
    return paragraph(`${this.#words.cardFailed} `, linkTo(href, label));
  }
}

function heading(text: string): HTMLElement {
  const element = document.createElement('h2');
  element.textContent = text;
  return element;
}

function paragraph(...content: (string | Node)[]): HTMLElement {
  const element = document.createElement('p');
  element.append(...content);
  return element;
}

function liesOver(card: HTMLElement): boolean {
  return ['absolute', 'fixed'].includes(getComputedStyle(card).position);
}

/** Scrolls to an element; unlike `scrollIntoView`, never the page that holds this one in a frame. */
export function scrollTo(element: Element): void {
  scrollBy(0, element.getBoundingClientRect().top);
}

/** A link to a page. */
export function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}
