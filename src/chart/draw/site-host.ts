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
      const article = articles.get(href) ?? openArticle(href);
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

/** Cards are opened by some readers only, so what makes them is loaded with the first. */
async function openArticle(href: string): Promise<HTMLElement> {
  return (await import('./article.ts')).fetchArticle(href);
}
