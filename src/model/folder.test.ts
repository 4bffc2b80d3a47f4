import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentFolder, FolderError, readFolder } from './folder.ts';
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

  it('may hold no link, whose target would be printed, and nothing else that is no file', async () => {
    await writeStory();
    await symlink('/etc/passwd', join(folder, 'actors/secret.yaml'));
    await symlink('/etc', join(folder, 'sources/etc'));
    execFileSync('mkfifo', [join(folder, 'sources/pipe.yaml')]);
    const reading = await readFolder(folder);
    expect(reading.ok ? '' : formatProblems(reading.problems)).toMatchInlineSnapshot(`
      "actors/secret.yaml:1:1
        found     a symbolic link
        expected  a file
        mend      put a file of that name in its place, or take it out of the folder

      sources/etc:1:1
        found     a symbolic link
        expected  a file
        mend      put a file of that name in its place, or take it out of the folder

      sources/pipe.yaml:1:1
        found     something that is no file
        expected  a file
        mend      put a file of that name in its place, or take it out of the folder

      3 problems in 3 files"
    `);
  });

  it('has links that are hidden left alone', async () => {
    await writeStory();
    await symlink('/etc/passwd', join(folder, '.#lock'));
    expect(await readFolder(folder)).toMatchObject({ ok: true });
  });

  it('reports a file that may not be read beside all other problems', async () => {
    await writeStory();
    await chmod(await write('sources/closed.yaml', 'type: book'), 0);
    await write('sources/zero.yaml', '');
    const reading = await readFolder(folder);
    const problems = reading.ok ? [] : reading.problems.map(({ file, found }) => [file, found]);
    // A superuser may read it all the same, and finds a fault of another kind in it.
    expect(problems.map(([file]) => file)).toEqual(['sources/closed.yaml', 'sources/zero.yaml']);
    if (process.getuid?.() !== 0) expect(problems[0]?.[1]).toContain('EACCES');
  });

  it('of many files is read with few of them open at a time', async () => {
    await writeStory();
    const text = 'type: book\ntitle: A book\n';
    await Promise.all(
      Array.from({ length: 200 }, (_, place) => write(`sources/b${String(place)}.yaml`, text)),
    );
    const reading = await readFolder(folder);
    expect(reading.ok && reading.timeline.sources).toHaveLength(202);
  });

  it('that does not exist, or is a file, is an error that names it and says how to mend it', async () => {
    const message = async (path: string) => {
      const error: unknown = await readFolder(path).catch((any: unknown) => any);
      expect(error).toBeInstanceOf(FolderError);
      return (error as FolderError).message.replace(folder, '…');
    };
    expect(await message(join(folder, 'nowhere'))).toMatchInlineSnapshot(`
      "…/nowhere
        found     no such folder
        expected  the folder with timeline.yaml, which CONTENT_DIR names, or else ./content
        mend      set CONTENT_DIR to that folder, or run the command beside the folder content"
    `);
    expect(await message(await write('file', ''))).toContain('found     a file');
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
