import { fill } from '../../model/fill.ts';
import { fits } from '../layout/filter.ts';
import { extentOf, type ChartEvent, type ChartInput } from '../layout/input.ts';
import { instantsOf, type Window } from '../layout/scale.ts';
import type { SceneMark } from '../layout/scene.ts';
import { parseView, printView, type Known } from '../layout/view-link.ts';
import { FIRST_VIEW, type View } from '../layout/view.ts';
import { scrollTo } from './card.ts';
import { FilterForm } from './filters.ts';
import { Finder } from './finder.ts';
import type { ChartData, ChartHost, Step } from './host.ts';
import { listen } from './listen.ts';
import { Panels } from './panels.ts';
import { Selection } from './selection.ts';
import { Stage } from './stage.ts';
import type { ChartWords } from './words.ts';

/** Milliseconds after the last move before the address follows. */
const REST = 250;

/** Holds the view of one chart, and keeps everything on the page that shows it in agreement. */
export class Explorer {
  readonly stage: Stage;
  readonly selection: Selection;
  readonly #root: HTMLElement;
  readonly #data: ChartData;
  readonly #input: ChartInput;
  readonly #words: ChartWords;
  readonly #host: ChartHost;
  readonly #known: Known;
  readonly #panels: Panels;
  readonly #form: FilterForm | undefined;
  readonly #finder: Finder;
  #connection = new AbortController();
  #view: View = FIRST_VIEW;
  /** Whether the reader chose what is shown; a link shows its own window, and be it empty. */
  #isChoosing = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Once someone reads, a finger turns the pages. */
  #swipes: Promise<void> | undefined;
  /** How the move that goes on is remembered: a jump can be taken back. */
  #moveStep: Step = 'move';

  /** @throws when the page came without a drawing of the chart. */
  constructor(root: HTMLElement, data: ChartData, host: ChartHost) {
    const { input, words } = data;
    this.#root = root;
    this.#data = data;
    this.#input = input;
    this.#words = words;
    this.#host = host;
    this.#known = knownIn(input);
    this.#panels = new Panels(root, input, words);
    const watcher = {
      onWindow: (window: Window) => {
        this.#onWindow(window);
      },
      onPlainWheel: () => {
        this.#panels.hint();
      },
      onFit: () => {
        this.selection.keepInSight(this.#view);
      },
    };
    this.stage = new Stage(root, data, host, watcher);
    this.selection = new Selection(data, this.stage, this.#panels, host);
    this.#finder = new Finder(host.openSearch, (failed) => {
      this.#panels.notice(failed ? this.#words.searchFailed : '');
      this.#showFound();
      if (this.#isChoosing) this.#leadToFound();
    });
    const form = root.querySelector('form');
    if (form) this.#form = new FilterForm(form, input, this.#view);
  }

  /** Lays out what the address asks for, so that it has only to be drawn. */
  prepare(): void {
    const { view } = parseView(this.#host.query(), this.#known);
    this.stage.plan(view, this.#finder.found);
  }

  /** Takes the page over: shows the view of the address, and follows what a reader does. */
  start(): void {
    const root = this.#root;
    this.restore();
    // Who follows a link to an event comes for the chart, not for the head of the page.
    if (this.#view.selected !== undefined && location.hash === '') scrollTo(root);
    this.connect();
    root.toggleAttribute('data-live', true);
    // Set by a small script before the first painting, where a link has something to restore.
    delete document.documentElement.dataset.restoring;
  }

  /** Begins to follow what a reader does. */
  connect(): void {
    this.#connection.abort();
    this.#connection = new AbortController();
    listen(this.#root, this, this.#connection.signal);
  }

  /** Ends what moves and waits, and follows nothing any more. */
  disconnect(): void {
    this.#connection.abort();
    clearTimeout(this.#resting);
    this.stage.stop();
  }

  get isReading(): boolean {
    return this.#view.mode === 'reading';
  }

  // The view, and the address that restores it

  /** Shows the view that the address describes. */
  restore(): void {
    this.#isChoosing = false;
    const { view, ignored } = parseView(this.#host.query(), this.#known);
    this.#apply(view);
    if (ignored.length > 0)
      this.#panels.notice(fill(this.#words.ignored, { ignored: ignored.join(', ') }));
  }

  /** Shows what the form asks for. */
  choose(step: Step): void {
    if (!this.#form) return;
    this.selection.closeCluster();
    this.#isChoosing = true;
    this.#update(this.#form.read(), step);
    this.#leadToFound();
  }

  #update(change: Partial<View>, step: Step): void {
    this.#panels.notice('');
    this.#apply({ ...this.#view, ...change });
    this.remember(step);
  }

  /** Has the address tell the view as it is now. */
  remember(step: Step): void {
    clearTimeout(this.#resting);
    this.#moveStep = 'move';
    this.#host.remember(printView(this.#view), step);
  }

  #apply(wished: View): void {
    const before = this.#view;
    this.#view = wished;
    this.#finder.find(wished.query);
    if (wished.mode === 'reading') this.#view = this.#readable(wished);
    if (this.#view.mode !== before.mode) this.#panels.showMode(this.#view);
    if (this.isReading)
      this.#swipes ??= import('./swipe.ts').then(({ followSwipes }) => {
        followSwipes(this.#root, this);
      });
    this.#showFound();
    if (this.#view.selected !== before.selected) this.selection.show(this.#view, this.#shown());
  }

  /** Reading begins with the first event where none is selected; where there is none, it does not. */
  #readable(view: View): View {
    const selected = view.selected ?? this.#shown()[0]?.id;
    return selected === undefined ? { ...view, mode: 'chart' } : { ...view, selected };
  }

  /** Drawn and remembered: the address follows when the moving has come to rest. */
  #onWindow(window: Window): void {
    const instants = instantsOf(window, this.stage.scale);
    if (String(instants) === String(this.#view.window)) return;
    this.#view = { ...this.#view, window: instants };
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.remember(this.#moveStep);
      if (this.stage.isOperated) this.#panels.announceRange(this.stage.bar.range);
      // The chart may have another height now: what has the focus comes back into sight.
      this.stage.svg.querySelector(':focus-visible')?.scrollIntoView({ block: 'nearest' });
    }, REST);
  }

  // Which events are shown

  #shown(): ChartEvent[] {
    return this.#input.events.filter(fits(this.#input, this.#view, this.#finder.found));
  }

  #showFound(): void {
    const { found, isPending } = this.#finder;
    this.stage.show(this.#view, found);
    this.#form?.show(this.#view, found);
    if (isPending) {
      this.#panels.showSearching();
      return;
    }
    const shown = this.#shown();
    this.#panels.showEvents(this.#view, shown);
    this.selection.showPlace(this.#view, shown);
  }

  /** Who asks for events and finds some, but none in the window, is led to them. */
  #leadToFound(): void {
    if (this.#view.mode !== 'chart' || this.stage.countInSight > 0) return;
    if (this.#shown().length > 0) this.stage.showEverything();
  }

  // The selected event

  /** Opens an event's card, or closes it. */
  select(id: string | undefined, step: Step = 'step'): void {
    if (id === this.#view.selected) return;
    this.#update({ selected: id }, step);
    const { current } = this.stage.focus;
    if (id !== undefined && !this.stage.focus.markOf(current)) this.stage.reveal(current);
  }

  /** Walks through the events that are shown, in the order of the story. */
  walk(step: 1 | -1): void {
    const shown = this.#shown();
    const place = shown.findIndex(({ id }) => id === this.#view.selected);
    const event = place < 0 ? shown[0] : shown[place + step];
    // One step leads back to where the walk began, however long it was.
    if (event) this.select(event.id, 'move');
  }

  /** Opens a mark: an event's card, or what a cluster holds. */
  open(mark: SceneMark): void {
    const [first = 0] = mark.members;
    this.stage.focus.current = first;
    if (mark.members.length === 1) {
      this.select(mark.id);
      this.selection.card.focus();
    } else if (this.stage.zoomTo(mark.members)) {
      this.#moveStep = 'step';
    } else {
      this.select(undefined);
      this.selection.showCluster(mark, this.#view);
    }
  }

  /** Closes the card, or ends the reading, and gives the focus back to where the event is. */
  close(): void {
    const { mode, selected } = this.#view;
    if (selected !== undefined)
      this.#update({ selected: undefined, mode: mode === 'reading' ? 'chart' : mode }, 'step');
    this.selection.close();
    if (mode === 'table') this.#panels.focusRow(selected);
    else this.stage.focusOn(this.stage.focus.current);
  }

  // What buttons ask for

  /** Shows the table instead of the chart and the list, or these again. */
  toggleTable(): void {
    this.#update({ mode: this.#view.mode === 'table' ? 'chart' : 'table' }, 'step');
  }

  /** Reads the story in order, from the selected event or the first. */
  read(): void {
    this.#update({ mode: 'reading' }, 'step');
    if (this.isReading) this.selection.card.focus();
  }

  /** Shows the whole story; the way back leads to the part that was in sight. */
  showEverything(): void {
    if (this.#view.window) this.#moveStep = 'step';
    this.stage.showEverything();
  }

  /** Takes all filters away. */
  clear(): void {
    const { kinds, actors, sources, disagree, query } = FIRST_VIEW;
    this.#update({ kinds, actors, sources, disagree, query }, 'step');
    this.#form?.focusQuery();
  }

  /** Saves the view as a picture. */
  async save(format: 'png' | 'svg'): Promise<void> {
    const saved = {
      data: this.#data,
      view: this.#view,
      found: this.#finder.found,
      rtl: this.stage.rtl,
    };
    try {
      await this.#host.save?.(format, saved);
    } catch {
      this.#panels.notice(this.#words.saveFailed);
    }
  }

  /** Hands the link to this view to others. */
  async share(): Promise<void> {
    this.remember('move');
    const { share } = await import('./share.ts');
    await share(this.#host.address(), this.#words, this.#panels);
  }
}

function knownIn({ kinds, actors, sources, events }: ChartInput): Known {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  return {
    kinds: ids(kinds),
    actors: ids(actors),
    sources: ids(sources),
    events: ids(events),
    extent: extentOf(events),
  };
}
