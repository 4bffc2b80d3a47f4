/** Milliseconds that a move takes, so that one sees where one goes. */
const MOVE = 420;

/** One move at a time, by frames of the browser. No frame is asked for when nothing moves. */
export class Motion {
  #frame = 0;

  /**
   * Ends what runs, and calls `step` with how much of the way is done: from 0 to exactly 1 at last,
   * or 1 at once for readers who wish for less motion.
   */
  start(step: (part: number) => void): void {
    this.stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      step(1);
      return;
    }
    const begin = performance.now();
    const next = (now: number) => {
      // A frame may bear an earlier time than the call that asked for it.
      const time = Math.min(Math.max(0, now - begin) / MOVE, 1);
      // Asked for first, so that a step can stop the move.
      if (time < 1) this.#frame = requestAnimationFrame(next);
      step(eased(time));
    };
    this.#frame = requestAnimationFrame(next);
  }

  /** Leaves things where they are. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
  }
}

/** Slow, fast, slow: the cubic with flat ends (smoothstep). */
function eased(time: number): number {
  return time * time * (3 - 2 * time);
}
