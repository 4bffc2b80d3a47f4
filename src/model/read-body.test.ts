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
      "events/2024/wall-agreed.md:27:9
        found     a citation of "post-june"
        expected  one of this event’s sources: post-may
        mend      add post-june to the field "sources""
    `);
  });

  it('of a source that was probably misspelt is told which was meant', () => {
    expect(problemsOf(withBody('It agreed [@post-may; @post-mai].\n'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:24:11
        found     a citation of "post-mai"
        expected  one of this event’s sources: post-may
        mend      did you mean "post-may"?"
    `);
  });

  it('in another form is told the form', () => {
    expect(problemsOf(withBody('It agreed [@post-may, p. 3].\n'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:24:11
        found     "@post-may, p. 3" in a citation
        expected  the id of a source, as in [@some-id] or [@one; @two]
        mend      write @ and the id; page numbers go into the sentence"
    `);
  });

  it.each([
    ['in a list', '- It agreed.\n- It disputed\n  this [@gone].\n', '26:8'],
    ['at the start of an indented line', '- It agreed\n  [@gone].\n', '25:3'],
    ['in a quotation', '> It agreed\n> so [@gone].\n', '25:6'],
    ['in emphasis', 'It *agreed [@gone]*.\n', '24:12'],
    ['after a character that Markdown escapes', String.raw`It \*agreed\* [@gone].`, '24:15'],
    ['after a character reference', 'Council &amp; Post agreed [@gone].\n', '24:27'],
    ['after letters beyond the basic plane', '𝒜 wall [@gone].\n', '24:9'],
  ])('%s is reported exactly where it stands', (_, body, place) => {
    expect(places(body)).toEqual([place]);
  });

  it('is not looked for in code', () => {
    expect(problemsOf(withBody('Write `[@gone]` to cite.\n'))).toBe('no problems');
  });
});

describe('what a body may not hold', () => {
  it('is reported, each with what to write instead', () => {
    const body = `# A heading

The council <b>agreed</b>. ![A wall](https://example.org/wall.jpg)

<script>alert(1)</script>
`;
    expect(problemsOf(withBody(body))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:24:1
        found     a heading
        expected  paragraphs
        mend      write a paragraph; the page has its own headings

      events/2024/wall-agreed.md:26:13
        found     raw HTML "<b>"
        expected  Markdown
        mend      use Markdown, or write &lt; for a less-than sign

      events/2024/wall-agreed.md:26:22
        found     raw HTML "</b>"
        expected  Markdown
        mend      use Markdown, or write &lt; for a less-than sign

      events/2024/wall-agreed.md:26:28
        found     a picture
        expected  text
        mend      describe it and cite where it can be seen

      events/2024/wall-agreed.md:28:1
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
