import { wordEnds } from '../../model/date-format.ts';
import type { Found } from '../layout/filter.ts';
import type { ChartInput } from '../layout/input.ts';
import { shareAt } from '../layout/down.ts';
import { panWindow, windowAround, windowShowing, zoomWindow } from '../layout/moves.ts';
import { layoutChart, planChart } from '../layout/plan.ts';
import { limitWindow, windowOf, type Share, type Window } from '../layout/scale.ts';
import type { Plan, Scene, SceneMark, Size } from '../layout/scene.ts';
import { FIRST_VIEW, type View } from '../layout/view.ts';
import { ChartBar } from './chart-bar.ts';
import { drawChart, type ChartStyle } from './draw.ts';
import { MarkFocus } from './focus.ts';
import { Gestures, type Point } from './gestures.ts';
import type { ChartData, ChartHost } from './host.ts';
import type { OverviewBrush } from './overview.ts';
import { Room } from './room.ts';
import { Tip } from './tip.ts';
import type { ChartWords } from './words.ts';

/** What a plan depends on, beside the size and what the search found. */
const PLANNED = ['scale', 'grouping', 'kinds', 'actors', 'sources', 'disagree'] as const;

/** What the stage tells. */
export interface StageWatcher {
  /** The drawing has another size. */
  onFit: () => void;
  /** A frame was drawn that shows this window. */
  onWindow: (window: Window) => void;
  /** The wheel was turned over the chart without a key: that scrolls the page. */
  onPlainWheel: () => void;
}

/** The drawing of the chart and its overview: which part of the story is in sight, and where. */
export class Stage {
  readonly svg: SVGSVGElement;
  readonly focus: MarkFocus;
  readonly bar: ChartBar;
  readonly rtl: boolean;
  readonly #root: HTMLElement;
  readonly #input: ChartInput;
  readonly #style: ChartStyle;
  readonly #watcher: StageWatcher;
  readonly #gestures: Gestures;
  readonly #overview: OverviewBrush | undefined;
  readonly #tip: Tip;
  readonly #room: Room;
  readonly #words: ChartWords;
  #view: View = FIRST_VIEW;
  #found: Found;
  #plan!: Plan;
  #scene!: Scene;
  #window: Window = [0, 1];

  /** @throws when the page came without a drawing of the chart. */
  constructor(
    root: HTMLElement,
    { input, words, symbols }: ChartData,
    { overview: Overview }: Pick<ChartHost, 'overview'>,
    watcher: StageWatcher,
  ) {
    this.#root = root;
    this.#input = input;
    this.#watcher = watcher;
    this.#words = words;
    this.rtl = getComputedStyle(root).direction === 'rtl';
    this.#style = { words, symbols, rtl: this.rtl };
    this.svg = keepOneDrawing(root);
    this.#room = new Room(this.svg.closest('[data-part="chart"]') ?? root);
    this.focus = new MarkFocus(this.svg);
    this.#tip = new Tip(root.querySelector('[data-part="tip"]'), this.svg);
    this.bar = new ChartBar(root, words);
    this.#gestures = new Gestures(this.svg, {
      scale: () => this.#plan.scale,
      window: () => this.#window,
      isDown: () => this.isDown,
      placeAt: (point) => this.#placeAt(point),
      holding: (point, act) => {
        this.#hold(point, act);
      },
      rtl: this.rtl,
      onWindow: (window) => {
        this.#draw(window);
      },
      onPlainWheel: watcher.onPlainWheel,
    });
    const strip = root.querySelector<SVGSVGElement>('svg.overview');
    if (strip && Overview) {
      const choose = (window: Window) => {
        this.#moveTo(limitWindow(window, this.#plan.scale), false);
      };
      this.#overview = new Overview(strip, words, this.rtl, choose);
    }
  }

  /** Whether time runs down the page. */
  get isDown(): boolean {
    return this.#plan.size.direction === 'down';
  }

  get scale(): Plan['scale'] {
    return this.#plan.scale;
  }

  /** Indices of the events that the chart holds, in the order of the story. */
  get events(): number[] {
    return this.#plan.columns.flatMap(({ event }) => [...event]).sort((a, b) => a - b);
  }

  /** Whether a reader moves in time with keys or buttons now. */
  get isOperated(): boolean {
    return this.focus.has() || this.bar.hasFocus;
  }

  /** Ends what moves. */
  stop(): void {
    this.#gestures.stop();
  }

  hideTip(): boolean {
    return this.#tip.hide();
  }

  /** Lays out the events of a view, where they, their lanes or the room are others. */
  plan(view: View, found: Found): void {
    const isSame = PLANNED.every((part) => view[part] === this.#view[part]);
    const isFound = found === this.#found;
    this.#view = view;
    this.#found = found;
    if (this.#room.measure() === 'layout' || !isSame || !isFound) this.#layOut();
  }

  /** Shows the window of a view, and its events. */
  show(view: View, found: Found): void {
    this.plan(view, found);
    this.#overview?.fit();
    this.#moveTo(windowOf(view, this.#plan.scale), false);
  }

  /** Fits the drawing to the space and the size of text that it has now. */
  fit(): void {
    const change = this.#room.measure();
    if (!change) return;
    if (change === 'layout') this.#layOut();
    this.#overview?.fit();
    this.#gestures.fit();
    this.#watcher.onFit();
  }

  /** Paper has a width of its own, and shows the whole story. */
  drawForPrint(): void {
    const size = this.#room.onPaper(this.#isNamed);
    this.#setFrame(size);
    const plan = planChart(this.#input, this.#view, size, this.#words.others, this.#found);
    drawChart(this.svg, layoutChart(plan, [0, 1]), this.#style);
  }

  drawForScreen(): void {
    this.#setFrame(this.#plan.size);
    this.#draw(this.#window);
  }

  /** Keeps the axis in sight where the page has scrolled beyond it, under what stays above it. */
  lift(): void {
    if (this.#view.mode !== 'chart') return;
    const axis = this.svg.querySelector(':scope > .axis');
    const { top, height } = this.svg.getBoundingClientRect();
    const lift = Math.min(this.bar.bottom - top, height - 2 * this.#scene.top);
    if (lift <= 0 || this.isDown) axis?.removeAttribute('transform');
    else axis?.setAttribute('transform', `translate(0,${String(lift)})`);
  }

  /** Zooms by a factor, about the mark that has the focus or else the middle. */
  zoom(factor: number): void {
    const [place] = this.focus.has() ? this.#placesOf(this.focus.current) : [];
    const window = this.#gestures.goal;
    const [from, to] = window;
    const inSight = place !== undefined && place >= from && place <= to;
    const about = inSight ? place : (from + to) / 2;
    this.#moveTo(zoomWindow(window, factor, about, this.#plan.scale), true);
  }

  /** Moves by a part of the window, positive towards later. */
  pan(part: number): void {
    this.#moveTo(panWindow(this.#gestures.goal, part), true);
  }

  showEverything(): void {
    this.#moveTo([0, 1], true);
  }

  /** Moves the window where it does not show the event. */
  reveal(event: number, animated = true): void {
    const [place] = this.#placesOf(event);
    if (place !== undefined) this.#moveTo(windowShowing(this.#window, place), animated);
  }

  /** Zooms to the extent of events; says whether that parts them. */
  zoomTo(events: readonly number[]): boolean {
    const places = events.flatMap((event) => this.#placesOf(event));
    const around = windowAround(places, this.#plan.scale);
    const isNarrower = around[1] - around[0] < (this.#window[1] - this.#window[0]) * 0.9;
    if (!isNarrower || Math.max(...places) === Math.min(...places)) return false;
    this.#moveTo(around, true);
    return true;
  }

  /** The mark that an element belongs to. */
  markAt(target: EventTarget | null): SceneMark | undefined {
    const element = target instanceof Element ? target.closest('.mark') : null;
    if (!element) return undefined;
    const key = element.getAttribute('data-key');
    return this.#scene.marks.find(({ id }) => id === key);
  }

  /** Remembers the mark to which the focus has come by itself. */
  follow(target: EventTarget | null): void {
    const mark = this.markAt(target);
    if (mark && !mark.members.includes(this.focus.current))
      this.focus.current = mark.members[0] ?? 0;
  }

  /** Gives the focus to an event's mark, and moves the window where it does not show it. */
  focusOn(event: number | undefined): void {
    if (event === undefined) return;
    if (!this.focus.markOf(event)) this.reveal(event, false);
    this.focus.focus(event);
  }

  /** Gives the focus to the next event that has another mark. */
  focusNext(step: 1 | -1): void {
    const { events } = this;
    const mark = this.focus.markOf(this.focus.current);
    let place = events.indexOf(this.focus.current) + step;
    while (mark?.members.includes(events[place] ?? -1)) place += step;
    this.focusOn(events[place]);
  }

  get #isNamed(): boolean {
    return this.#view.grouping !== 'none';
  }

  #setFrame({ names, direction }: Size): void {
    const frame = this.svg.parentElement;
    if (frame) frame.className = `chart-frame live ${names}`;
    this.#root.dataset.direction = direction;
  }

  #layOut(): void {
    const size = this.#room.size(this.#isNamed);
    this.#setFrame(size);
    this.#plan = planChart(this.#input, this.#view, size, this.#words.others, this.#found);
    this.#overview?.draw(this.#plan);
  }

  /** Moves to a window; what is not on the page takes it when it comes back. */
  #moveTo(window: Window, animated: boolean): void {
    if (this.#view.mode === 'chart') {
      this.#gestures.moveTo(window, animated);
      return;
    }
    this.#window = window;
    this.#watcher.onWindow(window);
  }

  #draw(window: Window): void {
    this.#window = window;
    this.#scene = layoutChart(this.#plan, window, this.#view.selected);
    const had = this.focus.has();
    drawChart(this.svg, this.#scene, this.#style);
    this.focus.sync(this.#scene.marks, had);
    this.#tip.hide();
    const ends = window.map(this.#plan.scale.toInstant) as [number, number];
    this.#overview?.show(window, wordEnds(...ends, this.#input.language));
    this.bar.show(window, this.#plan, this.countInSight);
    this.#watcher.onWindow(window);
  }

  /** How many events are in sight. */
  get countInSight(): number {
    return this.#scene.marks.reduce((sum, { members }) => sum + members.length, 0);
  }

  /** The place in the story that is drawn at a point. */
  #placeAt({ clientX, clientY }: Point): Share {
    const { left, right, top, width } = this.svg.getBoundingClientRect();
    const [from, to] = this.#window;
    // What began before the window has its line in it, and its place outside.
    if (this.isDown)
      return Math.min(Math.max(from, shareAt(this.#scene, this.#plan, clientY - top)), to);
    const along = (this.rtl ? right - clientX : clientX - left) / width;
    return from + (to - from) * along;
  }

  /** Where time runs down: keeps the event nearest to a point there, whatever the act does. */
  #hold({ clientY }: Point, act: () => void): void {
    const top = () => this.svg.getBoundingClientRect().top;
    const distance = ({ y }: SceneMark) => Math.abs(top() + y - clientY);
    const [held] = this.#scene.marks.toSorted((a, b) => distance(a) - distance(b));
    const before = held ? top() + held.y : 0;
    act();
    const mark =
      held && this.#scene.marks.find(({ members }) => members.includes(held.members[0] ?? 0));
    if (mark) scrollBy(0, top() + mark.y - before);
  }

  /** Where an event's symbol stands in the story; nowhere when neither end of it is known. */
  #placesOf(event: number): Share[] {
    const place = this.#plan.scale.places[event];
    return place === undefined ? [] : [place];
  }
}

/** Of the drawings that the page came with, the one that is in sight stays. */
function keepOneDrawing(root: HTMLElement): SVGSVGElement {
  const frames = [...root.querySelectorAll<HTMLElement>('.chart-frame')];
  const kept = frames.find(({ clientWidth }) => clientWidth > 0) ?? frames[0];
  for (const frame of frames) if (frame !== kept) frame.remove();
  const svg = kept?.querySelector('svg');
  if (!svg) throw new Error('<timeline-chart> holds no drawing to take over.');
  svg.setAttribute('tabindex', '-1');
  return svg;
}
