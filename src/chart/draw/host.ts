import type { Found } from '../layout/filter.ts';
import type { ChartInput, ChartEvent } from '../layout/input.ts';
import type { View } from '../layout/view.ts';
import type { ChartStyle } from './draw.ts';
import type { OverviewBrush } from './overview.ts';
import type { Search } from './search.ts';
import type { ChartWords } from './words.ts';

/** What the page hands to the chart, as JSON. */
export interface ChartData {
  input: ChartInput;
  symbols: ChartStyle['symbols'];
  words: ChartWords;
  /** Address of the documents to search. */
  search: string;
}

/** A view, and what the chart needs to draw it. */
export interface SavedView {
  data: ChartData;
  view: View;
  found: Found;
  rtl: boolean;
}

/** Whether a change of view is a step that the back button returns from. */
export type Step = 'step' | 'move';

/** What lies around a chart, and is another thing on the site than in a frame of another page. */
export interface ChartHost {
  /** The query string from which the view is restored. */
  query: () => string;
  /** Keeps the query string of the present view. */
  remember: (query: string, step: Step) => void;
  /** The address that restores what is seen, to be given to others. */
  address: () => string;
  /** An event's article, for its card; rejects where it cannot be had. */
  article: (event: ChartEvent) => Promise<HTMLElement>;
  /** Puts an open card near its mark, where it can be anywhere on a page of any height. */
  placeCard?: (card: HTMLElement, mark: Element) => void;
  /** Makes the search ready, when it is first used; rejects where it cannot be had. */
  openSearch: () => Promise<Search>;
  /** Saves a view as a picture, where pictures are offered; rejects where that cannot be done. */
  save?: (format: 'png' | 'svg', saved: SavedView) => Promise<void>;
  /** The window on the overview; what has no overview need not load it. */
  overview?: typeof OverviewBrush;
}
