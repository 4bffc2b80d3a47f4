/**
 * The script of a host page, `/embed.js`: turns `<sourced-timeline>` and
 * `<div data-sourced-timeline>` into a frame that is as tall as what it shows and follows the
 * page's theme. What stands inside them, such as a link, is shown until the frame has come. The
 * contract is in docs/embedding.md. It has to stay small.
 */

import { SANDBOX } from '../model/sandbox.ts';
import { heightIn, MAX_FIXED_HEIGHT, MAX_HEIGHT, type Heights } from './heights.ts';

/** The heights of the whole timeline, which the endpoint writes around this script. */
declare const HEIGHTS: Heights;
/** What an embed takes in its address, and a host may write as an attribute; written there too. */
declare const PARAMETERS: readonly string[];

const NAME = 'sourced-timeline';

/** A frame stays as tall as was reserved where it asks for so little less, in pixels. */
const NEARLY = 64;
/** The height of what nobody knows before it tells it, in pixels. */
const UNKNOWN = 480;

/** Frames without an address of their own show the site that this script came from. */
const { src: site = location.href } = (document.currentScript ?? {}) as { src?: string };

if (!customElements.get(NAME))
  customElements.define(
    NAME,
    class extends HTMLElement {
      #stop?: AbortController;

      connectedCallback() {
        this.#stop = new AbortController();
        embed(this, '', this.#stop.signal);
      }

      disconnectedCallback() {
        this.#stop?.abort();
      }
    },
  );

for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, embedAll);
embedAll();

function embedAll(): void {
  // Not every element can have a shadow, and one that cannot would end this for all.
  for (const host of document.querySelectorAll<HTMLElement>(`div[data-${NAME}]`))
    if (!host.shadowRoot) embed(host, 'data-', new AbortController().signal);
}

/** Puts a frame into an element, whose attributes have names with that prefix. */
function embed(host: HTMLElement, prefix: string, signal: AbortSignal): void {
  const read = (name: string) => host.getAttribute(prefix + name);
  const address = addressFor(read);
  if (!address) return;

  const frame = document.createElement('iframe');
  frame.loading = 'lazy';
  frame.setAttribute('sandbox', SANDBOX);
  frame.style.cssText = 'border:0;grid-area:1/1;width:100%';

  // What the host wrote inside lies over the frame until that has come.
  const cell = document.createElement('div');
  cell.style.cssText = 'display:grid;grid-template-columns:minmax(0,1fr)';
  const slot = document.createElement('slot');
  slot.style.cssText = 'display:block;grid-area:1/1;justify-self:start;z-index:1';
  slot.onslotchange = () => {
    frame.title = read('title') ?? (host.textContent.trim() || address.host);
  };
  slot.onslotchange(new Event('slotchange'));

  const heights = heightsOf(read('heights'), address);
  const wish = read('height');
  const limit = wish === null ? MAX_HEIGHT : MAX_FIXED_HEIGHT;
  let told = 0;
  const resize = () => {
    const known = heights.findLast(([from]) => from <= host.clientWidth) ?? heights[0];
    const reserved = known?.[1] ?? UNKNOWN;
    const isNearly = told === 0 || (told < reserved && reserved - told < NEARLY);
    const height = Math.min(limit, isNearly ? reserved : told);
    frame.style.height = `${String(Number(wish) || height)}px`;
  };
  addEventListener(
    'message',
    ({ source, data }) => {
      if (!source || source !== frame.contentWindow) return;
      const height = heightIn(data);
      if (height === undefined) return;
      told = height;
      slot.remove();
      resize();
    },
    { signal },
  );
  const sizes = new ResizeObserver(resize);
  sizes.observe(host);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
  });
  if ((read('theme') ?? 'auto') === 'auto') followTheme(host, frame, signal);

  host.style.display = 'block';
  resize();
  cell.append(slot, frame);
  frame.src = address.href;
  (host.shadowRoot ?? host.attachShadow({ mode: 'open' })).replaceChildren(cell);
}

/** The address that an element asks for; none where it is not one of the web. */
function addressFor(read: (name: string) => string | null): URL | undefined {
  const src = read('src') ?? 'embed/';
  if (!URL.canParse(src, site)) return undefined;
  const address = new URL(src, site);
  for (const name of PARAMETERS) {
    const value = read(name);
    if (value !== null) address.searchParams.set(name, name === 'height' ? 'fixed' : value);
  }
  return /^https?:$/.test(address.protocol) ? address : undefined;
}

/** Reads heights such as `0:900 320:560`; those of the whole timeline are known. */
function heightsOf(text: string | null, { origin, pathname }: URL): Heights {
  if (text !== null)
    return [...text.matchAll(/(\d+):(\d+)/g)].map(([, from, height]) => [
      Number(from),
      Number(height),
    ]);
  return origin + pathname === new URL('embed/', site).href ? HEIGHTS : [];
}

/** Browsers hand the colour scheme of a frame's element on to the page in it. */
function followTheme(host: HTMLElement, frame: HTMLElement, signal: AbortSignal): void {
  const follow = () => {
    frame.style.colorScheme = hasLightText(host) ? 'dark' : 'light';
  };
  const changes = new MutationObserver(follow);
  for (const element of [document.documentElement, document.body])
    changes.observe(element, { attributes: true });
  signal.addEventListener('abort', () => {
    changes.disconnect();
  });
  addEventListener('transitionend', follow, { signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow, { signal });
  follow();
}

/** A page that is dark where the frame stands has light text there. */
function hasLightText(host: HTMLElement): boolean {
  // Of all that a browser may write for a colour, a canvas makes three numbers.
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return false;
  canvas.fillStyle = getComputedStyle(host).color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return 0.3 * red + 0.59 * green + 0.11 * blue > 127;
}
