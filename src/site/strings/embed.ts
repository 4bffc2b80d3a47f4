/** Words of the pages that stand in a frame of another page. */
export interface EmbedStrings {
  /** Opens the search and the filters. */
  controls: string;
  /** Opens the list: `{events}` says how many. */
  list: string;
  /** Opens who says what: `{claims}` says how many. */
  claims: string;
  /** Opens the disagreements: `{disagreements}` says how many. */
  disagreements: string;
  /** Opens the sources: `{sources}` says how many. */
  sources: string;
  /** Says what an exchange is. */
  exchange: string;
  /** Names the responses to a claim to those who cannot see that they stand below it. */
  responses: string;
  /** Leads from a frame to the whole timeline, to an event's page, and to an exchange's. */
  full: { timeline: string; event: string; exchange: string };
  /** Names the sources of an event. */
  restsOn: string;
  /** Tells the address of a link that the host does not let a reader follow: `{address}`. */
  blocked: string;
}

export const ENGLISH_EMBED: EmbedStrings = {
  controls: 'Search, filter, share',
  list: 'List of {events}',
  claims: 'Who says what: {claims}',
  disagreements: '{disagreements} between sources',
  sources: 'What it rests on: {sources}',
  exchange: 'Claim and responses',
  responses: 'Responses',
  full: {
    timeline: 'Open the full timeline',
    event: 'Open this event in the timeline',
    exchange: 'Open this exchange in the timeline',
  },
  restsOn: 'Sources:',
  blocked: 'The page around this one does not let it open links. The address is {address}',
};
