import { intlLocale } from '../../model/date-format.ts';
import type { ChartEvent } from './input.ts';
import { BASELINE, shorten, wrap } from './measure.ts';
import type { SceneLine, Size } from './scene.ts';

/** What is written beside a mark where time runs across, and its width in pixels. */
export interface Label {
  text: string;
  width: number;
  /** Whether it is not the whole title. */
  cut: boolean;
}

/** A longer title is shortened: as many letters as the content allows a short title. */
const MOST_LETTERS = 48;
/** After a title on which sources disagree; the space keeps it beside the last word. */
const DISAGREE = '\u00A0≠';
/** Pixels beside a label: half a target on its one side, space on both. */
const BESIDE_LABEL = 24;

/**
 * Labels of events by their indices, each made when it is first asked for. None is wider than half
 * of the plot, so that each fits on one side of its mark where nothing else stands.
 */
export function labelsOf(
  events: readonly ChartEvent[],
  { width, measure, zoomText }: Size,
): (event: number) => Label {
  const room = width / 2 - BESIDE_LABEL * zoomText;
  return remembered((index) => {
    const { label = '', major = false, disagree = false } = events[index] ?? {};
    const sign = disagree ? DISAGREE : '';
    const fits = (part: string) => measure(part + sign, major) <= room;
    const title = shorten(label, MOST_LETTERS, fits);
    const text = title + sign;
    return { text, width: measure(text, major), cut: title !== label };
  });
}

/** What is written beside a mark where time runs down, in lines. */
export interface Texts {
  dates: string[];
  titles: string[];
  /** Whether the lines are not the whole title. */
  cut: boolean;
}

/** Titles here are set in the serif, larger than the chart's labels. */
const TITLE_SIZE = 1.08;

/** Dates and titles of events by their indices, broken into lines when they are first asked for. */
export function textsOf(
  events: readonly ChartEvent[],
  { measure }: Size,
  width: number,
  mostLines: number,
): (event: number) => Texts {
  return remembered((index) => {
    const { date = '', label = '', major = false, disagree = false } = events[index] ?? {};
    const title = label + (disagree ? DISAGREE : '');
    const serif: typeof measure = (text, bold) => measure(text, bold) * TITLE_SIZE;
    const titles = wrap(title, width, major, serif, mostLines);
    const cut = titles.at(-1)?.endsWith('…') === true && !title.endsWith('…');
    return { dates: wrap(date, width, false, measure, mostLines), titles, cut };
  });
}

function remembered<T>(make: (index: number) => T): (index: number) => T {
  const made = new Map<number, T>();
  return (index) => {
    const known = made.get(index) ?? make(index);
    made.set(index, known);
    return known;
  };
}

/** The line that stands in a cluster's ring. */
export function countLine({ short }: Count, { zoomText }: Size): SceneLine {
  return {
    text: short,
    role: 'count',
    cut: false,
    dx: 0,
    dy: BASELINE * zoomText,
    anchor: 'middle',
  };
}

/** How many events a cluster holds, as the language writes it: in full, and short for its ring. */
export interface Count {
  full: string;
  short: string;
}

/** Words counts; short ones take no more room than three digits, up to a hundred thousand. */
export function countsIn(language: string): (count: number) => Count {
  const number = new Intl.NumberFormat(intlLocale(language));
  return (count) => ({
    full: number.format(count),
    // The metric prefix is the same in every language.
    short: count < 1000 ? number.format(count) : `${number.format(Math.floor(count / 1000))}k`,
  });
}
