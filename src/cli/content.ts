import type { Articles } from '../model/check-quotes.ts';
import { contentFolder, FolderError, readFolder } from '../model/folder.ts';
import { formatProblems } from '../model/problem.ts';
import type { Timeline } from '../model/schema.ts';

/**
 * Reads the content; where it cannot, or where there are problems, prints why and exits with 1.
 * @param articles where given, quotes are compared with the articles that sources name.
 */
export async function readOrExit(
  articles?: Articles,
): Promise<{ folder: string; timeline: Timeline }> {
  const folder = contentFolder();
  const reading = await readFolder(folder, articles).catch((error: unknown) => {
    if (error instanceof FolderError) return exitWith(error.message);
    throw error;
  });
  if (!reading.ok) return exitWith(formatProblems(reading.problems, folder));
  return { folder, timeline: reading.timeline };
}

/** Ends the command with a message and without a stack. */
export function exitWith(message: string): never {
  console.error(message);
  process.exit(1);
}
