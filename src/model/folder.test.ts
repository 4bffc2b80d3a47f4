import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentFolder, readFolder } from './folder.ts';
import { formatProblems } from './problem.ts';
import { soundStory } from './story.test.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourced-timeline-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(path: string, text: string): Promise<string> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

async function writeStory(): Promise<void> {
  for (const [path, text] of Object.entries(soundStory())) await write(path, text);
}

describe('a content folder on disk', () => {
  it('is read whole, whatever lies in which subfolder', async () => {
    await writeStory();
    const reading = await readFolder(folder);
    expect(reading).toMatchObject({
      ok: true,
      timeline: {
        events: [
          { slug: 'wall-agreed', path: 'events/2024/wall-agreed.md' },
          { slug: 'wall-disputed' },
        ],
        sources: [{ id: 'post-june' }, { id: 'post-may' }],
        actors: [{ id: 'harbour-post' }, { id: 'town-council' }],
      },
    });
  });

  it('is read without the files that editors and systems hide in it, and without its README', async () => {
    await writeStory();
    await write('.DS_Store', 'hidden');
    await write('events/2024/.wall-agreed.md.swp', 'hidden');
    await write('.obsidian/workspace.json', 'hidden');
    await write('README.md', 'How to add an event.');
    expect(await readFolder(folder)).toMatchObject({ ok: true });
  });

  it('is read with every other file, so that none is lost unnoticed', async () => {
    await writeStory();
    await write('events/README.md', 'not at the top');
    await write('events/2024/photo.jpg', 'x');
    const reading = await readFolder(folder);
    expect(reading.ok ? [] : reading.problems.map(({ file }) => file)).toEqual([
      'events/2024/photo.jpg',
      'events/README.md',
    ]);
  });

  it('reports a file of many megabytes by its size alone', async () => {
    await writeStory();
    await truncate(await write('sources/huge.yaml', ''), 3_000_000_000);
    const reading = await readFolder(folder);
    expect(reading.ok ? '' : formatProblems(reading.problems)).toMatchInlineSnapshot(`
      "sources/huge.yaml:1:1
        found     a file of over 1 MB
        expected  at most 1 MB
        mend      shorten it; pictures and data do not belong into content files

      1 problem in 1 file"
    `);
  });

  it('is read with files that are links to others', async () => {
    await writeStory();
    const text = 'name: Ferry Company\ntype: company\ndescription: It runs the ferry.\n';
    await symlink(
      await write('.shared/ferry.yaml', text),
      join(folder, 'actors/ferry-company.yaml'),
    );
    const reading = await readFolder(folder);
    expect(reading.ok && reading.timeline.actors.map(({ id }) => id)).toContain('ferry-company');
  });

  it('that does not exist is an error that names it', async () => {
    await expect(readFolder(join(folder, 'nowhere'))).rejects.toThrow(join(folder, 'nowhere'));
  });
});

describe('the place of the content', () => {
  it('is CONTENT_DIR where it is set', () => {
    expect(contentFolder({ CONTENT_DIR: '/stories/harbour' })).toBe('/stories/harbour');
  });

  it('is the folder content where CONTENT_DIR is missing or empty', () => {
    expect(contentFolder({})).toBe('content');
    expect(contentFolder({ CONTENT_DIR: '' })).toBe('content');
  });

  it('is taken from the environment of the process', () => {
    vi.stubEnv('CONTENT_DIR', '/stories/other');
    expect(contentFolder()).toBe('/stories/other');
    vi.unstubAllEnvs();
  });
});
