import { MarkFocus, type FocusMark } from './focus.ts';
import { keyAction, type KeyAction } from './keys.ts';
import { Tip } from './tip.ts';

/**
 * Defines `<exchanges-chart>`: adopts the drawings that the page came with, of which the width shows
 * one. The marks of each become one tab stop, and the lines of the mark in hand stand out. What is
 * drawn stays as it is, so nothing that draws is loaded. Importing this touches no document.
 */
export function defineExchangesChart(): void {
  customElements.define(
    'exchanges-chart',
    class extends HTMLElement {
      #isAdopted = false;

      connectedCallback() {
        if (this.#isAdopted) return;
        this.#isAdopted = true;
        const tip = this.querySelector<HTMLElement>('.tip');
        const rtl = getComputedStyle(this).direction === 'rtl';
        for (const svg of this.querySelectorAll<SVGSVGElement>('.plot')) {
          adopt(svg, rtl);
          new Tip(tip, svg);
        }
      }
    },
  );
}

function adopt(svg: SVGSVGElement, rtl: boolean): void {
  const isDown = svg.classList.contains('down');
  const marks = marksIn(svg, isDown, rtl);
  const focus = new MarkFocus(svg);
  focus.sync(marks, false);
  svg.addEventListener('focusin', ({ target }) => {
    const key = keyOf(target);
    focus.current = Math.max(
      0,
      marks.findIndex(({ id }) => id === key),
    );
    showLines(svg, key);
  });
  svg.addEventListener('pointerover', ({ target }) => {
    showLines(svg, keyOf(target));
  });
  for (const type of ['focusout', 'pointerleave'] as const) {
    svg.addEventListener(type, () => {
      showLines(svg, undefined);
    });
  }
  svg.addEventListener('keydown', (event) => {
    const action = keyAction(event, { isDown, rtl });
    const next = action && placeAfter(action, marks.length, focus);
    if (next === undefined) return;
    event.preventDefault();
    focus.focus(next);
  });
}

/** The marks of a drawing in the order of time, each with its row for a lane. */
function marksIn(svg: SVGSVGElement, isDown: boolean, rtl: boolean): FocusMark[] {
  const marks = [...svg.querySelectorAll('.mark')].map((mark) => {
    const [x, y] = ['x', 'y'].map((name) => parseFloat(mark.getAttribute(name) ?? '0'));
    return { id: mark.getAttribute('data-key') ?? '', x: x ?? 0, lane: y ?? 0 };
  });
  const along = ({ x }: { x: number }) => (isDown ? 0 : rtl ? -x : x);
  return marks
    .sort((a, b) => along(a) - along(b) || a.lane - b.lane)
    .map((mark, index) => ({ ...mark, members: [index] }));
}

/** The mark to which a key moves the focus; none for keys that mean nothing here. */
function placeAfter(action: KeyAction, count: number, focus: MarkFocus): number | undefined {
  switch (action) {
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    case 'next':
      return Math.min(focus.current + 1, count - 1);
    case 'previous':
      return Math.max(focus.current - 1, 0);
    case 'lane-above':
      return focus.neighbourLane(-1)?.members[0];
    case 'lane-below':
      return focus.neighbourLane(1)?.members[0];
    default:
      return undefined;
  }
}

function keyOf(target: EventTarget | null): string | undefined {
  const mark = target instanceof Element ? target.closest('.mark') : null;
  return mark?.getAttribute('data-key') ?? undefined;
}

/** Lets the lines of one mark stand out, or those of none. */
function showLines(svg: SVGSVGElement, mark: string | undefined): void {
  for (const line of svg.querySelectorAll('.arcs path')) {
    const ends = line.getAttribute('data-key')?.split(' ') ?? [];
    line.classList.toggle('on', mark !== undefined && ends.includes(mark));
  }
}
