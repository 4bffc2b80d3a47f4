import { stringify } from 'yaml';
import type { z } from 'zod';
import type { ChartEvent, ChartInput, Softness } from '../src/chart/layout/input.ts';
import { wordDate } from '../src/model/date-wording.ts';
import {
  filingYear,
  isUncertain,
  parseDate,
  type Bound,
  type EdtfDate,
} from '../src/model/date.ts';
import { answeredEvents } from '../src/model/order.ts';
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

/**
 * Made-up stories of any length for measuring and testing: the same count and seed always make the
 * same story. It runs through the twentieth century in bursts of hours to months, as news does.
 * Years outside it are left out, since a single one would press all the rest into a few pixels.
 */

/** What stands in the files: the schemas' input. */
type Fields<S extends z.ZodType> = z.input<S>;
type EventFields = Fields<typeof eventSchema>;
type ClaimFields = NonNullable<EventFields['claims']>[number];

interface SyntheticEvent {
  slug: string;
  /** Index of its kind. */
  kind: number;
  fields: EventFields;
  body: string;
}

interface Story {
  settings: Fields<typeof timelineSchema>;
  actors: Map<string, Fields<typeof actorSchema>>;
  sources: Map<string, Fields<typeof sourceSchema>>;
  /** In the order in which they happened. */
  events: SyntheticEvent[];
}

/** A content folder of that many events: path inside the folder, and text. */
export function syntheticContent(count: number, seed: number): Map<string, string> {
  const { settings, actors, sources, events } = makeStory(count, seed);
  const yaml = (fields: object) => stringify(fields, { lineWidth: 0 });
  return new Map([
    ['timeline.yaml', yaml(settings)],
    ...[...actors].map(([id, fields]) => [`actors/${id}.yaml`, yaml(fields)] as const),
    ...[...sources].map(([id, fields]) => [`sources/${id}.yaml`, yaml(fields)] as const),
    ...events.map(({ slug, fields, body }) => {
      const year = String(filingYear(parseDate(fields.date))).padStart(4, '0');
      return [`events/${year}/${slug}.md`, `---\n${yaml(fields)}---\n\n${body}\n`] as const;
    }),
  ]);
}

/** The same story as the chart gets it, by date. */
export function syntheticInput(count: number, seed: number): ChartInput {
  const { settings, actors, sources, events } = makeStory(count, seed);
  const dated = events.map((event) => ({ ...event, date: parseDate(event.fields.date) }));
  dated.sort(
    (a, b) =>
      compare(a.date.earliest, b.date.earliest) ||
      compare(a.date.latest, b.date.latest) ||
      compare(a.slug, b.slug),
  );
  const places = {
    actors: placesOf(actors.keys()),
    sources: placesOf(sources.keys()),
    events: placesOf(dated.map(({ slug }) => slug)),
  };
  return {
    language: settings.language,
    kinds: settings.kinds.map(({ id, label, plural, shape }) => {
      return { id, label: plural, single: label, shape };
    }),
    actors: [...actors].map(([id, { name }]) => ({ id, label: name })),
    sources: [...sources].map(([id, { title }]) => ({ id, label: title })),
    events: dated.map((event) => chartEvent(event, settings, places)),
  };
}

/** Where each id stands in the input's lists. */
type Places = ReadonlyMap<string, number>;

function placesOf(ids: Iterable<string>): Places {
  return new Map([...ids].map((id, place) => [id, place]));
}

function placesIn(places: Places, ids: readonly string[] = []): number[] {
  return ids.map((id) => places.get(id)).filter((place) => place !== undefined);
}

function chartEvent(
  { slug, kind, fields, date }: SyntheticEvent & { date: EdtfDate },
  { kinds, language }: Story['settings'],
  places: Record<'actors' | 'sources' | 'events', Places>,
): ChartEvent {
  const label = fields.label ?? fields.title;
  const when = wordDate(date, { language });
  const finite = (instant: number) => (Number.isFinite(instant) ? instant : null);
  return {
    id: slug,
    label,
    date: when,
    year: String(filingYear(date)),
    name: `${kinds[kind]?.label ?? ''}, ${when}: ${label}`,
    href: `/events/${slug}/`,
    kind,
    actors: placesIn(places.actors, fields.actors),
    sources: placesIn(places.sources, fields.sources),
    answers: placesIn(places.events, answersOf(slug, fields)),
    earliest: finite(date.earliest),
    latest: finite(date.latest),
    lasting: date.interval,
    ends: [softnessOf(date.start), softnessOf(date.end)],
    uncertain: isUncertain(date),
    major: fields.importance === 'major',
    disagree: fields.discrepancies !== undefined,
  };
}

/** Slugs of the events that an event or its claims answer. */
function answersOf(slug: string, { respondsTo = [], claims = [] }: EventFields): string[] {
  const lists = claims.map((claim) => ({ respondsTo: [claim.respondsTo ?? []].flat() }));
  return answeredEvents({ slug, respondsTo, claims: lists });
}

/** As the site draws it. */
function softnessOf(bound: Bound): Softness {
  if (typeof bound === 'string') return 'open';
  if (bound.approximate) return 'blurred';
  return ['day', 'minute', 'second'].includes(bound.precision) ? 'sharp' : 'soft';
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Random choices, the same ones for the same seed. */
class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = mulberry32(seed);
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    return this.#next();
  }

  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  /** True in that share of throws. */
  falls(share: number): boolean {
    return this.#next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError('There is nothing to choose from.');
    return item;
  }

  /** That many different items, or all where there are fewer. */
  some<T>(list: readonly T[], size: number): T[] {
    const chosen = new Set<T>();
    while (chosen.size < Math.min(size, list.length)) chosen.add(this.pick(list));
    return [...chosen];
  }

  /** A distance from zero: mostly short, seldom several times the scale. */
  stray(scale: number): number {
    return -Math.log(1 - this.#next()) * scale;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const keyed = list.map((item) => ({ item, key: this.#next() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  }
}

/**
 * Tommy Ettinger's mulberry32 of 2017, in the public domain: 32 bits of state, far from
 * cryptographic, and the same numbers in every engine.
 * gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(1900, 0);
const END = Date.UTC(2000, 0);

/** Writes, as EDTF, a date that can mean the instant. */
type Form = (instant: number, dice: Dice) => string;

const iso = (instant: number, length: number) => new Date(instant).toISOString().slice(0, length);
const year: Form = (instant) => iso(instant, 4);
const month: Form = (instant) => iso(instant, 7);
const day: Form = (instant) => iso(instant, 10);

const zoned: Form = (instant, dice) => {
  const [offset, minutes] = dice.pick(OFFSETS);
  return `${iso(instant + minutes * MINUTE, 16)}${offset}`;
};

const OFFSETS = [
  ['+02:00', 120],
  ['+01:00', 60],
  ['-05:00', -300],
  ['+05:30', 330],
] as const;

/** From the instant on, or nearly so. */
const later = (instant: number, dice: Dice, scale: number) =>
  Math.min(END - 1, instant + dice.stray(scale));

/** How many of a hundred events have which form of date. */
const FORMS: readonly (readonly [number, Form])[] = [
  [37, day],
  [12, zoned],
  [4, (instant) => `${iso(instant, 16)}Z`],
  [2, (instant) => `${iso(instant, 19)}Z`],
  [10, month],
  [3, year],
  [3, (...at) => `${day(...at)}~`],
  [3, (...at) => `${day(...at)}?`],
  [1, (...at) => `${day(...at)}%`],
  [4, (...at) => `${month(...at)}~`],
  [1, (...at) => `${month(...at)}?`],
  [1, (...at) => `${month(...at)}%`],
  [1, (...at) => `${year(...at)}~`],
  [1, (...at) => `${year(...at)}?`],
  [1, (...at) => `${month(...at)}-XX`],
  [1, (...at) => `${year(...at)}-XX`],
  [1, (...at) => `${year(...at)}-XX-XX`],
  [6, (instant, dice) => `${day(instant, dice)}/${day(later(instant, dice, 20 * DAY), dice)}`],
  [1, (instant, dice) => `${month(instant, dice)}/${month(later(instant, dice, 90 * DAY), dice)}`],
  [1, (instant, dice) => `${month(instant, dice)}?/${day(later(instant, dice, 60 * DAY), dice)}~`],
];

/** What may last through most of the story: one each, since a longer story has no more of these. */
const LONG_FORMS: readonly Form[] = [
  (instant) => `${iso(instant, 3)}X`,
  (instant) => `${iso(instant, 2)}XX`,
  (...at) => `${day(...at)}/..`,
  (...at) => `${year(...at)}~/`,
  (...at) => `../${day(...at)}`,
  (...at) => `/${month(...at)}`,
];

/** Dates in the order in which the events happened; every hundred have all forms. */
function makeDates(count: number, dice: Dice): string[] {
  const hundred = FORMS.flatMap(([share, form]) => Array.from({ length: share }, () => form));
  const dealt: Form[] = [];
  while (dealt.length < count) {
    // The long forms take the place of the first ones, which are plain days.
    const deck = dealt.length === 0 ? hundred.with(0, day).toSpliced(0, 6, ...LONG_FORMS) : hundred;
    dealt.push(...dice.shuffled(deck));
  }
  return makeInstants(count, dice).map((instant, index) => (dealt[index] ?? day)(instant, dice));
}

/** Instants in bursts around turns of the story, and some between them. */
function makeInstants(count: number, dice: Dice): number[] {
  const anywhere = () => START + dice.share() * (END - START);
  const turns = Array.from({ length: 4 + Math.ceil(count / 50) }, () => ({
    instant: anywhere(),
    spread: dice.pick([DAY / 6, 2 * DAY, 10 * DAY, 60 * DAY, 400 * DAY]),
  }));
  const instants = Array.from({ length: count }, () => {
    if (dice.falls(0.15)) return anywhere();
    const { instant, spread } = dice.pick(turns);
    const strayed = instant + dice.stray(spread);
    return strayed < END ? strayed : anywhere();
  });
  return instants.sort((a, b) => a - b);
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

function makeStory(count: number, seed: number): Story {
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
