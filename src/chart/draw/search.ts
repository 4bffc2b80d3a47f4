import MiniSearch from 'minisearch';
import { foldText, wordsOf, type SearchDocument } from '../../model/fold.ts';

/**
 * The search over events. To be imported dynamically, on first use: it brings MiniSearch along.
 */

/** From words to the ids of the events that have them all, the fittest first. */
export type Search = (query: string) => ReadonlySet<string>;

/** What is needed of `fetch`. */
export type FetchJson = (
  address: string,
) => Promise<Pick<Response, 'ok' | 'status'> & { json: () => Promise<unknown> }>;

/** How much more a word counts than in a summary or quote. */
const BOOST = { title: 4, names: 2 };
const FIELDS: (keyof SearchDocument)[] = ['title', 'names', 'summary', 'quotes'];
/** Documents that are indexed at a time; a batch of these takes some milliseconds. */
const BATCH = 100;
/** Words in which one letter may be wrong; a number is right or another one. */
const FORGIVING = /^\p{L}{5,}$/u;

/**
 * Fetches the documents at an address (the site's `search.json`) and gives the search over them.
 * A query without a word in it, such as an empty one or a quotation mark, finds every event.
 * @throws when they cannot be had; the caller may try again.
 */
export async function openSearch(address: string, fetchJson: FetchJson = fetch): Promise<Search> {
  const response = await fetchJson(address);
  if (!response.ok) throw new Error(`${address} was answered with ${String(response.status)}`);
  // The site wrote it itself, from the type that is named here.
  const documents = (await response.json()) as SearchDocument[];
  const index = createIndex();
  await index.addAllAsync(documents, { chunkSize: BATCH });
  const everyId = new Set(documents.map(({ id }) => id));
  return (query) => (wordsOf(query).length === 0 ? everyId : find(index, query));
}

function createIndex(): MiniSearch<SearchDocument> {
  return new MiniSearch({
    fields: FIELDS,
    tokenize: wordsOf,
    processTerm: foldText,
    searchOptions: {
      boost: BOOST,
      combineWith: 'AND',
      prefix: true,
    },
  });
}

/** Forgives only where nothing is found otherwise: who asks for “world” does not mean “would”. */
function find(index: MiniSearch<SearchDocument>, query: string): Set<string> {
  const exact = index.search(query);
  const results = exact.length > 0 ? exact : index.search(query, { fuzzy: forgiveness });
  return new Set(results.map(({ id }) => id as string));
}

/** How many letters of a word may be wrong. */
function forgiveness(word: string): number {
  return FORGIVING.test(word) ? 1 : 0;
}
