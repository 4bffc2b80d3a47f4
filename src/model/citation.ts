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

/**
 * Finds the citations in a piece of Markdown text.
 * Syntax: pandoc.org/MANUAL.html#citation-syntax, without prefixes, locators and suffixes.
 */
export function findCitations(text: string): Citation[] {
  return [...text.matchAll(/\[@([^\][]*)\]/g)].map((match) => {
    const items = match[0]
      .slice(1, -1)
      .split(';')
      .map((item) => item.trim());
    const isKey = (item: string) => /^@[a-z0-9]+(?:-[a-z0-9]+)*$/.test(item);
    return {
      keys: items.filter(isKey).map((item) => item.slice(1)),
      malformed: items.filter((item) => !isKey(item)),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}
