import type { ChartEvent } from '../layout/input.ts';
import type { ChartHost } from './host.ts';
import { OverviewBrush } from './overview.ts';

/**
 * The chart on the site: the view is in the address, articles come from the events' own pages.
 * @param search address of the documents to search.
 */
export function siteHost(search: string): ChartHost {
  const articles = new Map<string, Promise<HTMLElement>>();
  const embed = document.querySelector<HTMLAnchorElement>('a[data-do=embed]');
  /** The link to an embed of the view takes its query along. */
  const follow = (query: string) => {
    if (embed) embed.search = query;
    return query;
  };
  return {
    query: () => follow(location.search),
    remember: (query, step) => {
      const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
      if (step === 'step') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      follow(query);
    },
    address: () => location.href,
    article: ({ href }: ChartEvent) => {
      const article = articles.get(href) ?? fetchArticle(href);
      articles.set(href, article);
      // What failed is asked for again next time.
      article.catch(() => articles.delete(href));
      return article;
    },
    save: async (format, saved) => {
      await (await import('./save-picture.ts')).savePicture(format, saved, location.href);
    },
    openSearch: async () => (await import('./search.ts')).openSearch(search),
    overview: OverviewBrush,
  };
}

/** Fetches an event's page and takes its article. */
async function fetchArticle(href: string): Promise<HTMLElement> {
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
