import { describe, expect, it } from 'vitest';
import { formatProblem } from './problem.ts';
import { readTimeline } from './read.ts';
import { AGREED, edited, soundStory, storyWith } from './story.test.ts';

const SOURCE = {
  'sources/post-may.yaml': `${soundStory()['sources/post-may.yaml']}articleFile: may.txt\n`,
};

/** What an editor is told who holds the article: of its text and a quote, by default that of the story. */
function compare(article: string, quote = 'one million, not more'): string {
  const event = edited(AGREED, 'one million, not more', JSON.stringify(quote));
  const articles = new Map([['may.txt', article]]);
  const reading = readTimeline(storyWith({ ...SOURCE, ...event }), (file) => articles.get(file));
  return reading.ok ? 'no problems' : reading.problems.map(formatProblem).join('\n\n');
}

describe('a quote', () => {
  it('may differ from its article in white space and the shape of quotation marks and dashes', () => {
    expect(compare('They say: “one\n million, not\u00a0more”, at least.')).toBe('no problems');
    expect(compare("It's “high-rise” — or so.", 'It’s "high‑rise" – or so')).toBe('no problems');
  });

  it('that differs in a word is shown the nearest passage, and where it departs', () => {
    const article =
      'One million? “It costs one million, no more”, they said. Not one more million.';
    expect(compare(article)).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:14:12
        found     the quote “one million, not more”
        expected  words of may.txt; nearest: “one million, no more”
        mend      it departs at “not”, where the passage has “no”; copy its words"
    `);
  });

  it.each([
    ['a capital letter', 'It costs One million, not more.', 'One'],
    ['a comma', 'It costs one million not more.', 'million,'],
    ['a word left out', 'It costs one full million, not more.', 'full'],
    ['a word added', 'It costs one million, more.', 'more'],
    ['the beginning of a longer word', 'It costs one million, not moreover.', 'moreover'],
    ['an ellipsis that hides words', 'one million … not more', '…'],
  ])('departs from its article by %s', (_, article, word) => {
    const [, , expected = '', mend] = compare(article).split('\n');
    expect(expected).toContain('nearest: “');
    expect(mend).toMatch(/it departs at “.*”, where the passage (?:has “.*”|ends);/);
    expect(`${expected} ${String(mend)}`).toContain(word);
  });

  it('of which the article has nothing is not shown a chance likeness', () => {
    expect(compare('The wall was not on the agenda.')).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:14:12
        found     the quote “one million, not more”
        expected  words of may.txt, which has nothing like them
        mend      name the source that has these words, or remove the quote"
    `);
  });

  it('is not compared where its source names no article', () => {
    const reading = readTimeline(storyWith({}), () => 'another text');
    expect(reading.ok).toBe(true);
  });
});

describe('the file of an article', () => {
  it('that is not among the articles is reported', () => {
    const reading = readTimeline(storyWith(SOURCE), () => undefined);
    const problems = reading.ok ? [] : reading.problems.map(formatProblem);
    expect(problems.join('\n\n')).toMatchInlineSnapshot(`
      "sources/post-may.yaml:4:14
        found     the name "may.txt"
        expected  the name of a text file in the folder of articles
        mend      put the article there under that name, correct the name, or remove the field"
    `);
  });

  it('is named without a folder, so that none outside is read', () => {
    const outside = {
      'sources/post-may.yaml': `${soundStory()['sources/post-may.yaml']}articleFile: ../may.txt\n`,
    };
    const reading = readTimeline(storyWith(outside));
    const problems = reading.ok ? [] : reading.problems.map(formatProblem);
    expect(problems.join('\n\n')).toMatchInlineSnapshot(`
      "sources/post-may.yaml:4:14
        found     "../may.txt"
        expected  the name of a file, without a folder
        mend      write the name alone; the folder is given to \`npm run check -- --articles\`"
    `);
  });
});
