import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayReplace, replaceFolder } from './site-folder.ts';

let parent: string;
let site: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'timeline-'));
  site = join(parent, 'site');
});
afterEach(async () => {
  await rm(parent, { recursive: true });
});

async function build(folder: string): Promise<void> {
  await mkdir(join(folder, '_astro'), { recursive: true });
  await writeFile(join(folder, 'index.html'), 'a site');
}

describe('a place for the site', () => {
  it('may be free, empty or taken by an earlier site', async () => {
    expect(await mayReplace(site)).toBe(true);
    await mkdir(site);
    expect(await mayReplace(site)).toBe(true);
    await build(site);
    expect(await mayReplace(site)).toBe(true);
  });

  it('may not hold anything else, nor be a file', async () => {
    await writeFile(join(parent, 'letter.txt'), '');
    expect(await mayReplace(parent)).toBe(false);
    expect(await mayReplace(join(parent, 'letter.txt'))).toBe(false);
  });
});

describe('a site', () => {
  it('takes the place of an earlier one when it is whole', async () => {
    await build(site);
    await writeFile(join(site, 'old.html'), '');
    await replaceFolder(site, build);
    expect(await readdir(parent)).toEqual(['site']);
    expect((await readdir(site)).sort()).toEqual(['_astro', 'index.html']);
  });

  it('that fails leaves the earlier one as it was, and nothing of itself', async () => {
    await build(site);
    const failing = async (folder: string) => {
      await mkdir(folder);
      throw new Error('no disk');
    };
    await expect(replaceFolder(site, failing)).rejects.toThrow('no disk');
    expect(await readdir(parent)).toEqual(['site']);
    expect(await readFile(join(site, 'index.html'), 'utf8')).toBe('a site');
  });
});
