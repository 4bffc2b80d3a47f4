import { describe, expect, it } from 'vitest';
import { AGREED, edited, problemsOf, soundStory } from './story.test.ts';

describe('a name that nothing bears', () => {
  it('as a kind is told the kind that was probably meant', () => {
    expect(problemsOf(edited(AGREED, 'kind: statement', 'kind: statment'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:4:7
        found     an unknown kind "statment"
        expected  the id of a kind that has an entry in timeline.yaml
        mend      did you mean "statement"?"
    `);
  });

  it('as an actor is told the actor that was probably meant', () => {
    expect(problemsOf(edited(AGREED, '[town-council]', '[town-counsel]'))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:6:10
        found     an unknown actor "town-counsel"
        expected  the id of an actor that has a file in actors/
        mend      did you mean "town-council"?"
    `);
  });

  it('as the accuser in a claim is told where actors are kept', () => {
    expect(problemsOf(edited(AGREED, 'by: town-council', 'by: anonymous-fisherman')))
      .toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:11:9
        found     an unknown actor "anonymous-fisherman"
        expected  the id of an actor that has a file in actors/
        mend      check the spelling, or add a file in actors/"
    `);
  });

  it('as a source is told the source that was probably meant', () => {
    expect(
      problemsOf(
        edited(AGREED, 'sources: [post-may]\nclaims', 'sources: [post-may, post-jun]\nclaims'),
      ),
    ).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:8:21
        found     an unknown source "post-jun"
        expected  the id of a source that has a file in sources/
        mend      did you mean "post-june"?"
    `);
  });

  it('as what a source is based on is reported', () => {
    expect(problemsOf(edited('sources/post-june.yaml', 'town-council]', 'town-crier, post-june]')))
      .toMatchInlineSnapshot(`
      "sources/post-june.yaml:3:21
        found     an unknown source or actor "town-crier"
        expected  the id of a source or actor that has a file in sources/ or actors/
        mend      check the spelling, or add a file in sources/ or actors/

      sources/post-june.yaml:3:33
        found     a source that is based on itself
        expected  another source or an actor
        mend      remove it"
    `);
  });

  it('as what an actor is part of is reported', () => {
    expect(problemsOf(edited('actors/town-council.yaml', 'type:', 'partOf: town\ntype:')))
      .toMatchInlineSnapshot(`
      "actors/town-council.yaml:2:9
        found     an unknown actor "town"
        expected  the id of an actor that has a file in actors/
        mend      check the spelling, or add a file in actors/"
    `);
  });
});

describe('a source that a claim or an answer rests on', () => {
  it('is one of the event’s sources, so that the page can number it', () => {
    expect(problemsOf(edited(AGREED, 'source: post-may', 'source: post-june')))
      .toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:16:13
        found     the source "post-june"
        expected  one that stands in the event’s field "sources"
        mend      add post-june to "sources""
    `);
    expect(
      problemsOf(
        edited(AGREED, '300 metres, sources: [post-may]', '300 metres, sources: [post-mai]'),
      ),
    ).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:21:40
        found     the source "post-mai"
        expected  one that stands in the event’s field "sources"
        mend      did you mean "post-may"?"
    `);
  });
});

describe('a source that is near another by name', () => {
  it('is to be added where it exists, and never taken for the other', () => {
    const other = { 'sources/post-mai.yaml': 'type: book\ntitle: Another\n' };
    const files = { ...edited(AGREED, 'source: post-may', 'source: post-mai'), ...other };
    expect(problemsOf(files)).toContain('mend      add post-mai to "sources"');
  });
});

describe('a circle', () => {
  it('of actors that are part of one another is reported once', () => {
    const files = {
      ...edited('actors/town-council.yaml', 'type:', 'partOf: harbour-post\ntype:'),
      ...edited('actors/harbour-post.yaml', 'type:', 'partOf: town-council\ntype:'),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "actors/harbour-post.yaml:2:9
        found     actors that are part of one another in a circle: town-council → harbour-post → town-council
        expected  an actor that is part of no other at the end
        mend      remove partOf from one of them"
    `);
  });

  it('of sources that are based on one another is reported once', () => {
    expect(problemsOf(edited('sources/post-may.yaml', 'issued:', 'basedOn: [post-june]\nissued:')))
      .toMatchInlineSnapshot(`
        "sources/post-june.yaml:3:10
          found     sources that are based on one another in a circle: post-may → post-june → post-may
          expected  sources that come after what they are based on
          mend      remove one of these from basedOn"
      `);
  });
});

describe('a name that is borne twice', () => {
  it('by a source and an actor is reported, since basedOn could mean either', () => {
    expect(problemsOf({ 'sources/town-council.yaml': 'type: book\ntitle: Minutes\n' }))
      .toMatchInlineSnapshot(`
        "sources/town-council.yaml:1:1
          found     the id "town-council", which an actor has too
          expected  an id that neither a source nor an actor has, since basedOn names both
          mend      rename one of the two files, and correct what names it"
      `);
  });

  it('by events in the folders of two years is reported, since it is a page’s address', () => {
    const earlier = soundStory()[AGREED].replace('date: 2024-05-02', 'date: 2023-05-02');
    expect(problemsOf({ 'events/2023/wall-agreed.md': earlier })).toMatchInlineSnapshot(`
      "events/2023/wall-agreed.md:1:1
        found     the slug "wall-agreed" a second time
        expected  a name that no other file has
        mend      rename this file, or merge it with the other of its name"
    `);
  });

  it('by sources in files with two endings is reported', () => {
    expect(problemsOf({ 'sources/post-may.yml': soundStory()['sources/post-may.yaml'] }))
      .toMatchInlineSnapshot(`
      "sources/post-may.yml:1:1
        found     the id "post-may" a second time
        expected  a name that no other file has
        mend      rename this file, or merge it with the other of its name"
    `);
  });

  it('by claims of one event is reported, since others answer them by it', () => {
    const again = `  - id: cost
    by: harbour-post
    stance: reports
    text: The wall costs two million.
    source: post-may
discrepancies`;
    expect(problemsOf(edited(AGREED, 'discrepancies', again))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:17:9
        found     the claim id "cost" a second time
        expected  ids that are unique in the event
        mend      rename one of the two, and what answers it"
    `);
  });

  it('by kinds, or one shape by two kinds, is reported, since readers could not tell them apart', () => {
    expect(
      problemsOf(
        edited('timeline.yaml', 'id: report, label: Report', 'id: statement, label: Report'),
      ).split('\n\n')[0],
    ).toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:4:7
        found     an unknown kind "report"
        expected  the id of a kind that has an entry in timeline.yaml
        mend      check the spelling, or add an entry in timeline.yaml"
    `);
    expect(problemsOf(edited('timeline.yaml', 'shape: square', 'shape: circle')))
      .toMatchInlineSnapshot(`
      "timeline.yaml:9:58
        found     the shape "circle" a second time
        expected  kinds that each have their own shape
        mend      choose another shape; "statement" has this one"
    `);
  });
});

describe('the name and place of a file', () => {
  it('is lower case with single hyphens, since it becomes an address', () => {
    expect(problemsOf({ 'events/2024/Die_Mauer (neu).md': soundStory()[AGREED] }))
      .toMatchInlineSnapshot(`
      "events/2024/Die_Mauer (neu).md:1:1
        found     the name "Die_Mauer (neu)"
        expected  lower-case words of letters and digits with single hyphens between them
        mend      rename it to die-mauer-neu"
    `);
    expect(problemsOf({ 'actors/Café.yaml': soundStory()['actors/harbour-post.yaml'] }))
      .toMatchInlineSnapshot(`
      "actors/Café.yaml:1:1
        found     the name "Café"
        expected  lower-case words of letters and digits with single hyphens between them
        mend      rename it to cafe"
    `);
  });

  it('is the folder of the year in which the event began', () => {
    expect(problemsOf({ 'events/2023/wall-again.md': soundStory()[AGREED] }))
      .toMatchInlineSnapshot(`
      "events/2023/wall-again.md:3:7
        found     a date in 2024, in the folder "2023"
        expected  the folder events/2024/
        mend      move the file there, or correct the date"
    `);
  });

  it('is the folder of the year as it is written, with no other spelling of the number', () => {
    for (const folder of ['0x7e8', '2024.0', '02024', '2024 ', '+2024'])
      expect(problemsOf({ [`events/${folder}/wall-again.md`]: soundStory()[AGREED] })).toContain(
        `a date in 2024, in the folder "${folder}"`,
      );
  });

  it('of an event before our era is the folder of the year with its sign and four digits', () => {
    const old = soundStory()[AGREED].replace('date: 2024-05-02', 'date: "-0043-03-15"');
    expect(problemsOf({ 'events/-0043/wall-old.md': old })).toBe('no problems');
    expect(problemsOf({ 'events/-43/wall-old.md': old })).toContain('the folder events/-0043/');
  });

  it('of an event that began at an unknown time is the folder of the year in which it ended', () => {
    const until = soundStory()[AGREED].replace('date: 2024-05-02', 'date: ../2025-01-03');
    expect(problemsOf({ 'events/2025/wall-planned.md': until })).toBe('no problems');
    expect(problemsOf({ 'events/2024/wall-planned.md': until })).toContain(
      'the folder events/2025/',
    );
  });
});

describe('a discrepancy', () => {
  it('has answers that differ by more than case, spaces and a full stop', () => {
    expect(problemsOf(edited(AGREED, 'value: 300 metres', 'value: 200  Metres.')))
      .toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:21:18
        found     the answer "200  Metres." a second time
        expected  answers that differ from one another
        mend      put the sources of both under one answer; if none is left to differ, remove the discrepancy"
    `);
  });
});
