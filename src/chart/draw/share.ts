import type { Panels } from './panels.ts';
import type { ChartWords } from './words.ts';

/** Hands an address to the system's sharing, else to the clipboard, else shows it; says so. */
export async function share(address: string, words: ChartWords, panels: Panels): Promise<void> {
  try {
    if (typeof navigator.share === 'function') {
      await navigator.share({ title: document.title, url: address });
      return;
    }
    await navigator.clipboard.writeText(address);
    panels.briefNotice(words.linkCopied);
  } catch (error) {
    // Who closes the system's dialogue has decided, and need not be told.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    panels.notice(`${words.linkShown} ${address}`);
  }
}
