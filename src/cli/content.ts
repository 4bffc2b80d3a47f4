import { contentFolder, FolderError, readFolder } from '../model/folder.ts';
import { formatProblems } from '../model/problem.ts';
import type { Timeline } from '../model/schema.ts';

/** Reads the content; where it cannot, or where there are problems, prints why and exits with 1. */
export async function readOrExit(): Promise<{ folder: string; timeline: Timeline }> {
  const folder = contentFolder();
  const reading = await readFolder(folder).catch((error: unknown) => {
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
