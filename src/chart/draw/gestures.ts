import { select } from 'd3-selection';
import {
  zoom,
  zoomIdentity,
  zoomTransform,
  type D3ZoomEvent,
  type ZoomBehavior,
  type ZoomTransform,
} from 'd3-zoom';
import { wayBetween, zoomWindow } from '../layout/moves.ts';
import { limitWindow, type Share, type StoryScale, type Window } from '../layout/scale.ts';
import { Motion } from './motion.ts';

/** Pixels that a finger moves before it is a pan and not a tap. */
const SLOP = 6;

/** A point of the browser's window, in pixels. */
export type Point = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** What gestures need to know of the chart, and tell it. */
export interface GestureHost {
  scale: () => StoryScale;
  window: () => Window;
  /** Whether time runs down: then one finger scrolls the page. */
  isDown: () => boolean;
  /** The place in the story that is drawn at a point. */
  placeAt: (point: Point) => Share;
  /** Does something that changes the chart's height, and keeps the event at a point where it is. */
  holding: (point: Point, act: () => void) => void;
  rtl: boolean;
  onWindow: (window: Window) => void;
  /** A plain wheel turned over the chart: it scrolls the page, and a hint may say so. */
  onPlainWheel: () => void;
}

/** Binds drag, pinch, wheel, double click and one-finger pan to moving in time. */
export class Gestures {
  readonly #svg: SVGSVGElement;
  readonly #host: GestureHost;
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;
  readonly #motion = new Motion();
  /** Where a move that goes on leads to. */
  #goal: Window | undefined;

  constructor(svg: SVGSVGElement, host: GestureHost) {
    this.#svg = svg;
    this.#host = host;
    this.#zoom = zoom<SVGSVGElement, unknown>()
      .filter((event: Event) => this.#allows(event))
      .wheelDelta(wheelStep)
      .scaleExtent([1, Infinity])
      .constrain((transform) => this.#limited(transform))
      .on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        const [from, to] = this.#windowOf(transform);
        host.onWindow([Math.max(0, from), Math.min(1, to)]);
      });
    // Before d3-zoom, which keeps the wheels that it takes to itself.
    svg.addEventListener(
      'wheel',
      (event) => {
        this.#onWheel(event);
      },
      { passive: false },
    );
    svg.addEventListener('pointerdown', (event) => {
      this.stop();
      this.#panWithFinger(event);
    });
    svg.addEventListener('touchstart', (event) => {
      this.#pinch(event);
    });
    select(svg)
      .call(this.#zoom)
      .on('dblclick.zoom', (event: MouseEvent) => {
        this.#onDoubleClick(event);
      });
  }

  /** The window that is in sight, or will be when the move that goes on has ended. */
  get goal(): Window {
    return this.#goal ?? this.#host.window();
  }

  /** Moves to a window: at once, or so that the way can be seen. */
  moveTo(window: Window, animated: boolean): void {
    this.stop();
    if (!animated) {
      this.#show(window);
      return;
    }
    const here = this.#host.window();
    if (here[0] === window[0] && here[1] === window[1]) return;
    const way = wayBetween(here, window);
    this.#goal = window;
    this.#motion.start((part) => {
      if (part === 1) this.#goal = undefined;
      this.#show(way(part));
    });
  }

  /** Shows the window in the space that there is now; a move goes on. */
  fit(): void {
    this.#show(this.#host.window());
  }

  /** Ends a move where it is. */
  stop(): void {
    this.#goal = undefined;
    this.#motion.stop();
  }

  #show(window: Window): void {
    const length = this.#length();
    this.#zoom.extent([
      [0, 0],
      [length, length],
    ]);
    this.#zoom.transform(select(this.#svg), this.#transformOf(window, length));
  }

  /** Pixels of the time axis; where time runs down it has none, and d3-zoom holds shares alone. */
  #length(): number {
    // A drawing that is not shown has no width, and can be moved all the same.
    return (!this.#host.isDown() && this.#svg.clientWidth) || 1;
  }

  #allows(event: Event): boolean {
    if (this.#host.isDown()) return false;
    if (event instanceof WheelEvent) return zooms(event);
    return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
  }

  #windowOf({ k, x }: ZoomTransform): Window {
    const from = -x / (k * this.#length());
    const window: Window = [from, from + 1 / k];
    return this.#isMirrored() ? [1 - window[1], 1 - window[0]] : window;
  }

  /** What d3-zoom wishes, within the story and no shorter than an hour, about the same place. */
  #limited(transform: ZoomTransform): ZoomTransform {
    const [from, to] = this.#host.window();
    const wished = this.#windowOf(transform);
    const [first, last] = wished;
    const shorter = to - from - (last - first);
    const about = shorter > 0 ? first + ((last - first) * (first - from)) / shorter : undefined;
    return this.#transformOf(limitWindow(wished, this.#host.scale(), about), this.#length());
  }

  #transformOf([from, to]: Window, length: number): ZoomTransform {
    const first = this.#isMirrored() ? 1 - to : from;
    const k = 1 / (to - from);
    return zoomIdentity.translate(-first * k * length, 0).scale(k);
  }

  #isMirrored(): boolean {
    return this.#host.rtl && !this.#host.isDown();
  }

  /** What d3-zoom does not do: the wheel turned sideways, and where time runs down. */
  #onWheel(event: WheelEvent): void {
    const isDown = this.#host.isDown();
    if (zooms(event)) {
      this.stop();
      if (!isDown) return;
      event.preventDefault();
      this.#zoomDownwards(event, 2 ** wheelStep(event));
    } else if (Math.abs(event.deltaY) >= Math.abs(event.deltaX)) {
      this.#host.onPlainWheel();
    } else if (!isDown && zoomTransform(this.#svg).k > 1) {
      event.preventDefault();
      this.stop();
      this.#panBy(-event.deltaX);
    }
  }

  #panBy(pixels: number): void {
    this.#zoom.translateBy(select(this.#svg), pixels / zoomTransform(this.#svg).k, 0);
  }

  /** A double click or tap zooms in about its place; with the shift key, out. */
  #onDoubleClick(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey) return;
    event.preventDefault();
    const factor = event.shiftKey ? 1 / 2 : 2;
    const { isDown, window, placeAt, scale } = this.#host;
    if (isDown()) this.#zoomDownwards(event, factor);
    else this.moveTo(zoomWindow(window(), factor, placeAt(event), scale()), true);
  }

  /** Where time runs down, the chart has another height afterwards: what lay there stays there. */
  #zoomDownwards(point: Point, factor: number): void {
    const { placeAt, holding, scale } = this.#host;
    const window = zoomWindow(this.#host.window(), factor, placeAt(point), scale());
    holding(point, () => {
      this.moveTo(window, false);
    });
  }

  /**
   * One finger that moves along the time axis pans; one that moves across it scrolls the page
   * (`touch-action: pan-y`), which ends the pointer. d3-zoom would keep the page from scrolling.
   */
  #panWithFinger(down: PointerEvent): void {
    if (down.pointerType !== 'touch' || !down.isPrimary || this.#host.isDown()) return;
    const stop = new AbortController();
    const { signal } = stop;
    let last: number | undefined;
    const move = ({ isPrimary, clientX }: PointerEvent) => {
      if (!isPrimary || (last === undefined && Math.abs(clientX - down.clientX) < SLOP)) return;
      const step = clientX - (last ?? down.clientX);
      last = clientX;
      this.#panBy(step);
    };
    // A second finger makes it a pinch.
    const end = () => {
      stop.abort();
    };
    this.#svg.addEventListener('pointermove', move, { signal });
    for (const name of ['pointerup', 'pointercancel', 'pointerdown'] as const) {
      this.#svg.addEventListener(name, end, { signal });
    }
  }

  /**
   * Two fingers zoom about what is between them. What they touch may leave the page on the way:
   * then only it is told of them, which d3-zoom does not reckon with.
   */
  #pinch({ touches }: TouchEvent): void {
    const [first, second] = touches;
    if (!first || !second) return;
    const { isDown, window, placeAt, scale, holding } = this.#host;
    const before = window();
    const point = {
      clientX: (first.clientX + second.clientX) / 2,
      clientY: (first.clientY + second.clientY) / 2,
    };
    const about = placeAt(point);
    const apart = distance(first, second);
    const stop = new AbortController();
    const { signal } = stop;
    const move = (event: TouchEvent) => {
      const [one, other] = event.touches;
      if (!one || !other) return;
      event.preventDefault();
      const show = () => {
        this.moveTo(zoomWindow(before, distance(one, other) / apart, about, scale()), false);
      };
      if (isDown()) holding(point, show);
      else show();
    };
    const end = () => {
      stop.abort();
    };
    for (const { target } of [first, second]) {
      target.addEventListener('touchmove', move as EventListener, { signal, passive: false });
      for (const name of ['touchend', 'touchcancel'])
        target.addEventListener(name, end, { signal });
    }
  }
}

/** Whether a turn of the wheel is meant for the chart, and not for the page. */
function zooms({ ctrlKey, metaKey }: WheelEvent): boolean {
  return ctrlKey || metaKey;
}

/**
 * How far a turn of the wheel zooms, as a power of two. A pinch on a trackpad comes as a wheel
 * with Ctrl and small steps; d3-zoom enlarges these tenfold, and would a mouse's wheel as well.
 */
function wheelStep({ deltaY, deltaMode }: WheelEvent): number {
  const pixels = deltaMode === WheelEvent.DOM_DELTA_LINE ? deltaY * 25 : deltaY;
  return -pixels * (Math.abs(pixels) < 50 ? 0.02 : 0.006);
}

function distance(a: Touch, b: Touch): number {
  return Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
}
