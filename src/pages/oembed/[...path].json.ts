import type { APIRoute } from 'astro';
import type { FramedPage } from '../../exports/oembed.ts';
import { describe, oembedRoutes } from '../../site/oembed-routes.ts';

export const getStaticPaths = oembedRoutes;

export const GET: APIRoute<{ framed: FramedPage }> = ({ props }) => describe(props);
