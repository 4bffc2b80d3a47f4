/** Words of the page about disagreements, and of their tables. `{…}` are filled in. */
export interface DisagreementsStrings {
  heading: string;
  intro: string;
  none: string;
  answer: string;
  givenBy: string;
  /** How many of the sources count: `{n}` documents, `{voices}` that do not repeat one another. */
  independence: [one: string, many: string];
  allIndependent: string;
  /** Before sources of which one repeats the other. */
  together: string;
  settledBy: string;
  contradicted: string;
  note: string;
  anchor: string;
  onSource: string;
  contradictedHere: string;
  inList: string;
}

export const ENGLISH_DISAGREEMENTS: DisagreementsStrings = {
  heading: 'Disagreements',
  intro:
    'Every question that the sources answer differently: each answer, who gives it, and which of those sources repeat one another and so count once.',
  none: 'No sources of this timeline disagree.',
  answer: 'Answer',
  givenBy: 'Given by',
  independence: [
    '{n} documents, of one origin.',
    '{n} documents, of {voices} independent origins.',
  ],
  allIndependent: '{n} documents, independent of one another.',
  together: 'These repeat one another or share an origin, and so count once:',
  settledBy: 'Settled by',
  contradicted: 'Contradicted by those sources',
  note: 'Our note:',
  anchor: 'Link to this disagreement: {question}',
  onSource: 'Where it differs from other sources',
  contradictedHere: 'Where other sources contradict it',
  inList: 'In the list of disagreements',
};
