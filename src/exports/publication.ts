import type { EdtfDate } from '../model/date.ts';
import type { Timeline } from '../model/schema.ts';

/** Words of the interface that stand in exports. `{…}` are filled in. */
export interface ExportWords {
  /** Before the sources of an event, and before the questions on which they disagree. */
  sources: string;
  disagree: string;
  /** Leads from elsewhere to an event’s own page. */
  page: string;
  /** What happened, where the date alone would look more exact than it is. */
  dated: string;
  /** Names a claim together with the event in which it stands. */
  claimIn: string;
  /** How a citation tells a page’s day, a document without one, and its archived copy. */
  changed: string;
  undated: string;
  archived: string;
}

/** A timeline as a site publishes it: with its words and, where the site is known, addresses. */
export interface Publication {
  timeline: Timeline;
  words: ExportWords;
  wordDate: (date: EdtfDate) => string;
  /**
   * Full addresses. Nothing is given where the origin of the site is not known: what is taken away
   * from a site has no use for a path.
   */
  address: {
    home: string | undefined;
    event: (slug: string, claim?: string) => string | undefined;
    data: (file: string) => string | undefined;
  };
}
