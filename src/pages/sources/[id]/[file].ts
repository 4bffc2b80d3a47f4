import { sourceCitationRoutes } from '../../../site/citations.ts';
import { sendFile } from '../../../site/files.ts';

export const getStaticPaths = sourceCitationRoutes;
export const GET = sendFile;
