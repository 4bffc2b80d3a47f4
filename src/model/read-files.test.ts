import { describe, expect, it } from 'vitest';
import { formatProblems } from './problem.ts';
import { AGREED, DISPUTED, edited, problemsOf, soundStory } from './story.test.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : part,
    ),
  );

describe('a file', () => {
  it('that is not UTF-8 is reported at the byte that is not', () => {
    const latin1 = bytes('type: article-newspaper\ntitle: A caf', [0xe9], ' by the wall\n');
    expect(problemsOf({ 'sources/post-may.yaml': latin1 })).toMatchInlineSnapshot(`
      "sources/post-may.yaml:2:13
        found     a byte that is not UTF-8
        expected  text in UTF-8
        mend      save the file as UTF-8 in your editor"
    `);
  });

  it('that was saved as UTF-16 is reported', () => {
    const utf16 = bytes([0xff, 0xfe, 0x74, 0, 0x69, 0]);
    expect(problemsOf({ 'sources/post-may.yaml': utf16 })).toMatchInlineSnapshot(`
      "sources/post-may.yaml:1:1
        found     a byte that is not UTF-8
        expected  text in UTF-8
        mend      save the file as UTF-8 in your editor"
    `);
  });

  it('of over 1 MB is reported and not read, and one of just 1 MB is read', () => {
    const text = soundStory()['sources/post-may.yaml'];
    const padded = (size: number) => `${text}# ${'x'.repeat(size - text.length - 3)}\n`;
    expect(problemsOf({ 'sources/post-may.yaml': padded(1_000_000) })).toBe('no problems');
    expect(problemsOf({ 'sources/post-may.yaml': padded(1_000_001) })).toMatchInlineSnapshot(`
      "sources/post-may.yaml:1:1
        found     a file of over 1 MB
        expected  at most 1 MB
        mend      shorten it; pictures and data do not belong into content files"
    `);
  });

  it('in a place that nothing reads is reported, so that it is not lost unnoticed', () => {
    expect(problemsOf({ 'events/wall.md': '', 'sources/radio.json': '' })).toMatchInlineSnapshot(`
      "events/wall.md:1:1
        found     a file that no part of the timeline reads
        expected  timeline.yaml, events/<year>/<slug>.md, sources/<id>.yaml or actors/<id>.yaml
        mend      move or rename it, so that what it says is not lost, or take it out of the folder

      sources/radio.json:1:1
        found     a file that no part of the timeline reads
        expected  timeline.yaml, events/<year>/<slug>.md, sources/<id>.yaml or actors/<id>.yaml
        mend      move or rename it, so that what it says is not lost, or take it out of the folder"
    `);
  });

  it('that describes the timeline cannot be left out', () => {
    expect(problemsOf({ 'timeline.yaml': null })).toMatchInlineSnapshot(`
      "timeline.yaml:1:1
        found     no such file
        expected  the file timeline.yaml with title, description, language, licence and kinds
        mend      copy it from another story, and check that CONTENT_DIR names the right folder"
    `);
  });
});

describe('faults in several files', () => {
  it('are all reported, in the order of files and places', () => {
    const problems = problemsOf({
      ...edited(DISPUTED, 'kind: report', 'kind: rumour'),
      ...edited(AGREED, 'importance: major', 'importance: huge'),
      ...edited('actors/harbour-post.yaml', 'type: outlet', 'type: newspaper'),
      'sources/radio.yaml': 'type: broadcast\n',
      'notes.txt': '',
    });
    expect(problems.replace(/\n {2}(expected|mend) .*/g, '')).toMatchInlineSnapshot(`
      "actors/harbour-post.yaml:2:7
        found     "newspaper" as "type"

      events/2024/wall-agreed.md:5:13
        found     "huge" as "importance"

      events/2024/wall-disputed.md:4:7
        found     an unknown kind "rumour"

      notes.txt:1:1
        found     a file that no part of the timeline reads

      sources/radio.yaml:1:1
        found     no field "title""
    `);
  });

  it('are all reported when one file has several, in its fields, its references and its text', () => {
    const event = soundStory()
      [AGREED].replace('importance: major', 'importance: huge')
      .replace('[town-council]', '[town-counsel]')
      .replace('[@post-may]', '[@post-mai]');
    const problems = problemsOf({ [AGREED]: event });
    expect(problems.replace(/\n {2}(expected|mend) .*/g, '')).toBe(`${AGREED}:5:13
  found     "huge" as "importance"

${AGREED}:6:10
  found     an unknown actor "town-counsel"

${AGREED}:25:20
  found     a citation of "post-mai"`);
  });

  it('are counted, with the files that they are in', () => {
    const fault = { line: 1, column: 1, found: 'a', expected: 'b', fix: 'c' };
    const problems = ['one.md', 'two.md', 'two.md'].map((file) => ({ file, ...fault }));
    expect(formatProblems(problems)).toMatch(/\n\n3 problems in 2 files$/);
    expect(formatProblems(problems.slice(0, 1))).toBe(`one.md:1:1
  found     a
  expected  b
  mend      c

1 problem in 1 file`);
  });
});
