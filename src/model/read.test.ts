import { describe, expect, it } from 'vitest';
import { AGREED, edited, problemsOf, readWith } from './story.test.ts';

describe('a story without faults', () => {
  it('is read with its settings, its events in order, and all that they name', () => {
    const reading = readWith({});
    expect(reading).toMatchObject({
      ok: true,
      timeline: {
        settings: { title: 'The harbour wall', kinds: [{ id: 'statement' }, { id: 'report' }] },
        events: [
          { slug: 'wall-agreed', path: AGREED, body: 'The council agreed [@post-may].\n' },
          { slug: 'wall-disputed', claims: [{ id: 'more', respondsTo: ['wall-agreed#cost'] }] },
        ],
        sources: [{ id: 'post-june' }, { id: 'post-may', basedOn: [] }],
        actors: [{ id: 'harbour-post' }, { id: 'town-council', aliases: [] }],
      },
    });
  });
});

describe('front matter', () => {
  it('that is missing is reported', () => {
    expect(problemsOf({ [AGREED]: 'The council agreed.\n' })).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:1:1
        found     no front matter
        expected  --- on the first line, the fields, and --- on a line of its own
        mend      begin the file with --- and copy the fields from another event"
    `);
  });

  it('that is missing because the file is empty is reported', () => {
    expect(problemsOf({ [AGREED]: '' })).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:1:1
        found     an empty file
        expected  --- on the first line, the fields, and --- on a line of its own
        mend      begin the file with --- and copy the fields from another event"
    `);
  });

  it.each([
    ['---', edited(AGREED, '\n---\nThe', '\nThe')],
    ['--- yaml', { [AGREED]: '--- yaml\ntitle: A wall\n' }],
  ])('that begins with %s and has no end is reported, not taken for the text', (_, files) => {
    expect(problemsOf(files)).toBe(`${AGREED}:1:1
  found     front matter that does not end
  expected  --- on a line of its own below the fields
  mend      add the line --- between the fields and the text`);
  });

  it('that cannot be read as YAML is reported where it goes wrong', () => {
    expect(problemsOf(edited(AGREED, 'summary: The', 'summary: Said: the'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:7:10
        found     YAML that cannot be read: Nested mappings are not allowed in compact mappings
        expected  fields as "name: value", lists as "- item" or [a, b]
        mend      put a text that contains ": " or " #", or begins with a quotation mark, into quotes"
    `);
  });

  it('that has nothing in it is told so, rather than that it has what it should have', () => {
    expect(problemsOf({ [AGREED]: '---\n---\nThe council agreed.\n' })).toMatch(
      /^events\/2024\/wall-agreed\.md:\d:1\n {2}found {5}(nothing|no fields?)\b/,
    );
  });

  it('with a field twice is reported, rather than that one of the two wins', () => {
    expect(problemsOf(edited(AGREED, 'kind: ', 'kind: report\nkind: '))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:5:1
        found     a field that stands here a second time
        expected  each field only once
        mend      remove one of the two, or make one of both"
    `);
  });

  it.each(['----', '---x', '--- end'])(
    'that ends with %s is refused, since the page would show it',
    (line) => {
      expect(problemsOf(edited(AGREED, '\n---\nThe', `\n${line}\nThe`))).toBe(`${AGREED}:24:1
  found     the line "${line}"
  expected  --- on a line of its own below the fields
  mend      add the line --- between the fields and the text`);
    },
  );

  it('may have spaces behind its lines', () => {
    const spaced = String(edited(AGREED, '\n---\nThe', '\n---  \nThe')[AGREED]);
    expect(problemsOf({ [AGREED]: spaced.replace('---', '--- ') })).toBe('no problems');
  });

  it('with a tab as indentation is told to put spaces', () => {
    expect(problemsOf(edited('timeline.yaml', '  name: CC', '\tname: CC'))).toMatchInlineSnapshot(`
      "timeline.yaml:5:1
        found     a tab at the beginning of a line
        expected  lines that are indented with spaces
        mend      put two spaces in the place of each tab"
    `);
  });

  it('in JavaScript is refused and never run', () => {
    const global = globalThis as { ran?: boolean };
    for (const language of ['js', ' js', 'javascript', 'JS', 'js ']) {
      const code = `---${language}\n(globalThis.ran = true, { title: "A wall" })\n---\n`;
      expect(problemsOf({ [AGREED]: code })).toBe(`${AGREED}:1:4
  found     front matter in the language "${language.trim()}"
  expected  YAML
  mend      write --- alone on the first line, and the fields as YAML`);
    }
    expect(global.ran).toBeUndefined();
  });

  it('in JSON is refused', () => {
    expect(problemsOf({ [AGREED]: '---json\n{ "title": "A wall" }\n---\n' }))
      .toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:1:4
        found     front matter in the language "json"
        expected  YAML
        mend      write --- alone on the first line, and the fields as YAML"
    `);
  });
});

describe('YAML', () => {
  it('whose aliases would fill the memory is refused', () => {
    const level = (n: number) =>
      `l${String(n)}: &l${String(n)} [${Array(9)
        .fill(`*l${String(n - 1)}`)
        .join(', ')}]`;
    const levels = ['l0: &l0 [x, x]', ...[1, 2, 3, 4, 5, 6, 7, 8].map(level)];
    const problems = problemsOf({ 'sources/bomb.yaml': levels.join('\n') });
    expect(problems.split('\n\n')[0]).toMatchInlineSnapshot(`
      "sources/bomb.yaml:2:10
        found     the alias *l0
        expected  plain fields, lists and texts
        mend      write the value out"
    `);
    expect(problems.match(/\bfound\b/g)).toHaveLength(72);
  });

  it('with a tag that would make something else of a text is refused', () => {
    expect(
      problemsOf(edited('sources/post-may.yaml', 'Wall agreed', '!!js/function "function () {}"')),
    ).toMatchInlineSnapshot(`
      "sources/post-may.yaml:2:8
        found     a text that begins with an exclamation mark, which makes a tag of it
        expected  a text without a tag
        mend      put the whole text into quotes"
    `);
  });

  it('with a second document, which nobody would read, is refused', () => {
    const problems = problemsOf(edited('sources/post-may.yaml', 'issued', '---\nissued'));
    expect(problems).toMatch(/^sources\/post-may\.yaml:\d+:\d+\n/);
  });

  it('with more fields than any file has is refused in time', () => {
    const many = Array.from({ length: 80_000 }, (_, place) => `f${String(place)}: a\n`).join('');
    expect(problemsOf(edited('sources/post-may.yaml', 'issued', `${many}issued`)))
      .toMatchInlineSnapshot(`
        "sources/post-may.yaml:1:1
          found     a group of more than 100 fields
          expected  the fields that are in docs/fields.md
          mend      write what is one of many as an entry of a list"
      `);
  });

  it('of a list where a file has fields is told so', () => {
    expect(problemsOf({ 'actors/harbour-post.yaml': '- a\n' })).toMatchInlineSnapshot(`
      "actors/harbour-post.yaml:1:1
        found     a list in the file
        expected  a group of fields
        mend      write "name: value" on lines of their own, indented"
    `);
  });

  it('of an empty file is told so, rather than that it has what it should have', () => {
    expect(problemsOf({ 'actors/harbour-post.yaml': '' })).toMatch(
      /^actors\/harbour-post\.yaml:1:1\n {2}found {5}(nothing|no fields?|an empty file)\b/,
    );
  });
});
