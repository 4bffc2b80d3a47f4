import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Whether a site may be written there: nothing is there, or nothing in it, or an earlier site.
 * Whatever else is there would be lost.
 */
export async function mayReplace(folder: string): Promise<boolean> {
  try {
    const names = await readdir(folder);
    return names.length === 0 || (names.includes('index.html') && names.includes('_astro'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/**
 * Lets a site be written into a hidden folder beside its place, which it takes when it is whole.
 * Where it fails, an earlier site stays as it was.
 */
export async function replaceFolder(
  folder: string,
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const beside = (ending: string) => join(dirname(folder), `.${basename(folder)}.${ending}`);
  const [next, old] = [beside('next'), beside('old')];
  try {
    await remove(next);
    await write(next);
    await remove(old);
    await rename(folder, old).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
    await rename(next, folder);
    await remove(old);
  } finally {
    await remove(next);
  }
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
