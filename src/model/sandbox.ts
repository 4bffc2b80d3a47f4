/**
 * What a page in a frame of another site may do: run its script, and open its links outside the
 * frame. It has no origin of its own there, and no embed offers a download.
 */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
