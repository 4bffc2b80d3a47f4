import type { Stance } from '../../model/schema.ts';

/** Words of the register of claims and of the picture of the exchanges. `{…}` are filled in. */
export interface ClaimsStrings {
  heading: string;
  intro: string;
  counts: Record<
    'claims' | 'exchanges' | 'responses' | 'allegations' | 'own' | 'whole' | 'none' | 'noneFound',
    [one: string, many: string]
  >;
  register: string;
  /** Names what stands beside one another. */
  columns: { claim: string; responses: string };
  /** Heads what responds to no single claim of an event. */
  whole: string;
  state: {
    none: string;
    noneFound: string;
    /** Before links to the events that respond to the event as a whole. */
    whole: string;
  };
  alsoRespondsTo: string;
  alsoRespondedBy: string;
  /** Before those of whom an allegation speaks. */
  about: string;
  singleSource: string;
  anchor: string;
  /** A speaker with the stance, such as “The mayor denies”. */
  voice: string;
  disagree: string;
  inRegister: string;
  /** Claims of each stance, as a lane of the picture and a choice of the filter name them. */
  lanes: Record<Stance, string>;
  chart: {
    heading: string;
    label: string;
    note: string;
    name: string;
    cluster: string;
    skip: string;
  };
  filter: {
    label: string;
    actor: string;
    stance: string;
    any: string;
    clear: string;
    shown: string;
    nothing: string;
    unknown: string;
  };
}

export const ENGLISH_CLAIMS: ClaimsStrings = {
  heading: 'Claims',
  intro:
    'Who says what, in which words and where it can be read. Each claim stands beside the responses to it; the timeline does not decide between them.',
  counts: {
    claims: ['{n} claim', '{n} claims'],
    exchanges: ['{n} exchange with responses', '{n} exchanges with responses'],
    responses: ['{n} response', '{n} responses'],
    allegations: ['{n} allegation', '{n} allegations'],
    own: ['{n} has a response of its own', '{n} have a response of their own'],
    whole: [
      '{n} has a response only to the statement that it is part of',
      '{n} have a response only to the statement that they are part of',
    ],
    none: ['{n} has no response in this timeline', '{n} have no response in this timeline'],
    noneFound: ['to {n} no response was found', 'to {n} no response was found'],
  },
  register: 'All claims',
  columns: { claim: 'Claim', responses: 'Responses' },
  whole: 'As a whole',
  state: {
    none: 'No response in this timeline.',
    noneFound: 'No response found.',
    whole: 'No response of its own in this timeline. To the statement as a whole:',
  },
  alsoRespondsTo: 'Also in response to',
  alsoRespondedBy: 'Also responded to in',
  about: 'About',
  singleSource: 'It rests on one source, or on sources that repeat one another.',
  anchor: 'Link to this claim: {claim}',
  voice: '{name} {stance}',
  disagree: 'Sources of this event disagree:',
  inRegister: 'In the register of claims: {claim}',
  lanes: {
    alleges: 'Allegations',
    denies: 'Denials',
    confirms: 'Confirmations',
    reports: 'Statements',
    'declines-to-comment': 'No comment',
  },
  chart: {
    heading: 'The exchanges through time',
    label: 'Picture of the exchanges through time. The arrow keys move between the speakers.',
    note: 'A mark is what one speaker says at one time; a line leads from it to a response. A ring with a number holds several marks. Every mark leads to the words below.',
    name: '{date}: {voice}, in “{event}”',
    cluster: '{count} speakers, the first: {name}',
    skip: 'Skip the picture, to the register of claims',
  },
  filter: {
    label: 'Which claims to show',
    actor: 'Speaker',
    stance: 'Stance',
    any: 'all',
    clear: 'Show all',
    shown: 'Claims that fit: {shown} of {all}, with the exchanges in which they stand.',
    nothing: 'No claim fits; take a filter away.',
    unknown: 'Parts of this link meant nothing here and were left out: {ignored}',
  },
};
