import { limitWindow, type Share, type StoryScale, type Window } from './scale.ts';

/** Zooms about a place by a factor: above 1 shows less of the story. */
export function zoomWindow(
  [from, to]: Window,
  factor: number,
  about: Share,
  scale: StoryScale,
): Window {
  const wished = [about - (about - from) / factor, about + (to - about) / factor] as const;
  return limitWindow(wished, scale, about);
}

/** Moves the window by a part of its own length: positive towards later. */
export function panWindow([from, to]: Window, part: number): Window {
  const step = Math.min(Math.max((to - from) * part, -from), 1 - to);
  return [from + step, to + step];
}

/** The smallest window that shows the places with space around them. */
export function windowAround(shares: readonly Share[], scale: StoryScale): Window {
  const [first, last] = [Math.min(...shares), Math.max(...shares)];
  const space = Math.max((last - first) * 0.35, 1e-9);
  return limitWindow([Math.max(0, first - space), Math.min(1, last + space)], scale);
}

/** A window of the same length that shows the place; the same one where it already does. */
export function windowShowing([from, to]: Window, share: Share): Window {
  const margin = (to - from) * 0.04;
  if (share >= from + margin && share <= to - margin) return [from, to];
  const half = (to - from) / 2;
  const centre = Math.min(Math.max(share, half), 1 - half);
  return [centre - half, centre + half];
}

/**
 * The way from one window to another, from 0 at its start to 1 at its end. Its length changes by
 * equal factors in equal times, as the eye expects of coming nearer, and both ends go the same part
 * of their ways: so one place stays where it is, and no end goes beyond where it was or will be.
 */
export function wayBetween(start: Window, end: Window): (part: number) => Window {
  const growth = Math.log((end[1] - end[0]) / (start[1] - start[0]));
  return (part) => {
    const gone = growth === 0 ? part : Math.expm1(growth * part) / Math.expm1(growth);
    const between = (from: Share, to: Share) => from * (1 - gone) + to * gone;
    return [between(start[0], end[0]), between(start[1], end[1])];
  };
}
