import type { Definition, Link, LinkReference, Nodes, Root, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { dividedMentions, findCitations, mentions } from './citation.ts';
import { findHidden, hiddenFault } from './hidden.ts';
import { placesIn } from './place.ts';
import { few, show, suggestName, type Fault, type Problem } from './problem.ts';

/** A Markdown text inside a content file. */
export interface MarkdownText {
  file: string;
  /** The line of the file on which the text begins. */
  line: number;
  text: string;
}

/** What a text can cite. */
export interface Citable {
  /** The sources that stand beside the text, in their order. */
  listed: readonly string[];
  /** All sources of the story. */
  known: ReadonlySet<string>;
}

/** Markdown's grammar takes minutes for texts that are made to be slow; no story comes near these. */
const MAX_CHARACTERS = 50_000;
const MAX_EMPHASIS = 2_000;
const MAX_DEPTH = 30;

/** Reports a fault at an offset in the text. */
type Report = (offset: number, fault: Fault) => void;

/**
 * Checks contributed Markdown: it cites only the given sources, and holds nothing that would be
 * dropped or break a page (raw HTML, pictures, headings, links that are neither web nor mail,
 * characters that cannot be seen).
 */
export function checkBody(body: MarkdownText, citable: Citable, problems: Problem[]): void {
  const { file, text } = body;
  const place = placesIn(text);
  const report: Report = (offset, fault) => {
    const { line, column } = place(offset);
    problems.push({ file, line: line + body.line - 1, column, ...fault });
  };
  const hidden = findHidden(text);
  if (hidden >= 0) report(hidden, hiddenFault(text.slice(hidden)));
  const costly = costlyFault(text);
  const tree = costly ? undefined : parse(text);
  if (!tree) {
    report(0, costly ?? TOO_DEEP);
    return;
  }
  visit(tree, (node) => {
    const fault = nodeFault(node) ?? (hidden < 0 ? decodedFault(node) : undefined);
    if (fault) report(offsetOf(node), fault);
  });
  checkCitations(tree, text, citable, report);
}

/** Lines on which lists and quotations begin inside of one another. */
const DEEP = new RegExp(
  String.raw`^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){${String(MAX_DEPTH)}}`,
  'm',
);

function costlyFault(text: string): Fault | undefined {
  if (text.length > MAX_CHARACTERS) return tooLong(text);
  const { length } = allOf('[*_]', text);
  if (length > MAX_EMPHASIS) return tooEmphatic(length);
  return DEEP.test(text) ? TOO_DEEP : undefined;
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

function offsetOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}

function checkCitations(tree: Root, text: string, citable: Citable, report: Report): void {
  const linked = new Set<Nodes>();
  let open = 0;
  visit(tree, (node) => {
    if (node.type === 'paragraph') open = 0;
    if (isLink(node)) {
      const mentioned = textsIn(node).filter(({ value }) => mentions(value));
      for (const one of textsIn(node)) linked.add(one);
      if (mentioned.length > 0) report(offsetOf(node), LINKED);
    }
    if (node.type !== 'text' || linked.has(node)) return;
    const offsetAt = offsetsOf(node, text);
    const divided = dividedMentions(node.value, open);
    open = divided.open;
    for (const index of divided.places) report(offsetAt(index), DIVIDED);
    for (const { keys, malformed, start } of findCitations(node.value)) {
      const unlisted = keys.filter((key) => !citable.listed.includes(key));
      const faults = [
        ...malformed.map(badCitation),
        ...unlisted.map((key) => uncited(key, citable)),
      ];
      for (const fault of faults) report(offsetAt(start), fault);
    }
  });
}

function isLink(node: Nodes): node is Link | LinkReference {
  return node.type === 'link' || node.type === 'linkReference';
}

function textsIn(node: Nodes): Text[] {
  const texts: Text[] = [];
  visit(node, 'text', (text) => {
    texts.push(text);
  });
  return texts;
}

/**
 * Finds where a mention, or the bracket around it, was written. Escapes, references and
 * indentation make the node's value shorter than what was written: mentions are counted instead.
 */
function offsetsOf(node: Text, text: string): (index: number) => number {
  const start = offsetOf(node);
  const written = text.slice(start, node.position?.end.offset);
  const inValue = allOf('@', node.value);
  const inText = allOf('@', written);
  let next = 0;
  return (index) => {
    while (next < inValue.length && (inValue[next] ?? 0) < index) next++;
    const mention = inText[next];
    if (mention === undefined) return start;
    return start + (node.value[index] === '[' ? written.lastIndexOf('[', mention) : mention);
  };
}

function allOf(pattern: string, text: string): number[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(({ index }) => index);
}

function nodeFault(node: Nodes): Fault | undefined {
  if (node.type === 'html') return rawHtml(node.value);
  if (node.type === 'image' || node.type === 'imageReference') return PICTURE;
  if (node.type === 'heading') return HEADING;
  return node.type === 'link' || node.type === 'definition' ? addressFault(node) : undefined;
}

/** The sanitiser of pages knows these schemes in small letters alone. */
function addressFault({ url }: Link | Definition): Fault | undefined {
  if (/^(?:https?|mailto):/.test(url)) return undefined;
  const [scheme] = /^(?:https?|mailto):/i.exec(url) ?? [];
  return {
    found: `a link to ${show(url)}`,
    expected: 'an address that begins with https:, http: or mailto:',
    fix: scheme === undefined ? 'give the full address' : `write ${scheme.toLowerCase()}`,
  };
}

/** A hidden character that is written as a character reference, such as `&#x202E;`. */
function decodedFault(node: Nodes): Fault | undefined {
  const text = 'value' in node ? node.value : 'url' in node ? node.url : '';
  const hidden = findHidden(text);
  return hidden < 0 ? undefined : hiddenFault(text.slice(hidden));
}

const PICTURE: Fault = {
  found: 'a picture',
  expected: 'text',
  fix: 'describe it and cite where it can be seen',
};

const HEADING: Fault = {
  found: 'a heading',
  expected: 'paragraphs',
  fix: 'write a paragraph; the page has its own headings',
};

const TOO_DEEP: Fault = {
  found: 'text that is nested too deep',
  expected: 'paragraphs, lists and quotations',
  fix: 'write it with fewer levels',
};

const CITATION = 'the id of a source, as in [@some-id] or [@one; @two]';

const DIVIDED: Fault = {
  found: 'an @ in a bracket that holds other Markdown or is not closed',
  expected: CITATION,
  fix: 'write @ and the id alone into the bracket',
};

const LINKED: Fault = {
  found: 'an @ in the text of a link',
  expected: CITATION,
  fix: 'cite behind the link, as in [text](https://…) [@some-id]',
};

function tooLong(text: string): Fault {
  return {
    found: `a text of ${String(text.length)} characters`,
    expected: `at most ${String(MAX_CHARACTERS)}`,
    fix: 'shorten it, or split the event',
  };
}

function tooEmphatic(signs: number): Fault {
  return {
    found: `${String(signs)} asterisks and underscores in one text`,
    expected: `at most ${String(MAX_EMPHASIS)}`,
    fix: 'take emphasis out, or split the event',
  };
}

function rawHtml(html: string): Fault {
  return {
    found: `raw HTML ${show(html)}`,
    expected: 'Markdown',
    fix: 'use Markdown, or write &lt; for a less-than sign',
  };
}

function badCitation(found: string): Fault {
  return {
    found: `${show(found)} in a citation`,
    expected: CITATION,
    fix: 'write @ and the id; page numbers go into the sentence',
  };
}

function uncited(key: string, { listed, known }: Citable): Fault {
  const add = `add ${key} to the field "sources"`;
  return {
    found: `a citation of "${key}"`,
    expected: listed.length
      ? `one of this event’s sources: ${few(listed)}`
      : 'no citation, since there is no list of sources here',
    fix: known.has(key) ? add : suggestName(key, listed, add),
  };
}
