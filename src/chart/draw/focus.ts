import type { SceneMark } from '../layout/scene.ts';

/** What the focus needs to know of a mark. */
export type FocusMark = Pick<SceneMark, 'id' | 'x' | 'lane' | 'members'>;

/** The marks of a chart as one tab stop: the arrows move the focus between them. */
export class MarkFocus {
  readonly #svg: SVGSVGElement;
  #marks: readonly FocusMark[] = [];
  /** Index of the event that has the focus, or would get it. */
  current = 0;

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
  }

  /** Whether a mark has the focus now. */
  has(): boolean {
    return this.#svg.contains(document.activeElement);
  }

  /**
   * After each drawing: one mark can be reached with Tab.
   * @param had whether a mark had the focus before; what was lost with its mark is put back.
   */
  sync(marks: readonly FocusMark[], had: boolean): void {
    this.#marks = marks;
    const stop = this.markOf(this.current) ?? marks[0];
    // Where no event is in sight, the keys still lead back to some.
    this.#svg.setAttribute('tabindex', stop ? '-1' : '0');
    for (const link of this.#svg.querySelectorAll('.mark a')) {
      const isStop = link.parentElement?.getAttribute('data-key') === stop?.id;
      link.setAttribute('tabindex', isStop ? '0' : '-1');
    }
    const isOnMark = this.has() && document.activeElement !== this.#svg;
    if (!had || isOnMark) return;
    if (stop) this.linkOf(stop.id)?.focus({ preventScroll: true });
    else this.#svg.focus({ preventScroll: true });
  }

  /** The mark that stands for an event. */
  markOf(event: number): FocusMark | undefined {
    return this.#marks.find(({ members }) => members.includes(event));
  }

  /** Gives the focus to the mark of an event, or to the drawing where that has none. */
  focus(event: number): void {
    this.current = event;
    const mark = this.markOf(event);
    if (!mark) {
      this.#svg.focus({ preventScroll: true });
      return;
    }
    const link = this.linkOf(mark.id);
    for (const other of this.#svg.querySelectorAll('.mark a[tabindex="0"]'))
      other.setAttribute('tabindex', '-1');
    link?.setAttribute('tabindex', '0');
    link?.focus();
  }

  linkOf(id: string): SVGAElement | null {
    return this.#svg.querySelector<SVGAElement>(`.mark[data-key="${CSS.escape(id)}"] a`);
  }

  /** The nearest mark in the next lane above (-1) or below (1) that has one. */
  neighbourLane(direction: 1 | -1): FocusMark | undefined {
    const here = this.markOf(this.current);
    if (!here) return undefined;
    const beyond = this.#marks.filter(({ lane }) => (lane - here.lane) * direction > 0);
    const lane = Math.min(...beyond.map((mark) => Math.abs(mark.lane - here.lane)));
    const near = beyond.filter((mark) => Math.abs(mark.lane - here.lane) === lane);
    return near.sort((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0];
  }
}
