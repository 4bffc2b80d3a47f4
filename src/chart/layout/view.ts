/** How time is drawn: as it was, or with quiet stretches shortened. */
export const SCALES = ['shortened', 'true'] as const;
export type ScaleKind = (typeof SCALES)[number];

/** What makes a lane. */
export const GROUPINGS = ['kind', 'actor', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How the events are shown: chart and list, a table, or one after the other over the full width. */
export const MODES = ['chart', 'table', 'reading'] as const;
export type Mode = (typeof MODES)[number];

/** Which events are shown: those that fit every filter that is set. */
export interface Filters {
  /** Ids of kinds, of which an event has one; none set means any. */
  kinds: readonly string[];
  /** Ids of actors, of whom an event involves at least one. */
  actors: readonly string[];
  /** Ids of sources, of which an event cites at least one. */
  sources: readonly string[];
  /** Only events on which sources disagree. */
  disagree: boolean;
  /** Words to search for. */
  query: string;
}

/** Everything that a link can restore. */
export interface View extends Filters {
  /** First and last instant of the window, in milliseconds; nothing for the whole story. */
  window: readonly [from: number, to: number] | undefined;
  scale: ScaleKind;
  grouping: Grouping;
  mode: Mode;
  /** Slug of the selected event. */
  selected: string | undefined;
}

/** What a reader sees who comes without any wish. */
export const FIRST_VIEW: View = {
  window: undefined,
  scale: 'shortened',
  grouping: 'kind',
  mode: 'chart',
  selected: undefined,
  kinds: [],
  actors: [],
  sources: [],
  disagree: false,
  query: '',
};
