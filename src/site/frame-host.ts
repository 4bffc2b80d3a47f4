import type { ChartData, ChartHost } from '../chart/draw/host.ts';
import type { Search } from '../chart/draw/search.ts';
import type { ChartEvent, ChartInput } from '../chart/layout/input.ts';
import { viewParameters } from '../chart/layout/view-link.ts';
import { foldText, wordsOf } from '../model/fold.ts';

/**
 * The chart in a frame of another page: it can fetch nothing, and has no address of its own. The
 * list holds what the cards show, and the link to the whole site leads to what is seen.
 */
export function frameHost({ input }: ChartData): ChartHost {
  const full = document.querySelector<HTMLAnchorElement>('a[data-part="full"]');
  let current = location.search;
  const show = (query: string) => {
    if (full) full.search = query;
  };
  show(viewIn(current));
  return {
    query: () => current,
    remember: (query) => {
      current = query;
      show(query);
    },
    address: () => full?.href ?? location.href,
    article: (event) => Promise.resolve(articleOf(event)),
    placeCard,
    openSearch: () => Promise.resolve(searchIn(input)),
  };
}

/** Of the parameters of a frame, those that the site knows too. */
function viewIn(query: string): string {
  const known = viewParameters();
  const parameters = [...new URLSearchParams(query)].filter(([name]) => known.includes(name));
  return String(new URLSearchParams(parameters));
}

/** Makes the article of a card out of the event's item in the list. */
function articleOf({ id }: ChartEvent): HTMLElement {
  const part = (selector: string) =>
    itemOf(id)?.querySelector(selector)?.cloneNode(true) ?? document.createTextNode('');
  const element = (tag: string, className: string, ...children: Node[]) => {
    const one = document.createElement(tag);
    one.className = className;
    one.append(...children);
    return one;
  };
  const kind = part('.visually-hidden').textContent?.replace(/^\(|\)$/g, '') ?? '';
  const kicker = [part('.kind-mark'), document.createTextNode(kind), part('.date')];
  const head = element(
    'div',
    'page-head',
    element('p', 'kicker', ...kicker, part('.disagree')),
    element('h2', '', part('a')),
    element('p', 'standfirst', ...part('.summary').childNodes),
  );
  return element('article', 'event', head, part('.meta'));
}

/**
 * The search in a frame: every word begins a word of the event's item or of who is involved. It
 * knows no quotes and forgives no letter, as the site's search does: that would weigh too much.
 */
function searchIn({ events, actors }: ChartInput): Search {
  const texts = events.map(({ id, actors: places }) => {
    const names = places.map((place) => actors[place]?.label ?? '');
    return [itemOf(id)?.textContent ?? '', ...names].join(' ');
  });
  const words = texts.map((text) => wordsOf(text).map(foldText));
  return (query) => {
    const wanted = wordsOf(query).map(foldText);
    const fits = (_: ChartEvent, index: number) =>
      wanted.every((want) => words[index]?.some((word) => word.startsWith(want)));
    return new Set(events.filter(fits).map(({ id }) => id));
  };
}

/** Pixels between a card and its mark. */
const CLEARANCE = 8;

/** A card that lies on a tall page begins below its mark, or ends above it where room is short. */
function placeCard(card: HTMLElement, mark: Element): void {
  if (getComputedStyle(card).position !== 'absolute') return;
  const page = card.offsetParent?.getBoundingClientRect() ?? new DOMRect();
  const { top, bottom } = mark.getBoundingClientRect();
  const below = bottom + CLEARANCE;
  const fits = below + card.offsetHeight <= page.bottom;
  const place = fits ? below : top - CLEARANCE - card.offsetHeight;
  card.style.top = `${String(Math.max(0, place - page.top))}px`;
  // Also where only the page around this frame can scroll; not unasked, as on loading.
  if (document.activeElement === card) card.scrollIntoView({ block: 'nearest' });
}

function itemOf(id: string): HTMLElement | null {
  return document.getElementById(`event-${id}`);
}
