import type { Form, Shape, What } from '../builder/choices.ts';

/** Words of the page that puts an embed together. `{…}` are filled in. */
export interface BuilderStrings {
  heading: string;
  intro: string;
  /** Leads to the page from the view, from an event or exchange, and from the foot of every page. */
  link: {
    view: string;
    event: string;
    exchange: string;
    /** Names the link of one exchange: `{claim}`. */
    exchangeOn: string;
    footer: string;
    footerName: string;
  };
  form: string;
  what: string;
  parts: Record<What, string>;
  /** Words of what the timeline can be narrowed down to. */
  from: string;
  to: string;
  filters: string;
  /** Opens how the events are shown. */
  show: string;
  shownAs: string;
  showAs: { chart: string; table: string; reading: string };
  opened: string;
  nothingOpened: string;
  /** Names an event in a list: `{date}`, `{title}`. */
  option: string;
  look: string;
  plain: string;
  transparent: string;
  language: string;
  ownLanguage: string;
  height: string;
  shape: string;
  shapes: Record<Shape, string>;
  preview: string;
  /** Names the frame or picture: `{title}`. */
  previewOf: string;
  /** `{width}`, `{height}` in pixels. */
  size: string;
  codes: string;
  forms: Record<Form, { name: string; note: string }>;
  /** What an address for oEmbed and a picture cannot show of a view. */
  whole: string;
  copy: string;
  /** Names a button that copies: `{form}`. */
  copyForm: string;
  copied: string;
  refused: string;
  /** Where scripts are off. */
  noScript: string;
  /** Where scripts are off and the site does not know its own address. */
  noAddress: string;
  others: { event: string; exchange: string };
  /** The line below a picture: `{title}` and `{licence}` become links. */
  credit: string;
}

export const ENGLISH_BUILDER: BuilderStrings = {
  heading: 'Embed',
  intro:
    'Put the timeline, one event or one exchange into your article: choose, look, and copy the code.',
  link: {
    view: 'Embed',
    event: 'Embed this event',
    exchange: 'Embed this exchange',
    exchangeOn: 'Embed this exchange: {claim}',
    footer: '{link}.',
    footerName: 'Embed this timeline',
  },
  form: 'Choices',
  what: 'What',
  parts: { timeline: 'The timeline', event: 'One event', exchange: 'One exchange' },
  from: 'First day',
  to: 'Last day',
  filters: 'Only some events',
  show: 'How they are shown',
  shownAs: 'As',
  showAs: { chart: 'chart', table: 'table', reading: 'one event after the other' },
  opened: 'Opened event',
  nothingOpened: 'none',
  option: '{date}: {title}',
  look: 'Look',
  plain: 'Without its title',
  transparent: 'On your page’s own background',
  language: 'Language',
  ownLanguage: 'that of the timeline',
  height: 'Height in pixels',
  shape: 'Picture',
  shapes: { card: '1200 × 630, for links and newsletters', wide: 'wide, for articles' },
  preview: 'Preview',
  previewOf: 'Preview: {title}',
  size: 'Here it is {width} × {height} pixels.',
  codes: 'Code to copy',
  forms: {
    responsive: {
      name: 'Responsive',
      note: 'Always as tall as it needs to be, and light or dark with your page unless you choose one of the two. Where scripts are not allowed, a link stays.',
    },
    iframe: {
      name: 'Frame',
      note: 'Of a fixed height, and needs no script. What is taller scrolls inside.',
    },
    oembed: {
      name: 'Address',
      note: 'For editors that make an embed of an address (oEmbed), such as WordPress: paste it on a line of its own.',
    },
    picture: {
      name: 'Picture',
      note: 'For newsletters, and wherever frames are not allowed. It leads to the timeline.',
    },
  },
  whole: 'In this form all events are shown: it cannot be narrowed down to some of them.',
  copy: 'Copy',
  copyForm: 'Copy: {form}',
  copied: 'Copied',
  refused: 'The browser did not let it be copied. The code is selected: copy it with the keys.',
  noScript:
    'Without JavaScript this page cannot take choices. These are the codes for the whole timeline; what else can be embedded stands below.',
  noAddress:
    'This site has not been told its own address: put it before each address that begins with “/”.',
  others: { event: 'Each event by itself', exchange: 'Each exchange by itself' },
  credit: 'Picture: {title}, {licence}',
};
