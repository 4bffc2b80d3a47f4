import { createHash } from 'node:crypto';

/** The hash of a script or style that stands in a page, in the form of its policy. */
export function hashOf(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
