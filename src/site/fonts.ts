import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** One file of the serif: a style, and the characters for which browsers fetch it. */
interface Face {
  file: string;
  style: 'normal' | 'italic';
  /** Inclusive ranges of code points. */
  ranges: [number, number][];
}

const LATIN: [number, number][] = [[0x20, 0xff], [0x2010, 0x2027], [0x2030, 0x203a], [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2212, 0x2212]];
const LATIN_EXTENDED: [number, number][] = [[0x100, 0x17f], [0x218, 0x21b], [0x1e9e, 0x1e9e]];
const CYRILLIC: [number, number][] = [[0x400, 0x45f], [0x490, 0x491]];

const FACES: Face[] = (['normal', 'italic'] as const).flatMap((style) => [
  { file: `latin-wght-${style}`, style, ranges: LATIN },
  { file: `latin-ext-wght-${style}`, style, ranges: LATIN_EXTENDED },
  { file: `cyrillic-wght-${style}`, style, ranges: CYRILLIC },
]);

/**
 * Cuts the serif (STIX Two Text, OFL) down to the letters of European Latin and Cyrillic, into
 * `folder`, and describes the files as Astro's local font provider wants them.
 */
export async function serifVariants(folder: string) {
  await mkdir(folder, { recursive: true });
  return Promise.all(FACES.map((face) => cut(face, folder)));
}

async function cut({ file, style, ranges }: Face, folder: string) {
  const path = join(folder, `${file}.woff2`);
  const { resolve } = createRequire(import.meta.url);
  const whole = await readFile(resolve(`@fontsource-variable/stix-two-text/files/stix-two-text-${file}.woff2`));
  const letters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  await writeFile(path, await subsetFont(whole, letters.join(''), { targetFormat: 'woff2' }));
  const hex = (point: number) => point.toString(16).toUpperCase();
  return {
    src: [path] as [string],
    weight: '400 700',
    style,
    unicodeRange: ranges.map(([first, last]) => `U+${hex(first)}-${hex(last)}`) as [string, ...string[]],
  };
}
