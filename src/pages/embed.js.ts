import type { APIRoute } from 'astro';
import loader from '../embed/loader.ts?bundled';
import { timelineHeights } from '../site/embed-heights.ts';

/** The script of host pages, at an address that lasts. */
export const GET: APIRoute = async () =>
  new Response(`(HEIGHTS=>{${loader}})(${JSON.stringify(await timelineHeights())})`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
