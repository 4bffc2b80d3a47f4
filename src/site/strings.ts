import { fill } from '../model/fill.ts';
import type { ChartWords } from '../chart/draw/words.ts';
import { ENGLISH_DATE_WORDS, type DateWords } from '../model/date-wording.ts';
import type { ActorType, Stance } from '../model/schema.ts';
import { ENGLISH_CLAIMS, type ClaimsStrings } from './strings/claims.ts';
import { ENGLISH_DISAGREEMENTS, type DisagreementsStrings } from './strings/disagreements.ts';
import { ENGLISH_DATA, type DataStrings } from './strings/data.ts';
import { ENGLISH_BUILDER, type BuilderStrings } from './strings/builder.ts';
import { ENGLISH_EMBED, type EmbedStrings } from './strings/embed.ts';
import { ENGLISH_PICTURES, type PictureStrings } from './strings/pictures.ts';

/** All words of the interface, in one language. `{…}` are filled in. */
export interface Strings {
  brand: string;
  skipToContent: string;
  skipChart: string;
  nav: Record<
    'label' | 'timeline' | 'claims' | 'disagreements' | 'sources' | 'actors' | 'about',
    string
  >;
  count: Record<
    'events' | 'sources' | 'actors' | 'claims' | 'disagreements',
    [one: string, many: string]
  >;
  lastChanged: string;
  introduction: string;
  dates: DateWords;
  chart: {
    heading: string;
    /** How the chart is read: where quiet stretches are shortened, and always. */
    quiet: string;
    marks: string;
    /** Where lanes are by actor: whose lane an event is in. */
    actors: string;
    eventName: string;
    answers: [one: string, many: string];
    /** Says that a date is no more exact than it looks. */
    only: { year: string; month: string };
    words: ChartWords;
  };
  controls: Record<
    | 'heading'
    | 'search'
    | 'filters'
    | 'kinds'
    | 'actors'
    | 'sources'
    | 'disagree'
    | 'grouping'
    | 'byKind'
    | 'byActor'
    | 'byNothing'
    | 'scale'
    | 'shortened'
    | 'true'
    | 'clear'
    | 'table'
    | 'read'
    | 'share'
    | 'zoomIn'
    | 'zoomOut'
    | 'everything'
    | 'earlier'
    | 'later'
    | 'move'
    | 'help'
    | 'card'
    | 'previous'
    | 'next'
    | 'close'
    | 'page',
    string
  > & {
    /** What keys and fingers do; some only where time runs across, or down. */
    keys: [keys: string, what: string, direction?: 'across' | 'down'][];
  };
  theme: Record<'label' | 'auto' | 'light' | 'dark', string>;
  list: { heading: string };
  event: {
    breadcrumb: string;
    aboutDate: string;
    exactDate: string;
    claims: string;
    responding: string;
    settled: string;
    settledBy: string;
    disagreements: string;
    respondsToEvents: string;
    respondedByEvents: string;
    actors: string;
    sources: string;
    corrections: string;
    updated: string;
    previous: string;
    next: string;
    neighbours: string;
    respondsTo: string;
    responses: string;
    quote: string;
    quotedBy: string;
    standsIn: string;
    citation: string;
    correct: string;
  };
  stances: Record<Stance, string>;
  claims: ClaimsStrings;
  disagreements: DisagreementsStrings;
  source: {
    heading: string;
    intro: string;
    publishedBy: string;
    author: string;
    issued: string;
    address: string;
    archive: string;
    language: string;
    basedOn: string;
    basis: string;
    note: string;
    stateAligned: string;
    stateAlignedYes: string;
    notKnown: string;
    issuedNotKnown: string;
    citedIn: string;
    alone: string;
    aloneNote: string;
    claims: string;
    archivedOn: string;
    dated: string;
  };
  actor: {
    heading: string;
    intro: string;
    aliases: string;
    partOf: string;
    parts: string;
    picture: string;
    pictureNote: string;
    said: string;
    heard: string;
    nothingSaid: string;
    nothingHeard: string;
    events: string;
    basis: string;
    types: Record<ActorType, string>;
  };
  about: {
    heading: string;
    story: string;
    licence: string;
    /** `{link}` is the licence by its name. */
    contentLicence: string;
    codeLicence: string;
  };
  notFound: { heading: string; text: string; year: string };
  embed: EmbedStrings;
  pictures: PictureStrings;
  builder: BuilderStrings;
  /** `{link}` is the licence, and the page about the method. */
  footer: { licence: string; built: string; correction: string };
  data: DataStrings;
}

const ENGLISH: Strings = {
  brand: 'Sourced Timeline',
  skipToContent: 'Skip to the content',
  skipChart: 'Skip the chart, to the list of events',
  nav: {
    label: 'Main',
    timeline: 'Timeline',
    claims: 'Claims',
    disagreements: 'Disagreements',
    sources: 'Sources',
    actors: 'Actors',
    about: 'About',
  },
  count: {
    events: ['{n} event', '{n} events'],
    sources: ['{n} source', '{n} sources'],
    actors: ['{n} actor', '{n} actors'],
    claims: ['{n} claim', '{n} claims'],
    disagreements: ['{n} disagreement', '{n} disagreements'],
  },
  lastChanged: 'last changed {date}',
  introduction: 'What to know first',
  dates: ENGLISH_DATE_WORDS,
  chart: {
    heading: 'Chart',
    quiet: 'Quiet stretches (shaded) are drawn shorter than they were.',
    marks:
      'A line under a mark is a span of time, which fades where the date is not exact or open. A ring with a number holds several events; a dashed mark is uncertain. On what is marked ≠, sources disagree.',
    actors: 'Each event is in the lane of the one whom it concerns most.',
    eventName: '{kind}, {date}: {label}',
    answers: ['{n} response', '{n} responses'],
    only: { year: '{date}, year only', month: '{date}, month only' },
    words: {
      chart: 'Chart of the events through time. The arrow keys move between them.',
      cluster: '{count} events, the first: {name}',
      clusterList: '{count} events at the same time',
      others: 'Others',
      shown: '{shown} of {all} events',
      inSight: '{range}, {count} in sight',
      selected: '{place} of {all}: {name}',
      selectedOutside: '{name}; not among the filtered events',
      place: '{place} of {all}',
      placeOutside: 'outside the filters',
      ignored: 'Parts of this link meant nothing here and were left out: {ignored}',
      linkCopied: 'Link copied',
      linkShown: 'The link to this view:',
      wheelHint: 'Hold Ctrl or ⌘ while turning the wheel to zoom; without it the page scrolls.',
      windowStart: 'Start of the window',
      windowEnd: 'End of the window',
      cardFailed: 'The event could not be loaded. It has a page of its own:',
      loading: 'Loading …',
      searching: 'Searching …',
      nothingFound: 'No event fits; take a filter away or search for something else.',
      searchFailed: 'The search could not be loaded. Try again when you are online.',
      saveFailed: 'The picture could not be made. Try again when you are online.',
      disagree: 'sources disagree',
      table: { date: 'Date', kind: 'Kind', event: 'Event', actors: 'Who is involved' },
    },
  },
  controls: {
    heading: 'What to show',
    search: 'Search',
    filters: 'Actors and sources',
    kinds: 'Kind',
    actors: 'Who is involved',
    sources: 'Source',
    disagree: 'Sources disagree',
    grouping: 'Lanes',
    byKind: 'by kind',
    byActor: 'by actor',
    byNothing: 'one for all',
    scale: 'Time',
    shortened: 'quiet shortened',
    true: 'to scale',
    clear: 'Clear filters',
    table: 'Table',
    read: 'Read in order',
    share: 'Share',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    everything: 'All',
    earlier: 'Earlier',
    later: 'Later',
    move: 'Move in time',
    help: 'Keys and gestures',
    card: 'Selected event',
    previous: 'Previous event',
    next: 'Next event',
    close: 'Close',
    page: 'Its page',
    keys: [
      ['← →', 'previous or next event'],
      ['↑ ↓', 'neighbouring lane', 'across'],
      ['↑ ↓', 'previous or next event', 'down'],
      ['Home, End', 'first or last event'],
      ['Enter', 'open the event or the cluster'],
      ['Escape', 'close, and go back to the chart'],
      ['+ −', 'zoom in or out'],
      ['0', 'show everything'],
      ['Drag, one finger sideways', 'move in time', 'across'],
      ['Pinch, double click or tap', 'zoom', 'across'],
      ['Pinch, two taps beside a title', 'zoom', 'down'],
      ['Ctrl or ⌘ and wheel', 'zoom'],
      ['Swipe, while reading in order', 'next or previous event'],
    ],
  },
  theme: { label: 'Theme', auto: 'Auto', light: 'Light', dark: 'Dark' },
  list: { heading: 'Events' },
  event: {
    breadcrumb: 'You are here',
    aboutDate: 'About the date',
    exactDate: 'As data',
    claims: 'What is claimed',
    responding: 'What is said in response',
    settled: 'What is settled from elsewhere',
    settledBy: 'by',
    disagreements: 'Where the sources disagree',
    respondsToEvents: 'What this responds to',
    respondedByEvents: 'What responds to this',
    actors: 'Who is involved',
    sources: 'Sources',
    corrections: 'Corrections',
    updated: 'Last changed {date}',
    previous: 'Earlier',
    next: 'Later',
    neighbours: 'Neighbouring events',
    respondsTo: 'In response to',
    responses: 'Responses',
    quote: '“{quote}”',
    quotedBy: 'as quoted by {link}',
    standsIn: 'Source: {link}',
    citation: 'Source {number}',
    correct: 'Send a correction of this event',
  },
  stances: {
    alleges: 'alleges',
    denies: 'denies',
    confirms: 'confirms',
    reports: 'says',
    'declines-to-comment': 'declines to comment',
  },
  claims: ENGLISH_CLAIMS,
  disagreements: ENGLISH_DISAGREEMENTS,
  source: {
    heading: 'Sources',
    intro: 'Every document on which the timeline rests, with the number of events that cite it.',
    publishedBy: 'Published by',
    author: 'Written by',
    issued: 'Published on',
    address: 'Where it was read',
    archive: 'Archived copy',
    language: 'Language',
    basedOn: 'Based on',
    basis: 'Documents based on it',
    note: 'Note',
    stateAligned: 'Control',
    stateAlignedYes: 'Owned, controlled or directed by a state',
    notKnown: 'not known',
    issuedNotKnown: 'date not shown in the document',
    citedIn: 'Events that cite it',
    alone: 'Where it stands alone',
    aloneNote:
      'No source of this timeline that is independent of it has these events, or gives these answers.',
    claims: 'Claims that stand in it',
    archivedOn: 'copy of {date}',
    dated: '{name}, {date}',
  },
  actor: {
    heading: 'Actors',
    intro: 'The people, states, bodies and companies of the story, and the outlets that report it.',
    aliases: 'Also written',
    partOf: 'Belongs to',
    parts: 'Belonging to it',
    picture: 'Through time',
    pictureNote:
      'What {name} says, what others say of {name}, and the other side of each exchange; a line leads from a claim to a response, and every mark to the words.',
    said: 'What {name} says',
    heard: 'What others say of {name}',
    nothingSaid: 'The timeline holds no claim by this actor.',
    nothingHeard: 'The timeline holds no claim by others in such events.',
    events: 'Events',
    basis: 'Sources that take their text or facts from it',
    types: {
      person: 'People',
      state: 'States and territories',
      agency: 'Agencies and ministries',
      company: 'Companies',
      organisation: 'International organisations',
      outlet: 'News outlets',
    },
  },
  about: {
    heading: 'About this timeline',
    story: 'This story',
    licence: 'Licence',
    contentLicence: 'The text and data of this timeline may be reused under {link}.',
    codeLicence: 'The program that builds it is free software under the MIT licence.',
  },
  notFound: {
    heading: 'There is no page at this address',
    text: 'It may have been mistyped, or the event may have been renamed. These are the places to look:',
    year: 'Events of {year}',
  },
  embed: ENGLISH_EMBED,
  pictures: ENGLISH_PICTURES,
  builder: ENGLISH_BUILDER,
  footer: {
    licence: 'Text and data: {link}.',
    built: 'Every statement has a source; see {link}.',
    correction: 'Send a correction',
  },
  data: ENGLISH_DATA,
};

const LANGUAGES: Record<string, Strings> = { en: ENGLISH };

/** The languages that the interface has. */
export function interfaceLanguages(): string[] {
  return Object.keys(LANGUAGES);
}

/** The interface in a language, or in English where it has not been translated yet. */
export function stringsFor(language: string): Strings {
  return LANGUAGES[language.split('-')[0] ?? ''] ?? ENGLISH;
}

/** A number with its noun in the right form. */
export function counted(
  n: number,
  [one, many]: readonly [string, string],
  language: string,
): string {
  const pattern = new Intl.PluralRules(language).select(n) === 'one' ? one : many;
  return fill(pattern, { n: new Intl.NumberFormat(language).format(n) });
}
