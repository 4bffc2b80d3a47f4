import { select } from 'd3-selection';
import 'd3-transition';
import {
  zoom,
  zoomIdentity,
  zoomTransform,
  type D3ZoomEvent,
  type ZoomBehavior,
  type ZoomTransform,
} from 'd3-zoom';
import { zoomWindow } from '../layout/moves.ts';
import { limitWindow, type StoryScale, type Window } from '../layout/scale.ts';

/** Milliseconds that a move takes, so that one sees where one goes. */
const MOVE = 420;
/** Pixels that a finger moves before it is a pan and not a tap. */
const SLOP = 6;

/** What gestures need to know of the chart, and tell it. */
export interface GestureHost {
  scale: () => StoryScale;
  window: () => Window;
  /** Whether time runs down: then one finger scrolls the page, and two zoom. */
  isDown: () => boolean;
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
    select(svg).call(this.#zoom);
    svg.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) host.onPlainWheel();
      },
      { passive: true },
    );
    svg.addEventListener('pointerdown', (event) => {
      this.#panWithFinger(event);
    });
    svg.addEventListener('touchstart', (event) => {
      this.#pinchDownwards(event);
    });
  }

  /** Moves to a window: at once, or so that the way can be seen. */
  moveTo(window: Window, animated: boolean): void {
    const length = this.#length();
    if (length === 0) return;
    this.#zoom.extent([
      [0, 0],
      [length, length],
    ]);
    const target = this.#transformOf(window, length);
    const svg = select(this.#svg);
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // A double click is d3-zoom's own move, and is spared as well.
    this.#zoom.duration(isStill ? 0 : MOVE);
    if (!animated || isStill)
      svg.call((one) => {
        this.#zoom.transform(one, target);
      });
    else
      svg
        .transition()
        .duration(MOVE)
        .call((one) => {
          this.#zoom.transform(one, target);
        });
  }

  #length(): number {
    return this.#host.isDown() ? this.#svg.clientHeight : this.#svg.clientWidth;
  }

  #allows(event: Event): boolean {
    if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
    if (this.#host.isDown()) return false;
    // One finger scrolls the page or is followed below; two are a pinch.
    if (event.type.startsWith('touch')) return (event as TouchEvent).touches.length > 1;
    return !(event instanceof MouseEvent) || (event.button === 0 && !event.ctrlKey);
  }

  #windowOf({ k, x, y }: ZoomTransform): Window {
    const length = this.#length();
    const from = -(this.#host.isDown() ? y : x) / (k * length);
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
    const shift = -first * k * length;
    return zoomIdentity
      .translate(this.#host.isDown() ? 0 : shift, this.#host.isDown() ? shift : 0)
      .scale(k);
  }

  #isMirrored(): boolean {
    return this.#host.rtl && !this.#host.isDown();
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
      this.#zoom.translateBy(select(this.#svg), step / zoomTransform(this.#svg).k, 0);
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

  /** Where time runs down, places in time are no lengths: two fingers zoom about what is between. */
  #pinchDownwards({ touches }: TouchEvent): void {
    const [first, second] = touches;
    if (!first || !second || !this.#host.isDown()) return;
    const { top, height } = this.#svg.getBoundingClientRect();
    const share =
      Math.min(Math.max((first.clientY + second.clientY) / 2 - top, 0), height) / height;
    const before = this.#host.window();
    const about = before[0] + (before[1] - before[0]) * share;
    const apart = distance(first, second);
    const stop = new AbortController();
    const { signal } = stop;
    const move = (event: TouchEvent) => {
      const [one, other] = event.touches;
      if (!one || !other) return;
      event.preventDefault();
      const factor = distance(one, other) / apart;
      this.moveTo(zoomWindow(before, factor, about, this.#host.scale()), false);
    };
    this.#svg.addEventListener('touchmove', move, { signal, passive: false });
    for (const name of ['touchend', 'touchcancel'] as const) {
      this.#svg.addEventListener(
        name,
        () => {
          stop.abort();
        },
        { signal },
      );
    }
  }
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
