import { describe, expect, it } from 'vitest';
import {
  answeredBy,
  answersTo,
  claimsAnswering,
  claimsIn,
  claimsOf,
  claimTargets,
  contradictionsOf,
  eventsCiting,
  eventsWith,
  voices,
  type PlacedClaim,
} from './relations.ts';
import { AGREED, edited, readWith } from './story.test.ts';

/** The small story, in which the council also answers its own claim. */
function timeline() {
  const more = `  - id: doubt
    by: town-council
    stance: denies
    text: It may cost more.
    source: post-may
    respondsTo: "#cost"
discrepancies`;
  const reading = readWith(edited(AGREED, 'discrepancies', more));
  if (!reading.ok) throw new Error('the story is not sound');
  return reading.timeline;
}

const story = timeline();
const slugs = (events: readonly { slug: string }[]) => events.map(({ slug }) => slug);
const names = (claims: readonly PlacedClaim[]) =>
  claims.map(({ event, claim }) => `${event.slug}#${claim.id}`);

function claimNamed(id: string): PlacedClaim {
  const found = claimsOf(story).find(({ claim }) => claim.id === id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
}

describe('what stands in relation to what', () => {
  const [agreed, disputed] = story.events;
  if (!agreed || !disputed) throw new Error('the story has two events');

  it('shows on an event’s page what it answers and what answers it', () => {
    expect(slugs(answeredBy(disputed, story))).toEqual(['wall-agreed']);
    expect(slugs(answersTo(agreed, story))).toEqual(['wall-disputed']);
    expect(slugs(answeredBy(agreed, story))).toEqual([]);
    expect(slugs(answersTo(disputed, story))).toEqual([]);
  });

  it('shows all claims in the order of the story', () => {
    expect(names(claimsOf(story))).toEqual([
      'wall-agreed#cost',
      'wall-agreed#doubt',
      'wall-disputed#more',
    ]);
  });

  it('shows beside a claim those that answer it, in its own event and in others', () => {
    const answers = claimsAnswering(claimNamed('cost'), story);
    expect(names(answers)).toEqual(['wall-agreed#doubt', 'wall-disputed#more']);
    expect(claimsAnswering(claimNamed('more'), story)).toEqual([]);
  });

  it('shows beside a claim what it answers', () => {
    const targets = claimTargets(claimNamed('doubt'), story);
    expect(targets.map(({ event, claim }) => [event.slug, claim?.id])).toEqual([
      ['wall-agreed', 'cost'],
    ]);
    expect(claimTargets(claimNamed('cost'), story)).toEqual([]);
  });

  it('shows beside a claim the event that it answers as a whole', () => {
    const { event, claim } = claimNamed('more');
    const answering = { event, claim: { ...claim, respondsTo: ['wall-agreed'] } };
    expect(claimTargets(answering, story)).toEqual([{ event: agreed, claim: undefined }]);
  });

  it('shows on an actor’s page what it said, what was said where it takes part, and its events', () => {
    const council = voices('town-council', story);
    expect(names(council.said)).toEqual(['wall-agreed#cost', 'wall-agreed#doubt']);
    expect(names(council.heard)).toEqual([]);
    expect(slugs(eventsWith('town-council', story))).toEqual(['wall-agreed']);
    const both = {
      ...story,
      events: [{ ...disputed, actors: ['town-council'] }],
    };
    expect(names(voices('town-council', both).heard)).toEqual(['wall-disputed#more']);
    expect(slugs(eventsWith('harbour-post', both))).toEqual(['wall-disputed']);
  });

  it('shows on a source’s page the events that cite it, and the claims that stand in it', () => {
    expect(slugs(eventsCiting('post-may', story))).toEqual(['wall-agreed', 'wall-disputed']);
    expect(slugs(eventsCiting('post-june', story))).toEqual(['wall-disputed']);
    expect(names(claimsIn('post-may', story))).toEqual(['wall-agreed#cost', 'wall-agreed#doubt']);
    expect(claimsIn('nowhere', story)).toEqual([]);
  });

  it('shows on an actor’s page what others said of it, where a claim says of whom it speaks', () => {
    const { event, claim } = claimNamed('more');
    const told = { ...event, claims: [{ ...claim, about: ['town-council'] }] };
    const { heard } = voices('town-council', { ...story, events: [told] });
    expect(names(heard)).toEqual(['wall-disputed#more']);
    const other = { ...event, actors: ['town-council'], claims: [{ ...claim, about: ['quarry'] }] };
    expect(voices('town-council', { ...story, events: [other] }).heard).toEqual([]);
  });

  it('shows on a source’s page where it errs, and which answer is settled by whom', () => {
    const answer = { value: '200 metres', sources: ['post-may', 'post-june'] };
    const contradicted = { ...answer, contradicted: true as const };
    const settled = { value: '300 metres', sources: ['ledger'], settledBy: ['ledger'] };
    const open = { question: 'How long?', answers: [answer, { ...settled, settledBy: undefined }] };
    const discrepancy = { question: 'How high?', answers: [contradicted, answer, settled] };
    const event = { ...agreed, discrepancies: [open, discrepancy] };
    const told = { ...story, events: [event] };
    expect(contradictionsOf('post-june', told)).toEqual([
      { event, discrepancy, answer: contradicted, settled },
    ]);
    expect(contradictionsOf('ledger', told)).toEqual([]);
  });

  it('keeps what it found of one timeline apart from another', () => {
    const shorter = { ...story, events: story.events.slice(1) };
    expect(names(claimsOf(shorter))).toEqual(['wall-disputed#more']);
    expect(slugs(eventsCiting('post-may', shorter))).toEqual(['wall-disputed']);
    expect(slugs(eventsCiting('post-may', story))).toEqual(['wall-agreed', 'wall-disputed']);
  });
});
