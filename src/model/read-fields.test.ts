import { describe, expect, it } from 'vitest';
import { AGREED, DISPUTED, edited, problemsOf } from './story.test.ts';

describe('a field', () => {
  it('that is not known is told the name that was probably meant', () => {
    expect(problemsOf(edited(AGREED, 'updated: ', 'dateNot: a\nupdated: '))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:23:1
        found     an unknown field "dateNot"
        expected  one of title, label, date, dateNote, kind, importance, actors, summary, sources, respondsTo, claims, discrepancies, corrections, updated
        mend      did you mean "dateNote"?"
    `);
  });

  it('that is not known inside a claim is told the names that a claim has', () => {
    expect(problemsOf(edited(AGREED, '    lang: en', '    lang: en\n    resondsTo: wall')))
      .toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:16:5
        found     an unknown field "resondsTo"
        expected  one of id, by, stance, text, quote, lang, source, about, singleSource, noResponseFound, respondsTo
        mend      did you mean "respondsTo"?"
    `);
  });

  it('that is not known in the settings is told the names at that place', () => {
    expect(
      problemsOf(edited('timeline.yaml', '  name: CC', '  link: https://example.org\n  name: CC')),
    ).toMatchInlineSnapshot(`
      "timeline.yaml:5:3
        found     an unknown field "link"
        expected  one of name, url
        mend      remove it, or put what it says into a field that exists"
    `);
  });

  it('that resembles no other is told to go elsewhere', () => {
    expect(problemsOf(edited('actors/harbour-post.yaml', 'type:', 'circulation: 4000\ntype:')))
      .toMatchInlineSnapshot(`
      "actors/harbour-post.yaml:2:1
        found     an unknown field "circulation"
        expected  one of name, sortName, type, description, aliases, partOf
        mend      remove it, or put what it says into a field that exists"
    `);
  });

  it('that is missing is named', () => {
    expect(problemsOf(edited(AGREED, 'summary: The council agrees.\n', ''))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:2:1
        found     no field "summary"
        expected  the field "summary"
        mend      add summary: …"
    `);
  });

  it('that is missing in an entry of a list is reported at the entry', () => {
    expect(problemsOf(edited('timeline.yaml', 'plural: Reports, ', ''))).toMatchInlineSnapshot(`
      "timeline.yaml:9:5
        found     no field "plural"
        expected  the field "plural"
        mend      add plural: …"
    `);
  });

  it('that is there with nothing in it is reported', () => {
    expect(problemsOf(edited(AGREED, 'summary: The council agrees.', 'summary:')))
      .toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:7:9
        found     nothing
        expected  a text
        mend      write the text, or remove the field where it may be left out"
    `);
  });

  it('that has one text where a list belongs is told how to write a list', () => {
    expect(problemsOf(edited(AGREED, '[town-council]', 'town-council'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:6:9
        found     "town-council" as "actors"
        expected  a list
        mend      write it as [a, b] or as lines that begin with "- ""
    `);
  });

  it('that has a list where one text belongs is told how to write a text', () => {
    expect(
      problemsOf(
        edited(AGREED, 'title: Town Council agrees to the wall', 'title: [Council, wall]'),
      ),
    ).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:2:8
        found     a list as "title"
        expected  a text
        mend      write it as one text, in quotes if it contains ": " or begins with [ or {"
    `);
  });

  it('that has a text where fields belong is told how to write fields', () => {
    expect(
      problemsOf(
        edited('sources/post-may.yaml', 'issued:', 'archive: https://example.org\nissued:'),
      ),
    ).toMatchInlineSnapshot(`
      "sources/post-may.yaml:3:10
        found     "https://example.org" as "archive"
        expected  a group of fields
        mend      write "name: value" on lines of their own, indented"
    `);
  });

  it('that takes one of a few words is told the word that was probably meant', () => {
    expect(problemsOf(edited(DISPUTED, 'stance: denies', 'stance: denys'))).toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:13:13
        found     "denys" as "stance"
        expected  one of alleges, denies, confirms, reports, declines-to-comment
        mend      did you mean "denies"?"
    `);
  });

  it('that takes a web address takes no other text', () => {
    expect(problemsOf(edited('sources/post-may.yaml', 'issued:', 'URL: example.org/wall\nissued:')))
      .toMatchInlineSnapshot(`
      "sources/post-may.yaml:3:6
        found     "example.org/wall"
        expected  an address that begins with https:// or http://
        mend      copy the address from the browser; leave the field out when it is not known"
    `);
  });

  it('that lists the same thing twice is reported at the second', () => {
    expect(
      problemsOf(edited(DISPUTED, '[post-june, post-may]', '[post-june, post-may, post-june]')),
    ).toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:8:32
        found     "post-june" a second time
        expected  each only once
        mend      remove the repetition"
    `);
  });
});
