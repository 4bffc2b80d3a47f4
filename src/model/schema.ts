import { z } from 'zod';
import { DateError, parseDate, type EdtfDate } from './date.ts';
import { findHidden, hiddenFault } from './hidden.ts';
import { show, type Fault } from './problem.ts';

/**
 * One schema per noun of the content model. The texts in `describe` are the field reference of
 * CONTRIBUTING and the JSON Schema. YAML is read with every scalar as text (see `document.ts`),
 * so all leaves are strings here.
 */

export const MAX_QUOTE_WORDS = 25;

/** The faults a check can name travel to the reader in `params`. */
function issueOf(fault: Fault, input: unknown, path: PropertyKey[] = []) {
  return { code: 'custom' as const, message: fault.found, params: { ...fault }, input, path };
}

/** A string check that names its fault. */
function checked(test: (value: string) => boolean, expected: string, fix: string) {
  return z.string().check((context) => {
    const { value } = context;
    const hidden = findHidden(value);
    if (hidden >= 0) context.issues.push(issueOf(hiddenFault(value.slice(hidden)), value));
    else if (!test(value))
      context.issues.push(issueOf({ found: show(value), expected, fix }, value));
  });
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text is a lasting identity that can stand in a URL: lower-case words and hyphens. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

const text = checked(
  (value) => value.trim() !== '',
  'a text',
  'write the text, or remove the field where it may be left out',
);

const id = (what: string) =>
  checked(
    isSlug,
    `${what}, in lower-case letters, digits and hyphens`,
    'write the id as the file is named, without its ending',
  );

const url = checked(
  (value) => /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value),
  'an address that begins with https:// or http://',
  'copy the address from the browser; leave the field out when it is not known',
);

const language = checked(
  isLanguage,
  'a language tag such as "en" or "sr-Latn"',
  'see the list of tags at https://www.iana.org/assignments/language-subtag-registry',
);

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** An EDTF date, parsed. */
const date = z.string().transform((value, context): EdtfDate => {
  try {
    return parseDate(value);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    const found = value === '' ? 'nothing' : error.message;
    context.issues.push(issueOf({ found, expected: error.expected, fix: error.fix }, value));
    return z.NEVER;
  }
});

const day = checked(isDay, 'a day such as 2026-11-21', 'write year, month and day with hyphens');

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** What an editor states or leaves out. */
const statement = z.enum(['true']).transform(() => true as const);

/** A list in which nothing stands twice. */
function distinct<T extends z.ZodType>(item: T) {
  return z.array(item).check(({ value: list, issues }) => {
    const seen = new Set<unknown>();
    list.forEach((value, index) => {
      if (seen.has(value)) issues.push(issueOf(repeated(value), value, [index]));
      seen.add(value);
    });
  });
}

function repeated(value: unknown): Fault {
  return {
    found: `${JSON.stringify(value)} a second time`,
    expected: 'each only once',
    fix: 'remove the repetition',
  };
}

/** Mark shapes, of equal visual weight and told apart without colour. */
export const SHAPES = [
  'circle',
  'ring',
  'square',
  'diamond',
  'triangle',
  'wye',
  'cross',
  'star',
] as const;
export type Shape = (typeof SHAPES)[number];

export const STANCES = ['alleges', 'denies', 'confirms', 'reports', 'declines-to-comment'] as const;
export type Stance = (typeof STANCES)[number];

export const ACTOR_TYPES = [
  'person',
  'state',
  'agency',
  'company',
  'organisation',
  'outlet',
] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];

/** The document types of CSL 1.0.2 that can be a source here. */
export const SOURCE_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'entry',
  'entry-encyclopedia',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'pamphlet',
  'paper-conference',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

const kindSchema = z.strictObject({
  id: id('an id').describe('What events name in `kind`.'),
  label: text.describe('The kind of one event, such as “Report”.'),
  plural: text.describe('The kind of several events, such as “Reports”; names its lane.'),
  shape: z.enum(SHAPES).describe('The shape of its marks; no two kinds share one.'),
  attributed: flag
    .optional()
    .describe(
      '`true` when its events are what somebody says: title, label and summary name a speaker.',
    ),
});

export const timelineSchema = z.strictObject({
  title: text.describe('What the story is called.'),
  description: text.describe('What the timeline tells, in one or two sentences.'),
  introduction: text
    .optional()
    .describe('What a reader should know first; Markdown, shown on the home page.'),
  about: text
    .optional()
    .describe('How this story was researched; Markdown, shown on the page about the method.'),
  language: language.describe('Language of the content, as a tag such as `en` or `sr-Latn`.'),
  timeZone: checked(
    isTimeZone,
    'a time zone such as "Europe/Paris"',
    'use a name of the IANA time zone database',
  )
    .optional()
    .describe('Zone whose abbreviation (such as CEST) words the times that have its offset.'),
  licence: z
    .strictObject({
      name: text.describe('Name of the licence, such as “CC BY 4.0”.'),
      url: url.describe('Address of its text.'),
    })
    .describe('The licence of the content.'),
  repository: url.optional().describe('Address of the repository to which corrections are sent.'),
  kinds: z.array(kindSchema).min(1).describe('The kinds of event, in the order of their lanes.'),
});

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const actorSchema = z.strictObject({
  name: text.describe('The name as our own text spells it.'),
  sortName: text.optional().describe('The name as a register sorts it, such as “Surname, Given”.'),
  type: z.enum(ACTOR_TYPES).describe('What the actor is.'),
  description: text.describe('Who or what this is in the story, in neutral words.'),
  aliases: distinct(text)
    .default([])
    .describe('Other spellings, scripts and abbreviations that sources use.'),
  partOf: id('an actor’s id')
    .optional()
    .describe('The actor to which this one belongs or for which it speaks.'),
});

const nameSchema = z
  .strictObject({
    family: text.optional().describe('Family name.'),
    given: text.optional().describe('Given name.'),
    literal: text.optional().describe('A name that has no such parts.'),
  })
  .check(({ value, issues }) => {
    if (Object.keys(value).length === 0) issues.push(issueOf(NAMELESS, value));
  });

const NAMELESS: Fault = {
  found: 'an author without a name',
  expected: 'family and given, or literal',
  fix: 'add the name, or leave the author out when the name is not known',
};

export const sourceSchema = z.strictObject({
  type: z.enum(SOURCE_TYPES).describe('Type of document, in CSL’s terms.'),
  title: text.describe('Title of the document; in square brackets when the words are ours.'),
  'container-title': text
    .optional()
    .describe('The outlet or collection in which it was published.'),
  author: z.array(nameSchema).optional().describe('Who wrote it.'),
  issued: date.optional().describe('When it was published, as EDTF; left out when not known.'),
  URL: url.optional().describe('Where it was read; left out when not known.'),
  language: language.optional().describe('The language in which it is written.'),
  archive: z
    .strictObject({
      url: url.describe('Address of the archived copy.'),
      date: day.describe('Day on which the copy was made.'),
    })
    .optional()
    .describe('A copy in a web archive.'),
  articleFile: checked(
    (value) => /^[^./\\][^/\\]*$/.test(value),
    'the name of a file, without a folder',
    'write the name alone; the folder is given to `npm run check -- --articles`',
  )
    .optional()
    .describe(
      'Name of the file with its text, for editors who have it: `npm run check -- --articles` compares quotes with it.',
    ),
  basedOn: distinct(id('a source’s or actor’s id'))
    .default([])
    .describe(
      'Sources or actors from which it takes its text or facts, so that copies are not counted as independent.',
    ),
  stateAligned: flag
    .optional()
    .describe('`true` when a state owns, controls or directs the publisher.'),
  note: text
    .optional()
    .describe(
      'What a reader should know about the document: a copy, a missing date, a known error.',
    ),
});

/** Finds words by the rules of Unicode (unicode.org/reports/tr29), which are those of all languages. */
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

/** Whether a reader would count more words than a quote may have, however they are joined. */
function isLong(quote: string): boolean {
  let words = 0;
  for (const { isWordLike } of WORDS.segment(quote)) {
    if (isWordLike && ++words > MAX_QUOTE_WORDS) return true;
  }
  return false;
}

const quote = checked(
  (value) => value.trim() !== '' && !isLong(value),
  `the exact words of the source, at most ${String(MAX_QUOTE_WORDS)} of them`,
  'quote the words that matter and put the rest into `text`, in your own words',
);

const REFERENCE = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

const reference = checked(
  (value) => value !== '' && REFERENCE.test(value),
  'an event’s slug, a claim as slug#claim, or #claim in the same event',
  'write it as in "some-event#some-claim"',
);

/** One reference or a list of them. */
const references = z
  .union([reference.transform((value) => [value]), distinct(reference)])
  .default([]);

const claimSchema = z
  .strictObject({
    id: id('a claim’s id').describe('Identity of the claim, unique in its event and lasting.'),
    by: id('an actor’s id').describe('Who says it: an actor’s id.'),
    stance: z.enum(STANCES).describe('How they say it.'),
    text: text.describe('What is claimed, in our own words, attributed.'),
    quote: quote
      .optional()
      .describe(`The exact words of the source, at most ${String(MAX_QUOTE_WORDS)} words.`),
    lang: language.optional().describe('Language of the quote; goes with every quote.'),
    source: id('a source’s id').describe('The source in which it stands.'),
    about: distinct(id('an actor’s id'))
      .min(1)
      .optional()
      .describe('Of whom it speaks: actors’ ids; all actors of the event where it is left out.'),
    singleSource: statement
      .optional()
      .describe('`true` for an allegation when all sources of its event repeat one another.'),
    noResponseFound: statement
      .optional()
      .describe('`true` for an allegation to which we looked for a response and found none.'),
    respondsTo: references.describe(
      'What it answers: `event`, `event#claim` or `#claim`; one or a list.',
    ),
  })
  .check(({ value, issues }) => {
    if (value.quote !== undefined && value.lang === undefined)
      issues.push(issueOf(NO_LANGUAGE, value, ['quote']));
    for (const field of ['singleSource', 'noResponseFound'] as const) {
      if (value[field] && value.stance !== 'alleges')
        issues.push(issueOf(notAlleged(field, value.stance), value, [field]));
    }
  });

function notAlleged(field: string, stance: Stance): Fault {
  return {
    found: `"${field}" on a claim with the stance "${stance}"`,
    expected: 'the field on an allegation alone',
    fix: `remove ${field}, or correct the stance to alleges`,
  };
}

const NO_LANGUAGE: Fault = {
  found: 'a quote without its language',
  expected: 'a field `lang` beside `quote`',
  fix: 'add the language of the quoted words, such as lang: en',
};

const answerSchema = z.strictObject({
  value: text.describe('What these sources answer, in few words.'),
  sources: distinct(id('a source’s id')).min(1).describe('The sources that answer so.'),
  settledBy: distinct(id('a source’s id'))
    .min(1)
    .optional()
    .describe('Those of its sources by which this answer is settled; at most one answer is.'),
  contradicted: statement
    .optional()
    .describe('`true` when the settled answer rules this one out; others are only less exact.'),
});

const discrepancySchema = z.strictObject({
  question: text.describe('The question that sources answer differently.'),
  answers: z.array(answerSchema).min(2).describe('Each answer with the sources that give it.'),
  singleSource: statement
    .optional()
    .describe(
      '`true` when all sources of the answers repeat one another, as versions of a text do.',
    ),
  note: text.optional().describe('What we make of it, and why, in neutral words.'),
});

const correctionSchema = z.strictObject({
  date: day.describe('Day of the correction.'),
  text: text.describe('What was wrong, and what it says now.'),
});

/** Corrections of which each is at most as new as the one before it. */
const correctionsSchema = z.array(correctionSchema).check(({ value: list, issues }) => {
  list.forEach(({ date }, index) => {
    const before = list[index - 1]?.date ?? date;
    if (date > before) issues.push(issueOf(notNewestFirst(date, before), list, [index, 'date']));
  });
});

function notNewestFirst(date: string, before: string): Fault {
  return {
    found: `a correction of ${date} below one of ${before}`,
    expected: 'corrections with the newest first',
    fix: 'move this correction up',
  };
}

export const MAX_LABEL_LENGTH = 48;

export const eventSchema = z.strictObject({
  title: text.describe(
    'What happened, neutral, in our own words; names the speaker of a statement.',
  ),
  label: checked(
    (value) => value.trim() !== '' && value.length <= MAX_LABEL_LENGTH,
    `a short title of at most ${String(MAX_LABEL_LENGTH)} characters`,
    'shorten it; the full title stays in `title`',
  )
    .optional()
    .describe(`A shorter title for the chart, at most ${String(MAX_LABEL_LENGTH)} characters.`),
  date: date.describe('When it happened, as EDTF, no more exact than the evidence; quoted.'),
  dateNote: text.optional().describe('What the date rests on, where it is not plain.'),
  kind: id('a kind’s id').describe('One of the kinds in `timeline.yaml`.'),
  importance: z
    .enum(['major', 'minor'])
    .describe('`minor` events give way first where space is short.'),
  actors: distinct(id('an actor’s id')).default([]).describe('Who is involved: actors’ ids.'),
  summary: text.describe('One or two sentences in our own words.'),
  sources: distinct(id('a source’s id'))
    .min(1)
    .describe('Every source that the event uses, in the order in which they are numbered.'),
  respondsTo: distinct(id('an event’s slug')).default([]).describe('Events that this one answers.'),
  claims: z
    .array(claimSchema)
    .default([])
    .describe('Who says what, with which stance, in which source.'),
  discrepancies: z
    .array(discrepancySchema)
    .default([])
    .describe('Questions that the sources answer differently.'),
  corrections: correctionsSchema
    .default([])
    .describe('What was corrected after publication, newest first.'),
  updated: day.describe('Day of the last change that matters to readers.'),
});

export type Kind = z.output<typeof kindSchema>;
export type Settings = z.output<typeof timelineSchema>;
export type Claim = z.output<typeof claimSchema>;
export type Discrepancy = z.output<typeof discrepancySchema>;
export type Answer = z.output<typeof answerSchema>;

/** One published document; `id` is its file's name. */
export type Source = z.output<typeof sourceSchema> & { id: string };

/** One actor; `id` is its file's name. */
export type Actor = z.output<typeof actorSchema> & { id: string };

/** One datable happening. */
export type TimelineEvent = z.output<typeof eventSchema> & {
  /** Lasting identity and URL: the file's name. */
  slug: string;
  /** The file inside the content folder. */
  path: string;
  /** The Markdown below the front matter. */
  body: string;
};

/** The whole, checked: every id that it names exists, and events stand in their order. */
export interface Timeline {
  settings: Settings;
  events: TimelineEvent[];
  sources: Source[];
  actors: Actor[];
}
