import type { ChartEvent, ChartInput } from './input.ts';
import { estimateWidth } from './measure.ts';
import type { Wish } from './plan.ts';
import type { Size } from './scene.ts';
import { FIRST_VIEW } from './view.ts';

/** Inputs and sizes for the tests of the layout. Nothing that is told here happened. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const YEAR = 365.25 * DAY;

export const KINDS: ChartInput['kinds'] = [
  { id: 'plan', label: 'Plans', single: 'Plan', shape: 'circle' },
  { id: 'report', label: 'Reports', single: 'Report', shape: 'square' },
  { id: 'denial', label: 'Denials', single: 'Denial', shape: 'diamond' },
  { id: 'visit', label: 'Visits', single: 'Visit', shape: 'star' },
];

export const ACTORS = Array.from({ length: 10 }, (_, index) => ({
  id: `actor-${String(index)}`,
  label: `Bridge office ${String(index)}`,
}));

export const SOURCES = Array.from({ length: 5 }, (_, index) => ({
  id: `source-${String(index)}`,
  label: `Ledger ${String(index)}`,
}));

/** An event on the first day of 2021 that is known to the day, with some fields different. */
export function eventWith(part: Partial<ChartEvent> & Pick<ChartEvent, 'id'>): ChartEvent {
  const { id } = part;
  return {
    label: `The bridge, part ${id}`,
    date: '1 Jan 2021',
    year: '2021',
    name: `Plan, 1 Jan 2021: the bridge, part ${id}`,
    href: `/events/${id}/`,
    kind: 0,
    actors: [0],
    sources: [0],
    answers: [],
    earliest: Date.UTC(2021, 0),
    latest: Date.UTC(2021, 0, 2) - 1,
    lasting: false,
    ends: ['sharp', 'sharp'],
    uncertain: false,
    major: false,
    disagree: false,
    ...part,
  };
}

export function inputOf(events: ChartEvent[]): ChartInput {
  return { language: 'en-GB', kinds: KINDS, actors: ACTORS, sources: SOURCES, events };
}

export function wishWith(part: Partial<Wish>): Wish {
  return { ...FIRST_VIEW, ...part };
}

export function sizeWith(part: Partial<Size> & Pick<Size, 'width' | 'direction'>): Size {
  const { zoomText = 1 } = part;
  return {
    names: 'above',
    zoomText,
    measure: (text, bold) => estimateWidth(text, bold) * zoomText,
    ...part,
  };
}

/** What a page of 360 and one of 1280 pixels leave for the plot. */
export const PHONE = sizeWith({ width: 320, direction: 'down' });
export const DESK = sizeWith({ width: 924, direction: 'across', names: 'beside' });
