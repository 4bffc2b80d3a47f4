import leven, { closestMatch } from 'leven';
import { unhide } from './hidden.ts';

/** A place in a file; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** What is wrong at one place, and how to mend it. */
export interface Fault {
  /** What stands there. */
  found: string;
  /** What should stand there. */
  expected: string;
  /** What the writer can do about it. */
  fix: string;
}

/** One thing wrong with the content. */
export interface Problem extends Fault, Position {
  /** Path inside the content folder, with `/`. */
  file: string;
}

/** Prints a problem so that editors and terminals can jump to its place. */
export function formatProblem({ file, line, column, found, expected, fix }: Problem): string {
  const place = `${file.replaceAll('\n', ' ')}:${String(line)}:${String(column)}`;
  // What stands in a file must not steer the terminal that shows it.
  return unhide(`${place}\n  found     ${found}\n  expected  ${expected}\n  mend      ${fix}`);
}

/**
 * Prints all problems, with their number.
 * @param folder the content folder, with which the paths begin, so that they lead to the files.
 */
export function formatProblems(problems: readonly Problem[], folder = ''): string {
  const start = folder === '' ? '' : `${folder.replace(/[\\/]+$/, '')}/`;
  const list = problems.map((one) => formatProblem({ ...one, file: `${start}${one.file}` }));
  const files = new Set(problems.map(({ file }) => file)).size;
  const plural = (n: number, noun: string) => `${String(n)} ${noun}${n === 1 ? '' : 's'}`;
  const count = `${plural(problems.length, 'problem')} in ${plural(files, 'file')}`;
  return [...list, count].join('\n\n');
}

/** Orders problems as one reads: by file, then by place. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/**
 * The known name that the given one probably stands for: at most a third of the letters of the
 * longer one differ.
 * @returns nothing when no name is near enough to be worth suggesting.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const match = closestMatch(name, [...known], { maxDistance: Math.ceil(name.length / 3) });
  if (match === undefined) return undefined;
  const limit = Math.max(name.length, match.length) / 3;
  return leven(name, match) <= limit ? match : undefined;
}

/** How to mend a name that is not known: the nearest one, or the few that there are. */
export function suggestName(name: string, known: Iterable<string>, otherwise: string): string {
  const match = nearest(name, known);
  return match === undefined ? otherwise : `did you mean "${match}"?`;
}

/** Lists names, the first few of many. */
export function few(names: readonly string[]): string {
  return names.length > 20 ? `${names.slice(0, 20).join(', ')} …` : names.join(', ');
}

/** Shows a value from a file, shortened to fit a line. */
export function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'string') return 'a group of fields';
  const text = value.replace(/\s+/g, ' ');
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}
