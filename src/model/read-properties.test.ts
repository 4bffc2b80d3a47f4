import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFile } from './document.ts';
import { byPlace } from './problem.ts';
import { readTimeline } from './read.ts';
import { AGREED, problemsOf, readWith, soundStory, storyWith } from './story.test.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Reads the files, and holds what must be true of any reading, sound or not. */
function expectReading(files: readonly ContentFile[]): void {
  const reading = readTimeline(files);
  if (reading.ok) {
    expect(reading.timeline.events.length).toBeLessThanOrEqual(files.length);
    return;
  }
  expect(reading.problems.length).toBeGreaterThan(0);
  expect(reading.problems).toEqual([...reading.problems].sort(byPlace));
  for (const { file, line, column, found, expected, fix } of reading.problems) {
    const candidates = files.filter(({ path }) => path === file);
    if (candidates.length === 0) expect(file).toBe('timeline.yaml');
    const inside = candidates.some(({ bytes }) => stands(line, column, bytes));
    const place = `${file}:${String(line)}:${String(column)}`;
    if (!inside && !place.endsWith(':1:1')) expect.fail(`${place}, outside of the file: ${found}`);
    expect([found, expected, fix]).not.toContain('');
  }
}

/** Whether a file has such a place; a line has one more than its characters, for its end. */
function stands(line: number, column: number, content: Uint8Array): boolean {
  const whole = new TextDecoder().decode(content);
  // Whether a carriage return alone ends a line is for the reader to say.
  return [/\r?\n/, /\r\n?|\n/].some((end) => {
    const text = whole.split(end)[line - 1];
    return text !== undefined && column >= 1 && column <= text.length + 1;
  });
}

const id = fc.oneof(
  fc.constantFrom('wall', 'a-b', 'A b', '', '..', '__proto__'),
  fc.string({ unit: 'binary' }),
);
const path = fc.oneof(
  fc.constantFrom('timeline.yaml', ...Object.keys(soundStory())),
  fc.tuple(id, id).map(([year, slug]) => `events/${year}/${slug}.md`),
  fc
    .tuple(fc.constantFrom('sources', 'actors'), id, fc.constantFrom('yaml', 'yml'))
    .map(([folder, name, ending]) => `${folder}/${name}.${ending}`),
  fc.string({ unit: 'binary' }),
);

/** What turns one text into another meaning: the punctuation of YAML, Markdown and files. */
const shard = fc.constantFrom(
  ...[
    '---',
    '\n---\n',
    '---js\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\0',
    '\uFEFF',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '"',
    "'",
    '|',
    '>',
    '#',
    '&a ',
    '*a',
    '!!set ',
    '!!binary ',
    '!x ',
    '? ',
    '<<: ',
    '%YAML 1.2',
    '...',
  ],
  ...[
    '[@',
    '[@one]',
    '<b>',
    '<!--',
    '](',
    '![',
    '``',
    'title',
    'claims:\n  - ',
    'sources: [',
    '2024',
    '~',
    'é',
  ],
);
const text = fc
  .array(fc.oneof(shard, fc.string()), { maxLength: 30 })
  .map((parts) => parts.join(''));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  text.map(encode),
  text.map((front) => encode(`---\n${front}\n---\n${front}`)),
);
const anyFiles = fc.array(fc.record({ path, bytes }), { maxLength: 6 });

/** Cuts some bytes out of a file of the sound story and puts others in, here and there. */
const damage = fc.array(
  fc.record({
    file: fc.constantFrom(...Object.keys(soundStory())),
    at: fc.nat({ max: 800 }),
    cut: fc.nat({ max: 3 }),
    put: fc.oneof(shard.map(encode), fc.uint8Array({ maxLength: 3 })),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('the reader', () => {
  it('never throws, whatever the files and their bytes, and never refuses without a reason', () => {
    fc.assert(fc.property(anyFiles, expectReading), { numRuns: 500 });
  });

  it('never throws when a sound story is damaged, and points into the file that is', () => {
    fc.assert(
      fc.property(damage, (wounds) => {
        const files = wounds.reduce(
          (before, { file, at, cut, put }) =>
            before.map(({ path: name, bytes: old }) => {
              if (name !== file) return { path: name, bytes: old };
              const start = at % (old.length + 1);
              const parts = [old.subarray(0, start), put, old.subarray(start + cut)];
              return { path: name, bytes: Uint8Array.from(parts.flatMap((part) => [...part])) };
            }),
          storyWith({}),
        );
        expectReading(files);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['YAML lists', 'sources/post-may.yaml', '['.repeat(20_000)],
    ['YAML fields', 'sources/post-may.yaml', '{a: '.repeat(20_000)],
    ['quotations', AGREED, `${soundStory()[AGREED]}\n${'>'.repeat(20_000)} a\n`],
  ])('never throws however deep %s stand in one another', (_, file, deep) => {
    expectReading(storyWith({ [file]: deep }));
  });

  it('gives the same, whichever order the files come in', () => {
    const files = storyWith({});
    const shuffled = fc.shuffledSubarray(files, { minLength: files.length });
    fc.assert(
      fc.property(shuffled, (others) => {
        expect(readTimeline(others)).toEqual(readTimeline(files));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a story saved otherwise', () => {
  const ways: [string, (text: string) => string][] = [
    ['with the line ends of Windows', (plain) => plain.replaceAll('\n', '\r\n')],
    ['with a byte-order mark', (plain) => `\uFEFF${plain}`],
    ['with both', (plain) => `\uFEFF${plain.replaceAll('\n', '\r\n')}`],
  ];
  const saved = (save: (plain: string) => string, change = (plain: string) => plain) =>
    Object.fromEntries(
      Object.entries(soundStory()).map(([name, plain]) => [name, save(change(plain))]),
    );

  it.each(ways)('%s reads the same', (_, save) => {
    // A body may keep its line ends: to Markdown they are one.
    const unified = (any: unknown) =>
      JSON.stringify(any).replaceAll(String.raw`\r\n`, String.raw`\n`);
    expect(unified(readWith(saved(save)))).toBe(unified(readWith({})));
  });

  it.each(ways)('%s has its faults at the same places', (_, save) => {
    const spoil = (plain: string) =>
      plain
        .replace('importance: minor', 'importance: mino')
        .replace('[@post-june; ', 'so\n[@gone] ');
    const problems = problemsOf(saved(save, spoil));
    expect(problems).toBe(problemsOf(saved((plain) => plain, spoil)));
    expect(problems.match(/\bfound\b/g)).toHaveLength(2);
  });
});
