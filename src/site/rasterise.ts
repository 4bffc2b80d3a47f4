import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { SERIF } from '../chart/draw/picture-style.ts';
import { plainSerif, withFamilies } from './fonts.ts';

/** Of the way that `paint` paints: to be raised whenever it would paint the same SVG otherwise. */
const PAINTING = 1;

const folder = join(process.env.CACHE_DIR ?? '.cache', 'pictures');

/** Turns an SVG picture into a PNG; one that was turned before is taken from the cache. */
export async function rasterise(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const painter = `${await (version ??= readVersion())} ${PAINTING}\n`;
  const key = createHash('sha256').update(painter).update(svg).digest('hex');
  const file = join(folder, `${key}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const png = paint(svg, await (fonts ??= start()));
  await mkdir(folder, { recursive: true });
  // A build that is stopped here leaves no half picture for the next one.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, png);
  await rename(draft, file);
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
let version: Promise<string> | undefined;

/** Makes the renderer ready, and gives the fonts. */
async function start(): Promise<Uint8Array[]> {
  await initWasm(await readFile(rendererFile()));
  return plainSerif();
}

async function readVersion(): Promise<string> {
  const text = await readFile(join(dirname(rendererFile()), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function rendererFile(): string {
  return createRequire(resolve('package.json')).resolve('@resvg/resvg-wasm/index_bg.wasm');
}
