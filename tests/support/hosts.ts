import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Pages of others that hold an embed, served from an origin of their own. Those with a library use
 * the library itself; the others are imitations, written from the hosts' protocols.
 */

/** The hosts' own libraries, by the path under which they are served. */
const LIBRARIES: Record<string, string> = {
  '/pym.js': 'node_modules/pym.js/dist/pym.v1.js',
  '/frames.js': 'node_modules/@newswire/frames/dist/frames.modern.js',
  '/open-iframe-resizer.js': 'node_modules/@open-iframe-resizer/core/dist/index.js',
};

export interface HostServer {
  /** The address of a page. */
  at: (name: string) => string;
  /** Serves a page, of which the body is given. */
  put: (name: string, body: string) => void;
  close: () => Promise<void>;
}

/** Serves pages from another origin than the sites', which are all at `localhost`. */
export async function serveHosts(): Promise<HostServer> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host.example').pathname;
    const library = LIBRARIES[path];
    const page = pages.get(path.slice(1));
    response.setHeader('content-type', library ? 'text/javascript' : 'text/html; charset=utf-8');
    if (library) void readFile(library).then((text) => response.end(text));
    else {
      response.statusCode = page === undefined ? 404 : 200;
      response.end(page);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (name) => `http://127.0.0.1:${String(port)}/${name}`,
    put: (name, body) => {
      pages.set(
        name,
        `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
      );
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Marks with which the frame is as wide as the page, and no taller than browsers make it. */
const FRAME = 'id="frame" sandbox="allow-scripts" width="100%" title="Story"';

/** The body of each host's page, with an embed at an address. */
export const HOSTS = {
  'pym.js': (embed: string) => `<div id="story"></div><script src="/pym.js"></script>
    <script>new pym.Parent('story', '${embed}', { sandbox: 'allow-scripts' })</script>`,

  '@newswire/frames': (embed: string) => `<div id="story"></div><script type="module">
    import { Framer } from '/frames.js';
    Framer(document.getElementById('story'), { src: '${embed}', attributes: { sandbox: 'allow-scripts' } });
  </script>`,

  '@open-iframe-resizer/core': (embed: string) => `<iframe ${FRAME} src="${embed}"></iframe>
    <script type="module">
      import { initialize } from '/open-iframe-resizer.js';
      initialize({}, '#frame');
    </script>`,

  // Hides the frame until its first height, and listens to the sender of its secret alone.
  WordPress: (embed: string) => `<script>
      addEventListener('message', ({ source, data }) => {
        const frame = document.querySelector('iframe');
        if (!data || source !== frame.contentWindow) return;
        if (/[^a-zA-Z0-9]/.test(data.secret) || data.secret !== frame.dataset.secret) return;
        frame.removeAttribute('style');
        if (data.message === 'height')
          frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
        if (data.message === 'link') document.body.dataset.link = data.value;
      });
      addEventListener('DOMContentLoaded', () => {
        const frame = document.querySelector('iframe');
        frame.dataset.secret = 'a1B2c3D4e5';
        frame.src += '#?secret=a1B2c3D4e5';
        frame.addEventListener('load', () =>
          frame.contentWindow.postMessage({ message: 'ready', secret: 'a1B2c3D4e5' }, '*'));
      });
    </script>
    <iframe ${FRAME} scrolling="no" style="position:absolute;clip:rect(1px,1px,1px,1px)" src="${embed}"></iframe>`,

  // Takes no height under 100 pixels.
  AMP: (embed: string) => `<iframe ${FRAME} scrolling="no" src="${embed}"></iframe><script>
      addEventListener('message', ({ source, data }) => {
        const frame = document.querySelector('iframe');
        if (source !== frame.contentWindow || data.sentinel !== 'amp') return;
        if (data.type === 'embed-size' && data.height >= 100) frame.height = data.height;
      });
    </script>`,

  'Datawrapper (old)': (
    embed: string,
  ) => `<iframe ${FRAME} scrolling="no" src="${embed}"></iframe><script>
      addEventListener('message', ({ data }) => {
        const heights = data['datawrapper-height'] ?? {};
        for (const id in heights) {
          const frame = document.querySelector("iframe[src*='" + id + "']");
          if (frame) frame.style.height = heights[id] + 'px';
        }
      });
    </script>`,

  'Datawrapper (new)': (
    embed: string,
  ) => `<iframe ${FRAME} scrolling="no" src="${embed}"></iframe><script>
      addEventListener('message', ({ source, data }) => {
        for (const height of Object.values(data['datawrapper-height'] ?? {}))
          for (const frame of document.querySelectorAll('iframe'))
            if (frame.contentWindow === source) frame.style.height = height + 'px';
      });
    </script>`,

  Medium: (embed: string) => `<iframe ${FRAME} scrolling="no" src="${embed}"></iframe><script>
      addEventListener('message', ({ data }) => {
        if (typeof data !== 'string' || !data.startsWith('{')) return;
        const { src, context, height } = JSON.parse(data);
        const frame = document.querySelector('iframe');
        if (context === 'iframe.resize' && src === frame.src) frame.height = height;
      });
    </script>`,
};

/** The embed within a page, when it has come. */
export async function embedIn(page: Page, selector = 'iframe'): Promise<Frame> {
  const frame = await page.waitForSelector(selector).then((element) => element.contentFrame());
  if (!frame) throw new Error('the page holds no frame');
  await frame.waitForSelector('[data-part="content"]');
  return frame;
}

/** The height of what an embed shows, in pixels. */
export function contentHeight(frame: Frame): Promise<number> {
  return frame
    .locator('[data-part="content"]')
    .evaluate((content) => Math.ceil(content.getBoundingClientRect().height));
}

/** The height that the host gives its frame, in pixels. */
export function frameHeight(page: Page): Promise<number> {
  return page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);
}

/** Expects the frame to be as tall as its content within a second, or as tall as its host allows. */
export async function expectRightHeight(page: Page, frame: Frame, limit = Infinity): Promise<void> {
  const heights = async () => {
    const wanted = Math.min(limit, await contentHeight(frame));
    return (await frameHeight(page)) - wanted;
  };
  // Some hosts leave the frame its border of two pixels.
  await expect.poll(heights, { timeout: 1000, interval: 25 }).toSatisfy(isBorder);
}

function isBorder(pixels: number): boolean {
  return pixels === 0 || pixels === 4;
}
