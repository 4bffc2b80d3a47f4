/** Words of the pictures that stand in for the chart or an event where nothing else can. */
export interface PictureStrings {
  /** Statements that had no room: `{n}`. */
  more: [one: string, many: string];
  /** Tells who cannot see it what the picture of the story shows: `{events}`, `{title}`, `{text}`. */
  story: string;
  /** And that of an event: `{kind}`, `{date}`, `{title}`, `{text}`. */
  event: string;
  /** Names what can be saved, in the formats that follow. */
  save: string;
}

export const ENGLISH_PICTURES: PictureStrings = {
  more: ['and {n} more statement', 'and {n} more statements'],
  story: 'Timeline of {events}: {title}. {text}',
  event: '{kind}, {date}: {title}. {text}',
  save: 'Picture of this view',
};
