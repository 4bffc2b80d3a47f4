import type { z } from 'zod';
import {
  ACTOR_TYPES,
  MAX_LABEL_LENGTH,
  SHAPES,
  SOURCE_TYPES,
  STANCES,
  type actorSchema,
  type eventSchema,
  type sourceSchema,
  type timelineSchema,
} from '../src/model/schema.ts';
import { day, END, makeDates, month, START, year } from './dates.ts';
import { Dice } from './dice.ts';

/** What stands in the files: the schemas' input. */
type Fields<S extends z.ZodType> = z.input<S>;
/** The fields of an event's file. */
export type EventFields = Fields<typeof eventSchema>;
type ClaimFields = NonNullable<EventFields['claims']>[number];

/** One made-up event. */
export interface SyntheticEvent {
  slug: string;
  /** Index of its kind. */
  kind: number;
  fields: EventFields;
  body: string;
}

/** All that a content folder tells. */
export interface Story {
  settings: Fields<typeof timelineSchema>;
  actors: Map<string, Fields<typeof actorSchema>>;
  sources: Map<string, Fields<typeof sourceSchema>>;
  /** In the order in which they happened. */
  events: SyntheticEvent[];
}

const KINDS = [
  ['background', 'Background', 'Background', 'remains the frame of'],
  ['report', 'Report', 'Reports', 'reports on'],
  ['leak', 'Leak', 'Leaks', 'is named in a leaked paper about'],
  ['allegation', 'Allegation', 'Allegations', 'alleges irregularities in'],
  ['denial', 'Denial', 'Denials', 'denies any part in'],
  ['statement', 'Statement', 'Statements', 'makes a statement on'],
  ['decision', 'Decision', 'Decisions', 'decides on'],
  ['visit', 'Visit', 'Visits', 'sends a delegation because of'],
] as const;

const BODIES = [
  'Harbour Authority',
  'Ministry of Bridges',
  'Daily Ledger',
  'River Union',
  'Milica Đurić',
  'Audit Office',
  'Brücken AG',
  'Ženski savez',
  'Évelyne Çelik',
  'Evening Post',
  'Board of Works',
  'Łódź & Sons',
];
const PLACES = [
  'Northmoor',
  'Bistrica',
  'Svätý Kríž',
  'Whitford',
  'Čista Voda',
  'Åsund',
  'Eastmere',
  'Saint-Aubin',
  'Kőhíd',
  'Oldcastle',
  'Ruda',
  'Weißbach',
  'Longstrand',
  'Ponte Alto',
];
const ALIASES = ['Управа', 'Министарство', '港務局', 'هيئة الميناء', 'Υπουργείο', 'H.A.'];
const MATTERS = [
  'the bridge',
  'the tender',
  'the missing ledger',
  'the toll',
  'the second survey',
  'the loan of 1.2 million',
  'the “grey” invoices',
  'the flood gates',
];
const TAILS = [
  'after a night of talks',
  'for the second time in a week',
  'while the council is still counting',
  'and asks for all papers to be published',
  'without naming those whom it holds responsible',
  'as the works come to a halt on both banks of the river',
  'in a letter of several pages that two newspapers print in full',
];

/**
 * Makes up a story: the same count and seed always make the same one. It runs through the twentieth
 * century in bursts of hours to months, as news does. Years outside it are left out, since a single
 * one would press all the rest into a few pixels.
 */
export function makeStory(count: number, seed: number): Story {
  const dice = new Dice(seed);
  const actors = makeActors(count, dice);
  const sources = makeSources(count, [...actors.keys()], dice);
  const events: SyntheticEvent[] = [];
  const originals = [...sources].flatMap(([id, { basedOn }]) => (basedOn ? [] : id));
  const pools = {
    actors: [...actors],
    sources: [...sources.keys()],
    originals: new Set(originals),
    earlier: events,
  };
  makeDates(count, dice).forEach((date, index) => {
    events.push(makeEvent(date, index, pools, dice));
  });
  return { settings: makeSettings(count, seed), actors, sources, events };
}

function makeSettings(count: number, seed: number): Story['settings'] {
  return {
    title: `The bridge: ${String(count)} events`,
    description: `A made-up story from the seed ${String(seed)}. Nothing in it happened.`,
    introduction: 'All that stands here is made up by a program, to measure with.',
    language: 'en-GB',
    licence: {
      name: 'CC0 1.0',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
    kinds: KINDS.map(([id, label, plural], index) => ({
      id,
      label,
      plural,
      shape: SHAPES[index] ?? 'circle',
    })),
  };
}

function makeActors(count: number, dice: Dice): Story['actors'] {
  const names = PLACES.flatMap((place) => BODIES.map((body) => `${body} of ${place}`));
  const chosen = dice.some(names, 6 + Math.ceil(count / 20));
  const actors: Story['actors'] = new Map();
  chosen.forEach((name, index) => {
    const ids = [...actors.keys()];
    actors.set(`actor-${String(index + 1)}`, {
      name,
      type: ACTOR_TYPES[index % ACTOR_TYPES.length] ?? 'organisation',
      description: 'Made up.',
      ...(dice.falls(0.5) ? { aliases: [`${dice.pick(ALIASES)} ${String(index + 1)}`] } : {}),
      ...(ids.length > 0 && dice.falls(0.2) ? { partOf: dice.pick(ids) } : {}),
    });
  });
  return actors;
}

function makeSources(count: number, actors: readonly string[], dice: Dice): Story['sources'] {
  const sources: Story['sources'] = new Map();
  for (let index = 0; index < 5 + count / 3; index++) {
    const ids = [...sources.keys()];
    const id = `source-${String(index + 1)}`;
    const url = `https://news.example/${id}`;
    sources.set(id, {
      type: SOURCE_TYPES[index % SOURCE_TYPES.length] ?? 'document',
      title: `On ${dice.pick(MATTERS)}, part ${String(index + 1)}`,
      'container-title': `The ${dice.pick(PLACES)} Gazette of district ${String(index + 1)}`,
      ...(dice.falls(0.5)
        ? { author: [{ family: 'Example', given: dice.pick(['A.', 'Ž.']) }] }
        : {}),
      ...(dice.falls(0.8)
        ? { issued: dice.pick([day, month, year])(START + dice.share() * (END - START), dice) }
        : {}),
      ...(dice.falls(0.8) ? { URL: url } : {}),
      language: dice.pick(['en', 'sr-Latn', 'de', 'ja']),
      ...(dice.falls(0.4)
        ? { archive: { url: `https://archive.example/2026/${url}`, date: '2026-01-02' } }
        : {}),
      ...(dice.falls(0.1) ? { basedOn: [dice.pick([...ids.slice(-20), ...actors])] } : {}),
      ...(dice.falls(0.2) ? { stateAligned: dice.pick(['true', 'false'] as const) } : {}),
    });
  }
  return sources;
}

/** What an event can name. */
interface Pools {
  actors: [id: string, fields: { name: string }][];
  sources: string[];
  /** Sources that repeat no other, nor one another. */
  originals: ReadonlySet<string>;
  earlier: readonly SyntheticEvent[];
}

function makeEvent(date: string, index: number, pools: Pools, dice: Dice): SyntheticEvent {
  const kind = dice.below(KINDS.length);
  const [kindId, , , verb] = KINDS[kind] ?? KINDS[0];
  const actors = dice.some(pools.actors, 1 + dice.below(4));
  const sources = dice.some(pools.sources, 1 + dice.below(4));
  const matter = dice.pick(MATTERS);
  // Seldom all tails, which makes some 300 characters; mostly none or one.
  const tails = dice.shuffled(TAILS).slice(0, Math.floor(dice.stray(1.2)));
  const title = [`${actors[0]?.[1].name ?? ''} ${verb} ${matter}`, ...tails].join(' ');
  const short = `${KINDS[kind]?.[1] ?? ''}: ${matter}`.slice(0, MAX_LABEL_LENGTH);
  const claims = makeClaims(sources, pools, dice);
  const [first = ''] = sources;
  const canDisagree = sources.filter((id) => pools.originals.has(id)).length > 1;
  const fields: EventFields = {
    title,
    ...(title.length > MAX_LABEL_LENGTH && dice.falls(0.4) ? { label: short } : {}),
    date,
    ...(dice.falls(0.1) ? { dateNote: 'The sources give no more than this.' } : {}),
    kind: kindId,
    importance: dice.falls(0.2) ? 'major' : 'minor',
    actors: actors.map(([id]) => id),
    summary: `What is known of ${matter}, in a sentence or two that a program put together.`,
    sources,
    ...(dice.falls(0.15) ? { respondsTo: earlierSlugs(pools, dice) } : {}),
    ...(claims.length > 0 ? { claims } : {}),
    ...(sources.length > 1 && dice.falls(0.15) && canDisagree
      ? { discrepancies: [makeDiscrepancy(matter, sources)] }
      : {}),
    ...(dice.falls(0.03)
      ? { corrections: [{ date: '2026-02-03', text: 'A name was misspelt and is right now.' }] }
      : {}),
    updated: '2026-02-03',
  };
  const more = sources.slice(1).map((source) => `@${source}`);
  const body = [
    `So it was told of ${matter} [@${first}].`,
    ...(more.length > 0 ? [`Others told it *at length* [${more.join('; ')}].`] : []),
  ];
  return { slug: `event-${String(index + 1)}`, kind, fields, body: body.join('\n\n') };
}

/** An event that happened before, mostly not long ago; none for the first one. */
function earlierEvent({ earlier }: Pools, dice: Dice): SyntheticEvent | undefined {
  return earlier[earlier.length - 1 - Math.floor(dice.stray(10))];
}

function earlierSlugs(pools: Pools, dice: Dice): string[] {
  const event = earlierEvent(pools, dice);
  return event ? [event.slug] : [];
}

/** The first actor that is a state: types follow one another. */
const A_STATE = `actor-${String(ACTOR_TYPES.indexOf('state') + 1)}`;

function makeClaims(sources: readonly string[], pools: Pools, dice: Dice): ClaimFields[] {
  const size = Math.max(0, dice.below(6) - 2);
  return Array.from({ length: size }, (_, index): ClaimFields => {
    const [by] = dice.pick(pools.actors);
    const stance = dice.pick(STANCES);
    return {
      id: `claim-${String(index + 1)}`,
      by,
      stance,
      // Against persons and companies it would need a response, which is not made yet.
      ...(stance === 'alleges' ? { about: [A_STATE] } : {}),
      text: `What is said here about ${dice.pick(MATTERS)} is made up.`,
      ...(dice.falls(0.5) ? { quote: `we know all about ${dice.pick(MATTERS)}`, lang: 'en' } : {}),
      source: dice.pick(sources),
      ...makeAnswer(index, pools, dice),
    };
  });
}

/** What a claim answers: mostly nothing, else a claim before it, or an earlier event or its claim. */
function makeAnswer(index: number, pools: Pools, dice: Dice): { respondsTo?: string } {
  if (!dice.falls(0.3)) return {};
  if (index > 0 && dice.falls(0.5)) return { respondsTo: `#claim-${String(index)}` };
  const event = earlierEvent(pools, dice);
  if (!event) return {};
  const [claim] = event.fields.claims ?? [];
  return { respondsTo: claim ? `${event.slug}#${claim.id}` : event.slug };
}

function makeDiscrepancy(
  matter: string,
  sources: readonly string[],
): NonNullable<EventFields['discrepancies']>[number] {
  return {
    question: `How much did ${matter} come to?`,
    answers: sources.map((source, index) => ({
      value: `${String(index + 1)} million`,
      sources: [source],
    })),
    note: 'None of them says how it was counted.',
  };
}
