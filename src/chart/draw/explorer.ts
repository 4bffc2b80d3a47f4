import { fits, isFiltered, type Found } from '../layout/filter.ts';
import { anchorOf, type ChartEvent, type ChartInput } from '../layout/input.ts';
import { panWindow, windowAround, windowShowing, zoomWindow } from '../layout/moves.ts';
import { layoutChart, planChart } from '../layout/plan.ts';
import { instantsOf, limitWindow, windowOf, type Window } from '../layout/scale.ts';
import type { Plan, Scene, SceneMark } from '../layout/scene.ts';
import { parseView, printView, type KnownIds } from '../layout/view-link.ts';
import { FIRST_VIEW, type View } from '../layout/view.ts';
import { fetchArticle, showCard, showCluster } from './card.ts';
import { drawChart, type ChartStyle } from './draw.ts';
import { makeChoices, readForm, syncForm } from './filters.ts';
import { MarkFocus } from './focus.ts';
import { Gestures } from './gestures.ts';
import { drawOverview, OverviewBrush } from './overview.ts';
import { CHART_WIDTHS, sizeFor } from './sizes.ts';
import { fillTable } from './table.ts';
import { Tip } from './tip.ts';
import { fillWords, type ChartWords } from './words.ts';

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

/** Holds the view of one chart, and keeps everything on the page that shows it in agreement. */
export class Explorer {
  readonly #root: HTMLElement;
  readonly #data: ChartData;
  readonly #style: ChartStyle;
  readonly #known: KnownIds;
  readonly #svg: SVGSVGElement;
  readonly #focus: MarkFocus;
  readonly #gestures: Gestures;
  readonly #brush: OverviewBrush | undefined;
  readonly #tip: Tip;
  readonly #stop = new AbortController();
  #view: View = FIRST_VIEW;
  #found: Found;
  #plan!: Plan;
  #scene!: Scene;
  #window: Window = [0, 1];
  #width = 0;
  #zoomText = 1;

  constructor(root: HTMLElement, data: ChartData) {
    this.#root = root;
    this.#data = data;
    const { input, words, symbols } = data;
    const rtl = getComputedStyle(root).direction === 'rtl';
    this.#style = { words, symbols, rtl };
    const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
    this.#known = {
      kinds: ids(input.kinds),
      actors: ids(input.actors),
      sources: ids(input.sources),
      events: ids(input.events),
    };
    this.#svg = this.#keepOneDrawing();
    this.#svg.setAttribute('tabindex', '-1');
    this.#focus = new MarkFocus(this.#svg);
    this.#tip = new Tip(this.#part('tip'), this.#svg);
    this.#gestures = new Gestures(this.#svg, {
      scale: () => this.#plan.scale,
      isDown: () => this.#plan.size.direction === 'down',
      rtl,
      onWindow: (window) => {
        this.#showWindow(window);
      },
      onPlainWheel: () => {
        this.#hint();
      },
    });
    const overview = root.querySelector<SVGSVGElement>('svg.overview');
    if (overview)
      this.#brush = new OverviewBrush(overview, words, rtl, (window) => {
        this.#moveTo(limitWindow(window, this.#plan.scale), false);
      });
    const form = this.#form();
    if (form) makeChoices(form, input);
    this.#measure();
    this.#listen();
    this.#restore();
    root.toggleAttribute('data-live', true);
  }

  stop(): void {
    this.#stop.abort();
  }

  // What is on the page

  #part(name: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }

  #form(): HTMLFormElement | null {
    return this.#root.querySelector('form');
  }

  /** Of the drawings that the page came with, the one that is in sight stays. */
  #keepOneDrawing(): SVGSVGElement {
    const frames = [...this.#root.querySelectorAll<HTMLElement>('.chart-frame')];
    const kept = frames.find(({ clientWidth }) => clientWidth > 0) ?? frames[0];
    for (const frame of frames) if (frame !== kept) frame.remove();
    const svg = kept?.querySelector('svg');
    if (!svg) throw new Error('<timeline-chart> holds no drawing of a chart to take over.');
    return svg;
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
    const frame = this.#svg.parentElement;
    const { names, direction } = sizeFor(width, zoomText);
    if (frame) frame.className = `chart-frame live ${names}`;
    this.#root.dataset.direction = direction;
    return true;
  }

  // The view

  #restore(): void {
    const { view, ignored } = parseView(location.search, this.#known);
    this.#apply(view, view.query !== this.#view.query);
    if (ignored.length > 0)
      this.#notice(fillWords(this.#data.words.ignored, { ignored: ignored.join(', ') }));
  }

  /** Changes the view, and the address with it. */
  #update(change: Partial<View>, step: Step): void {
    const view = { ...this.#view, ...change };
    const searches = view.query !== this.#view.query;
    this.#apply(view, searches);
    this.#remember(step);
  }

  #remember(step: Step): void {
    const query = printView(this.#view);
    const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
    if (step === 'step') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  #apply(view: View, searches: boolean): void {
    const before = this.#view;
    this.#view = view;
    if (searches) void this.#search(view.query);
    this.#replan();
    this.#gestures.moveTo(windowOf(view, this.#plan.scale), false);
    if (view.selected !== before.selected || view.mode !== before.mode) this.#showSelected();
  }

  async #search(query: string): Promise<void> {
    if (query === '') {
      this.#found = undefined;
      return;
    }
    try {
      const { openSearch } = await import('./search.ts');
      const search = await openSearch(this.#data.search);
      if (query !== this.#view.query) return;
      this.#found = search(query);
    } catch {
      this.#notice(this.#data.words.searchFailed);
      return;
    }
    this.#replan();
    this.#showWindow(this.#window);
  }

  #replan(): void {
    const { input, words } = this.#data;
    this.#plan = planChart(
      input,
      this.#view,
      sizeFor(this.#width, this.#zoomText),
      words.others,
      this.#found,
    );
    const overview = this.#root.querySelector<SVGSVGElement>('svg.overview');
    if (overview) drawOverview(overview, this.#plan, this.#style.rtl);
    const form = this.#form();
    if (form) syncForm(form, this.#view, input, this.#found);
    this.#showList();
  }

  // Moving in time

  #moveTo(window: Window, animated: boolean): void {
    this.#gestures.moveTo(window, animated);
  }

  /** Draws a frame; the address follows when the moving has come to rest. */
  #showWindow(window: Window): void {
    this.#window = window;
    this.#scene = layoutChart(this.#plan, window, this.#view.selected);
    const had = this.#focus.has();
    drawChart(this.#svg, this.#scene, this.#style);
    this.#focus.sync(this.#scene.marks, had);
    this.#tip.hide();
    const instants = instantsOf(window, this.#plan.scale);
    this.#showOverview(window);
    if (String(instants) === String(this.#view.window)) return;
    this.#view = { ...this.#view, window: instants };
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#remember('move');
    }, 250);
  }

  #resting: ReturnType<typeof setTimeout> | undefined;

  #showOverview(window: Window): void {
    const { scale } = this.#plan;
    const day = new Intl.DateTimeFormat(this.#data.input.language, {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    this.#brush?.show(window, [
      day.format(scale.toInstant(window[0])),
      day.format(scale.toInstant(window[1])),
    ]);
    for (const name of ['everything', 'zoom-out', 'earlier', 'later']) {
      const atEnd =
        name === 'earlier'
          ? window[0] <= 0
          : name === 'later'
            ? window[1] >= 1
            : window[0] <= 0 && window[1] >= 1;
      this.#root.querySelector(`[data-do="${name}"]`)?.setAttribute('aria-disabled', String(atEnd));
    }
  }

  // What is shown beside the chart

  #shown(): ChartEvent[] {
    const { input } = this.#data;
    return input.events.filter(fits(input, this.#view, this.#found));
  }

  #showList(): void {
    const shown = this.#shown();
    const { input, words } = this.#data;
    const ids = new Set(shown.map(({ id }) => id));
    for (const item of this.#root.querySelectorAll<HTMLElement>('li[id^="event-"]')) {
      item.hidden = !ids.has(item.id.slice('event-'.length));
    }
    for (const year of this.#root.querySelectorAll<HTMLElement>('.year')) {
      year.hidden = !year.querySelector('li:not([hidden])');
    }
    const status =
      shown.length === 0
        ? words.nothingFound
        : fillWords(words.shown, { shown: shown.length, all: input.events.length });
    const count = this.#part('shown');
    if (count) count.textContent = status;
    this.#root.toggleAttribute('data-filtered', isFiltered(this.#view));
    const filtered = isFiltered(this.#view) ? status : '';
    if (filtered !== this.#announced) this.#announce(filtered);
    this.#announced = filtered;
    const table = this.#root.querySelector('table');
    if (table && this.#view.mode === 'table') fillTable(table, input, shown, words);
  }

  #announced = '';

  #showSelected(): void {
    const { input, words } = this.#data;
    const { mode } = this.#view;
    this.#root.dataset.mode = mode;
    const index = this.#selectedIndex();
    const event = input.events[index];
    const card = this.#part('card');
    this.#root.toggleAttribute('data-selected', event !== undefined);
    if (!event) this.#announce('');
    this.#showList();
    if (!card) return;
    card.hidden = !event;
    if (!event) return;
    this.#focus.current = index;
    this.#gestures.moveTo(
      windowShowing(this.#window, this.#plan.scale.toShare(event.earliest ?? event.latest ?? 0)),
      true,
    );
    const shown = this.#shown();
    const place = shown.indexOf(event) + 1;
    const where = this.#part('card-place');
    if (where) where.textContent = fillWords(words.place, { place, all: shown.length });
    this.#announce(fillWords(words.selected, { place, all: shown.length, name: event.name }));
    void showCard(card, event, words, () => this.#view.selected === event.id);
    const next = shown[place];
    if (next) fetchArticle(next).catch(() => undefined);
  }

  #selectedIndex(): number {
    return this.#data.input.events.findIndex(({ id }) => id === this.#view.selected);
  }

  #select(id: string | undefined): void {
    if (id === this.#view.selected) return;
    this.#update({ selected: id }, 'step');
  }

  /** Walks through the events that are shown, in the order of the story. */
  #walk(step: 1 | -1): void {
    const shown = this.#shown();
    const place = shown.findIndex(({ id }) => id === this.#view.selected);
    const event = place < 0 ? shown[0] : shown[place + step];
    if (event) this.#select(event.id);
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
    this.#svg.addEventListener(
      'keydown',
      (event) => {
        this.#onChartKey(event);
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
    this.#root.addEventListener(
      'keydown',
      (event) => {
        this.#onKey(event);
      },
      { signal },
    );
    const form = this.#form();
    form?.addEventListener(
      'input',
      () => {
        this.#update(readForm(form), 'move');
      },
      { signal },
    );
    form?.addEventListener(
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
        this.#drawWhole();
      },
      { signal },
    );
    window.addEventListener(
      'afterprint',
      () => {
        this.#showWindow(this.#window);
      },
      { signal },
    );
    const observer = new ResizeObserver(() => {
      if (!this.#measure()) return;
      this.#replan();
      this.#gestures.moveTo(this.#window, false);
    });
    observer.observe(this.#part('chart') ?? this.#root);
    signal.addEventListener('abort', () => {
      observer.disconnect();
    });
    this.#listenToSwipes();
  }

  #drawWhole(): void {
    drawChart(this.#svg, layoutChart(this.#plan, [0, 1]), this.#style);
  }

  #onClick(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const plain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const mark = event.target.closest('.mark');
    const link = event.target.closest<HTMLElement>('a[data-event]');
    const button = event.target.closest<HTMLElement>('[data-do]');
    if (mark && plain) {
      event.preventDefault();
      this.#open(this.#scene.marks.find(({ id }) => id === mark.getAttribute('data-key')));
    } else if (link && plain) {
      event.preventDefault();
      this.#select(link.dataset.event);
      this.#focusCard();
    } else if (button) {
      this.#do(button.dataset.do ?? '');
    }
  }

  /** Opens a mark: an event's card, or what a cluster holds. */
  #open(mark: SceneMark | undefined): void {
    if (!mark) return;
    this.#focus.current = mark.members[0] ?? 0;
    if (mark.members.length === 1) {
      this.#select(mark.id);
      this.#focusCard();
      return;
    }
    const shares = mark.members.flatMap((member) => this.#placesOf(member));
    const around = windowAround(shares, this.#plan.scale);
    const narrower = around[1] - around[0] < (this.#window[1] - this.#window[0]) * 0.9;
    if (narrower && Math.max(...shares) > Math.min(...shares)) {
      this.#moveTo(around, true);
      return;
    }
    const card = this.#part('card');
    if (!card) return;
    this.#select(undefined);
    card.hidden = false;
    this.#root.toggleAttribute('data-selected', true);
    const where = this.#part('card-place');
    if (where) where.textContent = '';
    showCluster(card, mark.members, this.#data.input, this.#data.words);
    this.#focusCard();
  }

  /** Where an event's symbol stands in the story; nowhere when neither end of it is known. */
  #placesOf(member: number): number[] {
    const event = this.#data.input.events[member];
    const anchor = event ? anchorOf(event) : null;
    return anchor === null ? [] : [this.#plan.scale.toShare(anchor)];
  }

  #focusCard(): void {
    this.#part('card')?.focus();
  }

  #close(): void {
    const inReading = this.#view.mode === 'reading';
    this.#update({ selected: undefined, mode: inReading ? 'chart' : this.#view.mode }, 'step');
    const card = this.#part('card');
    if (card) card.hidden = true;
    this.#root.toggleAttribute('data-selected', false);
    this.#focus.focus(this.#focus.current);
  }

  #do(action: string): void {
    const { scale } = this.#plan;
    const centre = this.#centre();
    const actions: Record<string, () => void> = {
      'zoom-in': () => {
        this.#moveTo(zoomWindow(this.#window, 1.8, centre, scale), true);
      },
      'zoom-out': () => {
        this.#moveTo(zoomWindow(this.#window, 1 / 1.8, centre, scale), true);
      },
      everything: () => {
        this.#moveTo([0, 1], true);
      },
      earlier: () => {
        this.#moveTo(panWindow(this.#window, -0.5), true);
      },
      later: () => {
        this.#moveTo(panWindow(this.#window, 0.5), true);
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

  /** Where buttons and keys zoom: at the mark that has the focus, else in the middle. */
  #centre(): number {
    const [place] = this.#focus.has() ? this.#placesOf(this.#focus.current) : [];
    const [from, to] = this.#window;
    return place !== undefined && place >= from && place <= to ? place : (from + to) / 2;
  }

  #clear(): void {
    const { kinds, actors, sources, disagree, query } = FIRST_VIEW;
    this.#update({ kinds, actors, sources, disagree, query }, 'step');
    const search = this.#form()?.elements.namedItem('q');
    if (!(search instanceof HTMLInputElement)) return;
    search.value = '';
    // The button goes away with the filters: the focus must not go with it.
    search.focus();
  }

  /** Reads the story in order, from the selected event or the first. */
  #read(): void {
    const selected = this.#view.selected ?? this.#shown()[0]?.id;
    this.#update({ mode: 'reading', selected }, 'step');
    this.#focusCard();
  }

  async #share(): Promise<void> {
    this.#remember('move');
    const { words } = this.#data;
    const address = location.href;
    try {
      if (typeof navigator.share === 'function') {
        await navigator.share({ title: document.title, url: address });
        return;
      }
      await navigator.clipboard.writeText(address);
      this.#notice(words.linkCopied);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      this.#notice(`${words.linkShown} ${address}`);
    }
  }

  // Keys, while the chart or the card has the focus

  #onFocus(event: FocusEvent): void {
    const key =
      event.target instanceof Element
        ? event.target.closest('.mark')?.getAttribute('data-key')
        : null;
    const mark = this.#scene.marks.find(({ id }) => id === key);
    if (mark && !mark.members.includes(this.#focus.current))
      this.#focus.current = mark.members[0] ?? 0;
  }

  #onChartKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const down = this.#plan.size.direction === 'down';
    const forward = this.#style.rtl ? 'ArrowLeft' : 'ArrowRight';
    const backward = this.#style.rtl ? 'ArrowRight' : 'ArrowLeft';
    const keys: Record<string, () => void> = {
      [forward]: () => {
        this.#step(1);
      },
      [backward]: () => {
        this.#step(-1);
      },
      ArrowDown: () => {
        if (down) this.#step(1);
        else this.#changeLane(1);
      },
      ArrowUp: () => {
        if (down) this.#step(-1);
        else this.#changeLane(-1);
      },
      Home: () => {
        this.#stepTo(this.#plannedEvents()[0]);
      },
      End: () => {
        this.#stepTo(this.#plannedEvents().at(-1));
      },
      '+': () => {
        this.#do('zoom-in');
      },
      '=': () => {
        this.#do('zoom-in');
      },
      '-': () => {
        this.#do('zoom-out');
      },
      '0': () => {
        this.#do('everything');
      },
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Indices of the events that are shown, in the order of the story. */
  #plannedEvents(): number[] {
    return this.#plan.columns.flatMap(({ event }) => [...event]).sort((a, b) => a - b);
  }

  /** Moves the focus to the next event that has another mark, and the window with it. */
  #step(step: 1 | -1): void {
    const events = this.#plannedEvents();
    const mark = this.#focus.markOf(this.#focus.current);
    let place = events.indexOf(this.#focus.current) + step;
    while (mark?.members.includes(events[place] ?? -1)) place += step;
    this.#stepTo(events[place]);
  }

  #stepTo(event: number | undefined): void {
    if (event === undefined) return;
    const [place] = this.#placesOf(event);
    if (place !== undefined && !this.#focus.markOf(event))
      this.#moveTo(windowShowing(this.#window, place), false);
    this.#focus.focus(event);
  }

  #changeLane(direction: 1 | -1): void {
    const mark = this.#focus.neighbourLane(direction);
    if (mark) this.#focus.focus(mark.members[0] ?? 0);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      const card = this.#part('card');
      if (this.#tip.hide()) return;
      if (card && !card.hidden) {
        event.preventDefault();
        this.#close();
      }
      return;
    }
    const inCard = event.target instanceof Element && event.target.closest('[data-part=card]');
    if (!inCard || this.#view.mode !== 'reading' || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key === 'ArrowRight') this.#walk(this.#style.rtl ? -1 : 1);
    if (event.key === 'ArrowLeft') this.#walk(this.#style.rtl ? 1 : -1);
  }

  /** While reading in order, a swipe turns the page. */
  #listenToSwipes(): void {
    const card = this.#part('card');
    let start: PointerEvent | undefined;
    card?.addEventListener('pointerdown', (event) => {
      start = event.pointerType === 'touch' ? event : undefined;
    });
    card?.addEventListener('pointerup', (event) => {
      const moved = event.clientX - (start?.clientX ?? event.clientX);
      const across = Math.abs(event.clientY - (start?.clientY ?? event.clientY));
      start = undefined;
      if (this.#view.mode !== 'reading' || Math.abs(moved) < 48 || across > Math.abs(moved) / 2)
        return;
      this.#walk(moved < 0 !== this.#style.rtl ? 1 : -1);
    });
  }

  // What is said

  #announce(text: string): void {
    const status = this.#part('status');
    if (status) status.textContent = text;
  }

  /** A message for everyone, that goes away with the next one. */
  #notice(text: string): void {
    const notice = this.#part('notice');
    if (notice) notice.textContent = text;
  }

  #hint(): void {
    if (this.#hinted) return;
    this.#hinted = true;
    this.#notice(this.#data.words.wheelHint);
  }

  #hinted = false;
}
