import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** What a command left behind. */
interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

function cli(
  command: string,
  args: string[],
  environment: Record<string, string>,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    execFile(
      process.execPath,
      [`src/cli/${command}.ts`, ...args],
      { env },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}

let folder: string;
let content: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timeline-'));
  content = join(folder, 'content');
  await cp('tests/fixtures/second-story', content, { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Puts two faults into the story. */
async function spoil(): Promise<void> {
  const event = join(content, 'events/2021/bridge-opens.md');
  const text = await readFile(event, 'utf8');
  await writeFile(event, text.replace('kind: report', 'kind: reprt'));
  await writeFile(join(content, 'actors/mayor.yaml'), 'name: The mayor\ntype: person\n');
}

/** What is printed then; paths begin as the folder was given. */
const problemsIn = (start: string) => `${start}/actors/mayor.yaml:1:1
  found     no field "description"
  expected  the field "description"
  mend      add description: …

${start}/events/2021/bridge-opens.md:4:7
  found     an unknown kind "reprt"
  expected  the id of a kind that has an entry in timeline.yaml
  mend      did you mean "report"?

2 problems in 2 files
`;

describe('npm run check', () => {
  test('says that sound content has no problems, and how much it holds', async () => {
    const { code, stdout, stderr } = await cli('check', [], { CONTENT_DIR: content });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      `${content}: no problems (3 events, 3 sources, 2 actors, 2 claims, 1 quotes, 1 discrepancies)\n`,
    );
  });

  test('prints every problem and fails', async () => {
    await spoil();
    expect(await cli('check', [], { CONTENT_DIR: content })).toEqual({
      code: 1,
      stdout: '',
      stderr: problemsIn(content),
    });
  });

  test.each(['check', 'build'])('%s says so when the folder is not there', async (command) => {
    const nowhere = join(folder, 'nowhere');
    expect(await cli(command, [], { CONTENT_DIR: nowhere })).toEqual({
      code: 1,
      stdout: '',
      stderr: `${nowhere}
  found     no such folder
  expected  the folder with timeline.yaml, which CONTENT_DIR names, or else ./content
  mend      set CONTENT_DIR to that folder, or run the command beside the folder content
`,
    });
  });
});

describe('npm run check -- --articles', () => {
  const QUOTE = 'neunzig Meter';

  /** Names the article of the source that is quoted, and puts it into a folder. */
  async function hold(text: string): Promise<string> {
    const articles = join(folder, 'articles');
    await mkdir(articles);
    await writeFile(join(articles, 'gazette.txt'), text);
    await appendFile(join(content, 'sources/gazette-1950.yaml'), 'articleFile: gazette.txt\n');
    return articles;
  }
  const check = (...args: string[]) => cli('check', args, { CONTENT_DIR: content });

  test('says how many quotes stand word for word in their articles', async () => {
    const articles = await hold(`Die Brücke wird ${QUOTE} lang.`);
    const { code, stdout, stderr } = await check('--articles', articles);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(1)).toEqual([
      `${articles}: 1 of 1 quotes compared with their articles: no differences`,
      '',
    ]);
  });

  test('names the sources whose quotes could not be compared', async () => {
    const { code, stdout } = await check('--articles', folder);
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(1)).toEqual([
      `${folder}: 0 of 1 quotes compared with their articles: no differences`,
      'not compared, since their sources name no articleFile: 1 (gazette-1950)',
      '',
    ]);
  });

  test('shows a quote that differs with its place, and fails', async () => {
    const articles = await hold('Die Brücke wird achtzig Meter lang.');
    expect(await check('--articles', articles)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${content}/events/1950/council-decides.md:14:12
  found     the quote “neunzig Meter”
  expected  words of gazette.txt; nearest: “achtzig Meter”
  mend      it departs at “neunzig”, where the passage has “achtzig”; copy its words

1 problem in 1 file
`,
    });
  });

  test('fails where an article that a source names is not there', async () => {
    const articles = await hold(QUOTE);
    await rm(join(articles, 'gazette.txt'));
    const { code, stderr } = await check('--articles', articles);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /sources\/gazette-1950\.yaml:\d+:14\n {2}found {5}the name "gazette.txt"/,
    );
  });

  test('says so when there is no such folder', async () => {
    const nowhere = join(folder, 'nowhere');
    expect(await check('--articles', nowhere)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${nowhere}
  found     no such folder
  expected  the folder with the text files that sources name in articleFile
  mend      name the folder that holds the articles, or leave --articles out
`,
    });
  });

  test.each([['--articles'], ['--articles='], ['--article', 'x'], ['articles']])(
    'tells how to use it when told %j',
    async (...args) => {
      const { code, stderr } = await check(...args);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^usage: npm run check .*\n$/);
    },
  );
});

describe('npm run build', () => {
  test('stops at bad content with the same list, and leaves an earlier site as it was', async () => {
    await spoil();
    const out = join(folder, 'dist');
    await mkdir(out);
    await writeFile(join(out, 'index.html'), 'the earlier site');
    const { code, stderr } = await cli('build', ['--out', out], { CONTENT_DIR: content });
    expect({ code, stderr }).toEqual({ code: 1, stderr: problemsIn(content) });
    expect(await readdir(folder)).toEqual(['content', 'dist']);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('the earlier site');
  });

  test('writes nothing at all where there was no site', async () => {
    await spoil();
    await cli('build', ['--out', join(folder, 'dist')], { CONTENT_DIR: content });
    expect(await readdir(folder)).toEqual(['content']);
  });

  test('does not take the place of a folder that holds anything else', async () => {
    const out = join(folder, 'thesis');
    await mkdir(out);
    await writeFile(join(out, 'index.html'), 'no site');
    for (const wrong of [out, join(out, 'index.html')]) {
      const { code, stderr } = await cli('build', ['--out', wrong], { CONTENT_DIR: content });
      expect(code).toBe(1);
      expect(stderr).toMatch(`${wrong} holds other things than a site that was built before.`);
    }
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('no site');
    expect(await readdir(folder)).toEqual(['content', 'thesis']);
  });

  test.each([['--put', 'x'], ['--out'], ['dist']])(
    'tells how to use it when told %j',
    async (...args) => {
      const { code, stderr } = await cli('build', args, { CONTENT_DIR: content });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^usage: npm run build .*\n$/);
    },
  );
});
