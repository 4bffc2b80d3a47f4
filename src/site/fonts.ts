import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { FontProvider } from 'astro';
import subsetFont from 'subset-font';
import { SERIF } from '../chart/draw/picture-style.ts';

type Range = readonly [first: number, last: number];

/** The alphabets that the serif is cut down to, each a file that browsers fetch when it is used. */
const ALPHABETS: Record<string, Range[]> = {
  latin: [
    [0x20, 0xff],
    [0x2010, 0x2027],
    [0x2030, 0x203a],
    [0x20ac, 0x20ac],
    [0x2212, 0x2212],
  ],
  'latin-ext': [
    [0x100, 0x17f],
    [0x218, 0x21b],
    [0x1e9e, 0x1e9e],
  ],
  cyrillic: [
    [0x400, 0x45f],
    [0x490, 0x491],
  ],
};

/** What browsers fetch at once; the other alphabets and the italics follow where they occur. */
export const PRELOADED = ['latin', 'latin-ext'].map((subset) => ({ subset, style: 'normal' }));

/**
 * An Astro font provider: STIX Two Text (OFL), cut down at build to the letters of European Latin
 * and Cyrillic.
 *
 * @param folder where the cut files are kept during the build.
 */
export function serifProvider(folder: string): FontProvider {
  return {
    name: 'cut-serif',
    resolveFont: async () => {
      await mkdir(folder, { recursive: true });
      const faces = (['normal', 'italic'] as const).flatMap((style) =>
        Object.keys(ALPHABETS).map((alphabet) => cut(alphabet, style, folder)),
      );
      return { fonts: await Promise.all(faces) };
    },
  };
}

async function cut(alphabet: string, style: 'normal' | 'italic', folder: string) {
  const ranges = ALPHABETS[alphabet] ?? [];
  const name = nameOf(alphabet, style);
  const whole = await readWhole(name);
  const file = resolve(join(folder, name));
  await writeFile(file, await subsetFont(whole, lettersOf(ranges), { targetFormat: 'woff2' }));
  return {
    src: [{ url: file, format: 'woff2' }],
    weight: [400, 700] as [number, number],
    style,
    // A face that was preloaded comes in time or not at all, so that nothing moves; the rest swap in.
    display: PRELOADED.some((one) => one.subset === alphabet && one.style === style)
      ? ('optional' as const)
      : ('swap' as const),
    unicodeRange: rangeOf(ranges).split(','),
    meta: { subset: alphabet },
  };
}

/**
 * The serif for a program that knows neither WOFF2 nor variable fonts, nor seeks the letters of a
 * word in several fonts of one family: a TrueType file for each alphabet, regular and bold, in
 * families that {@link familyOf} names.
 */
export function plainSerif(): Promise<Uint8Array[]> {
  return Promise.all(
    Object.entries(ALPHABETS).flatMap(([alphabet, ranges]) =>
      [400, 700].map(async (wght) => {
        const whole = await readWhole(nameOf(alphabet, 'normal'));
        const options = { targetFormat: 'truetype', variationAxes: { wght } } as const;
        return renamed(await subsetFont(whole, lettersOf(ranges), options), familyOf(alphabet));
      }),
    ),
  );
}

/** Names the alphabets' families as long as the serif's own name, in whose place they stand. */
function familyOf(alphabet: string): string {
  const place = Object.keys(ALPHABETS).indexOf(alphabet);
  return place === 0 ? SERIF : SERIF.slice(0, -1) + String(place);
}

/** Writes another family into a font; names are in UTF-16, its high byte first. */
function renamed(font: Uint8Array, family: string): Uint8Array {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const bytes = Buffer.from(font);
  for (let at = -1; (at = bytes.indexOf(utf16(SERIF), at + 1)) >= 0;) utf16(family).copy(bytes, at);
  return bytes;
}

/**
 * Names the family of each letter beyond the first alphabet, for the same program; spaces of other
 * widths become plain ones.
 */
export function withFamilies(svg: string): string {
  const [, ...others] = Object.entries(ALPHABETS);
  return others.reduce(
    (text, [alphabet, ranges]) => {
      const letters = `[${ranges.map(([a, b]) => `\\u{${a.toString(16)}}-\\u{${b.toString(16)}}`).join('')}]+`;
      const outsideTags = new RegExp(`${letters}(?=[^<>]*<)`, 'gu');
      return text.replace(outsideTags, `<tspan font-family="${familyOf(alphabet)}">$&</tspan>`);
    },
    svg.replace(/[\u2000-\u200A\u202F]/g, ' '),
  );
}

/** `@font-face` rules that hold the serif's letters of a text, and refer to no file. */
export async function serifFaces(text: string): Promise<string> {
  const faces = Object.entries(ALPHABETS).map(async ([alphabet, ranges]) => {
    const letters = [...new Set(text)]
      .filter((letter) => isIn(ranges, letter))
      .sort()
      .join('');
    if (letters === '') return '';
    const whole = await readWhole(nameOf(alphabet, 'normal'));
    // WOFF is a little larger than WOFF2, and made in a fifth of the time.
    const font = await subsetFont(whole, letters, { targetFormat: 'woff' });
    const source = `url(data:font/woff;base64,${Buffer.from(font).toString('base64')})`;
    return `@font-face{font-family:'${SERIF}';font-weight:400 700;src:${source};unicode-range:${rangeOf(ranges)}}`;
  });
  return (await Promise.all(faces)).join('');
}

function rangeOf(ranges: readonly Range[]): string {
  const hex = (point: number) => point.toString(16).toUpperCase();
  return ranges.map(([first, last]) => `U+${hex(first)}-${hex(last)}`).join();
}

function isIn(ranges: readonly Range[], letter: string): boolean {
  const point = letter.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => point >= first && point <= last);
}

/** Whether the serif has every letter of a text. */
export function serifHolds(text: string): boolean {
  const ranges = Object.values(ALPHABETS).flat();
  return Array.from(text).every((letter) => /\s/.test(letter) || isIn(ranges, letter));
}

function nameOf(alphabet: string, style: 'normal' | 'italic'): string {
  return `stix-two-text-${alphabet}-wght-${style}.woff2`;
}

function readWhole(name: string): Promise<Buffer> {
  // Of the project, since this may run from wherever a build has put it.
  const { resolve: find } = createRequire(resolve('package.json'));
  return readFile(find(`@fontsource-variable/stix-two-text/files/${name}`));
}

function lettersOf(ranges: readonly Range[]): string {
  return ranges
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    )
    .map((point) => String.fromCodePoint(point))
    .join('');
}
