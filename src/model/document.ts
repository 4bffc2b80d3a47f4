import matter from 'gray-matter';
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
} from 'yaml';
import { placesIn } from './place.ts';
import { show, type Fault, type Position, type Problem } from './problem.ts';

/** One file of the content folder, as bytes, since its encoding is not to be trusted. */
export interface ContentFile {
  /** Path inside the content folder, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** A file's data with the way back from each value to its place. */
export interface LocatedData {
  file: string;
  /** Maps, lists and strings: every scalar is the text that was written. */
  value: unknown;
  /** The place of a value, or of the nearest one around it that exists. */
  at: (path: readonly PropertyKey[]) => Position;
  /** The place of a field's name. */
  atKey: (path: readonly PropertyKey[], key: string) => Position;
  /** Whether a text is written as a block, below its field's name. */
  isBlock: (path: readonly PropertyKey[]) => boolean;
  /** The Markdown below front matter, and the line on which it begins. */
  body: string;
  bodyLine: number;
}

export const MAX_BYTES = 1_000_000;

/** Finds the place of an offset. */
type Place = (offset: number) => Position;

/** Collects problems of one file. */
type Report = (position: Position, fault: Fault) => void;

/** Decodes a YAML file, or a Markdown file's front matter; reports why where it cannot. */
export function openDocument(file: ContentFile, problems: Problem[]): LocatedData | undefined {
  const report: Report = (position, fault) =>
    problems.push({ file: file.path, ...position, ...fault });
  const text = decode(file.bytes, report);
  if (text === undefined) return undefined;
  if (!file.path.endsWith('.md')) return parseYaml(file.path, text, '', 1, report);
  const parts = splitFrontMatter(text, report);
  if (!parts) return undefined;
  return parseYaml(file.path, parts.yaml, parts.body, parts.bodyLine, report);
}

function decode(bytes: Uint8Array, report: Report): string | undefined {
  if (bytes.length > MAX_BYTES) {
    report(START, {
      found: 'a file of over 1 MB',
      expected: 'at most 1 MB',
      fix: 'shorten it; pictures and data do not belong into content files',
    });
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    report(firstBadByte(bytes), {
      found: 'a byte that is not UTF-8',
      expected: 'text in UTF-8',
      fix: 'save the file as UTF-8 in your editor',
    });
    return undefined;
  }
}

const START: Position = { line: 1, column: 1 };

/** The longest prefix that decodes ends before the bad byte; found by bisection. */
function firstBadByte(bytes: Uint8Array): Position {
  const decodes = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good), { stream: true });
  return placesIn(before)(before.length);
}

interface FrontMatter {
  yaml: string;
  body: string;
  bodyLine: number;
}

function splitFrontMatter(text: string, report: Report): FrontMatter | undefined {
  if (!/^---(?!-)/.test(text)) {
    report(START, {
      found: text === '' ? 'an empty file' : 'no front matter',
      expected: '--- on the first line, the fields, and --- on a line of its own',
      fix: 'begin the file with --- and copy the fields from another event',
    });
    return undefined;
  }
  const { name } = matter.language(text);
  // gray-matter would run `---js`: contributed files are data, and nothing in them is evaluated.
  if (name !== '' && name !== 'yaml') {
    report(
      { line: 1, column: 4 },
      {
        found: `front matter in the language "${name}"`,
        expected: 'YAML',
        fix: 'write --- alone on the first line, and the fields as YAML',
      },
    );
    return undefined;
  }
  const end = /\n(---.*)/.exec(text);
  if (end?.[1]?.trimEnd() !== '---') {
    report(end ? placesIn(text)(end.index + 1) : START, {
      found: end ? `the line ${show(end[1])}` : 'front matter that does not end',
      expected: '--- on a line of its own below the fields',
      fix: 'add the line --- between the fields and the text',
    });
    return undefined;
  }
  const { matter: yaml, content } = matter(text, SPLIT_ONLY);
  const { line } = placesIn(text)(text.length - content.length);
  return { yaml, body: content, bodyLine: line };
}

/** gray-matter only splits; what stands between the fences is parsed below, with positions. */
const SPLIT_ONLY = { engines: { yaml: { parse: () => ({}) } } };

function parseYaml(
  file: string,
  yaml: string,
  body: string,
  bodyLine: number,
  report: Report,
): LocatedData | undefined {
  const place = placesIn(yaml);
  const document = parseDocument(yaml, YAML_OPTIONS);
  if (!isReadable(document, place, report) || !hasPlainFields(document, place, report))
    return undefined;
  return {
    file,
    value: document.toJS() as unknown,
    at: (path) => place(offsetAt(document, path)),
    atKey: (path, key) => place(keyOffset(document, path, key)),
    isBlock: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) && (node.type ?? '').startsWith('BLOCK');
    },
    body,
    bodyLine,
  };
}

const YAML_OPTIONS = {
  // Keeps each scalar as it was written: an unquoted 2024 or 0099 stays a text.
  schema: 'failsafe',
  // Names are compared below: the package compares every one with every other one.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

function isReadable({ errors, warnings }: Document, place: Place, report: Report): boolean {
  const faults = [...errors, ...warnings];
  // One tab makes faults of what follows it.
  const tabs = faults.filter(({ code }) => code === 'TAB_AS_INDENT');
  for (const { code, message, pos } of tabs.length > 0 ? tabs : faults) {
    report(place(pos[0]), YAML_FAULTS[code] ?? unreadable(message));
  }
  return faults.length === 0;
}

function unreadable(message: string): Fault {
  return {
    found: `YAML that cannot be read: ${message}`,
    expected: 'fields as "name: value", lists as "- item" or [a, b]',
    fix: 'put a text that contains ": " or " #", or begins with a quotation mark, into quotes',
  };
}

/** Faults that have a mend of their own, by the codes of the package `yaml`. */
const YAML_FAULTS: Partial<Record<ErrorCode, Fault>> = {
  TAB_AS_INDENT: {
    found: 'a tab at the beginning of a line',
    expected: 'lines that are indented with spaces',
    fix: 'put two spaces in the place of each tab',
  },
  TAG_RESOLVE_FAILED: {
    found: 'a text that begins with an exclamation mark, which makes a tag of it',
    expected: 'a text without a tag',
    fix: 'put the whole text into quotes',
  },
};

/**
 * Refuses what YAML allows and content does not need: aliases (bombs), field names that are no
 * text or stand twice, and more fields than any file has.
 */
function hasPlainFields(document: Document, place: Place, report: Report): boolean {
  let plain = true;
  const refuse = (node: unknown, fault: Fault) => {
    plain = false;
    report(place(isNode(node) ? (node.range?.[0] ?? 0) : 0), fault);
  };
  visit(document, {
    Alias: (_, node) => {
      refuse(node, notPlain(`the alias *${node.source}`));
    },
    Map: (_, node) => {
      if (node.items.length > MAX_FIELDS) refuse(node, TOO_MANY);
      const names = new Set<unknown>();
      for (const { key } of node.items.slice(0, MAX_FIELDS)) {
        const name = isScalar(key) ? key.value : undefined;
        if (typeof name !== 'string') refuse(key, notPlain('a field name that is no text'));
        else if (names.has(name)) refuse(key, TWICE);
        names.add(name);
      }
    },
  });
  return plain;
}

const MAX_FIELDS = 100;

function notPlain(found: string): Fault {
  return { found, expected: 'plain fields, lists and texts', fix: 'write the value out' };
}

const TWICE: Fault = {
  found: 'a field that stands here a second time',
  expected: 'each field only once',
  fix: 'remove one of the two, or make one of both',
};

const TOO_MANY: Fault = {
  found: `a group of more than ${String(MAX_FIELDS)} fields`,
  expected: 'the fields that are in docs/fields.md',
  fix: 'write what is one of many as an entry of a list',
};

function offsetAt(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[], key: string): number {
  const map = document.getIn(path, true);
  const pair = isMap(map)
    ? map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
    : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetAt(document, path);
}
