import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { MAX_BYTES, type ContentFile } from './document.ts';
import { readTimeline, type Reading } from './read.ts';

/** Where content lies: `CONTENT_DIR`, else `content` beside the project's files. */
export function contentFolder(
  environment: { CONTENT_DIR?: string | undefined } = process.env,
): string {
  const { CONTENT_DIR: folder = '' } = environment;
  return folder === '' ? 'content' : folder;
}

/**
 * Reads a content folder from disk. Hidden files and README.md are left alone.
 * @throws when the folder itself cannot be read.
 */
export async function readFolder(folder: string): Promise<Reading> {
  return readTimeline(await filesIn(folder));
}

async function filesIn(folder: string): Promise<ContentFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')) && path !== 'README.md')
    .sort();
  return Promise.all(
    paths.map(async (path) => ({ path, bytes: await bytesOf(join(folder, path)) })),
  );
}

/** A file over the limit is not read: its size alone makes it a problem, whatever its bytes. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  return size > MAX_BYTES ? new Uint8Array(MAX_BYTES + 1) : readFile(file);
}
