import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { FontProvider } from 'astro';
import subsetFont from 'subset-font';

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
  const name = `stix-two-text-${alphabet}-wght-${style}.woff2`;
  const { resolve: find } = createRequire(import.meta.url);
  const whole = await readFile(find(`@fontsource-variable/stix-two-text/files/${name}`));
  const file = resolve(join(folder, name));
  await writeFile(file, await subsetFont(whole, lettersOf(ranges), { targetFormat: 'woff2' }));
  const hex = (point: number) => point.toString(16).toUpperCase();
  return {
    src: [{ url: file, format: 'woff2' }],
    weight: [400, 700] as [number, number],
    style,
    // A face that was preloaded comes in time or not at all, so that nothing moves; the rest swap in.
    display: PRELOADED.some((one) => one.subset === alphabet && one.style === style)
      ? ('optional' as const)
      : ('swap' as const),
    unicodeRange: ranges.map(([first, last]) => `U+${hex(first)}-${hex(last)}`),
    meta: { subset: alphabet },
  };
}

function lettersOf(ranges: readonly Range[]): string {
  return ranges
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    )
    .map((point) => String.fromCodePoint(point))
    .join('');
}
