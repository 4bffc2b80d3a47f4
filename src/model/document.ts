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
  // The failsafe schema keeps each scalar as it was written: an unquoted 2024 or 0099 stays a text.
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'error',
  });
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    report(place(pos[0]), YAML_FAULTS[code] ?? unreadable(message));
  }
  const sound = document.errors.length === 0 && document.warnings.length === 0;
  if (!sound || !hasPlainFields(document, place, report)) return undefined;
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

function unreadable(message: string): Fault {
  return {
    found: `YAML that cannot be read: ${message}`,
    expected: 'fields as "name: value", lists as "- item" or [a, b]',
    fix: 'put a text that contains ": " or " #", or begins with a quotation mark, into quotes',
  };
}

/** Faults that have a mend of their own, by the codes of the package `yaml`. */
const YAML_FAULTS: Partial<Record<ErrorCode, Fault>> = {
  DUPLICATE_KEY: {
    found: 'a field that stands here a second time',
    expected: 'each field only once',
    fix: 'remove one of the two, or make one of both',
  },
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

/** Refuses what YAML allows and content does not need: aliases (bombs) and field names that are no text. */
function hasPlainFields(
  document: Document,
  place: (offset: number) => Position,
  report: Report,
): boolean {
  let plain = true;
  const refuse = (offset: number, found: string) => {
    plain = false;
    report(place(offset), {
      found,
      expected: 'plain fields, lists and texts',
      fix: 'write the value out',
    });
  };
  visit(document, {
    Alias: (_, node) => {
      refuse(node.range?.[0] ?? 0, `the alias *${node.source}`);
    },
    Pair: (_, { key }) => {
      if (!isScalar(key) || typeof key.value !== 'string')
        refuse(isNode(key) ? (key.range?.[0] ?? 0) : 0, 'a field name that is no text');
    },
  });
  return plain;
}

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
