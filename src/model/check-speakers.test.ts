import { describe, expect, it } from 'vitest';
import { AGREED, DISPUTED, edited, problemsOf, soundStory, type Files } from './story.test.ts';

const event = (path: typeof AGREED | typeof DISPUTED) => soundStory()[path];

describe('an event of a kind that is attributed', () => {
  const attributed = edited(
    'timeline.yaml',
    'plural: Statements, shape: circle }',
    'plural: Statements, shape: circle, attributed: true }',
  );
  const titled = (title: string, changes: Files = {}) =>
    problemsOf({
      ...attributed,
      [AGREED]: event(AGREED)
        .replace('Town Council agrees to the wall', title)
        .replace('The council agrees.', 'They agree, says the Town Council.'),
      ...changes,
    });

  it('names in its title who makes a claim in it', () => {
    expect(titled('Town Council agrees to the wall')).toBe('no problems');
    expect(titled('TÓWN COUNCIL’S plan for the wall')).toBe('no problems');
    expect(titled('Harbour Post on the Town Councillors')).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:2:8
        found     a title that names no speaker
        expected  the name or an alias of who makes a claim in the event: town-council
        mend      name who says it in the title, as in "The council denies …""
    `);
  });

  it('may call the speaker by an alias or a surname', () => {
    const called = (fields: string) => ({
      'actors/town-council.yaml': soundStory()['actors/town-council.yaml'] + fields,
    });
    expect(titled('The aldermen agree', called('aliases: [Aldermen]\n'))).toBe('no problems');
    expect(titled('Stone agrees', called('sortName: Stone, Mary\n'))).toBe('no problems');
    expect(titled('Mary agrees', called('sortName: Stone, Mary\n'))).toContain('no speaker');
  });

  it('is found to name the speaker in scripts that leave no space between words', () => {
    const council = `${soundStory()['actors/town-council.yaml']}aliases: [町議会]\n`;
    expect(titled('町議会が賛成', { 'actors/town-council.yaml': council })).toBe('no problems');
  });

  it('names the speaker in its label and its summary too', () => {
    const problems = titled('Town Council agrees to the wall\nlabel: The wall is agreed');
    expect(problems).toMatch(/^events\/2024\/wall-agreed\.md:3:8\n.*a label that names no speaker/);
    const summed = { ...attributed, ...edited(AGREED, 'The council agrees.', 'They agree.') };
    expect(problemsOf(summed)).toMatch(/:7:10\n.*a summary that names no speaker/);
  });

  it('has a claim that says who speaks', () => {
    const silent = event(AGREED).replace(/claims:[^]*discrepancies/, 'discrepancies');
    const answer = event(DISPUTED).replace('    respondsTo: wall-agreed#cost\n', '');
    expect(problemsOf({ ...attributed, [AGREED]: silent, [DISPUTED]: answer }))
      .toMatchInlineSnapshot(`
        "events/2024/wall-agreed.md:4:7
          found     the kind "statement", whose events are what somebody says, on an event without claims
          expected  a claim that says who speaks
          mend      add the claim with its speaker and source, or choose another kind"
      `);
  });
});
