/**
 * Fetches an event's page and takes its article, for a card on another page.
 * @throws when the page cannot be had, or holds no event.
 */
export async function fetchArticle(href: string): Promise<HTMLElement> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} was answered with ${String(response.status)}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const article = page.querySelector<HTMLElement>('article.event');
  if (!article) throw new Error(`${href} holds no event`);
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
