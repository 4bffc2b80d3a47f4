import type { APIRoute } from 'astro';
import { picture, pictureRoutes, type PictureRoute } from '../../site/picture-routes.ts';

export const getStaticPaths = pictureRoutes;

export const GET: APIRoute<PictureRoute> = ({ props }) => picture(props);
