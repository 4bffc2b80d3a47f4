import type { Publication } from '../exports/publication.ts';
import { pageContext } from './page.ts';
import { urls } from './urls.ts';

/** The timeline as this build publishes it. */
export async function publication(): Promise<Publication> {
  const { timeline, strings, wordDate } = await pageContext();
  return {
    timeline,
    words: strings.data.exported,
    wordDate: (date) => wordDate(date),
    address: {
      home: urls.absolute(urls.home),
      event: (slug, claim) => urls.absolute(urls.events(slug, claim)),
      data: (file) => urls.absolute(urls.data(file)),
    },
  };
}
