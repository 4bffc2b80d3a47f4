import { FIRST_VIEW, GROUPINGS, MODES, SCALES, type View } from './view.ts';

/**
 * A view as a query string and back. Only what differs from the first view is written, so that a
 * link without parameters stays without.
 */

/** What a link may name. */
export interface Known {
  kinds: ReadonlySet<string>;
  actors: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  /** Slugs. */
  events: ReadonlySet<string>;
  /** First and last instant of the story, in milliseconds; a window far from it shows nothing. */
  extent?: readonly [number, number];
}

/** What a link says. */
export interface ParsedView {
  view: View;
  /** What it says in vain, as `name=value`, cut to 60 characters. */
  ignored: string[];
}

/** The longest search that a link restores, in UTF-16 units, as `maxlength` counts. */
export const MAX_QUERY_LENGTH = 200;

const MAX_IGNORED_LENGTH = 60;
const DAY = 86_400_000;
/** The last and, negated, the first instant that ECMAScript has. */
const LAST_INSTANT = 8.64e15;

/**
 * The query string, without "?", that restores a view; empty for the first view. Instants are
 * rounded to milliseconds; a window that is none (not finite, or from after to) is left out.
 */
export function printView(view: View): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of parametersOf(view)) if (value) parameters.append(name, value);
  // Both may stand in a query as they are, and are easier to read so.
  return parameters.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');
}

/** Every parameter in its place; one that has nothing to say is empty. */
function parametersOf(view: View): [name: string, value: string][] {
  const differing = (key: 'scale' | 'grouping' | 'mode') =>
    view[key] === FIRST_VIEW[key] ? '' : view[key];
  const [from, to] = printWindow(view.window);
  return [
    ['from', from],
    ['to', to],
    ['scale', differing('scale')],
    ['group', differing('grouping')],
    ['show', differing('mode')],
    ['kind', view.kinds.join()],
    ['actor', view.actors.join()],
    ['source', view.sources.join()],
    ['disagree', view.disagree ? '1' : ''],
    ['q', view.query],
    ['event', view.selected ?? ''],
  ];
}

/** The names of all parameters that describe a view. */
export function viewParameters(): string[] {
  return parametersOf(FIRST_VIEW).map(([name]) => name);
}

function printWindow(window: View['window']): [from: string, to: string] {
  const [from, to] = (window ?? [NaN, NaN]).map(Math.round) as [number, number];
  const sound = -LAST_INSTANT <= from && from <= to && to <= LAST_INSTANT;
  return sound ? [printInstant(from, 0), printInstant(to, DAY - 1)] : ['', ''];
}

/** An instant in UTC without what goes without saying; `implied` is the time of a day alone. */
function printInstant(instant: number, implied: number): string {
  const [day = '', time = ''] = new Date(instant).toISOString().split('T');
  if (instant === dayStart(day) + implied) return day;
  return `${day}T${time.replace(/(?::00)?\.000Z$/, 'Z')}`;
}

/** The first millisecond of a day such as `2025-05-29` or `-000043-03-15`. */
function dayStart(day: string): number {
  return Date.parse(`${day}T00:00Z`);
}

/**
 * Restores the view that a query string (with or without "?") describes. Never throws: what is not
 * understood is left out and named; an empty parameter is as good as none; parameters that are not
 * ours are let be.
 */
export function parseView(query: string, known: Known): ParsedView {
  const parameters = readParameters(query);
  const { one, list } = parameters;
  const view: View = {
    window: readWindow(parameters, known),
    scale: one('scale', among(SCALES)) ?? FIRST_VIEW.scale,
    grouping: one('group', among(GROUPINGS)) ?? FIRST_VIEW.grouping,
    mode: one('show', among(MODES)) ?? FIRST_VIEW.mode,
    kinds: list('kind', known.kinds),
    actors: list('actor', known.actors),
    sources: list('source', known.sources),
    disagree: one('disagree', among(['0', '1'])) === '1',
    query: one('q', (text) => (text.length > MAX_QUERY_LENGTH ? undefined : text)) ?? '',
    selected: one('event', (slug) => (known.events.has(slug) ? slug : undefined)),
  };
  return { view, ignored: parameters.ignored };
}

type Parameters = ReturnType<typeof readParameters>;

/** Access to the parameters of a query that keeps account of what is not understood. */
export function readParameters(query: string) {
  const parameters = new URLSearchParams(query);
  const ignored: string[] = [];
  const valuesOf = (name: string) => parameters.getAll(name).filter((value) => value !== '');
  const ignore = (name: string, value = valuesOf(name)[0] ?? '') => {
    ignored.push(shortened(`${name}=${value}`));
  };
  return {
    ignored,
    ignore,
    /** A parameter's value as `read` understands it; given again, it is not understood. */
    one: <T>(name: string, read: (value: string) => T | undefined): T | undefined => {
      const [value, ...others] = valuesOf(name);
      const understood = value === undefined ? undefined : read(value);
      if (value !== undefined && understood === undefined) ignore(name);
      for (const other of others) ignore(name, other);
      return understood;
    },
    /** The known ids of a comma list, each once; a form writes the parameter once for each. */
    list: (name: string, ids: ReadonlySet<string>): string[] => {
      const values = new Set(valuesOf(name).flatMap((value) => value.split(',')));
      values.delete('');
      for (const value of values) if (!ids.has(value)) ignore(name, value);
      return [...values].filter((value) => ids.has(value));
    },
  };
}

function shortened(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= MAX_IGNORED_LENGTH) return text;
  return `${characters.slice(0, MAX_IGNORED_LENGTH - 1).join('')}…`;
}

/** Reads one of some values. */
export function among<T extends string>(values: readonly T[]) {
  return (text: string) => values.find((value) => value === text);
}

/** Part of the story's length that a window may lie away from it: what margins may show. */
const FAR = 0.25;

/** Both ends or none: a window has two. */
function readWindow(
  { one, ignore }: Parameters,
  { extent: [first, last] = [-LAST_INSTANT, LAST_INSTANT] }: Known,
): View['window'] {
  const from = one('from', (text) => readInstant(text, 0));
  const to = one('to', (text) => readInstant(text, DAY - 1));
  const far = Math.max(DAY, (last - first) * FAR);
  const isSound = from !== undefined && to !== undefined && from <= to;
  if (isSound && to >= first - far && from <= last + far) return [from, to];
  if (from !== undefined) ignore('from');
  if (to !== undefined) ignore('to');
  return undefined;
}

const INSTANT = /^((?:\d{4}|[+-]\d{6})-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z)?$/;

/** Reads what `printInstant` writes; nothing for a day or time that the calendar lacks. */
function readInstant(text: string, implied: number): number | undefined {
  // A plus that was not percent-encoded arrives as a space.
  const [, day = '', time] = INSTANT.exec(text.replace(/^ /, '+')) ?? [];
  const instant = time === undefined ? dayStart(day) + implied : Date.parse(day + time);
  // Date.parse takes 30 February for 2 March, and T24:00 for the next day.
  const exists = Math.abs(instant) <= LAST_INSTANT && isoDay(instant) === day;
  return exists ? instant : undefined;
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().replace(/T.*/, '');
}
