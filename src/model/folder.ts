import type { Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Articles } from './check-quotes.ts';
import { MAX_BYTES, type ContentFile } from './document.ts';
import { byPlace, type Problem } from './problem.ts';
import { readTimeline, type Reading } from './read.ts';

/** Where content lies: `CONTENT_DIR`, else `content` beside the project's files. */
export function contentFolder(
  environment: { CONTENT_DIR?: string | undefined } = process.env,
): string {
  const { CONTENT_DIR: folder = '' } = environment;
  return folder === '' ? 'content' : folder;
}

/** Says why the content folder itself, or a folder in it, cannot be read. */
export class FolderError extends Error {
  constructor(folder: string, cause: unknown) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    super(
      `${folder}
  found     ${FOLDER_FAULTS[code] ?? message}
  expected  the folder with timeline.yaml, which CONTENT_DIR names, or else ./content
  mend      set CONTENT_DIR to that folder, or run the command beside the folder content`,
      { cause },
    );
    this.name = 'FolderError';
  }
}

const FOLDER_FAULTS: Partial<Record<string, string>> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'a file',
  EACCES: 'a folder that may not be read',
  EPERM: 'a folder that may not be read',
};

/**
 * Reads a content folder from disk. Hidden files and README.md are left alone.
 * @param articles where given, quotes are compared with the articles that sources name.
 * @throws {FolderError} when the folder itself cannot be read.
 */
export async function readFolder(folder: string, articles?: Articles): Promise<Reading> {
  const problems: Problem[] = [];
  const files = await filesIn(folder, problems);
  const reading = readTimeline(files, articles);
  if (problems.length === 0) return reading;
  const others = reading.ok ? [] : reading.problems;
  return { ok: false, problems: [...problems, ...others].sort(byPlace) };
}

async function filesIn(folder: string, problems: Problem[]): Promise<ContentFile[]> {
  const paths: string[] = [];
  for (const entry of await entriesIn(folder)) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isDirectory() || isLeftAlone(path)) continue;
    if (entry.isFile()) paths.push(path);
    else problems.push(notAFile(path, entry));
  }
  const files = await inPool(paths.sort(), async (path) => {
    try {
      return [{ path, bytes: await bytesOf(join(folder, path)) }];
    } catch (error) {
      problems.push(unreadable(path, error));
      return [];
    }
  });
  return files.flat();
}

async function entriesIn(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    throw new FolderError((error as NodeJS.ErrnoException).path ?? folder, error);
  }
}

function isLeftAlone(path: string): boolean {
  return path === 'README.md' || path.split('/').some((part) => part.startsWith('.'));
}

/** So many files are open at a time: systems set a limit. */
const POOL = 32;

async function inPool<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [index, item] of waiting) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: POOL }, work));
  return results;
}

/** One byte over the limit is enough to make a file a problem: no more is read. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(Math.min(size, MAX_BYTES + 1));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A link could lead anywhere, and what it leads to would be printed: none is followed. */
function notAFile(file: string, entry: Dirent): Problem {
  return {
    ...{ file, line: 1, column: 1 },
    found: entry.isSymbolicLink() ? 'a symbolic link' : 'something that is no file',
    expected: 'a file',
    fix: 'put a file of that name in its place, or take it out of the folder',
  };
}

function unreadable(file: string, error: unknown): Problem {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return {
    ...{ file, line: 1, column: 1 },
    found: `a file that cannot be read (${code})`,
    expected: 'a file that may be read',
    fix: 'change its permissions, or take it out of the folder',
  };
}
