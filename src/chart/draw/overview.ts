import { brushX, type BrushBehavior, type D3BrushEvent } from 'd3-brush';
import { select } from 'd3-selection';
import { axisOf } from '../layout/across.ts';
import type { Plan } from '../layout/scene.ts';
import type { Window } from '../layout/scale.ts';
import { append, join, layer } from './join.ts';
import type { ChartWords } from './words.ts';

/** Height of the strip, and of the years below it, in pixels. */
const OVERVIEW_HEIGHT = 40;
const YEARS_HEIGHT = 18;
/** The strip is never narrower, so that years that have room here have it everywhere. */
const NARROWEST = 500;
const BINS = 96;
/** Part of the story by which an arrow key moves a handle, and most of the window that it may. */
const STEP = { story: 0.02, window: 0.1 };
/** Width of a handle, in pixels. */
const HANDLE = 24;

/** Draws how many events lie where in the whole story; adopts what is there. */
export function drawOverview(svg: SVGSVGElement, plan: Plan, rtl: boolean): void {
  const { columns } = plan;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const { at } of columns) {
    for (const share of at) {
      const bin = Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS)));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  const most = Math.max(1, ...counts);
  const bars = counts.flatMap((count, bin) => (count > 0 ? [{ bin, count }] : []));
  const height = ({ count }: { count: number }) =>
    Math.round(3 + (count / most) * (OVERVIEW_HEIGHT - 7));
  const percent = (share: number) => `${String(Math.round(share * 1e4) / 100)}%`;
  select(svg)
    .attr('class', 'overview')
    .attr('width', '100%')
    .attr('height', OVERVIEW_HEIGHT + YEARS_HEIGHT);
  join(
    layer(svg, 'density'),
    'rect',
    bars,
    ({ bin }) => bin,
    (group) => append(group, 'rect'),
  )
    .attr('x', ({ bin }) => percent((rtl ? BINS - 1 - bin : bin) / BINS))
    .attr('width', percent(0.8 / BINS))
    .attr('y', (bar) => OVERVIEW_HEIGHT - height(bar))
    .attr('height', height);
  const { major } = axisOf({ ...plan, size: { ...plan.size, width: NARROWEST } }, [0, 1]);
  join(
    layer(svg, 'years'),
    'text',
    major,
    ({ instant }) => instant,
    (group) => append(group, 'text', { 'aria-hidden': 'true', y: OVERVIEW_HEIGHT + 14 }),
  )
    .attr('x', ({ along }) => percent(rtl ? 1 - along / NARROWEST : along / NARROWEST))
    .text(({ label }) => label);
}

/** What the strip tells: the window that a reader chose. */
export type ChooseWindow = (window: Window) => void;

/** By what a brush is moved. */
type PointerInput = MouseEvent | TouchEvent;

/** The window on the strip: a brush for the pointer, and two sliders for the keyboard. */
export class OverviewBrush {
  readonly #svg: SVGSVGElement;
  readonly #brush: BrushBehavior<unknown>;
  readonly #group: SVGGElement;
  readonly #rtl: boolean;
  #window: Window = [0, 1];
  #width = 0;

  constructor(svg: SVGSVGElement, words: ChartWords, rtl: boolean, choose: ChooseWindow) {
    this.#svg = svg;
    this.#rtl = rtl;
    this.#group = layer(svg, 'brush');
    this.#brush = brushX<unknown>()
      .handleSize(HANDLE)
      .on('brush end', (event: D3BrushEvent<unknown>) => {
        // A move that the program made is not a reader's choice.
        if (!event.sourceEvent) return;
        if (event.selection) choose(this.#fromPixels(event.selection as [number, number]));
        // A click beside the window brings it there.
        else if (event.type === 'end') choose(this.#around(event.sourceEvent as MouseEvent));
      });
    this.#makeSliders(words, choose);
  }

  /** Draws the story under the window. */
  draw(plan: Plan): void {
    drawOverview(this.#svg, plan, this.#rtl);
  }

  /** Takes the width that the strip has now. */
  fit(): void {
    const width = this.#svg.clientWidth;
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    this.#brush.extent([
      [0, 0],
      [width, OVERVIEW_HEIGHT],
    ]);
    this.#brush(select(this.#group));
  }

  /** Shows a window; `words` say its ends to those who cannot see it. */
  show(window: Window, words: readonly [string, string]): void {
    this.#window = window;
    const width = this.#width;
    if (width === 0) return;
    const pixels = this.#toPixels(window, width);
    // Where all is in sight there is nothing to move: the pointer draws a window.
    this.#group.classList.toggle('whole', window[0] <= 0 && window[1] >= 1);
    this.#brush.move(select(this.#group), pixels);
    const ends = this.#rtl ? [pixels[1], pixels[0]] : pixels;
    select(this.#svg)
      .selectAll<SVGRectElement, unknown>('.slider')
      .attr('x', (_, index) => (ends[index] ?? 0) - HANDLE / 2)
      .attr('aria-valuenow', (_, index) => Math.round((window[index] ?? 0) * 1000) / 10)
      .attr('aria-valuetext', (_, index) => words[index] ?? '');
  }

  /** The window moved to where the pointer is. */
  #around(input: PointerInput): Window {
    const { clientX } =
      'changedTouches' in input ? (input.changedTouches[0] ?? { clientX: 0 }) : input;
    const x = clientX - this.#svg.getBoundingClientRect().left;
    const [place] = this.#fromPixels([x, x]);
    const half = (this.#window[1] - this.#window[0]) / 2;
    return [place - half, place + half];
  }

  #toPixels([from, to]: Window, width: number): [number, number] {
    return this.#rtl ? [(1 - to) * width, (1 - from) * width] : [from * width, to * width];
  }

  #fromPixels([left, right]: readonly [number, number]): Window {
    const width = this.#width;
    return this.#rtl ? [1 - right / width, 1 - left / width] : [left / width, right / width];
  }

  #makeSliders(words: ChartWords, choose: ChooseWindow): void {
    [words.windowStart, words.windowEnd].forEach((label, index) => {
      const slider = append(this.#svg, 'rect', {
        class: 'slider',
        width: HANDLE,
        height: OVERVIEW_HEIGHT,
        rx: 3,
        fill: 'url(#grip)',
        // From 0 to 100, as sliders are where nothing else is said.
        role: 'slider',
        tabindex: 0,
        'aria-label': label,
      });
      slider.addEventListener('keydown', (event) => {
        const moved = this.#moved(index, event.key);
        if (!moved) return;
        event.preventDefault();
        choose(moved);
      });
    });
  }

  /** The window after a key on one of its ends. */
  #moved(index: number, key: string): Window | undefined {
    const [from, to] = this.#window;
    const length = to - from;
    const small = Math.min(STEP.story, STEP.window * length);
    const forward = this.#rtl ? 'ArrowLeft' : 'ArrowRight';
    const backward = this.#rtl ? 'ArrowRight' : 'ArrowLeft';
    const steps: Record<string, number> = {
      [forward]: small,
      ArrowUp: small,
      [backward]: -small,
      ArrowDown: -small,
      PageUp: 5 * small,
      PageDown: -5 * small,
      Home: -1,
      End: 1,
    };
    const step = steps[key];
    if (step === undefined) return undefined;
    const least = Math.min(STEP.story, length) / 4;
    if (index === 0) return [Math.min(Math.max(0, from + step), to - least), to];
    return [from, Math.max(Math.min(1, to + step), from + least)];
  }
}
