import { describe, expect, it } from 'vitest';
import { AGREED, edited, problemsOf, soundStory } from './story.test.ts';

/** The sound story with this text in the event, which begins on line 24 of its file. */
const withBody = (body: string) => edited(AGREED, 'The council agreed [@post-may].\n', body);

/** The place of each problem, as line:column. */
const places = (body: string) =>
  [...problemsOf(withBody(body)).matchAll(/\.md:(\d+:\d+)\n/g)].map(([, place]) => place);

describe('a citation', () => {
  it('of a source that the event does not list is reported where it stands', () => {
    const body = 'The council agreed [@post-may].\n\nIt was disputed\nin June [@post-june].\n';
    expect(problemsOf(withBody(body))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:28:9
        found     a citation of "post-june"
        expected  one of this event’s sources: post-may
        mend      add post-june to the field "sources""
    `);
  });

  it('of a source that was probably misspelt is told which was meant', () => {
    expect(problemsOf(withBody('It agreed [@post-may; @post-mai].\n'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:25:11
        found     a citation of "post-mai"
        expected  one of this event’s sources: post-may
        mend      did you mean "post-may"?"
    `);
  });

  it('in another form is told the form', () => {
    expect(problemsOf(withBody('It agreed [@post-may, p. 3].\n'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:25:11
        found     "@post-may, p. 3" in a citation
        expected  the id of a source, as in [@some-id] or [@one; @two]
        mend      write @ and the id; page numbers go into the sentence"
    `);
  });

  it('of another source of the story is told to list it, however near the name of a listed one', () => {
    const files = {
      ...withBody('It agreed [@post-mai].\n'),
      'sources/post-mai.yaml': 'type: book\ntitle: Another\n',
    };
    expect(problemsOf(files)).toMatch(/mend {6}add post-mai to the field "sources"$/);
  });

  it.each([
    ['with words before it', 'It agreed [see @post-may].', '25:11'],
    ['without its author', 'It agreed [-@post-may].', '25:11'],
    ['with emphasis in it', 'It agreed [@*post-may*].', '25:12'],
    ['in emphasis within the bracket', 'It agreed [*@post-may*].', '25:13'],
    ['after emphasis within the bracket', 'It agreed [*see* @post-may].', '25:18'],
    ['in a bracket that is not closed', 'It agreed [@post-may.', '25:12'],
    ['in a link', '[It agreed [@post-may]](https://example.org).', '25:1'],
    ['as a link', 'It agreed [@post-may](https://example.org).', '25:11'],
    ['as a definition', 'It agreed [@post-may].\n\n[@post-may]: https://example.org', '25:11'],
  ])('%s is none that pages show, and is reported', (_, body, place) => {
    const problems = problemsOf(withBody(body));
    expect(problems).toContain(`${AGREED}:${place}\n`);
    expect(problems).toContain('expected  the id of a source, as in [@some-id] or [@one; @two]');
    expect(problems.match(/found/g)).toHaveLength(1);
  });

  it.each([
    'Write to post@example.org [may@example.org].',
    '[A post](https://example.org/@post), <https://example.org/@post>',
    'The account @harbour_post says [so].',
  ])('is not seen in %j', (body) => {
    expect(problemsOf(withBody(body))).toBe('no problems');
  });

  it.each([
    ['in a list', '- It agreed.\n- It disputed\n  this [@gone].\n', '27:8'],
    ['at the start of an indented line', '- It agreed\n  [@gone].\n', '26:3'],
    ['in a quotation', '> It agreed\n> so [@gone].\n', '26:6'],
    ['in emphasis', 'It *agreed [@gone]*.\n', '25:12'],
    ['after a character that Markdown escapes', String.raw`It \*agreed\* [@gone].`, '25:15'],
    ['after a character reference', 'Council &amp; Post agreed [@gone].\n', '25:27'],
    ['after letters beyond the basic plane', '𝒜 wall [@gone].\n', '25:9'],
  ])('%s is reported exactly where it stands', (_, body, place) => {
    expect(places(body)).toEqual([place]);
  });

  it('is not looked for in code', () => {
    expect(problemsOf(withBody('Write `[@gone]` to cite.\n'))).toBe('no problems');
  });
});

describe('a body that would take long to read', () => {
  const found = (body: string) => /found {5}(.*)/.exec(problemsOf(withBody(body)))?.[1];

  it.each([
    ['of over 50,000 characters', 'a wall '.repeat(10_000), 'a text of 70000 characters'],
    ['of emphasis', '_*'.repeat(20_000), '40000 asterisks and underscores in one text'],
    ['of lists in lists', '1. '.repeat(15_000), 'text that is nested too deep'],
    ['of quotations in quotations', '> '.repeat(20_000), 'text that is nested too deep'],
  ])('%s is refused before it is', (_, body, fault) => {
    expect(found(body)).toBe(fault);
  });

  it('of many faults is told of all', () => {
    expect(problemsOf(withBody('[@q] '.repeat(9_000))).match(/found/g)).toHaveLength(9_000);
  });

  it('is not one with a long line between its parts', () => {
    expect(problemsOf(withBody(`It agreed.\n\n${'-'.repeat(80)}\n`))).toBe('no problems');
  });
});

describe('a character that cannot be seen', () => {
  it('is reported where it stands in a body', () => {
    expect(problemsOf(withBody('It agreed.\n\nOr \u202Eton did.\n'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:27:4
        found     the character U+202E, which cannot be seen
        expected  characters that can be seen
        mend      delete it; where it cannot be found, type the passage anew"
    `);
  });

  it('is reported when it is written as a reference, in text and in addresses', () => {
    expect(problemsOf(withBody('It &#x202E;agreed.'))).toContain('U+202E');
    expect(problemsOf(withBody('[a](https://example.org/&#x2066;)'))).toContain('U+2066');
  });
});

describe('what a body may not hold', () => {
  it('is reported, each with what to write instead', () => {
    const body = `# A heading

The council <b>agreed</b>. ![A wall](https://example.org/wall.jpg)

<script>alert(1)</script>
`;
    expect(problemsOf(withBody(body))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:25:1
        found     a heading
        expected  paragraphs
        mend      write a paragraph; the page has its own headings

      events/2024/wall-agreed.md:27:13
        found     raw HTML "<b>"
        expected  Markdown
        mend      use Markdown, or write &lt; for a less-than sign

      events/2024/wall-agreed.md:27:22
        found     raw HTML "</b>"
        expected  Markdown
        mend      use Markdown, or write &lt; for a less-than sign

      events/2024/wall-agreed.md:27:28
        found     a picture
        expected  text
        mend      describe it and cite where it can be seen

      events/2024/wall-agreed.md:29:1
        found     raw HTML "<script>alert(1)</script>"
        expected  Markdown
        mend      use Markdown, or write &lt; for a less-than sign"
    `);
  });

  it.each([
    ['[read](javascript:alert(1))', 'javascript:alert(1)'],
    ['[read](JavaScript:alert(1))', 'JavaScript:alert(1)'],
    ['[read](&#106;avascript:alert(1))', 'javascript:alert(1)'],
    ['<javascript:alert(1)>', 'javascript:alert(1)'],
    ['[read][1]\n\n[1]: javascript:alert(1)', 'javascript:alert(1)'],
    ['[read](data:text/html,x)', 'data:text/html,x'],
    ['[read](//example.org)', '//example.org'],
    ['[read](/events/other/)', '/events/other/'],
  ])('includes the link in %j', (body, address) => {
    expect(problemsOf(withBody(body))).toContain(`
  found     a link to "${address}"
  expected  an address that begins with https:, http: or mailto:
  mend      give the full address`);
  });

  it('includes links whose scheme has capitals, since pages would lose them', () => {
    expect(problemsOf(withBody('[read](HTTPS://example.org) <Mailto:post@example.org>')))
      .toMatchInlineSnapshot(`
        "events/2024/wall-agreed.md:25:1
          found     a link to "HTTPS://example.org"
          expected  an address that begins with https:, http: or mailto:
          mend      write https:

        events/2024/wall-agreed.md:25:29
          found     a link to "Mailto:post@example.org"
          expected  an address that begins with https:, http: or mailto:
          mend      write mailto:"
      `);
  });

  it('does not include links to the web and to mail, lists, emphasis and quotations', () => {
    const body = `It *agreed*, [says the Post](https://example.org/wall "Wall"):

> - [write](mailto:post@example.org) to <https://example.org>
`;
    expect(problemsOf(withBody(body))).toBe('no problems');
  });
});

describe('the introduction of the timeline', () => {
  const story = soundStory()['timeline.yaml'];
  const introduced = (yaml: string) => problemsOf({ 'timeline.yaml': `${story}${yaml}` });

  it('may not hold raw HTML either, nor cite', () => {
    const problems = introduced(
      'introduction: |\n  What a <b>wall</b>.\n\n  It stands [@post-may].\n',
    );
    expect(problems.match(/found.*/g)).toEqual([
      'found     raw HTML "<b>"',
      'found     raw HTML "</b>"',
      'found     a citation of "post-may"',
    ]);
  });

  it('has its faults reported on the line on which they stand, or at least in the field', () => {
    const lines = (yaml: string) =>
      [...introduced(yaml).matchAll(/yaml:(\d+):/g)].map(([, line]) => Number(line));
    const last = story.split('\n').length;
    expect(lines('introduction: |\n  A wall.\n\n  What a <br> wall.\n')).toEqual([last + 3]);
    expect(lines('introduction: What a <br> wall.\n')).toEqual([last]);
    const [folded = 0] = lines('about: >\n  A wall\n  stands.\n\n  What a <br> wall.\n');
    expect(folded).toBeGreaterThanOrEqual(last);
    expect(folded).toBeLessThanOrEqual(last + 4);
  });
});
