import { fill } from '../../model/fill.ts';
import type { ChartEvent, ChartInput } from '../layout/input.ts';
import type { SceneMark } from '../layout/scene.ts';
import type { View } from '../layout/view.ts';
import { Card } from './card.ts';
import type { ChartHost } from './host.ts';
import type { Panels } from './panels.ts';
import type { Stage } from './stage.ts';
import type { ChartWords } from './words.ts';

/** The card of the selected event: what is in it, where it stands, and what is said of it. */
export class Selection {
  readonly card: Card;
  readonly #input: ChartInput;
  readonly #words: ChartWords;
  readonly #stage: Stage;
  readonly #panels: Panels;
  readonly #article: ChartHost['article'];

  constructor(
    { input, words }: { input: ChartInput; words: ChartWords },
    stage: Stage,
    panels: Panels,
    host: Pick<ChartHost, 'article' | 'placeCard'>,
  ) {
    this.#input = input;
    this.#words = words;
    this.#stage = stage;
    this.#panels = panels;
    this.#article = host.article;
    this.card = new Card(panels.part('card'), panels.part('bar'), words, host);
  }

  /** Opens the card of the view's event, and tells of it; closes it where there is none. */
  show(view: View, shown: readonly ChartEvent[]): void {
    const index = this.#input.events.findIndex(({ id }) => id === view.selected);
    const event = this.#input.events[index];
    this.#panels.showSelected(event !== undefined);
    if (!event) {
      this.card.close();
      this.#panels.announce('');
      return;
    }
    this.#stage.focus.current = index;
    const at = shown.indexOf(event);
    const { selected, selectedOutside } = this.#words;
    const turn = { place: at + 1, all: shown.length, name: event.name };
    this.#panels.announce(fill(at < 0 ? selectedOutside : selected, turn));
    const opened = this.card.show(event);
    this.showPlace(view, shown);
    this.keepInSight(view);
    // A page that is read begins where it begins, once it is there.
    void opened.then((isCurrent) => {
      if (isCurrent) this.keepInSight(view);
    });
    const next = shown[at + 1];
    if (next) this.#article(next).catch(() => undefined);
  }

  /** Says where the event stands among those that are shown, and which of them is a step away. */
  showPlace({ selected }: View, shown: readonly ChartEvent[]): void {
    if (selected === undefined) return;
    const at = shown.findIndex(({ id }) => id === selected);
    const { place, placeOutside } = this.#words;
    this.card.showPlace(fill(at < 0 ? placeOutside : place, { place: at + 1, all: shown.length }));
    this.card.showEnds(at === 0, at === shown.length - 1);
  }

  /** Lists what a cluster holds. */
  showCluster({ members }: SceneMark, view: View): void {
    this.#panels.showSelected(true);
    const { events } = this.#input;
    void this.card.showCluster(members.flatMap((member) => events[member] ?? []));
    this.keepInSight(view);
    this.card.focus();
  }

  /** What a cluster held may be others now. */
  closeCluster(): void {
    if (this.card.isOfCluster) this.close();
  }

  /** Closes what is open, without a word. */
  close(): void {
    this.card.close();
    this.#panels.showSelected(false);
  }

  /** A page that is read begins at its top; else the card stands where it does not cover the mark. */
  keepInSight({ mode }: View): void {
    if (!this.card.isOpen) return;
    const { focus, isDown } = this.#stage;
    const mark = focus.markOf(focus.current);
    if (mode === 'reading') this.card.begin();
    else this.card.clear(mark ? focus.linkOf(mark.id) : null, isDown);
  }
}
