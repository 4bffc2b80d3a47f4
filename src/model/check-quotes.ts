import { reporter, type Parts } from './parts.ts';
import type { Fault, Problem } from './problem.ts';

/** The text of an article by its file's name; nothing where there is no such file. */
export type Articles = (file: string) => string | undefined;

/** Holds each quote against the article in which it is said to stand, where there is one. */
export function checkQuotes({ sources, events }: Parts, articles: Articles, problems: Problem[]) {
  const texts = new Map<string, Article>();
  for (const { item, data } of sources) {
    const { id, articleFile: file } = item;
    if (file === undefined) continue;
    const text = articles(file);
    if (text === undefined) reporter(data, problems)(['articleFile'], noArticle(file));
    else texts.set(id, { file, text: onOneLine(text) });
  }
  for (const { item, data } of events) {
    item.claims.forEach(({ quote, source }, index) => {
      const article = texts.get(source);
      const fault = quote !== undefined && article && departure(onOneLine(quote), article);
      if (fault) reporter(data, problems)(['claims', index, 'quote'], fault);
    });
  }
}

interface Article {
  file: string;
  text: string;
}

function noArticle(file: string): Fault {
  return {
    found: `the name "${file}"`,
    expected: 'the name of a text file in the folder of articles',
    fix: 'put the article there under that name, correct the name, or remove the field',
  };
}

/** White space does not count. */
function onOneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Nor does the shape of quotation marks and dashes; the result is as long as the text. */
function plain(text: string): string {
  return text
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛‹›′]/g, "'")
    .replace(/\p{Pd}|−/gu, '-');
}

/** What is wrong with a quote that does not stand in the article word for word. */
function departure(quote: string, { file, text }: Article): Fault | undefined {
  if (standsIn(plain(quote), plain(text))) return undefined;
  const found = `the quote “${quote}”`;
  const words = quote.split(' ');
  const passage = trimmedAs(quote, nearestPassage(words, text.split(' ')).join(' '));
  if (passage === '') {
    return {
      found,
      expected: `words of ${file}, which has nothing like them`,
      fix: 'name the source that has these words, or remove the quote',
    };
  }
  const theirs = passage.split(' ');
  const place = words.findIndex((word, index) => plain(word) !== plain(theirs[index] ?? ''));
  return {
    found,
    expected: `words of ${file}; nearest: “${passage}”`,
    fix: `it departs at “${words[place] ?? ''}”, where the article has “${theirs[place] ?? ''}”; copy its words`,
  };
}

/** A passage without the punctuation around it where the quote has none. */
function trimmedAs(quote: string, passage: string): string {
  const start = /^[\p{L}\p{N}]/u.test(quote) ? /^[^\p{L}\p{N}]+/u : /^\s+/;
  const end = /[\p{L}\p{N}]$/u.test(quote) ? /[^\p{L}\p{N}]+$/u : /\s+$/;
  return passage.replace(start, '').replace(end, '');
}

const INSIDE_WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether the words stand in the text, and not as parts of longer words. */
function standsIn(words: string, text: string): boolean {
  const cuts = (before = '', after = '') => INSIDE_WORD.test(before) && INSIDE_WORD.test(after);
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!cuts(text[at - 1], words[0]) && !cuts(words.at(-1), text[end])) return true;
  }
  return false;
}

/** A word without the punctuation around it. */
function bare(word: string): string {
  return plain(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/**
 * The stretch of the text that becomes the quote by the fewest changes of words (P. H. Sellers,
 * “The theory and computation of evolutionary distances”, 1980).
 * @returns nothing where most words would have to change.
 */
function nearestPassage(quote: readonly string[], text: readonly string[]): string[] {
  const wanted = quote.map(bare);
  /** By how many of the quote's words: changes so far, and the word where the stretch began. */
  let row = wanted.map((_, length) => ({ changes: length + 1, start: 0 }));
  let best = { changes: wanted.length, start: 0, end: 0 };
  text.forEach((word, place) => {
    const spelled = bare(word);
    let diagonal = { changes: 0, start: place };
    let left = { changes: 0, start: place + 1 };
    row = row.map((above, index) => {
      const match = diagonal.changes + (wanted[index] === spelled ? 0 : 1);
      const options = [
        { changes: match, start: diagonal.start },
        { changes: above.changes + 1, start: above.start },
        { changes: left.changes + 1, start: left.start },
      ];
      diagonal = above;
      left = options.reduce((least, one) => (one.changes < least.changes ? one : least));
      return left;
    });
    if (left.changes < best.changes) best = { ...left, end: place + 1 };
  });
  return best.changes > wanted.length / 2 ? [] : text.slice(best.start, best.end);
}
