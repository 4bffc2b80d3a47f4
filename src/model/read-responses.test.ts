import { describe, expect, it } from 'vitest';
import { AGREED, DISPUTED, edited, problemsOf, soundStory } from './story.test.ts';

/** Changes several passages of one event. */
function rewritten(path: typeof AGREED | typeof DISPUTED, ...changes: [string, string][]) {
  const before: string = soundStory()[path];
  const after = changes.reduce((text, [passage, instead]) => {
    if (!text.includes(passage)) throw new Error(`${path} has no "${passage}"`);
    return text.replace(passage, instead);
  }, before);
  return { [path]: after };
}

describe('a response', () => {
  it('to an event that does not exist is told the one that was probably meant', () => {
    expect(problemsOf(edited(DISPUTED, '[wall-agreed]', '[wall-agred]'))).toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:9:14
        found     an unknown event "wall-agred"
        expected  the id of an event that has a file in events/
        mend      did you mean "wall-agreed"?"
    `);
  });

  it('to a claim that does not exist is told the one that was probably meant', () => {
    expect(problemsOf(edited(DISPUTED, 'wall-agreed#cost', 'wall-agreed#costs')))
      .toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:16:17
        found     an unknown claim "costs"
        expected  the id of a claim that has an entry in "claims" of wall-agreed
        mend      did you mean "cost"?"
    `);
  });

  it('to itself is reported, as an event and as a claim', () => {
    expect(problemsOf(edited(DISPUTED, '[wall-agreed]', '[wall-disputed]'))).toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:9:14
        found     "wall-disputed", which answers itself
        expected  another event or claim
        mend      remove it, or name what it answers"
    `);
    const itself = problemsOf(edited(DISPUTED, 'wall-agreed#cost', '"#more"'));
    expect(itself).toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:16:17
        found     "#more", which answers itself
        expected  another event or claim
        mend      remove it, or name what it answers"
    `);
    const byName = problemsOf(edited(DISPUTED, 'wall-agreed#cost', 'wall-disputed#more'));
    expect(byName).toBe(itself.replace('"#more"', '"wall-disputed#more"'));
  });

  it('that is not written as a reference is told the form, alone and in a list', () => {
    const alone = problemsOf(edited(DISPUTED, 'wall-agreed#cost', 'Wall agreed'));
    expect(alone).toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:16:17
        found     "Wall agreed"
        expected  an event’s slug, a claim as slug#claim, or #claim in the same event
        mend      write it as in "some-event#some-claim""
    `);
    const listed = problemsOf(edited(DISPUTED, 'wall-agreed#cost', '[wall-agreed, Wall agreed]'));
    expect(listed).toBe(alone.replace(':16:17', ':16:31'));
  });

  it('to what happened later is reported', () => {
    expect(
      problemsOf(
        rewritten(DISPUTED, ['"2024-06~"', '2024-04'], ['    respondsTo: wall-agreed#cost\n', '']),
      ),
    ).toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:9:14
        found     an answer to "wall-agreed", which happened later
        expected  something that happened earlier or at the same time
        mend      correct one of the two dates, or remove the reference"
    `);
  });

  it('to what happened a few hours later only by its offset, or by a date that is vague, is sound', () => {
    const dated = (date: string) =>
      problemsOf(
        rewritten(DISPUTED, ['"2024-06~"', date], ['    respondsTo: wall-agreed#cost\n', '']),
      );
    expect(dated('2024-05-02T00:30+02:00')).toBe('no problems');
    expect(dated('"2024-04~"')).toBe('no problems');
    expect(dated('2024-04-30')).toContain('which happened later');
  });

  it('to what may have happened at the same time is none of our business', () => {
    expect(problemsOf(edited(DISPUTED, '"2024-06~"', '2024-05'))).toBe('no problems');
  });
});

describe('a circle of responses', () => {
  const circular = (slug: string, answered: string) =>
    rewritten(
      DISPUTED,
      ['"2024-06~"', '2024'],
      ['[wall-agreed]', `[${answered}]`],
      ['    respondsTo: wall-agreed#cost\n', ''],
    )[DISPUTED]?.replace('title: ', `title: ${slug} `) ?? '';

  it('of two events is reported once', () => {
    const answer = rewritten(
      AGREED,
      ['claims:', 'respondsTo: [wall-disputed]\nclaims:'],
      ['2024-05-02', '2024'],
    );
    expect(problemsOf({ ...answer, [DISPUTED]: circular('b', 'wall-agreed') }))
      .toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:9:13
        found     events that answer one another in a circle: wall-agreed → wall-disputed → wall-agreed
        expected  answers that come after what they answer
        mend      remove one of these references, or split an event that both asks and answers"
    `);
  });

  it('of three events is reported once, though a fourth leads into it', () => {
    const files = {
      'events/2024/a.md': circular('a', 'b'),
      'events/2024/b.md': circular('b', 'c'),
      'events/2024/c.md': circular('c', 'd'),
      'events/2024/d.md': circular('d', 'b'),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "events/2024/d.md:9:13
        found     events that answer one another in a circle: b → c → d → b
        expected  answers that come after what they answer
        mend      remove one of these references, or split an event that both asks and answers"
    `);
  });

  it('that runs through claims is reported', () => {
    const answer = rewritten(
      AGREED,
      ['    source: post-may', '    source: post-may\n    respondsTo: wall-disputed#more'],
      ['2024-05-02', '2024'],
    );
    const back = rewritten(DISPUTED, ['"2024-06~"', '2024'], ['respondsTo: [wall-agreed]\n', '']);
    expect(problemsOf({ ...answer, ...back })).toMatchInlineSnapshot(`
      "events/2024/wall-disputed.md:10:3
        found     events that answer one another in a circle: wall-agreed → wall-disputed → wall-agreed
        expected  answers that come after what they answer
        mend      remove one of these references, or split an event that both asks and answers"
    `);
  });

  it('of claims within one event is reported', () => {
    const answering = `    respondsTo: "#other"
  - id: other
    by: harbour-post
    stance: denies
    text: It does not.
    source: post-may
    respondsTo: "#cost"
discrepancies`;
    const problems = problemsOf(edited(AGREED, 'discrepancies', answering));
    expect(problems).toMatch(/^events\/2024\/wall-agreed\.md:\d+:\d+\n {2}found {5}.*in a circle/);
  });

  it('is not seen where two claims of one event answer a third', () => {
    const answering = `  - id: other
    by: harbour-post
    stance: denies
    text: It does not.
    source: post-may
    respondsTo: "#cost"
  - id: third
    by: harbour-post
    stance: denies
    text: It never did.
    source: post-may
    respondsTo: ["#cost", "#other"]
discrepancies`;
    expect(problemsOf(edited(AGREED, 'discrepancies', answering))).toBe('no problems');
  });
});
