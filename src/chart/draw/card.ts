import type { ChartEvent, ChartInput } from '../layout/input.ts';
import { fillWords, type ChartWords } from './words.ts';

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

/** Shows an event in the card; what is there stays until the new one has come. */
export async function showCard(
  card: HTMLElement,
  event: ChartEvent,
  words: ChartWords,
  isCurrent: () => boolean,
): Promise<void> {
  const body = card.querySelector('[data-part=card-body]');
  if (!body) return;
  card.setAttribute('aria-busy', 'true');
  try {
    const article = await fetchArticle(event);
    if (isCurrent()) body.replaceChildren(article.cloneNode(true));
  } catch {
    if (isCurrent()) body.replaceChildren(fallback(event, words));
  } finally {
    if (isCurrent()) card.removeAttribute('aria-busy');
  }
}

/** Without the network the page itself is still a link away. */
function fallback({ href, label }: ChartEvent, words: ChartWords): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.append(`${words.cardFailed} `, linkTo(href, label));
  return paragraph;
}

/** Shows the events of a cluster that cannot be parted. */
export function showCluster(
  card: HTMLElement,
  members: readonly number[],
  { events }: ChartInput,
  words: ChartWords,
): void {
  const body = card.querySelector('[data-part=card-body]');
  const heading = document.createElement('h2');
  heading.textContent = fillWords(words.clusterList, { count: members.length });
  const list = document.createElement('ol');
  list.className = 'cluster-list';
  for (const member of members) {
    const event = events[member];
    if (!event) continue;
    const item = document.createElement('li');
    const link = linkTo(event.href, event.label);
    link.dataset.event = event.id;
    item.append(`${event.date} `, link);
    list.append(item);
  }
  body?.replaceChildren(heading, list);
}

export function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}
