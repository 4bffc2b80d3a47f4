import type { APIRoute } from 'astro';
import { allHeights } from '../../site/embed-heights.ts';
import { pageContext } from '../../site/page.ts';

/** How tall which embed will be, for those who write the code that holds it. */
export const GET: APIRoute = async () => Response.json(allHeights(await pageContext()));
