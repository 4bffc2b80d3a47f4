import { fill } from '../../model/fill.ts';
import type { ChartEvent, ChartInput } from '../layout/input.ts';
import type { ChartWords } from './words.ts';

const articles = new Map<string, Promise<HTMLElement>>();

/** Fetches an event's own page, once, and takes its article for a card. */
export function fetchArticle({ href }: ChartEvent): Promise<HTMLElement> {
  const known = articles.get(href);
  if (known) return known;
  const article = load(href);
  articles.set(href, article);
  // What failed is asked for again next time.
  article.catch(() => articles.delete(href));
  return article;
}

async function load(href: string): Promise<HTMLElement> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${String(response.status)} ${href}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const article = page.querySelector<HTMLElement>('article.event');
  if (!article) throw new Error(`no event at ${href}`);
  lowerHeadings(article);
  for (const old of article.querySelectorAll('aside, header')) replaceTag(old, 'div');
  return article;
}

/** The page has its own main heading: those of the article move one level down. */
function lowerHeadings(article: HTMLElement): void {
  for (const level of [3, 2, 1]) {
    for (const old of article.querySelectorAll(`h${String(level)}`))
      replaceTag(old, `h${String(level + 1)}`);
  }
}

function replaceTag(old: Element, name: string): void {
  const element = old.ownerDocument.createElement(name);
  for (const { name, value } of old.attributes) element.setAttribute(name, value);
  element.append(...old.childNodes);
  old.replaceWith(element);
}

/** How far a finger moves sideways before it turns a page, in pixels. */
const SWIPE = 48;

/** The place beside the chart where an event, or what a cluster holds, is shown. */
export class Card {
  readonly #card: HTMLElement | null;
  readonly #words: ChartWords;
  #current: string | undefined;

  constructor(card: HTMLElement | null, words: ChartWords) {
    this.#card = card;
    this.#words = words;
  }

  get isOpen(): boolean {
    return this.#card !== null && !this.#card.hidden;
  }

  has(target: EventTarget | null): boolean {
    return target instanceof Node && this.#card?.contains(target) === true;
  }

  focus(): void {
    this.#card?.focus();
  }

  close(): void {
    this.#current = undefined;
    if (this.#card) this.#card.hidden = true;
  }

  /** Shows an event; what is there stays until the new one has come. */
  async show(event: ChartEvent, place: string): Promise<void> {
    this.#current = event.id;
    this.#open(place, event.href);
    this.#card?.setAttribute('aria-busy', 'true');
    const content = await fetchArticle(event).then(
      (article) => article.cloneNode(true),
      () => this.#fallback(event),
    );
    if (this.#current !== event.id) return;
    this.#body()?.replaceChildren(content);
    this.#card?.removeAttribute('aria-busy');
  }

  /** Shows the events of a cluster that cannot be parted. */
  showCluster(members: readonly number[], { events }: ChartInput): void {
    this.#current = undefined;
    this.#open('', undefined);
    const heading = document.createElement('h2');
    heading.textContent = fill(this.#words.clusterList, { count: members.length });
    const list = document.createElement('ol');
    list.className = 'cluster-list';
    list.append(...members.flatMap((member) => (events[member] ? [itemFor(events[member])] : [])));
    this.#body()?.replaceChildren(heading, list);
  }

  /** Calls back when a finger turns a page: 1 to the left, -1 to the right. */
  onSwipe(turn: (direction: 1 | -1) => void): void {
    let start: PointerEvent | undefined;
    this.#card?.addEventListener('pointerdown', (event) => {
      start = event.pointerType === 'touch' ? event : undefined;
    });
    this.#card?.addEventListener('pointerup', (event) => {
      const moved = event.clientX - (start?.clientX ?? event.clientX);
      const across = Math.abs(event.clientY - (start?.clientY ?? event.clientY));
      start = undefined;
      if (Math.abs(moved) >= SWIPE && across <= Math.abs(moved) / 2) turn(moved < 0 ? 1 : -1);
    });
  }

  #open(place: string, href: string | undefined): void {
    if (!this.#card) return;
    this.#card.hidden = false;
    const where = this.#card.querySelector('[data-part=card-place]');
    if (where) where.textContent = place;
    const page = this.#card.querySelector<HTMLAnchorElement>('[data-part=card-page]');
    if (!page) return;
    page.hidden = href === undefined;
    page.href = href ?? page.href;
  }

  #body(): Element | null | undefined {
    return this.#card?.querySelector('[data-part=card-body]');
  }

  /** Without the network the page itself is still a link away. */
  #fallback({ href, label }: ChartEvent): HTMLElement {
    const paragraph = document.createElement('p');
    paragraph.append(`${this.#words.cardFailed} `, linkTo(href, label));
    return paragraph;
  }
}

function itemFor(event: ChartEvent): HTMLElement {
  const item = document.createElement('li');
  const link = linkTo(event.href, event.label);
  link.dataset.event = event.id;
  item.append(`${event.date} `, link);
  return item;
}

/** A link to a page. */
export function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}
