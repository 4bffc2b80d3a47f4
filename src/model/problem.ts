import { closestMatch } from 'leven';

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
  return `${file}:${String(line)}:${String(column)}\n  found     ${found}\n  expected  ${expected}\n  mend      ${fix}`;
}

/** Prints all problems, with their number. */
export function formatProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  const plural = (n: number, noun: string) => `${String(n)} ${noun}${n === 1 ? '' : 's'}`;
  const list = problems.map(formatProblem).join('\n\n');
  return `${list}\n\n${plural(problems.length, 'problem')} in ${plural(files, 'file')}`;
}

/** Orders problems as one reads: by file, then by place. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/**
 * The known name that the given one probably stands for: at most a third of its letters differ.
 * @returns nothing when no name is near enough to be worth suggesting.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const maxDistance = Math.max(2, Math.ceil(name.length / 3));
  return closestMatch(name, [...known], { maxDistance });
}

/** How to mend a name that is not known: the nearest one, or the few that there are. */
export function suggestName(name: string, known: Iterable<string>, otherwise: string): string {
  const match = nearest(name, known);
  return match === undefined ? otherwise : `did you mean "${match}"?`;
}

/** Shows a value from a file, shortened to fit a line. */
export function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'string') return 'a group of fields';
  const text = value.replace(/\s+/g, ' ');
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}
