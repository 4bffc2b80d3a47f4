import { estimateAt, wrap, type Measure } from './measure.ts';
import type {
  Credit,
  Frame,
  PictureChart,
  PictureContent,
  PictureText,
  PlacedSymbol,
  TextRole,
} from './picture.ts';

/** Sizes of text in a card, in pixels. */
const SIZE = { kicker: 26, standfirst: 27, voice: 21, statement: 23, legend: 18, credit: 20 };
/** Sizes of titles: the largest at which there are no more than two lines, else the smallest. */
const TITLES = { alone: [60, 54, 48, 42], overStatements: [46, 42, 38] };
const MOST_LINES = {
  kicker: 1,
  title: 3,
  standfirst: 3,
  statement: 4,
  voice: 3,
  legend: 1,
  credit: 1,
};
/** From one baseline to the next, and from the top of a line to its baseline, by its size. */
const LEADING = 1.36;
const TITLE_LEADING = 1.14;
const ASCENT = 0.8;
/** Parts of the width that the lines of a title may keep to, the narrowest first. */
const SHARES = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
/** Lengths in a card, in pixels. */
const MARGIN = 56;
const VOICE_WIDTH = 230;
export const GAP = 20;
const SPACE = 10;

/** A page that is being filled from its top. */
export class Page {
  readonly texts: PictureText[] = [];
  readonly symbols: PlacedSymbol[] = [];
  readonly unit: number;
  readonly margin: number;
  /** Of what stands between the margins. */
  readonly width: number;
  /** Down to where it is filled. */
  y: number;

  constructor({ width, unit }: Frame) {
    this.unit = unit;
    this.margin = MARGIN * unit;
    this.width = width - 2 * this.margin;
    this.y = this.margin;
  }

  /** From one baseline of that role to the next. */
  line(role: keyof typeof SIZE): number {
    return SIZE[role] * this.unit * LEADING;
  }

  /** Breaks a text into the lines that it may have. */
  break(role: TextRole, text: string, size: number, width: number): string[] {
    return wrap(text, width, isBold(role), measureAt(size), MOST_LINES[role]);
  }

  /** Writes lines below a height. @returns how far down they reach. */
  write(role: TextRole, lines: readonly string[], size: number, x: number, top: number): number {
    const leading = size * (role === 'title' ? TITLE_LEADING : LEADING);
    const y = top + size * ASCENT;
    this.texts.push({ role, lines, x, y, size, leading, anchor: 'start' });
    return top + lines.length * leading;
  }
}

function isBold(role: TextRole): boolean {
  return role === 'title' || role === 'voice';
}

/** Writes what stands above all else. */
export function addHead(
  page: Page,
  { kicker, title, standfirst, statements }: PictureContent,
): void {
  const { unit, margin } = page;
  if (kicker) {
    const size = SIZE.kicker * unit;
    const place = { x: margin + size * 0.4, y: page.y + size * 0.5 };
    page.symbols.push({ kind: kicker.kind, ...place, scale: 1.6 * unit });
    const lines = page.break('kicker', kicker.text, size, page.width - size * 1.2);
    page.y = page.write('kicker', lines, size, margin + size * 1.2, page.y) + 6 * unit;
  }
  const sizes = TITLES[statements.length > 0 ? 'overStatements' : 'alone'].map((one) => one * unit);
  const breakAt = (size: number, width = page.width) => page.break('title', title, size, width);
  const size = sizes.find((one) => breakAt(one).length <= 2) ?? Math.min(...sizes);
  const count = breakAt(size).length;
  // Lines of about one length: as narrow as they can be without one more.
  const share = SHARES.find((one) => breakAt(size, one * page.width).length === count) ?? 1;
  page.y = page.write('title', breakAt(size, share * page.width), size, margin, page.y);
  if (standfirst !== undefined) {
    const size = SIZE.standfirst * unit;
    const lines = page.break('standfirst', standfirst, size, page.width);
    page.y = page.write('standfirst', lines, size, margin, page.y + 12 * unit);
  }
  page.y += GAP * unit;
}

/** How many statements a chart gives way to: the first, and what responds to it. */
const FIRST = 2;

/** Height of the first statements and of the count of the others. */
export function neededHeight(page: Page, { statements }: PictureContent): number {
  const rows = rowsOf(page, statements.slice(0, FIRST));
  return rows.reduce((sum, { height }) => sum + height, 0) + page.line('statement');
}

/** Writes statements down to a height, and counts those that have no room. */
export function addStatements(
  page: Page,
  { statements, more }: PictureContent,
  bottom: number,
): void {
  const size = SIZE.statement * page.unit;
  const voiceSize = SIZE.voice * page.unit;
  const x = page.margin + indentOf(page);
  for (const [index, { names, lines, height }] of rowsOf(page, statements).entries()) {
    const left = statements.length - index;
    if (page.y + height + (left > 1 ? page.line('statement') : 0) > bottom) {
      const count = page.break('credit', more(left), voiceSize, page.width - indentOf(page));
      page.y = page.write('credit', count, voiceSize, x, page.y) + SPACE * page.unit;
      return;
    }
    page.write('voice', names, voiceSize, page.margin, page.y + (size - voiceSize) * ASCENT);
    page.write('statement', lines, size, x, page.y);
    page.y += height;
  }
}

/** Breaks statements into lines; who says several in a row is named once. */
function rowsOf(page: Page, statements: PictureContent['statements']) {
  const [voiceSize, size] = [SIZE.voice * page.unit, SIZE.statement * page.unit];
  return statements.map(({ voice, text }, index) => {
    const isSame = voice === statements[index - 1]?.voice;
    const names = isSame ? [] : page.break('voice', voice, voiceSize, VOICE_WIDTH * page.unit);
    const lines = page.break('statement', text, size, page.width - indentOf(page));
    const height = Math.max(
      names.length * page.line('voice'),
      lines.length * page.line('statement'),
    );
    return { names, lines, height: height + SPACE * page.unit };
  });
}

function indentOf({ unit }: Page): number {
  return (VOICE_WIDTH + GAP) * unit;
}

export type Legend = { kind: number; label: string; x: number }[][];

/** Sets the names of the kinds into as many lines as they need. */
export function legendOf({ margin, width, unit }: Page, legend: PictureChart['legend']): Legend {
  const size = SIZE.legend * unit;
  const rows: Legend = [];
  let x = Infinity;
  for (const { kind, label } of legend) {
    const long = size * 1.1 + measureAt(size)(label, false);
    if (x + long > margin + width) {
      rows.push([]);
      x = margin;
    }
    rows.at(-1)?.push({ kind, label, x });
    x += long + size * 1.3;
  }
  return rows;
}

export function addLegend(page: Page, rows: Legend, top: number): void {
  const size = SIZE.legend * page.unit;
  for (const [index, row] of rows.entries()) {
    const y = top + index * page.line('legend');
    for (const { kind, label, x } of row) {
      page.symbols.push({ kind, x: x + size * 0.4, y: y + size * 0.48, scale: 1.1 * page.unit });
      page.write('legend', [label], size, x + size * 1.1, y);
    }
  }
}

/** Writes where the picture comes from at its foot, and the licence at the end of that line. */
export function addCredit(page: Page, { sources, licence }: Credit, height: number): void {
  const { unit, margin } = page;
  const size = SIZE.credit * unit;
  const end = margin + page.width;
  const licenceWidth = measureAt(size)(licence, false);
  const y = height - 26 * unit;
  const place = { role: 'credit', y, size, leading: size } as const;
  const room = page.width - licenceWidth - GAP * unit;
  const source = sources.find((one) => measureAt(size)(one, false) <= room) ?? sources.at(-1) ?? '';
  const lines = page.break('credit', source, size, room);
  page.texts.push(
    { ...place, lines, x: margin, anchor: 'start' },
    { ...place, lines: [licence], x: end, anchor: 'end' },
  );
}

/** Measures text that is set in the serif, or in what a reader has for letters that it lacks. */
export function measureAt(size: number): Measure {
  const measure = estimateAt(size);
  return (text, bold) => measure(text, bold) * (FOREIGN.test(text) ? 1 : SERIF);
}

/** The serif is that much narrower than the letters of which widths are estimated. */
const SERIF = 0.82;
const FOREIGN = /[^\u0000-\u052F\u2000-\u22FF]/;
