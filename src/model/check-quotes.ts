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
  const passage = nearestPassage(quote, text);
  if (passage === undefined) {
    return {
      found,
      expected: `words of ${file}, which has nothing like them`,
      fix: 'name the source that has these words, or remove the quote',
    };
  }
  const theirs = passage.split(' ');
  const ours = quote.split(' ');
  const place = ours.findIndex((word, index) => plain(word) !== plain(theirs[index] ?? ''));
  const instead = theirs[place] === undefined ? 'ends' : `has “${theirs[place]}”`;
  return {
    found,
    expected: `words of ${file}; nearest: “${passage}”`,
    fix: `it departs at “${ours[place] ?? ''}”, where the passage ${instead}; copy its words`,
  };
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

/** A word of a text, and where it begins and ends. */
interface Word {
  word: string;
  start: number;
  end: number;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

/**
 * The passage of the text that becomes the quote by the fewest changes of words (P. H. Sellers,
 * “The theory and computation of evolutionary distances”, 1980), with as much around it as the
 * quote has around its words.
 * @returns nothing where most words would have to change.
 */
function nearestPassage(quote: string, text: string): string | undefined {
  const wanted = wordsIn(quote);
  /** For the first, the first two … of the wanted words: changes so far, and where they begin. */
  let row = wanted.map((_, index) => ({ changes: index + 1, start: 0 }));
  let best = { changes: wanted.length / 2, start: 0, end: 0 };
  for (const { word, start, end } of wordsIn(text)) {
    let diagonal = { changes: 0, start };
    let left = { changes: 0, start: end };
    row = row.map((above, index) => {
      const replaced = { ...diagonal };
      if (wanted[index]?.word !== word) replaced.changes++;
      const added = { ...above, changes: above.changes + 1 };
      const missing = { ...left, changes: left.changes + 1 };
      diagonal = above;
      left = [replaced, added, missing].reduce((a, b) => (b.changes < a.changes ? b : a));
      return left;
    });
    // As long as it can be: a word in the place of the last one belongs to the passage.
    if (left.changes <= best.changes) best = { ...left, end };
  }
  if (best.end === 0) return undefined;
  const before = wanted[0]?.start ?? 0;
  const after = quote.length - (wanted.at(-1)?.end ?? 0);
  return text.slice(Math.max(0, best.start - before), best.end + after);
}
