import { describe, expect, it } from 'vitest';
import { AGREED, DISPUTED, edited, problemsOf, soundStory, type Files } from './story.test.ts';

const FIRM = `name: Quarry Ltd
type: company
description: A firm.
`;

const LEDGER = `type: article-newspaper
title: Wall reviewed
container-title: Ledger
`;

const event = (path: keyof ReturnType<typeof soundStory>) => soundStory()[path];

/** The story with the council accusing a firm, on which `fields` say more. */
function accusing(fields: string, changes: Files = {}): string {
  const claim = `    source: post-may
${fields}discrepancies`;
  const accused = event(AGREED)
    .replace('    source: post-may\ndiscrepancies', claim)
    .replace('actors: [town-council]', 'actors: [town-council, quarry]');
  return problemsOf({ 'actors/quarry.yaml': FIRM, [AGREED]: accused, ...changes });
}

/** Nothing answers the event or its claim. */
const UNANSWERED: Files = {
  [DISPUTED]: event(DISPUTED)
    .replace('respondsTo: [wall-agreed]\n', '')
    .replace('    respondsTo: wall-agreed#cost\n', ''),
};

describe('an allegation against a person or company', () => {
  it('in an event with one voice must say so', () => {
    expect(accusing('')).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:10:5
        found     an allegation against Quarry Ltd in an event with one source
        expected  two sources for the event that are independent, or singleSource: true
        mend      cite a source that does not repeat what is there, or add singleSource: true here"
    `);
    expect(accusing('    singleSource: true\n')).toBe('no problems');
  });

  it('must not say so where sources are independent', () => {
    const two = event(AGREED)
      .replace('sources: [post-may]', 'sources: [post-may, ledger]')
      .replace('stance: alleges', 'stance: alleges\n    singleSource: true');
    expect(problemsOf({ 'sources/ledger.yaml': LEDGER, [AGREED]: two })).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:13:19
        found     "singleSource", though the event’s sources do not all repeat one another
        expected  the field only where they all do
        mend      remove singleSource, or say in basedOn from what the sources take their text"
    `);
  });

  it('without a response must say that none was found', () => {
    const single = '    singleSource: true\n';
    expect(accusing(single, UNANSWERED)).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:10:5
        found     an allegation against Quarry Ltd without a response
        expected  a claim or event that names it or its event in respondsTo, or noResponseFound: true
        mend      add what was answered, with its source; if none was found, add noResponseFound: true here"
    `);
    expect(accusing(`${single}    noResponseFound: true\n`, UNANSWERED)).toBe('no problems');
  });

  it('must not say so where the claim or its event is answered', () => {
    const problems = accusing('    singleSource: true\n    noResponseFound: true\n');
    expect(problems).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:18:22
        found     "noResponseFound", though wall-disputed#more answers it or its event
        expected  the field only where there is no response
        mend      remove noResponseFound"
    `);
    const toEvent = event(DISPUTED).replace('    respondsTo: wall-agreed#cost\n', '');
    expect(accusing('    singleSource: true\n', { [DISPUTED]: toEvent })).toBe('no problems');
  });

  it('is not called unanswered while an event that may answer it cannot be read', () => {
    const problems = accusing('    singleSource: true\n', { [DISPUTED]: 'no front matter' });
    expect(problems).toContain('no front matter');
    expect(problems).not.toContain('without a response');
  });

  it('is one against those whom it is about, and else against all in the event but the speaker', () => {
    expect(accusing('    about: [harbour-post]\n', UNANSWERED)).toBe('no problems');
    expect(accusing('    about: [quarry]\n', UNANSWERED)).toContain('against Quarry Ltd');
    const byFirm = event(AGREED)
      .replace('by: town-council', 'by: quarry')
      .replace('actors: [town-council]', 'actors: [town-council, quarry]');
    expect(problemsOf({ 'actors/quarry.yaml': FIRM, [AGREED]: byFirm })).toBe('no problems');
  });

  it('is about actors that exist', () => {
    expect(accusing('    about: [quary]\n')).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:17:13
        found     an unknown actor "quary"
        expected  the id of an actor that has a file in actors/
        mend      did you mean "quarry"?"
    `);
  });
});

it('Only an allegation says how many sources it has and that nobody answered', () => {
  const changes = edited(
    DISPUTED,
    'stance: denies',
    'stance: denies\n    singleSource: true\n    noResponseFound: true',
  );
  expect(problemsOf(changes)).toMatchInlineSnapshot(`
    "events/2024/wall-disputed.md:14:19
      found     "singleSource" on a claim with the stance "denies"
      expected  the field on an allegation alone
      mend      remove singleSource, or correct the stance to alleges

    events/2024/wall-disputed.md:15:22
      found     "noResponseFound" on a claim with the stance "denies"
      expected  the field on an allegation alone
      mend      remove noResponseFound, or correct the stance to alleges"
  `);
});

describe('a discrepancy', () => {
  it('between sources that repeat one another must say so', () => {
    expect(problemsOf(edited(AGREED, '    singleSource: true\n', ''))).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:20:7
        found     answers that all come from one source, or from sources that repeat one another
        expected  answers of sources that are independent, or singleSource: true
        mend      add who else answers; if the difference lies between versions, add singleSource: true"
    `);
  });

  it('between independent sources must not say so', () => {
    const two = event(AGREED)
      .replace('sources: [post-may]\nclaims', 'sources: [post-may, ledger]\nclaims')
      .replace('300 metres, sources: [post-may]', '300 metres, sources: [ledger]');
    expect(problemsOf({ 'sources/ledger.yaml': LEDGER, [AGREED]: two })).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:22:19
        found     "singleSource", though the sources of the answers do not all repeat one another
        expected  the field only where they all do
        mend      remove singleSource, or say in basedOn from what the sources take their text"
    `);
  });

  /** The length of the wall, with fields on its two answers. */
  const answered = (first: string, second: string) =>
    problemsOf({
      [AGREED]: event(AGREED)
        .replace('200 metres, sources: [post-may]', `200 metres, sources: [post-may]${first}`)
        .replace('300 metres, sources: [post-may]', `300 metres, sources: [post-may]${second}`),
    });

  it('is settled for one answer by sources of it, and may rule others out', () => {
    expect(answered(', settledBy: [post-may]', '')).toBe('no problems');
    expect(answered(', contradicted: true', ', settledBy: [post-may]')).toBe('no problems');
  });

  it('is not settled by a source that answers otherwise', () => {
    expect(answered(', settledBy: [post-june]', '')).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:20:63
        found     the source "post-june"
        expected  one that gives this answer
        mend      add post-june to the "sources" of the answer, or remove it here"
    `);
  });

  it('is not settled twice', () => {
    const settled = ', settledBy: [post-may]';
    expect(answered(settled, settled)).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:21:62
        found     a second answer that is settled
        expected  one at most
        mend      remove settledBy from one of the two, or from both if the question is open"
    `);
  });

  it('rules no answer out unless another one is settled', () => {
    expect(answered(', contradicted: true', '')).toMatchInlineSnapshot(`
      "events/2024/wall-agreed.md:20:65
        found     "contradicted" where no other answer is settled
        expected  another answer with settledBy, which rules this one out
        mend      say by which source the other answer is settled, or remove contradicted"
    `);
    expect(answered(', settledBy: [post-may], contradicted: true', '')).toContain('"contradicted"');
  });
});
