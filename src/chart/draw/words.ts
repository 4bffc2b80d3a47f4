/** The words of the interactive chart, in the language of the interface. `{…}` are filled in. */
export interface ChartWords {
  /** Names the drawing for those who cannot see it. */
  chart: string;
  /** Names a cluster: `{count}`, and `{name}` of its first event. */
  cluster: string;
  /** Heads the list of a cluster that cannot be parted: `{count}`. */
  clusterList: string;
  /** Names the lane of all other actors. */
  others: string;
  /** What filters left: `{shown}` of `{all}`. */
  shown: string;
  /** What part of the story is in sight: `{range}` of time, with `{count}` events. */
  inSight: string;
  /** What is selected: `{place}`, `{all}`, `{name}`. */
  selected: string;
  /** What is selected although the filters leave it out: `{name}`. */
  selectedOutside: string;
  /** Where one is in the story: `{place}` of `{all}`. */
  place: string;
  /** Where one is, when the filters leave the event out. */
  placeOutside: string;
  /** Parts of a link that meant nothing: `{ignored}`. */
  ignored: string;
  linkCopied: string;
  linkShown: string;
  wheelHint: string;
  windowStart: string;
  windowEnd: string;
  cardFailed: string;
  /** Stands in a card until the event's article has come. */
  loading: string;
  /** Says that a search goes on. */
  searching: string;
  nothingFound: string;
  searchFailed: string;
  saveFailed: string;
  disagree: string;
  table: { date: string; kind: string; event: string; actors: string };
}
