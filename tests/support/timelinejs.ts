import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** A newsroom's page with TimelineJS in it, which reads the file that the address names. */
const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>TimelineJS</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/timelinejs/css/timeline.css">
<script src="/timelinejs/js/timeline.js"></script></head>
<body><div id="timeline" style="width: 100%; height: 600px"></div>
<script>
const source = new URLSearchParams(location.search).get('source');
window.timeline = new TL.Timeline('timeline', source, { font: null });
</script></body></html>`;

/** Serves such a page, TimelineJS from its package, and a folder that holds what it reads. */
export async function serveTimelineJs(folder: string): Promise<{ server: Server; origin: string }> {
  const files: Record<string, string> = {
    data: join(folder, 'data'),
    timelinejs: 'node_modules/@knight-lab/timelinejs/dist',
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, place = '', ...path] = pathname.split('/');
    const reading =
      pathname === '/' ? Promise.resolve(PAGE) : readFile(join(files[place] ?? 'nowhere', ...path));
    reading.then(
      (body) =>
        response.setHeader('content-type', TYPES[extname(pathname) || '.html'] ?? '').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { server, origin: `http://localhost:${String((server.address() as AddressInfo).port)}` };
}
