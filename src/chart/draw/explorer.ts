import { fill } from '../../model/fill.ts';
import { fits, type Found } from '../layout/filter.ts';
import type { ChartEvent, ChartInput } from '../layout/input.ts';
import { instantsOf, type Window } from '../layout/scale.ts';
import type { SceneMark } from '../layout/scene.ts';
import { parseView, printView, type KnownIds } from '../layout/view-link.ts';
import { FIRST_VIEW, type View } from '../layout/view.ts';
import { Card, scrollTo } from './card.ts';
import { FilterForm } from './filters.ts';
import type { ChartData, ChartHost, Step } from './host.ts';
import type { KeyAction } from './keys.ts';
import { listen } from './listen.ts';
import { Panels } from './panels.ts';
import type { Search } from './search.ts';
import { share } from './share.ts';
import { Stage } from './stage.ts';
import type { ChartWords } from './words.ts';

/** How far a button zooms, and which part of the window it moves. */
const ZOOM = 1.8;
const PAN = 0.5;
/** Milliseconds after the last move before the address follows. */
const REST = 250;

/** Holds the view of one chart, and keeps everything on the page that shows it in agreement. */
export class Explorer {
  readonly stage: Stage;
  readonly card: Card;
  readonly #data: ChartData;
  readonly #input: ChartInput;
  readonly #words: ChartWords;
  readonly #host: ChartHost;
  readonly #known: KnownIds;
  readonly #panels: Panels;
  readonly #form: FilterForm | undefined;
  readonly #stop = new AbortController();
  #view: View = FIRST_VIEW;
  #found: Found;
  #search: Promise<Search> | undefined;
  /** Whether the search is being fetched, and cannot say yet which events fit. */
  #isSearching = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** @throws when the page came without a drawing of the chart. */
  constructor(root: HTMLElement, data: ChartData, host: ChartHost) {
    const { input, words } = data;
    this.#data = data;
    this.#input = input;
    this.#words = words;
    this.#host = host;
    this.#known = knownIds(input);
    this.#panels = new Panels(root, input, words);
    this.card = new Card(this.#panels.part('card'), words, host.article);
    this.stage = new Stage(root, data, host, {
      onWindow: (window) => {
        this.#onWindow(window);
      },
      onPlainWheel: () => {
        this.#panels.hint();
      },
    });
    const form = root.querySelector('form');
    if (form) this.#form = new FilterForm(form, input, this.#view);
    this.restore();
    // Who follows a link to an event comes for the chart, not for the head of the page.
    if (this.#view.selected !== undefined && location.hash === '') scrollTo(root);
    listen(root, this, this.#stop.signal);
    root.toggleAttribute('data-live', true);
  }

  stop(): void {
    this.#stop.abort();
    this.stage.stop();
  }

  get isReading(): boolean {
    return this.#view.mode === 'reading';
  }

  // The view, and the address that restores it

  /** Shows the view that the address describes. */
  restore(): void {
    const { view, ignored } = parseView(this.#host.query(), this.#known);
    this.#apply(view);
    if (ignored.length > 0)
      this.#panels.notice(fill(this.#words.ignored, { ignored: ignored.join(', ') }));
  }

  /** Shows what the form asks for. */
  choose(): void {
    if (this.#form) this.#update(this.#form.read(), 'move');
  }

  #update(change: Partial<View>, step: Step): void {
    this.#apply({ ...this.#view, ...change });
    this.#remember(step);
  }

  #remember(step: Step): void {
    clearTimeout(this.#resting);
    this.#host.remember(printView(this.#view), step);
  }

  #apply(view: View): void {
    const before = this.#view;
    // Reading begins with the first event where a link names none.
    const first = view.mode === 'reading' ? this.#input.events[0]?.id : undefined;
    this.#view = { ...view, selected: view.selected ?? first };
    if (view.query !== before.query) this.#find(view.query);
    this.stage.show(this.#view, this.#found);
    this.#form?.show(this.#view, this.#found);
    if (this.#view.mode !== before.mode) this.#panels.showMode(this.#view);
    this.#showEvents();
    if (this.#view.selected !== before.selected) this.#showSelected();
  }

  /** Drawn and remembered: the address follows when the moving has come to rest. */
  #onWindow(window: Window): void {
    const instants = instantsOf(window, this.stage.scale);
    if (String(instants) === String(this.#view.window)) return;
    this.#view = { ...this.#view, window: instants };
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#remember('move');
    }, REST);
  }

  // Which events are shown

  #find(query: string): void {
    if (query === '') this.#found = undefined;
    else void this.#ask(query);
  }

  async #ask(query: string): Promise<void> {
    this.#isSearching = this.#found === undefined;
    try {
      this.#search ??= this.#host.openSearch();
      const find = await this.#search;
      if (query !== this.#view.query) return;
      this.#found = find(query);
    } catch {
      // What failed is asked for again next time.
      this.#search = undefined;
      this.#panels.notice(this.#words.searchFailed);
    }
    this.#isSearching = false;
    this.stage.show(this.#view, this.#found);
    this.#form?.show(this.#view, this.#found);
    this.#showEvents();
  }

  #shown(): ChartEvent[] {
    return this.#input.events.filter(fits(this.#input, this.#view, this.#found));
  }

  #showEvents(): void {
    if (!this.#isSearching) this.#panels.showEvents(this.#view, this.#shown());
  }

  // The selected event

  #showSelected(): void {
    const index = this.#input.events.findIndex(({ id }) => id === this.#view.selected);
    const event = this.#input.events[index];
    this.#panels.showSelected(event !== undefined);
    if (!event) {
      this.card.close();
      this.#panels.announce('');
      return;
    }
    this.stage.focus.current = index;
    this.stage.reveal(index, true);
    const shown = this.#shown();
    const at = shown.indexOf(event);
    const turn = { place: at + 1, all: shown.length, name: event.name };
    const { selected, selectedOutside, place, placeOutside } = this.#words;
    this.#panels.announce(fill(at < 0 ? selectedOutside : selected, turn));
    const shows = this.card.show(event, fill(at < 0 ? placeOutside : place, turn));
    // How much the card covers is known when it holds the event.
    void shows.then(() => {
      this.#keepInSight(index);
    });
    this.card.showEnds(at === 0, at === shown.length - 1);
    const next = shown[at + 1];
    if (next) this.#host.article(next).catch(() => undefined);
  }

  /** A page that is read begins at its top; else the card stands where it does not cover the mark. */
  #keepInSight(event: number): void {
    if (this.isReading) {
      this.card.begin();
      return;
    }
    const { focus, isDown } = this.stage;
    const mark = focus.markOf(event);
    const isLate = !isDown && this.stage.positionOf(event) > 0.5;
    this.card.clear(mark ? focus.linkOf(mark.id) : null, isLate ? 'start' : 'end');
  }

  /** Opens an event's card, or closes it. */
  select(id: string | undefined): void {
    if (id !== this.#view.selected) this.#update({ selected: id }, 'step');
  }

  /** Walks through the events that are shown, in the order of the story. */
  walk(step: 1 | -1): void {
    const shown = this.#shown();
    const place = shown.findIndex(({ id }) => id === this.#view.selected);
    const event = place < 0 ? shown[0] : shown[place + step];
    if (event) this.select(event.id);
  }

  /** Opens a mark: an event's card, or what a cluster holds. */
  open({ id, members }: SceneMark): void {
    const [first = 0] = members;
    this.stage.focus.current = first;
    if (members.length === 1) {
      this.select(id);
      this.card.focus();
    } else if (!this.stage.zoomTo(members)) {
      this.select(undefined);
      this.#panels.showSelected(true);
      this.card.showCluster(members, this.#input);
      this.#keepInSight(first);
      this.card.focus();
    }
  }

  /** Closes the card, or ends the reading, and gives the focus back to the mark. */
  close(): void {
    const { mode, selected } = this.#view;
    if (selected !== undefined)
      this.#update({ selected: undefined, mode: mode === 'reading' ? 'chart' : mode }, 'step');
    this.card.close();
    this.#panels.showSelected(false);
    this.stage.focusOn(this.stage.focus.current);
  }

  // What buttons and keys ask for

  /** Does what a button is named for; other names do nothing. */
  do(action: string): void {
    const { stage } = this;
    const actions: Record<string, () => void> = {
      'zoom-in': () => {
        stage.zoom(ZOOM);
      },
      'zoom-out': () => {
        stage.zoom(1 / ZOOM);
      },
      everything: () => {
        stage.showEverything();
      },
      earlier: () => {
        stage.pan(-PAN);
      },
      later: () => {
        stage.pan(PAN);
      },
      previous: () => {
        this.walk(-1);
      },
      next: () => {
        this.walk(1);
      },
      close: () => {
        this.close();
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
      // The link that was clicked carries the view as it is now.
      embed: () => {
        this.#remember('move');
      },
      share: () => {
        void this.#share();
      },
      'save-png': () => {
        void this.#save('png');
      },
      'save-svg': () => {
        void this.#save('svg');
      },
    };
    actions[action]?.();
  }

  /** Does what a key asks while a mark has the focus. */
  doKey(action: KeyAction): void {
    const { stage } = this;
    if (action === 'first') stage.focusOn(stage.events[0]);
    else if (action === 'last') stage.focusOn(stage.events.at(-1));
    else if (action === 'next' || action === 'previous')
      stage.focusNext(action === 'next' ? 1 : -1);
    else if (action === 'lane-below') stage.focusOn(stage.focus.neighbourLane(1)?.members[0]);
    else if (action === 'lane-above') stage.focusOn(stage.focus.neighbourLane(-1)?.members[0]);
    else this.do(action);
  }

  #clear(): void {
    const { kinds, actors, sources, disagree, query } = FIRST_VIEW;
    this.#update({ kinds, actors, sources, disagree, query }, 'step');
    this.#form?.clearQuery();
  }

  /** Reads the story in order, from the selected event or the first. */
  #read(): void {
    const selected = this.#view.selected ?? this.#shown()[0]?.id;
    this.#update({ mode: 'reading', selected }, 'step');
    this.card.focus();
  }

  async #save(format: 'png' | 'svg'): Promise<void> {
    const { rtl } = this.stage;
    const saved = { data: this.#data, view: this.#view, found: this.#found, rtl };
    try {
      await this.#host.save?.(format, saved);
    } catch {
      this.#panels.notice(this.#words.saveFailed);
    }
  }

  async #share(): Promise<void> {
    this.#remember('move');
    const address = this.#host.address();
    const outcome = await share(document.title, address);
    if (outcome === 'copied') this.#panels.notice(this.#words.linkCopied);
    if (outcome === 'refused') this.#panels.notice(`${this.#words.linkShown} ${address}`);
  }
}

function knownIds({ kinds, actors, sources, events }: ChartInput): KnownIds {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  return { kinds: ids(kinds), actors: ids(actors), sources: ids(sources), events: ids(events) };
}
