import { fill } from '../../model/fill.ts';
import { FRAMES, layoutPicture, type Picture, type PictureContent } from '../layout/picture.ts';
import { chartOf } from '../layout/picture-charts.ts';
import type { SavedView } from './host.ts';
import { COLOURS, SERIF, type Palette } from './picture-style.ts';
import { drawPicture } from './picture.ts';

/**
 * Saves a view as a picture, as high as its chart needs.
 * @param address restores the view.
 * @throws when the fonts cannot be fetched or the browser cannot draw the picture.
 */
export async function savePicture(
  format: 'png' | 'svg',
  saved: SavedView,
  address: string,
): Promise<void> {
  const { width, unit } = FRAMES.wide;
  const picture = layoutPicture(contentOf(saved, address), { width, unit });
  const svg = await drawn(picture, saved);
  save(format === 'svg' ? asAddress(svg) : await painted(svg, picture), `timeline.${format}`);
}

/** The page says what the timeline is called, and under which licence it is. */
function contentOf({ data, view, found }: SavedView, address: string): PictureContent {
  const { input, words } = data;
  const title = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content;
  const licence = document.querySelector('a[rel=license]')?.textContent;
  const note = (shown: number, all: number) => fill(words.shown, { shown, all });
  const { origin, pathname } = new URL(address);
  return {
    title: title ?? '',
    statements: [],
    more: String,
    credit: { sources: [address, origin + pathname], licence: licence ?? '' },
    charts: [
      {
        ...chartOf({ input, view, note, others: words.others, ...(found && { found }) }),
        largest: 1.2,
      },
    ],
  };
}

async function drawn(picture: Picture, { data, rtl }: SavedView): Promise<string> {
  const { input, words, symbols } = data;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const { language, kinds } = input;
  const alt = picture.texts.flatMap(({ lines }) => lines).join(' ');
  drawPicture(svg, picture, { words, symbols, rtl, language, kinds, alt, palette: paletteNow() });
  svg.querySelector('style')?.prepend(await facesNow());
  return new XMLSerializer().serializeToString(svg);
}

/** The colours of the theme that the page has now. */
function paletteNow(): Palette {
  const probe = document.body.appendChild(document.createElement('i'));
  const style = getComputedStyle(probe);
  const colours = COLOURS.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, style.color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}

/** The faces of the serif that the page has loaded, which a picture has to hold itself. */
async function facesNow(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const preloaded = [...document.querySelectorAll<HTMLLinkElement>('link[as=font]')];
  const faces = preloaded.map(async ({ href }) => {
    const rule = rules.find(({ cssText }) => cssText.includes(new URL(href).pathname));
    if (!rule) return '';
    const held = await asData(await (await fetch(href)).blob());
    return rule.cssText
      .replace(/font-family:[^;]+;/, `font-family:'${SERIF}';`)
      .replace(/src:[^;]+;/, `src:url(${held});`);
  });
  return (await Promise.all(faces)).join('');
}

function asData(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.readAsDataURL(blob);
  });
}

function asAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

async function painted(svg: string, { width, height }: Picture): Promise<string> {
  const image = new Image(width, height);
  image.src = asAddress(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height: Math.ceil(height) });
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL();
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
