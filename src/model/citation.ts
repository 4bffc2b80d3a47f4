/** One bracket of citations in Markdown, in Pandoc's syntax: `[@id]` or `[@one; @two]`. */
export interface Citation {
  /** Ids of the sources, in order. */
  keys: string[];
  /** What stands in the bracket and is no id. */
  malformed: string[];
  /** Where it stands in the text: first character and the one after the last. */
  start: number;
  end: number;
}

/** What begins a citation in Pandoc: an @ that is not inside a word or an address. */
const MENTION = /(?<![\p{L}\p{N}_/.:])@/u;

/** A mention, a bracket with no other in it, or half a bracket. */
const TOKEN = new RegExp(String.raw`\[[^\][]*\]|[[\]]|${MENTION.source}`, 'gu');

/**
 * Finds the citations in a piece of Markdown text: all brackets in which a source is mentioned.
 * Syntax: pandoc.org/MANUAL.html#citation-syntax, without prefixes, locators and suffixes.
 */
export function findCitations(text: string): Citation[] {
  return [...text.matchAll(/\[[^\][]*\]/g)].flatMap((match) => {
    const items = match[0]
      .slice(1, -1)
      .split(';')
      .map((item) => item.trim());
    if (!items.some(mentions)) return [];
    return {
      keys: items.filter(isKey).map((item) => item.slice(1)),
      malformed: items.filter((item) => !isKey(item)),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

/** Whether a source is mentioned in a text, in a bracket or not. */
export function mentions(text: string): boolean {
  return MENTION.test(text);
}

function isKey(item: string): boolean {
  return /^@[a-z0-9]+(?:-[a-z0-9]+)*$/.test(item);
}

/**
 * Finds mentions in brackets that other Markdown divides, such as `[@*id*]`: no citations.
 * @param open how many brackets the pieces of text before this one in the paragraph left open.
 * @returns where sources are mentioned in such brackets, and how many brackets are open now.
 */
export function dividedMentions(text: string, open: number): { places: number[]; open: number } {
  const places: number[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '[') open++;
    else if (token === ']') open = Math.max(0, open - 1);
    else if (token === '@' && open > 0) places.push(index);
  }
  return { places, open };
}
