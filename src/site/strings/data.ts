import type { ExportWords } from '../../exports/publication.ts';

/** Words of the page of data, of citations, and in what is exported. `{…}` are filled in. */
export interface DataStrings {
  exported: ExportWords;
  heading: string;
  intro: string;
  files: string;
  /** What each file is, by its name. */
  about: Record<DataFileName, string>;
  dates: {
    heading: string;
    intro: string;
    columns: { edtf: string; words: string; meaning: string };
    meanings: Record<DateForm, string>;
  };
  limits: string;
  fields: { heading: string; intro: string; of: string; field: string; meaning: string };
  licence: string;
  /** `{version}` of the form, `{date}` of the last change. */
  version: string;
  /** `{link}` is the page of data, by its name in a sentence. */
  footer: { text: string; name: string };
  cite: {
    heading: string;
    accessed: string;
    text: string;
    claims: string;
    files: string;
    filesWithClaims: string;
    /** Names a file that holds the citation: `{format}`. */
    file: string;
    copy: string;
    /** Names the button that copies one format: `{format}`. */
    copyFormat: string;
    copied: string;
    refused: string;
  };
}

/** The files of the timeline as data. */
export const DATA_FILES = [
  'events.json',
  'events.schema.json',
  'events.csv',
  'claims.csv',
  'timelinejs.json',
  'timelinejs.csv',
  'events.ics',
  'sources.json',
  'sources.bib',
  'sources.ris',
] as const;
export type DataFileName = (typeof DATA_FILES)[number];

/** The forms of dates that readers must know how to read. */
export const DATE_FORMS = [
  'time',
  'day',
  'month',
  'year',
  'around',
  'uncertain',
  'between',
  'from',
  'until',
] as const;
export type DateForm = (typeof DATE_FORMS)[number];

export const ENGLISH_DATA: DataStrings = {
  exported: {
    sources: 'Sources:',
    disagree: 'The sources disagree:',
    page: 'Who says what, in the sourced timeline',
    dated: '{title} ({date})',
    claimIn: '{claim} In: {event}',
    changed: 'last changed {date}',
    undated: 'date not known',
    archived: 'archived copy of {date}: {url}',
  },
  heading: 'Data',
  intro:
    'The whole timeline in files for other programs: for spreadsheets and scripts, for calendars, for reference managers, and for TimelineJS.',
  files: 'Files',
  about: {
    'events.json':
      'Everything: events, claims, disagreements, corrections, sources and actors, as one document.',
    'events.schema.json':
      'The form of events.json as a JSON Schema, to check and to generate code.',
    'events.csv': 'The events as a table, one a row, in the order of the story.',
    'claims.csv': 'Who says what: the claims as a table, one a row, with their sources.',
    'timelinejs.json': 'The events as slides for TimelineJS.',
    'timelinejs.csv':
      'The same as a sheet, to be opened in a spreadsheet and published from there.',
    'events.ics': 'The events as a calendar to subscribe to or import.',
    'sources.json': 'The sources as CSL-JSON, for citation tools.',
    'sources.bib': 'The sources as BibTeX, in the fields of biblatex.',
    'sources.ris': 'The sources as RIS, for reference managers.',
  },
  dates: {
    heading: 'How to read the dates',
    intro:
      'A date is never more exact than the evidence for it. The files give it in EDTF, the Extended Date/Time Format of ISO 8601-2; in words; and as the first and the last day that it can mean. These forms occur in this timeline:',
    columns: { edtf: 'EDTF', words: 'In words', meaning: 'Meaning' },
    meanings: {
      time: 'That moment; the offset from UTC is part of it.',
      day: 'That day.',
      month: 'That month; the day is not known.',
      year: 'That year; the month is not known.',
      around: 'About then; it may lie a little outside.',
      uncertain: 'A source says so, and there is reason to doubt it.',
      between: 'From the first to the last of the two.',
      from: 'It began then; it goes on, or its end is not known.',
      until: 'It ended then, or was known of then; its start is not told.',
    },
  },
  limits: 'What the formats cannot say',
  fields: {
    heading: 'Fields',
    intro:
      'Names are those of the content’s own files. What is not known is left out, or is an empty cell.',
    of: 'Fields of {file}',
    field: 'Field',
    meaning: 'Meaning',
  },
  licence: 'The data may be reused under {link}.',
  version: 'Its content was last changed {date}; the form of events.json is of version {version}.',
  footer: { text: 'Download the {link}.', name: 'data' },
  cite: {
    heading: 'Cite',
    accessed: 'Add the day on which you read it: the page may change.',
    text: 'Text',
    claims: 'One claim by itself',
    files: 'As a file:',
    filesWithClaims: 'As a file, with each claim:',
    file: '{format} file',
    copy: 'Copy',
    copyFormat: 'Copy as {format}',
    copied: 'Copied',
    refused: 'The browser did not let it be copied. The text is selected: copy it with the keys.',
  },
};
