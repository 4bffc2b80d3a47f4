/** Hands an address to the system's sharing, else to the clipboard; says what became of it. */
export async function share(title: string, url: string): Promise<'shared' | 'copied' | 'refused'> {
  try {
    if (typeof navigator.share === 'function') {
      await navigator.share({ title, url });
      return 'shared';
    }
    await navigator.clipboard.writeText(url);
    return 'copied';
  } catch (error) {
    // Who closes the system's dialogue has decided, and need not be told.
    return error instanceof DOMException && error.name === 'AbortError' ? 'shared' : 'refused';
  }
}
