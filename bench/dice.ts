/** Random choices, the same ones for the same seed. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = mulberry32(seed);
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    return this.#next();
  }

  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  /** True in that share of throws. */
  falls(share: number): boolean {
    return this.#next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError('There is nothing to choose from.');
    return item;
  }

  /** That many different items, or all where there are fewer. */
  some<T>(list: readonly T[], size: number): T[] {
    const chosen = new Set<T>();
    while (chosen.size < Math.min(size, list.length)) chosen.add(this.pick(list));
    return [...chosen];
  }

  /** A distance from zero: mostly short, seldom several times the scale. */
  stray(scale: number): number {
    return -Math.log(1 - this.#next()) * scale;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const keyed = list.map((item) => ({ item, key: this.#next() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  }
}

/**
 * Tommy Ettinger's mulberry32 of 2017, in the public domain: 32 bits of state, far from
 * cryptographic, and the same numbers in every engine.
 * gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
