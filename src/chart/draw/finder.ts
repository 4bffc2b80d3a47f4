import type { Found } from '../layout/filter.ts';
import type { ChartHost } from './host.ts';
import type { Search } from './search.ts';

/** Finds the events that a reader's words fit; what does it is fetched when it is first used. */
export class Finder {
  readonly #open: ChartHost['openSearch'];
  readonly #onFound: (failed: boolean) => void;
  #search: Promise<Search> | undefined;
  #query = '';
  #found: Found;
  #isPending = false;

  /** @param onFound is told when the answer to the last words has come, or cannot be had. */
  constructor(open: ChartHost['openSearch'], onFound: (failed: boolean) => void) {
    this.#open = open;
    this.#onFound = onFound;
  }

  /** What the words found that were answered last. */
  get found(): Found {
    return this.#found;
  }

  /** Whether no words were answered yet, so that nothing can be said of what fits. */
  get isPending(): boolean {
    return this.#isPending;
  }

  /** Looks for words; none find every event, at once. */
  find(query: string): void {
    if (query === this.#query) return;
    this.#query = query;
    this.#isPending = query !== '' && this.#found === undefined;
    if (query === '') this.#found = undefined;
    else void this.#ask(query);
  }

  async #ask(query: string): Promise<void> {
    let failed = false;
    try {
      this.#search ??= this.#open();
      const find = await this.#search;
      if (query !== this.#query) return;
      this.#found = find(query);
    } catch {
      // What failed is asked for again next time.
      this.#search = undefined;
      failed = true;
    }
    this.#isPending = false;
    this.#onFound(failed);
  }
}
