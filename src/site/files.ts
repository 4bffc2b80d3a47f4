import type { APIRoute } from 'astro';

/** A file of text that the build writes. */
export interface SiteFile {
  name: string;
  /** Its media type. */
  type: string;
  text: string;
}

/** Answers with the file that a route has. */
export const sendFile: APIRoute<SiteFile> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': props.type } });

/** Data as people can read it too. */
export function jsonText(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
