import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { SERIF } from '../chart/draw/picture-style.ts';
import { plainSerif, withFamilies } from './fonts.ts';

const folder = join(process.env.CACHE_DIR ?? '.cache', 'pictures');

/** Turns an SVG picture into a PNG; one that was turned before is taken from the cache. */
export async function rasterise(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(folder, `${createHash('sha256').update(svg).digest('hex')}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const png = paint(svg, await (fonts ??= start()));
  await mkdir(folder, { recursive: true });
  await writeFile(file, png);
  return png;
}

function paint(svg: string, fontBuffers: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const font = { fontBuffers, defaultFontFamily: SERIF, serifFamily: SERIF };
  const drawing = new Resvg(withFamilies(svg.replace(FACES, '')), { font });
  const image = drawing.render();
  const png = new Uint8Array(image.asPng());
  image.free();
  drawing.free();
  return png;
}

/** The renderer has the fonts already. */
const FACES = /@font-face\{[^}]*\}/g;

let fonts: Promise<Uint8Array[]> | undefined;

/** Makes the renderer ready, and gives the fonts. */
async function start(): Promise<Uint8Array[]> {
  const { resolve: find } = createRequire(resolve('package.json'));
  await initWasm(await readFile(find('@resvg/resvg-wasm/index_bg.wasm')));
  return plainSerif();
}
