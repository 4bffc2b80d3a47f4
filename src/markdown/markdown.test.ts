import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import rehypeSanitize from 'rehype-sanitize';
import { describe, expect, test } from 'vitest';
import { remarkCitations } from './citations.ts';
import { sanitiseSchema } from './sanitise.ts';

const processor = await createMarkdownProcessor({
  gfm: false,
  smartypants: false,
  syntaxHighlight: false,
  remarkPlugins: [remarkCitations],
  rehypePlugins: [[rehypeSanitize, sanitiseSchema]],
});

async function render(markdown: string, sources: string[] = []): Promise<string> {
  const { code } = await processor.render(markdown, { frontmatter: { sources } });
  return code;
}

describe('citations', () => {
  test('become numbered links to the list of sources, close to the word before them', async () => {
    expect(await render('It opened [@two]. Then it closed [@one; @two].', ['one', 'two'])).toBe(
      '<p>It opened<a href="#source-two" class="citation" role="doc-noteref">2</a>. Then it closed' +
        '<a href="#source-one" class="citation" role="doc-noteref">1</a>' +
        '<a href="#source-two" class="citation" role="doc-noteref">2</a>.</p>',
    );
  });

  test('in code stay as they were written', async () => {
    expect(await render('Write `[@one]`.', ['one'])).toBe('<p>Write <code>[@one]</code>.</p>');
  });
});

describe('contributed Markdown', () => {
  test('keeps quotation marks and dashes as they were typed', async () => {
    expect(await render('"a" -- b...')).toBe('<p>"a" -- b...</p>');
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<img src=x onerror=alert(1)>'],
    ['a style', '<p style="position:fixed">x</p>'],
    ['a frame', '<iframe src="https://evil.example"></iframe>'],
    ['a javascript link', '[x](javascript:alert(1))'],
    ['a javascript link with an entity', '[x](javascript&#58;alert(1))'],
    ['a data link', '[x](data:text/html,<script>alert(1)</script>)'],
    ['a picture', '![x](https://tracker.example/pixel.gif)'],
    ['an autolink to a script', '<javascript:alert(1)>'],
    ['a definition', '[x][y]\n\n[y]: javascript:alert(1)'],
    ['a half-open tag', '<a href="https://x.example" onclick="alert(1)"'],
  ])('loses %s', async (_, markdown) => {
    expect(dangers(await render(markdown))).toEqual([]);
  });

  test('holds nothing that runs, loads or styles, whatever is written', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      'script',
      'img',
      ' src=',
      ' onload=',
      ' style=',
      'javascript:',
      '[',
      ']',
      '(',
      ')',
      '!',
      '&#',
      '\n',
      '`',
      '*',
      '[@one]',
      'x',
      '&lt;',
      '\0',
      'svg',
      '/',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }),
        async (pieces) => {
          expect(dangers(await render(pieces.join(''), ['one']))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Elements and attributes of rendered text that contributed Markdown must not produce. */
function dangers(html: string): string[] {
  const allowed = new Set([
    'P',
    'EM',
    'STRONG',
    'UL',
    'OL',
    'LI',
    'BLOCKQUOTE',
    'CODE',
    'PRE',
    'BR',
    'HR',
    'A',
    'H2',
    'H3',
  ]);
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const names = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
    const bad = names.filter(
      (name) =>
        !/^(href=(https?:|mailto:|#source-|$)|role=doc-noteref|class=citation|id=|start=)/.test(
          name,
        ),
    );
    return allowed.has(element.tagName) ? bad : [element.tagName, ...bad];
  });
}
