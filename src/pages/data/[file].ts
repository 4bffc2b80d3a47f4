import { dataRoutes } from '../../site/data.ts';
import { sendFile } from '../../site/files.ts';

export const getStaticPaths = dataRoutes;
export const GET = sendFile;
