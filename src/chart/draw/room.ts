import type { Size } from '../layout/scene.ts';
import { CHART_WIDTHS, sizeFor } from './sizes.ts';

/** Width of the chart on paper, in pixels of the style for print: A4 upright, and Letter. */
const PAPER = 880;

/** The room that the chart has on the page: its width, and the reader's size of text. */
export class Room {
  readonly #frame: Element;
  /** Pixels beside the page's edges, and the width that the drawing has of them. */
  #available = 0;
  #width = 0;
  #zoomText = 1;

  constructor(frame: Element) {
    this.#frame = frame;
  }

  /** Looks again; says what has changed: the layout that the room asks for, its width, or nothing. */
  measure(): 'layout' | 'width' | undefined {
    const before = this.#available;
    this.#available = this.#frame.clientWidth;
    // A chart that is not shown has no width, and keeps the layout that it had.
    if (this.#available > 0 || this.#width === 0) {
      const width = CHART_WIDTHS.findLast((one) => one <= this.#available) ?? CHART_WIDTHS[0];
      const zoomText = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      const isSame = width === this.#width && zoomText === this.#zoomText;
      this.#width = width;
      this.#zoomText = zoomText;
      if (!isSame) return 'layout';
    }
    return this.#available === before ? undefined : 'width';
  }

  /** @param named whether the chart's lanes have names. */
  size(named: boolean): Size {
    return sizeFor(this.#width, this.#zoomText, named);
  }

  /** The size on paper, which has a width of its own. */
  onPaper(named: boolean): Size {
    return sizeFor(PAPER, this.#zoomText, named);
  }
}
