import { printDate, type EdtfDate } from '../model/date.ts';
import type { Reference } from './reference.ts';

type Name = NonNullable<Reference['author']>[number];

/** Types of biblatex for those of CSL; the others are `misc`. */
const TYPES: Partial<Record<Reference['type'], string>> = {
  article: 'article',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  dataset: 'dataset',
  'paper-conference': 'inproceedings',
  post: 'online',
  'post-weblog': 'online',
  report: 'report',
  thesis: 'thesis',
  webpage: 'online',
};

/** Fields that name what a work stands in, by its type; `organization` for the others. */
const CONTAINERS: Partial<Record<string, string>> = {
  article: 'journaltitle',
  book: 'maintitle',
  incollection: 'booktitle',
  inproceedings: 'booktitle',
};

/**
 * References as biblatex (ctan.org/pkg/biblatex), whose dates are EDTF as ours are. Letters of all
 * scripts stay, in UTF-8. Titles keep their capitals.
 */
export function bibtex(references: readonly Reference[]): string {
  return references.map(entry).join('\n');
}

function entry(reference: Reference): string {
  const type = TYPES[reference.type] ?? 'misc';
  const { title, author, issued, URL: url, archive, note } = reference;
  const fields: [name: string, value: string | undefined][] = [
    ['author', author?.map(nameOf).join(' and ')],
    ['title', `{${escaped(title)}}`],
    [CONTAINERS[type] ?? 'organization', group(reference['container-title'])],
    ['date', issued && dateOf(issued)],
    ['url', url && verbatim(url)],
    ['addendum', archive && `\\url{${verbatim(archive.url)}}`],
    ['annotation', note && escaped(note)],
  ];
  const lines = fields.map(([name, value]) => (value ? `  ${name} = {${value}},\n` : ''));
  return `@${type}{${reference.id},\n${lines.join('')}}\n`;
}

function group(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `{${escaped(text)}}`;
}

/** In braces, so that no part of a name is taken for a separator or a particle. */
function nameOf({ literal, family, given }: Name): string {
  if (literal !== undefined || family === undefined) return `{${escaped(literal ?? given ?? '')}}`;
  return given === undefined ? `{${escaped(family)}}` : `{${escaped(family)}}, {${escaped(given)}}`;
}

/** The day of a time is enough, and all that every version of biblatex reads. */
function dateOf(date: EdtfDate): string {
  return printDate(date).replace(/T[^/]*/g, '');
}

const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** Text as LaTeX prints it: nothing in it is a command, a comment or a ligature. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\{}~^<>|]/g, (character) => COMMANDS[character] ?? character)
    .replace(/[&%$#_]/g, String.raw`\$&`)
    .replace(/[-'`,?!](?=[-'`,])/g, '$&{}');
}

/** An address, in which biblatex reads no commands; only braces and backslashes would end it. */
function verbatim(url: string): string {
  return url.replace(/[{}\\]/g, encodeURIComponent);
}
