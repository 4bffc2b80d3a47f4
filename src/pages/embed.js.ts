import type { APIRoute } from 'astro';
import loader from '../embed/loader.ts?bundled';
import { embedParameters } from '../site/builder/choices.ts';
import { timelineHeights } from '../site/embed-heights.ts';
import { pageContext } from '../site/page.ts';

/** The script of host pages, at an address that lasts. */
export const GET: APIRoute = async () => {
  const heights = JSON.stringify(timelineHeights(await pageContext()));
  const parameters = JSON.stringify(embedParameters());
  return new Response(`((HEIGHTS,PARAMETERS)=>{${loader}})(${heights},${parameters})`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
};
