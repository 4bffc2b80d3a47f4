/** From a width on, the height that a frame needs, both in pixels; the narrowest first. */
export type Heights = readonly (readonly [width: number, height: number])[];

/** A height above which WordPress cuts a frame off, and a frame of fixed height scrolls inside. */
export const MAX_FIXED_HEIGHT = 1000;

/** The tallest that a page may make its frame, in pixels. */
export const MAX_HEIGHT = 30_000;

/**
 * The height that a message of an embed asks for, in whole pixels up to the tallest; nothing for
 * any other message. See `heightMessages` in height.ts.
 */
export function heightIn(message: unknown): number | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { sentinel, type, height } = message as Record<string, unknown>;
  if (sentinel !== 'amp' || type !== 'embed-size') return undefined;
  return typeof height === 'number' && height > 0
    ? Math.min(Math.ceil(height), MAX_HEIGHT)
    : undefined;
}
