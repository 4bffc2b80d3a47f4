import type { APIRoute } from 'astro';
import { searchDocuments } from '../exports/search.ts';
import { loadTimeline } from '../site/timeline.ts';

export const GET: APIRoute = async () => Response.json(searchDocuments(await loadTimeline()));
