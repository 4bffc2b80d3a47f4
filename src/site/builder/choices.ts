import { FIRST_VIEW, type View } from '../../chart/layout/view.ts';
import {
  among,
  parseView,
  printView,
  readParameters,
  viewParameters,
  type Known,
} from '../../chart/layout/view-link.ts';
import { MAX_FIXED_HEIGHT } from '../../embed/heights.ts';

/**
 * What somebody chose for an embed, as the query string of the page that puts it together. It takes
 * the view's own parameters, so a link there may carry the query of any view.
 */

/** What an embed shows. */
export const WHATS = ['timeline', 'event', 'exchange'] as const;
export type What = (typeof WHATS)[number];

/** What is pasted into an article: our loader's element, a frame, an address, a picture. */
export const FORMS = ['responsive', 'iframe', 'oembed', 'picture'] as const;
export type Form = (typeof FORMS)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Shapes of a picture: as previews of links have it, and as wide as an article. */
export const SHAPES = ['card', 'wide'] as const;
export type Shape = (typeof SHAPES)[number];

/** Heights of a fixed frame, in CSS pixels. */
export const HEIGHT = { least: 200, most: MAX_FIXED_HEIGHT, usual: 640 };

/** The part of the story that an embed shows. */
export type Part =
  { what: 'timeline'; view: View } | { what: Exclude<What, 'timeline'>; id: string };

export interface Choices {
  part: Part;
  form: Form;
  theme: Theme;
  /** Without its title. */
  plain: boolean;
  transparent: boolean;
  /** Tag of the interface's language; that of the timeline where none is chosen. */
  lang: string | undefined;
  /** Of a fixed frame, in whole CSS pixels. */
  height: number;
  shape: Shape;
}

/** What a link may name. */
export interface KnownParts extends Known {
  exchanges: ReadonlySet<string>;
  languages: ReadonlySet<string>;
}

/** What a link says. */
export interface ParsedChoices {
  choices: Choices;
  /** What it says in vain, as `name=value`. */
  ignored: string[];
}

/** The whole timeline, as most articles will want it. */
export const FIRST_CHOICES: Choices = {
  part: { what: 'timeline', view: FIRST_VIEW },
  form: 'responsive',
  theme: 'auto',
  plain: false,
  transparent: false,
  lang: undefined,
  height: HEIGHT.usual,
  shape: 'card',
};

/** The query string, without "?", that restores choices; empty for the first ones. */
export function printChoices(choices: Choices): string {
  const { part, form, height, shape } = choices;
  const differing = {
    as: form === FIRST_CHOICES.form ? '' : form,
    height: height === FIRST_CHOICES.height ? '' : String(height),
    picture: shape === FIRST_CHOICES.shape ? '' : shape,
  };
  const own = String(new URLSearchParams(Object.entries(differing).filter(([, value]) => value)));
  return [printPart(part), printLook(choices), own].filter(Boolean).join('&');
}

function printPart(part: Part): string {
  if (part.what !== 'timeline') return String(new URLSearchParams({ [part.what]: part.id }));
  const query = printView(part.view);
  return impliesEvent(part.view) ? `${query}&what=timeline` : query;
}

/** A view that differs only in the event that it opens is taken to mean that event alone. */
function impliesEvent(view: View): boolean {
  return view.selected !== undefined && printView({ ...view, selected: undefined }) === '';
}

/** Whether only some of the timeline is shown, or all of it in another way. */
export function isNarrowed(part: Part): boolean {
  return part.what === 'timeline' && printView(part.view) !== '';
}

/** The parameters that an embed itself takes, as a query string without "?". */
export function printEmbed({ part, ...choices }: Choices): string {
  const view = part.what === 'timeline' ? printView(part.view) : '';
  return [view, printLook(choices)].filter(Boolean).join('&');
}

/** The names of all parameters that an embed takes. */
export function embedParameters(): string[] {
  return [...viewParameters(), 'theme', 'plain', 'transparent', 'lang', 'height'];
}

function printLook({
  theme,
  plain,
  transparent,
  lang,
}: Pick<Choices, 'theme' | 'plain' | 'transparent' | 'lang'>): string {
  const look = {
    theme: theme === FIRST_CHOICES.theme ? '' : theme,
    plain: plain ? '1' : '',
    transparent: transparent ? '1' : '',
    lang: lang ?? '',
  };
  return String(new URLSearchParams(Object.entries(look).filter(([, value]) => value)));
}

/**
 * Restores the choices that a query string (with or without "?") describes, or a form whose fields
 * have the same names. Never throws: what is not understood is left out and named.
 */
export function parseChoices(query: string, known: KnownParts): ParsedChoices {
  const { view, ignored: ignoredOfView } = parseView(query, known);
  const { one, ignored } = readParameters(query);
  const member = (ids: ReadonlySet<string>) => (id: string) => (ids.has(id) ? id : undefined);
  const what = one('what', among(WHATS));
  const exchange = one('exchange', member(known.exchanges));
  const flag = (name: string) => one(name, among(['0', '1'])) === '1';
  const choices: Choices = {
    part: partOf(view, exchange, what),
    form: one('as', among(FORMS)) ?? FIRST_CHOICES.form,
    theme: one('theme', among(THEMES)) ?? FIRST_CHOICES.theme,
    plain: flag('plain'),
    transparent: flag('transparent'),
    lang: one('lang', member(known.languages)),
    height: one('height', readHeight) ?? FIRST_CHOICES.height,
    shape: one('picture', among(SHAPES)) ?? FIRST_CHOICES.shape,
  };
  return { choices, ignored: [...ignoredOfView, ...ignored] };
}

function partOf(view: View, exchange: string | undefined, what: What | undefined): Part {
  if (exchange !== undefined && (what ?? 'exchange') === 'exchange')
    return { what: 'exchange', id: exchange };
  const meansEvent = what === 'event' || (what === undefined && impliesEvent(view));
  if (view.selected !== undefined && meansEvent) return { what: 'event', id: view.selected };
  return { what: 'timeline', view };
}

function readHeight(text: string): number | undefined {
  const height = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  return HEIGHT.least <= height && height <= HEIGHT.most ? height : undefined;
}
