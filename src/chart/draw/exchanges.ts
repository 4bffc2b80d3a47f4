import { select } from 'd3-selection';
import { layoutExchanges, type ExchangesInput } from '../layout/exchanges.ts';
import type { Scene, SceneMark } from '../layout/scene.ts';
import { drawChart, type ChartStyle } from './draw.ts';
import { MarkFocus } from './focus.ts';
import { keepOneDrawing, measureFrame } from './frame.ts';
import { keyAction, type KeyAction } from './keys.ts';
import { sizeFor } from './sizes.ts';
import { Tip } from './tip.ts';

/** What the page hands to the element, as JSON. */
export interface ExchangesData {
  input: ExchangesInput;
  symbols: ChartStyle['symbols'];
  words: ChartStyle['words'];
}

/** Draws the exchanges: as the chart, but a cluster leads to the first of its voices. */
export function drawExchanges(svg: SVGSVGElement, scene: Scene, style: ChartStyle): void {
  drawChart(svg, scene, style);
  const hrefs = new Map(scene.marks.map(({ id, event }) => [id, event.href]));
  select(svg)
    .selectAll<SVGElement, unknown>('.mark')
    .each(function () {
      const href = hrefs.get(this.getAttribute('data-key') ?? '');
      this.querySelector('a')?.setAttribute('href', href ?? '');
    });
}

/**
 * Defines `<exchanges-chart>`: takes over the picture that the page came with. Its marks become one
 * tab stop, and the lines of the mark in hand stand out. Importing this touches no document.
 */
export function defineExchangesChart(): void {
  customElements.define(
    'exchanges-chart',
    class extends HTMLElement {
      #stop: (() => void) | undefined;

      connectedCallback() {
        const script = this.querySelector('script[type="application/json"]');
        const data = JSON.parse(script?.textContent ?? '') as ExchangesData;
        this.#stop ??= takeOver(this, data);
      }

      disconnectedCallback() {
        this.#stop?.();
        this.#stop = undefined;
      }
    },
  );
}

/** @returns what ends the taking over. */
function takeOver(root: HTMLElement, { input, symbols, words }: ExchangesData): () => void {
  const rtl = getComputedStyle(root).direction === 'rtl';
  const svg = keepOneDrawing(root);
  const focus = new MarkFocus(svg);
  new Tip(root.querySelector<HTMLElement>('.tip'), svg);
  let scene: Scene | undefined;
  let drawn = '';
  const show = () => {
    const frame = measureFrame(root);
    if (!frame || drawn === JSON.stringify(frame)) return;
    drawn = JSON.stringify(frame);
    const size = sizeFor(frame.width, frame.zoomText);
    if (svg.parentElement) svg.parentElement.className = `chart-frame live ${size.names}`;
    scene = layoutExchanges(input, size);
    const had = focus.has();
    drawExchanges(svg, scene, { words, symbols, rtl });
    focus.sync(scene.marks, had);
  };
  svg.addEventListener('keydown', (event) => {
    const isDown = scene?.direction === 'down';
    const action = keyAction(event, { isDown, rtl });
    const next = action && scene && stepOf(action, scene.marks, focus);
    if (next === undefined) return;
    event.preventDefault();
    focus.focus(next);
  });
  for (const type of ['focusin', 'pointerover', 'focusout', 'pointerleave'] as const) {
    svg.addEventListener(type, ({ target }) => {
      const isLeaving = type === 'focusout' || type === 'pointerleave';
      const mark = !isLeaving && target instanceof Element ? target.closest('.mark') : null;
      showLines(svg, mark?.getAttribute('data-key') ?? undefined);
    });
  }
  const observer = new ResizeObserver(show);
  observer.observe(root);
  show();
  return () => {
    observer.disconnect();
  };
}

/** The event to which a key moves the focus; none for keys that mean nothing here. */
function stepOf(
  action: KeyAction,
  marks: readonly SceneMark[],
  focus: MarkFocus,
): number | undefined {
  const inOrder = [...marks].sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
  const here = inOrder.findIndex(({ members }) => members.includes(focus.current));
  const target = {
    first: () => inOrder[0],
    last: () => inOrder.at(-1),
    next: () => inOrder[Math.min(here + 1, inOrder.length - 1)],
    previous: () => inOrder[Math.max(here - 1, 0)],
    'lane-above': () => focus.neighbourLane(-1),
    'lane-below': () => focus.neighbourLane(1),
    'zoom-in': () => undefined,
    'zoom-out': () => undefined,
    everything: () => undefined,
  }[action]();
  return target?.members[0];
}

/** Lets the lines of one mark stand out, or those of none. */
function showLines(svg: SVGSVGElement, mark: string | undefined): void {
  for (const line of svg.querySelectorAll('.arcs path')) {
    const ends = line.getAttribute('data-key')?.split(' ') ?? [];
    line.classList.toggle('on', mark !== undefined && ends.includes(mark));
  }
}
