import type { Page } from 'playwright-core';

export type Point = readonly [x: number, y: number];

type Send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: Point[]) => Promise<unknown>;

/** Fingers on a page, through the devtools protocol: what the browser does with them is real. */
export class Fingers {
  readonly #send: Send;

  private constructor(send: Send) {
    this.#send = send;
  }

  /** The page's context must have touch. */
  static async on(page: Page): Promise<Fingers> {
    const session = await page.context().newCDPSession(page);
    return new Fingers((type, at) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: at.map(([x, y], id) => ({ x, y, id })),
      }),
    );
  }

  /** One finger from one point to another. */
  async drag(from: Point, to: Point): Promise<void> {
    await this.#move([from], [to]);
  }

  /** Two fingers above each other, or beside each other, from one distance to another. */
  async pinch([x, y]: Point, from: number, to: number, axis: 'x' | 'y'): Promise<void> {
    const apart = (distance: number): Point[] =>
      [-distance / 2, distance / 2].map((d) => (axis === 'x' ? [x + d, y] : [x, y + d]));
    await this.#move(apart(from), apart(to));
  }

  async #move(from: Point[], to: Point[]): Promise<void> {
    // A second finger comes down after the first.
    for (let count = 1; count <= from.length; count++)
      await this.#send('touchStart', from.slice(0, count));
    const steps = 12;
    for (let step = 1; step <= steps; step++) {
      const between = (a: number, b: number) => a + ((b - a) * step) / steps;
      const at = from.map(([x, y], index): Point => {
        const [endX, endY] = to[index] ?? [x, y];
        return [between(x, endX), between(y, endY)];
      });
      await this.#send('touchMove', at);
    }
    await this.#send('touchEnd', []);
  }
}
