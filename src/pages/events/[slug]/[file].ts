import { eventCitationRoutes } from '../../../site/citations.ts';
import { sendFile } from '../../../site/files.ts';

export const getStaticPaths = eventCitationRoutes;
export const GET = sendFile;
