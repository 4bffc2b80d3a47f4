import fc from 'fast-check';
import { parseDate } from '../model/date.ts';
import { wordDate } from '../model/date-wording.ts';
import { readFolder } from '../model/folder.ts';
import { findHidden } from '../model/hidden.ts';
import {
  actorSchema,
  eventSchema,
  MAX_LABEL_LENGTH,
  SOURCE_TYPES,
  sourceSchema,
  STANCES,
  timelineSchema,
  type Timeline,
} from '../model/schema.ts';
import type { Publication } from './publication.ts';

const WORDS: Publication['words'] = {
  sources: 'Sources:',
  disagree: 'Sources disagree:',
  page: 'The event',
  dated: '{title} ({date})',
  claimIn: '{claim} (in {event})',
  changed: 'last changed {date}',
  undated: 'no date',
  archived: 'copy of {date}: {url}',
};

const SITE = 'https://timeline.example/';

/** The timeline on a site, or on one whose address is not known. */
export function publish(timeline: Timeline, site: string | null = SITE): Publication {
  const at = (path: string) => (site === null ? undefined : site + path);
  return {
    timeline,
    words: WORDS,
    wordDate: (date) => wordDate(date, { language: 'en' }),
    address: {
      home: at(''),
      event: (slug, claim) => at(`events/${slug}/${claim === undefined ? '' : `#claim-${claim}`}`),
      data: (file) => at(`data/${file}`),
    },
  };
}

/** A story of the repository. */
export async function publishedFolder(folder: string): Promise<Publication> {
  const reading = await readFolder(folder);
  if (!reading.ok) throw new Error(`${folder} has problems`);
  return publish(reading.timeline);
}

/** What breaks formats: their own signs, commands of others, and letters of all scripts. */
const HOSTILE = [
  '=HYPERLINK("https://evil.example";"x")',
  '+1',
  '-2+3',
  '-44',
  '@SUM(A1)',
  "'=1",
  '＝1+1',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt; & "quotes" \'single\'',
  '</script>',
  'a,b;c\\nd',
  'END:VEVENT',
  'TY  - ER  - x',
  '\\input{x} {open',
  '}closed %comment #1 $2_3^4~5',
  "`` '' -- --- ?` !` ,, << >>",
  'Ђорђе Жижић, Łucja Wąsa and others',
  'ß ł İ — “quoted” «so»',
  'الجسر 橋 👩‍👩‍👧‍👦',
  '  spaced   out  ',
  'two\nlines',
  'word '.repeat(60),
];

/** Any text that content can have. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc
      .array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 3 })
      .map((list) => list.join('')),
  )
  .filter((text) => text.trim() !== '' && findHidden(text) < 0);

/** Dates of every form. */
export const anyDate: fc.Arbitrary<string> = fc.constantFrom(
  ...['2024-06-22', '2024-06', '2023', '2025-06~', '2025-03?', '2025-03-01%', '2024-06-XX'],
  ...['2024-XX-XX', '201X', '19XX', '-01XX', '0000', '0044-03-15', '-0043-03-15', '-0043', '0099'],
  ...['Y12000', 'Y-12000', '2022/..', '../2025-05-30', '2022/', '/2025-05?', '-0043/..'],
  ...['2023-03-02/2023-03-05', '2023~/2024-05', '2025-05-29T20:00+02:00', '2024-02-29T23:30:15Z'],
  ...['2021-07-01T10:30+09:00', '2025-05-29T20:00+02:00/2025-05-30T01:00+02:00'],
  ...['2025-05-29T20:00+02:00/..', '2025-05/2025-05-29T20:00-05:00'],
);

const anyURL = fc.constantFrom(
  'https://example.org/a?b=1&c={x}#d_%20e~f',
  "https://example.org/it's(so)",
  'https://пример.рф/путь',
);

const anySource = fc.record(
  {
    type: fc.constantFrom(...SOURCE_TYPES),
    title: anyText,
    'container-title': anyText,
    author: fc.array(
      fc.oneof(fc.record({ family: anyText, given: anyText }), fc.record({ literal: anyText })),
      { minLength: 1, maxLength: 3 },
    ),
    issued: anyDate,
    URL: anyURL,
    language: fc.constantFrom('en', 'sr-Latn'),
    archive: fc.record({ url: anyURL, date: fc.constant('2026-01-02') }),
    note: anyText,
    stateAligned: fc.constantFrom('true', 'false'),
  },
  { requiredKeys: ['type', 'title'] },
);

const anyClaim = fc.record({
  by: fc.constant('speaker'),
  stance: fc.constantFrom(...STANCES),
  text: anyText,
  source: fc.constant('source-0'),
  respondsTo: fc.constantFrom([], ['event-0'], ['event-0#claim-0'], ['#claim-0']),
});

const anyEvent = fc
  .record(
    {
      title: anyText,
      label: anyText.map((text) => text.slice(0, MAX_LABEL_LENGTH / 2).trim() || 'label'),
      date: anyDate,
      dateNote: anyText,
      summary: anyText,
      claims: fc.array(anyClaim, { maxLength: 3 }),
      question: anyText,
    },
    { requiredKeys: ['title', 'date', 'summary', 'claims'] },
  )
  .map(({ question, claims, ...fields }) => ({
    ...fields,
    kind: 'report',
    importance: 'major',
    actors: ['speaker'],
    sources: ['source-0'],
    claims: claims.map((claim, index) => ({ ...claim, id: `claim-${String(index)}` })),
    discrepancies:
      question === undefined
        ? []
        : [
            {
              question,
              answers: ['yes', 'no'].map((value) => ({ value, sources: ['source-0'] })),
            },
          ],
    updated: '2026-02-03',
  }));

/** Stories whose every text may be hostile, on a site whose address may not be known. */
export const anyPublication: fc.Arbitrary<Publication> = fc
  .record({
    texts: fc.tuple(anyText, anyText, anyText, anyText),
    sources: fc.array(anySource, { minLength: 1, maxLength: 4 }),
    events: fc.array(anyEvent, { minLength: 1, maxLength: 5 }),
    site: fc.constantFrom(SITE, null),
  })
  .map(({ texts: [title, description, plural, name], sources, events, site }) =>
    publish(
      {
        settings: timelineSchema.parse({
          title,
          description,
          language: 'en',
          licence: { name: 'None', url: 'https://licence.example' },
          kinds: [{ id: 'report', label: name, plural, shape: 'circle' }],
        }),
        actors: [
          { id: 'speaker', ...actorSchema.parse({ name, type: 'person', description: title }) },
        ],
        sources: sources.map((source, index) => ({
          id: `source-${String(index)}`,
          ...sourceSchema.parse(source),
        })),
        events: events.map((event, index) => ({
          ...eventSchema.parse(event),
          slug: `event-${String(index)}`,
          path: `events/2026/event-${String(index)}.md`,
          body: title,
        })),
      },
      site,
    ),
  );

/** A story of one event a date. */
export function eventsAt(...dates: string[]): Publication {
  const [publication] = fc.sample(anyPublication, { numRuns: 1, seed: 1 });
  const [event] = publication?.timeline.events ?? [];
  if (!publication || !event) throw new Error('there is no event to sample');
  const events = dates.map((date, index) => ({
    ...event,
    slug: `event-${String(index)}`,
    title: 'It happens',
    date: parseDate(date),
  }));
  return publish({ ...publication.timeline, events });
}
