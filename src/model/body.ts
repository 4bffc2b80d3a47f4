import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { findCitations } from './citation.ts';
import { show, suggestName, type Fault, type Problem } from './problem.ts';

/** A Markdown text inside a content file. */
export interface MarkdownText {
  file: string;
  /** The line of the file on which the text begins. */
  line: number;
  text: string;
}

/**
 * Checks contributed Markdown: it cites only the given sources, and holds nothing that would be
 * dropped or break a page (raw HTML, pictures, headings, links that are neither web nor mail).
 */
export function checkBody(
  body: MarkdownText,
  sources: readonly string[],
  problems: Problem[],
): void {
  const report = (line: number, column: number, fault: Fault) =>
    problems.push({ file: body.file, line: line + body.line - 1, column, ...fault });
  const tree = parse(body.text);
  if (!tree) {
    report(1, 1, {
      found: 'text that is nested too deep',
      expected: 'paragraphs, lists and quotations',
      fix: 'write it with fewer levels',
    });
    return;
  }
  visit(tree, (node) => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    const fault = nodeFault(node);
    if (fault) report(line, column, fault);
    if (node.type !== 'text') return;
    const offset = node.position?.start.offset ?? 0;
    const source = body.text.slice(offset, node.position?.end.offset);
    for (const { keys, start, malformed } of findCitations(node.value)) {
      const nth = node.value.slice(0, start).split('[@').length;
      const within = source.split('[@').slice(0, nth).join('[@').length;
      const before = body.text.slice(0, offset + within).split('\n');
      const at = (before.at(-1)?.length ?? 0) + 1;
      for (const bad of malformed) report(before.length, at, badCitation(bad));
      for (const key of keys.filter((one) => !sources.includes(one))) {
        report(before.length, at, uncited(key, sources));
      }
    }
  });
}

function parse(text: string): Root | undefined {
  try {
    const tree = fromMarkdown(text);
    visit(tree, () => undefined);
    return tree;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function nodeFault(node: Nodes): Fault | undefined {
  if (node.type === 'html') {
    return {
      found: `raw HTML ${show(node.value)}`,
      expected: 'Markdown',
      fix: 'use Markdown, or write &lt; for a less-than sign',
    };
  }
  if (node.type === 'image' || node.type === 'imageReference') {
    return {
      found: 'a picture',
      expected: 'text',
      fix: 'describe it and cite where it can be seen',
    };
  }
  if (node.type === 'heading') {
    return {
      found: 'a heading',
      expected: 'paragraphs',
      fix: 'write a paragraph; the page has its own headings',
    };
  }
  if (
    (node.type === 'link' || node.type === 'definition') &&
    !/^(https?:|mailto:)/i.test(node.url)
  ) {
    return {
      found: `a link to ${show(node.url)}`,
      expected: 'an address that begins with https:, http: or mailto:',
      fix: 'give the full address',
    };
  }
  return undefined;
}

function badCitation(found: string): Fault {
  return {
    found: `${show(found)} in a citation`,
    expected: 'the id of a source, as in [@some-id] or [@one; @two]',
    fix: 'write @ and the id; page numbers go into the sentence',
  };
}

function uncited(key: string, sources: readonly string[]): Fault {
  return {
    found: `a citation of "${key}"`,
    expected: sources.length
      ? `one of this event’s sources: ${sources.join(', ')}`
      : 'no citation, since there is no list of sources here',
    fix: suggestName(key, sources, `add ${key} to the field "sources"`),
  };
}
