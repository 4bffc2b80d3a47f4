import { describe, expect, it } from 'vitest';
import { AGREED, edited, problemsOf, readWith } from './story.test.ts';

describe('a date', () => {
  it('may stand without quotes wherever YAML itself would make a date or a number of it', () => {
    for (const date of [
      '2024',
      '2024-05',
      '2024-05-02',
      '2024-05-02T20:00:00Z',
      '2024-05-02/2024-05-04',
      '2024-05~',
    ]) {
      const reading = readWith(edited(AGREED, 'date: 2024-05-02', `date: ${date}`));
      const quoted = readWith(edited(AGREED, 'date: 2024-05-02', `date: "${date}"`));
      expect(reading).toMatchObject({ ok: true });
      expect(reading).toEqual(quoted);
    }
  });

  it('that is not EDTF is told how to write and quote it', () => {
    expect(problemsOf(edited(AGREED, 'date: 2024-05-02', 'date: 2.5.2024'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:3:7
        found     "2.5.2024" is not a date
        expected  an EDTF date such as "2025-05-29", "2024-06", "2023", "2025-06~" or "2022/.."
        mend      write "2024-05-02""
    `);
    expect(problemsOf(edited(AGREED, 'date: 2024-05-02', 'date: May 2024'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:3:7
        found     "May 2024" is not a date
        expected  an EDTF date such as "2025-05-29", "2024-06", "2023", "2025-06~" or "2022/.."
        mend      write year, month and day in that order, as far as they are known, in quotes"
    `);
  });

  it('that is not in the calendar is refused', () => {
    expect(problemsOf(edited(AGREED, 'date: 2024-05-02', 'date: 2023-02-29')))
      .toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:3:7
        found     "2023-02-29" does not exist: the month has no day 29
        expected  a day that is in the calendar
        mend      check the day against the source"
    `);
  });

  it('that is left empty is reported', () => {
    expect(problemsOf(edited(AGREED, 'date: 2024-05-02', 'date:'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:3:6
        found     nothing
        expected  an EDTF date such as "2025-05-29", "2024-06", "2023", "2025-06~" or "2022/.."
        mend      write year, month and day in that order, as far as they are known, in quotes"
    `);
  });

  it('of a source is checked as that of an event is', () => {
    expect(problemsOf(edited('sources/post-may.yaml', '2024-05-03', '2024-5-3')))
      .toMatchInlineSnapshot(`
      "sources/post-may.yaml:3:9
        found     "2024-5-3" is not a date
        expected  an EDTF date such as "2025-05-29", "2024-06", "2023", "2025-06~" or "2022/.."
        mend      write "2024-05-03""
    `);
  });

  it('of the last change must be a day', () => {
    expect(problemsOf(edited(AGREED, 'updated: 2024-06-01', 'updated: 2024-06')))
      .toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:23:10
        found     "2024-06"
        expected  a day such as 2026-11-21
        mend      write year, month and day with hyphens"
    `);
  });
});

describe('a quote', () => {
  const words = (count: number) =>
    Array.from({ length: count }, (_, index) => `w${String(index + 1)}`).join(' ');
  const quoting = (quote: string) =>
    edited(AGREED, 'quote: one million, not more', `quote: ${quote}`);

  it('may have 25 words, not counting dashes and dots between them', () => {
    expect(problemsOf(quoting(words(25)))).toBe('no problems');
    expect(problemsOf(quoting(`${words(12)} – … ${words(13)} …`))).toBe('no problems');
  });

  it.each([
    ['dashes', 'wall—'.repeat(26)],
    ['slashes', 'wall/'.repeat(26)],
    ['nothing, as in Chinese', '市议会同意修建这堵墙，但没有说明费用由谁承担。'.repeat(3)],
  ])('of more words with %s between them is refused', (_, quote) => {
    expect(problemsOf(quoting(quote))).toContain('at most 25 of them');
  });

  it('may have 25 words with apostrophes, points and signs in them', () => {
    expect(problemsOf(quoting(`council’s 3.5 € ${words(23)}`))).toBe('no problems');
  });

  it('of 26 words is refused', () => {
    expect(problemsOf(quoting(words(26)))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:14:12
        found     "w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 …"
        expected  the exact words of the source, at most 25 of them
        mend      quote the words that matter and put the rest into \`text\`, in your own words"
    `);
  });

  it('without its language is refused', () => {
    expect(problemsOf(edited(AGREED, '    lang: en\n', ''))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:14:12
        found     a quote without its language
        expected  a field \`lang\` beside \`quote\`
        mend      add the language of the quoted words, such as lang: en"
    `);
  });
});

describe('a character that cannot be seen', () => {
  const titled = (title: string) =>
    problemsOf(edited(AGREED, 'title: Town Council agrees to the wall', `title: "${title}"`));

  it('is refused in titles and names, by its code point', () => {
    expect(titled(String.raw`Town \u202Elicnuoc`)).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:2:8
        found     the character U+202E, which cannot be seen
        expected  characters that can be seen
        mend      delete it; where it cannot be found, type the passage anew"
    `);
    expect(titled(String.raw`Town \0`)).toContain('U+0000');
    expect(titled(String.raw`Town \x1b[31m`)).toContain('U+001B');
    expect(
      problemsOf(edited('actors/harbour-post.yaml', 'Harbour Post', '"Post\\u2069"')),
    ).toContain('U+2069');
  });

  it('is refused in labels, quotes and addresses', () => {
    const quote = edited(AGREED, 'one million, not more', '"one\\u2066 million"');
    expect(problemsOf(quote)).toContain('U+2066');
    const label = edited(AGREED, 'importance:', 'label: "a\\u202A"\nimportance:');
    expect(problemsOf(label)).toContain('U+202A');
    const url = edited(
      'sources/post-may.yaml',
      'issued',
      'URL: "https://a.example/\\u202E"\nissued',
    );
    expect(problemsOf(url)).toContain('U+202E');
  });

  it('is not a tab, a line end or a mark that right-to-left writing needs', () => {
    expect(titled(String.raw`a\tb\nc\u200F`)).toBe('no problems');
  });
});

describe('a correction', () => {
  const corrected = (...days: string[]) => {
    const list = days.map((date) => `  - { date: ${date}, text: It was wrong. }\n`).join('');
    return problemsOf(edited(AGREED, 'updated:', `corrections:\n${list}updated:`));
  };

  it('stands above those that are older', () => {
    expect(corrected('2024-06-03', '2024-06-02', '2024-06-02')).toBe('no problems');
    expect(corrected('2024-06-02', '2024-06-03')).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:25:13
        found     a correction of 2024-06-03 below one of 2024-06-02
        expected  corrections with the newest first
        mend      move this correction up"
    `);
  });

  it('is of a day that is in the calendar', () => {
    expect(corrected('2024-02-29')).toBe('no problems');
    for (const date of ['2023-02-29', '2024-13-01', '2024-06', '2024-06-01T10:00'])
      expect(corrected(date)).toContain('expected  a day such as 2026-11-21');
  });
});

describe('an author', () => {
  it('has a name', () => {
    const author = (fields: string) =>
      problemsOf(edited('sources/post-may.yaml', 'issued:', `author:\n  - ${fields}\nissued:`));
    expect(author('{ literal: Harbour desk }')).toBe('no problems');
    expect(author('{}')).toMatchInlineSnapshot(`
      "sources/post-may.yaml:4:5
        found     an author without a name
        expected  family and given, or literal
        mend      add the name, or leave the author out when the name is not known"
    `);
  });
});

describe('a claim', () => {
  it('that alleges names its accuser', () => {
    expect(problemsOf(edited(AGREED, '    by: town-council\n', ''))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:10:5
        found     no field "by"
        expected  the field "by"
        mend      add by: …"
    `);
  });

  it('that alleges names its accuser by more than an empty field', () => {
    expect(problemsOf(edited(AGREED, 'by: town-council', 'by:'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:11:8
        found     nothing
        expected  an actor’s id, in lower-case letters, digits and hyphens
        mend      write the id as the file is named, without its ending"
    `);
  });
});

describe('an event', () => {
  const uncited = (instead: string) => {
    const files = edited(AGREED, 'sources: [post-may]\nclaims', `${instead}claims`);
    return { [AGREED]: String(files[AGREED]).replace(' [@post-may]', '') };
  };

  it('without the field for its sources is refused', () => {
    expect(problemsOf(uncited(''))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:2:1
        found     no field "sources"
        expected  the field "sources"
        mend      add sources: …"
    `);
  });

  it('with an empty list of sources is refused', () => {
    expect(problemsOf(uncited('sources: []\n'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:8:10
        found     an empty list as "sources"
        expected  a list of at least 1
        mend      add what is missing"
    `);
  });
});
