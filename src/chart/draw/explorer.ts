import { fill } from '../../model/fill.ts';
import { fits, isFiltered, type Found } from '../layout/filter.ts';
import { anchorOf, type ChartEvent, type ChartInput } from '../layout/input.ts';
import { panWindow, windowAround, windowShowing, zoomWindow } from '../layout/moves.ts';
import { layoutChart, planChart } from '../layout/plan.ts';
import { instantsOf, limitWindow, windowOf, type Window } from '../layout/scale.ts';
import type { Plan, Scene, SceneMark, Size } from '../layout/scene.ts';
import { parseView, printView, type KnownIds } from '../layout/view-link.ts';
import { FIRST_VIEW, type View } from '../layout/view.ts';
import { Card, fetchArticle } from './card.ts';
import { drawChart, type ChartStyle } from './draw.ts';
import { makeChoices, readForm, syncForm } from './filters.ts';
import { MarkFocus } from './focus.ts';
import { Gestures } from './gestures.ts';
import { keyAction, type KeyAction } from './keys.ts';
import { showInList } from './list.ts';
import { drawOverview, OverviewBrush } from './overview.ts';
import type { Search } from './search.ts';
import { share } from './share.ts';
import { CHART_WIDTHS, sizeFor } from './sizes.ts';
import { Tip } from './tip.ts';
import type { ChartWords } from './words.ts';

/** What the page hands to the element, as JSON. */
export interface ChartData {
  input: ChartInput;
  symbols: ChartStyle['symbols'];
  words: ChartWords;
  /** Address of the documents to search. */
  search: string;
}

/** Whether a change of view is a step that the back button returns from. */
type Step = 'step' | 'move';

/** How far a button zooms, and which part of the window it moves. */
const ZOOM = 1.8;
const PAN = 0.5;
/** Milliseconds after the last move before the address follows. */
const REST = 250;
/** Width of the chart on paper, in pixels: A4 upright, and Letter, within usual margins. */
const PAPER = 700;
/** Milliseconds for which the hint about the wheel is shown. */
const HINT = 8000;

/** Holds the view of one chart, and keeps everything on the page that shows it in agreement. */
export class Explorer {
  readonly #root: HTMLElement;
  readonly #data: ChartData;
  readonly #style: ChartStyle;
  readonly #known: KnownIds;
  readonly #svg: SVGSVGElement;
  readonly #overview: SVGSVGElement | null;
  readonly #form: HTMLFormElement | null;
  readonly #focus: MarkFocus;
  readonly #gestures: Gestures;
  readonly #brush: OverviewBrush | undefined;
  readonly #tip: Tip;
  readonly #card: Card;
  readonly #stop = new AbortController();
  #view: View = FIRST_VIEW;
  #found: Found;
  #plan!: Plan;
  #scene!: Scene;
  #window: Window = [0, 1];
  #width = 0;
  #zoomText = 1;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #announced = '';
  #search: Promise<Search> | undefined;
  #hinted = false;

  /** @throws when the page came without a drawing of the chart. */
  constructor(root: HTMLElement, data: ChartData) {
    this.#root = root;
    this.#data = data;
    const { input, words, symbols } = data;
    const rtl = getComputedStyle(root).direction === 'rtl';
    this.#style = { words, symbols, rtl };
    this.#known = knownIds(input);
    this.#svg = keepOneDrawing(root);
    this.#overview = root.querySelector('svg.overview');
    this.#form = root.querySelector('form');
    this.#focus = new MarkFocus(this.#svg);
    this.#tip = new Tip(this.#part('tip'), this.#svg);
    this.#card = new Card(this.#part('card'), words);
    this.#gestures = new Gestures(this.#svg, {
      scale: () => this.#plan.scale,
      window: () => this.#window,
      isDown: () => this.#plan.size.direction === 'down',
      rtl,
      onWindow: (window) => {
        this.#showWindow(window);
      },
      onPlainWheel: () => {
        this.#hint();
      },
    });
    if (this.#overview) {
      this.#brush = new OverviewBrush(this.#overview, words, rtl, (window) => {
        this.#gestures.moveTo(limitWindow(window, this.#plan.scale), false);
      });
    }
    if (this.#form) makeChoices(this.#form, input);
    this.#measure();
    this.#listen();
    this.#restore();
    root.toggleAttribute('data-live', true);
  }

  stop(): void {
    this.#stop.abort();
  }

  #part(name: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }

  #say(part: 'status' | 'notice' | 'shown', text: string): void {
    const place = this.#part(part);
    if (place) place.textContent = text;
  }

  /** Takes the width and the reader's font size; says whether they ask for another layout. */
  #measure(): boolean {
    const available = this.#part('chart')?.clientWidth ?? this.#root.clientWidth;
    // A chart that is not shown has no width, and keeps the layout that it had.
    if (available === 0 && this.#width > 0) return false;
    const width = CHART_WIDTHS.findLast((one) => one <= available) ?? CHART_WIDTHS[0];
    const zoomText = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    if (width === this.#width && zoomText === this.#zoomText) return false;
    this.#width = width;
    this.#zoomText = zoomText;
    this.#setFrame(sizeFor(width, zoomText));
    return true;
  }

  #setFrame({ names, direction }: Size): void {
    const frame = this.#svg.parentElement;
    if (frame) frame.className = `chart-frame live ${names}`;
    this.#root.dataset.direction = direction;
  }

  // The view, and the address that restores it

  #restore(): void {
    const { view, ignored } = parseView(location.search, this.#known);
    this.#apply(view);
    const { words } = this.#data;
    if (ignored.length > 0)
      this.#say('notice', fill(words.ignored, { ignored: ignored.join(', ') }));
  }

  #update(change: Partial<View>, step: Step): void {
    this.#apply({ ...this.#view, ...change });
    this.#remember(step);
  }

  #remember(step: Step): void {
    clearTimeout(this.#resting);
    const query = printView(this.#view);
    const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
    if (step === 'step') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  #apply(view: View): void {
    const before = this.#view;
    // Reading begins with the first event where a link names none.
    const first = view.mode === 'reading' ? this.#data.input.events[0]?.id : undefined;
    this.#view = { ...view, selected: view.selected ?? first };
    if (view.query !== before.query) void this.#find(view.query);
    this.#replan();
    this.#gestures.moveTo(windowOf(view, this.#plan.scale), false);
    if (this.#view.selected !== before.selected || view.mode !== before.mode) this.#showSelected();
  }

  async #find(query: string): Promise<void> {
    this.#found = query === '' ? undefined : this.#found;
    if (query === '') return;
    try {
      this.#search ??= openSearch(this.#data.search);
      const find = await this.#search;
      if (query !== this.#view.query) return;
      this.#found = find(query);
    } catch {
      // What failed is asked for again next time.
      this.#search = undefined;
      this.#say('notice', this.#data.words.searchFailed);
      return;
    }
    this.#replan();
    this.#showWindow(this.#window);
  }

  #replan(): void {
    const { input, words } = this.#data;
    const size = sizeFor(this.#width, this.#zoomText);
    this.#plan = planChart(input, this.#view, size, words.others, this.#found);
    if (this.#overview) drawOverview(this.#overview, this.#plan, this.#style.rtl);
    if (this.#form) syncForm(this.#form, this.#view, input, this.#found);
    this.#showShown();
  }

  // Moving in time

  /** Draws a frame; the address follows when the moving has come to rest. */
  #showWindow(window: Window): void {
    this.#window = window;
    this.#scene = layoutChart(this.#plan, window, this.#view.selected);
    const had = this.#focus.has();
    drawChart(this.#svg, this.#scene, this.#style);
    this.#focus.sync(this.#scene.marks, had);
    this.#tip.hide();
    this.#showEnds(window);
    const instants = instantsOf(window, this.#plan.scale);
    if (String(instants) === String(this.#view.window)) return;
    this.#view = { ...this.#view, window: instants };
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#remember('move');
    }, REST);
  }

  #showEnds([from, to]: Window): void {
    const { scale } = this.#plan;
    const { language } = this.#data.input;
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    this.#brush?.show(
      [from, to],
      [day.format(scale.toInstant(from)), day.format(scale.toInstant(to))],
    );
    const [first, last] = [from <= 0, to >= 1];
    const [nearer] = limitWindow([from + (to - from) / 4, to - (to - from) / 4], scale);
    const ends = {
      earlier: first,
      later: last,
      everything: first && last,
      'zoom-out': first && last,
      'zoom-in': nearer <= from,
    };
    for (const [action, isEnd] of Object.entries(ends)) {
      this.#root
        .querySelector(`[data-do="${action}"]`)
        ?.setAttribute('aria-disabled', String(isEnd));
    }
  }

  /** Where an event's symbol stands in the story; nowhere when neither end of it is known. */
  #placesOf(member: number): number[] {
    const event = this.#data.input.events[member];
    const anchor = event ? anchorOf(event) : null;
    return anchor === null ? [] : [this.#plan.scale.toShare(anchor)];
  }

  /** Where buttons and keys zoom: at the mark that has the focus, else in the middle. */
  #centre(): number {
    const [place] = this.#focus.has() ? this.#placesOf(this.#focus.current) : [];
    const [from, to] = this.#window;
    return place !== undefined && place >= from && place <= to ? place : (from + to) / 2;
  }

  // What is shown beside the chart

  #shown(): ChartEvent[] {
    const { input } = this.#data;
    return input.events.filter(fits(input, this.#view, this.#found));
  }

  #showShown(): void {
    const { input, words } = this.#data;
    const shown = this.#shown();
    showInList(this.#root, shown);
    const counts = { shown: shown.length, all: input.events.length };
    const text = shown.length === 0 ? words.nothingFound : fill(words.shown, counts);
    this.#say('shown', text);
    this.#root.toggleAttribute('data-filtered', isFiltered(this.#view));
    const news = isFiltered(this.#view) ? text : '';
    if (news !== this.#announced) this.#say('status', news);
    this.#announced = news;
    if (this.#view.mode === 'table') void this.#fillTable(shown);
  }

  async #fillTable(shown: readonly ChartEvent[]): Promise<void> {
    const { fillTable } = await import('./table.ts');
    const table = this.#root.querySelector<HTMLTableElement>('.event-table');
    if (table) fillTable(table, this.#data.input, shown, this.#data.words);
  }

  #showSelected(): void {
    const { input, words } = this.#data;
    const { mode, selected } = this.#view;
    const index = input.events.findIndex(({ id }) => id === selected);
    const event = input.events[index];
    this.#root.dataset.mode = mode;
    this.#root
      .querySelector('[data-do=table]')
      ?.setAttribute('aria-pressed', String(mode === 'table'));
    this.#root.toggleAttribute('data-selected', event !== undefined);
    this.#showShown();
    if (!event) {
      this.#card.close();
      this.#say('status', this.#announced);
      return;
    }
    this.#focus.current = index;
    const [place] = this.#placesOf(index);
    if (place !== undefined) this.#gestures.moveTo(windowShowing(this.#window, place), true);
    const shown = this.#shown();
    const turn = { place: shown.indexOf(event) + 1, all: shown.length };
    this.#say('status', fill(words.selected, { ...turn, name: event.name }));
    void this.#card.show(event, fill(words.place, turn));
    const next = shown[turn.place];
    if (next) fetchArticle(next).catch(() => undefined);
  }

  #select(id: string | undefined): void {
    if (id !== this.#view.selected) this.#update({ selected: id }, 'step');
  }

  /** Walks through the events that are shown, in the order of the story. */
  #walk(step: 1 | -1): void {
    const shown = this.#shown();
    const place = shown.findIndex(({ id }) => id === this.#view.selected);
    const event = place < 0 ? shown[0] : shown[place + step];
    if (event) this.#select(event.id);
  }

  /** Opens a mark: an event's card, or what a cluster holds. */
  #open({ id, members }: SceneMark): void {
    this.#focus.current = members[0] ?? 0;
    if (members.length === 1) {
      this.#select(id);
      this.#card.focus();
      return;
    }
    const places = members.flatMap((member) => this.#placesOf(member));
    const around = windowAround(places, this.#plan.scale);
    const narrower = around[1] - around[0] < (this.#window[1] - this.#window[0]) * 0.9;
    if (narrower && Math.max(...places) > Math.min(...places)) {
      this.#gestures.moveTo(around, true);
      return;
    }
    this.#select(undefined);
    this.#root.toggleAttribute('data-selected', true);
    this.#card.showCluster(members, this.#data.input);
    this.#card.focus();
  }

  #close(): void {
    const mode = this.#view.mode === 'reading' ? 'chart' : this.#view.mode;
    this.#update({ selected: undefined, mode }, 'step');
    this.#card.close();
    this.#root.toggleAttribute('data-selected', false);
    this.#focus.focus(this.#focus.current);
  }

  // What a reader does

  #listen(): void {
    const { signal } = this.#stop;
    this.#root.addEventListener(
      'click',
      (event) => {
        this.#onClick(event);
      },
      { signal },
    );
    this.#root.addEventListener(
      'keydown',
      (event) => {
        this.#onKey(event);
      },
      { signal },
    );
    this.#svg.addEventListener(
      'focusin',
      (event) => {
        this.#onFocus(event);
      },
      { signal },
    );
    this.#form?.addEventListener(
      'input',
      () => {
        this.#onForm();
      },
      { signal },
    );
    this.#form?.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
      },
      { signal },
    );
    window.addEventListener(
      'popstate',
      () => {
        this.#restore();
      },
      { signal },
    );
    window.addEventListener(
      'beforeprint',
      () => {
        this.#drawForPrint();
      },
      { signal },
    );
    window.addEventListener(
      'afterprint',
      () => {
        this.#drawForScreen();
      },
      { signal },
    );
    this.#card.onSwipe((direction) => {
      if (this.#view.mode === 'reading')
        this.#walk(this.#style.rtl ? turned(direction) : direction);
    });
    const observer = new ResizeObserver(() => {
      if (this.#measure()) this.#replan();
      this.#gestures.moveTo(this.#window, false);
    });
    observer.observe(this.#part('chart') ?? this.#root);
    signal.addEventListener('abort', () => {
      observer.disconnect();
    });
  }

  #onForm(): void {
    if (this.#form) this.#update(readForm(this.#form), 'move');
  }

  /** Paper has a width of its own, and shows the whole story. */
  #drawForPrint(): void {
    const size = sizeFor(PAPER);
    this.#setFrame(size);
    const plan = planChart(
      this.#data.input,
      this.#view,
      size,
      this.#data.words.others,
      this.#found,
    );
    drawChart(this.#svg, layoutChart(plan, [0, 1]), this.#style);
  }

  #drawForScreen(): void {
    this.#setFrame(this.#plan.size);
    this.#showWindow(this.#window);
  }

  #onClick(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('[data-do]');
    if (button) this.#do(button.dataset.do ?? '');
    // A click with another button or a key is the browser's: a new tab, a download.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    const key = event.target.closest('.mark')?.getAttribute('data-key');
    const mark = this.#scene.marks.find(({ id }) => id === key);
    const link = event.target.closest<HTMLElement>('a[data-event]');
    if (!mark && !link) return;
    event.preventDefault();
    if (mark) this.#open(mark);
    if (!link) return;
    this.#select(link.dataset.event);
    this.#card.focus();
  }

  #do(action: string): void {
    const { scale } = this.#plan;
    const move = (window: Window) => {
      this.#gestures.moveTo(window, true);
    };
    const actions: Record<string, () => void> = {
      'zoom-in': () => {
        move(zoomWindow(this.#window, ZOOM, this.#centre(), scale));
      },
      'zoom-out': () => {
        move(zoomWindow(this.#window, 1 / ZOOM, this.#centre(), scale));
      },
      everything: () => {
        move([0, 1]);
      },
      earlier: () => {
        move(panWindow(this.#window, -PAN));
      },
      later: () => {
        move(panWindow(this.#window, PAN));
      },
      previous: () => {
        this.#walk(-1);
      },
      next: () => {
        this.#walk(1);
      },
      close: () => {
        this.#close();
      },
      clear: () => {
        this.#clear();
      },
      table: () => {
        this.#update({ mode: this.#view.mode === 'table' ? 'chart' : 'table' }, 'step');
      },
      read: () => {
        this.#read();
      },
      share: () => {
        void this.#share();
      },
    };
    actions[action]?.();
  }

  #clear(): void {
    const { kinds, actors, sources, disagree, query } = FIRST_VIEW;
    this.#update({ kinds, actors, sources, disagree, query }, 'step');
    const search = this.#form?.elements.namedItem('q');
    if (!(search instanceof HTMLInputElement)) return;
    search.value = '';
    // The button goes away with the filters: the focus must not go with it.
    search.focus();
  }

  /** Reads the story in order, from the selected event or the first. */
  #read(): void {
    const selected = this.#view.selected ?? this.#shown()[0]?.id;
    this.#update({ mode: 'reading', selected }, 'step');
    this.#card.focus();
  }

  async #share(): Promise<void> {
    this.#remember('move');
    const { words } = this.#data;
    const outcome = await share(document.title, location.href);
    if (outcome === 'copied') this.#say('notice', words.linkCopied);
    if (outcome === 'refused') this.#say('notice', `${words.linkShown} ${location.href}`);
  }

  #hint(): void {
    if (this.#hinted) return;
    this.#hinted = true;
    this.#say('notice', this.#data.words.wheelHint);
    setTimeout(() => {
      this.#say('notice', '');
    }, HINT);
  }

  #onFocus({ target }: FocusEvent): void {
    const key =
      target instanceof Element ? target.closest('.mark')?.getAttribute('data-key') : null;
    const mark = this.#scene.marks.find(({ id }) => id === key);
    if (mark && !mark.members.includes(this.#focus.current))
      this.#focus.current = mark.members[0] ?? 0;
  }

  // Keys, while the chart or the card has the focus

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#onEscape(event);
      return;
    }
    const isDown = this.#plan.size.direction === 'down';
    const inReading = this.#view.mode === 'reading' && this.#card.has(event.target);
    const action = keyAction(event, { isDown: isDown && !inReading, rtl: this.#style.rtl });
    if (inReading && (action === 'next' || action === 'previous'))
      this.#walk(action === 'next' ? 1 : -1);
    if (!action || !this.#focus.has()) return;
    event.preventDefault();
    this.#onChartKey(action);
  }

  #onEscape(event: KeyboardEvent): void {
    if (this.#tip.hide() || !this.#card.isOpen) return;
    event.preventDefault();
    this.#close();
  }

  #onChartKey(action: KeyAction): void {
    const events = this.#plan.columns.flatMap(({ event }) => [...event]).sort((a, b) => a - b);
    if (action === 'first') this.#stepTo(events[0]);
    else if (action === 'last') this.#stepTo(events.at(-1));
    else if (action === 'next' || action === 'previous')
      this.#step(events, action === 'next' ? 1 : -1);
    else if (action === 'lane-below') this.#stepTo(this.#focus.neighbourLane(1)?.members[0]);
    else if (action === 'lane-above') this.#stepTo(this.#focus.neighbourLane(-1)?.members[0]);
    else this.#do(action);
  }

  /** Moves the focus to the next event that has another mark. */
  #step(events: readonly number[], step: 1 | -1): void {
    const mark = this.#focus.markOf(this.#focus.current);
    let place = events.indexOf(this.#focus.current) + step;
    while (mark?.members.includes(events[place] ?? -1)) place += step;
    this.#stepTo(events[place]);
  }

  /** Gives the focus to an event, and moves the window where it does not show it. */
  #stepTo(event: number | undefined): void {
    if (event === undefined) return;
    const [place] = this.#placesOf(event);
    if (place !== undefined && !this.#focus.markOf(event)) {
      this.#gestures.moveTo(windowShowing(this.#window, place), false);
    }
    this.#focus.focus(event);
  }
}

/** Loads the search, with all that it searches, when it is first used. */
async function openSearch(address: string): Promise<Search> {
  return (await import('./search.ts')).openSearch(address);
}

function turned(direction: 1 | -1): 1 | -1 {
  return direction === 1 ? -1 : 1;
}

function knownIds({ kinds, actors, sources, events }: ChartInput): KnownIds {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  return { kinds: ids(kinds), actors: ids(actors), sources: ids(sources), events: ids(events) };
}

/** Of the drawings that the page came with, the one that is in sight stays. */
function keepOneDrawing(root: HTMLElement): SVGSVGElement {
  const frames = [...root.querySelectorAll<HTMLElement>('.chart-frame')];
  const kept = frames.find(({ clientWidth }) => clientWidth > 0) ?? frames[0];
  for (const frame of frames) if (frame !== kept) frame.remove();
  const svg = kept?.querySelector('svg');
  if (!svg) throw new Error('<timeline-chart> holds no drawing of a chart to take over.');
  svg.setAttribute('tabindex', '-1');
  return svg;
}
