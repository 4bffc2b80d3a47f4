import { dateFormatter } from '../../model/date-format.ts';
import { beginnings, LENGTH, yearsBegun, type Unit } from './calendar.ts';
import type { Measure } from './measure.ts';

/** A tick of the axis. */
export interface Tick {
  /** Instant in milliseconds; its key. */
  instant: number;
  /** Pixels along the time axis, from its start. */
  along: number;
  label: string;
}

/** The axis: the larger unit above, the smaller below. */
export interface Axis {
  major: Tick[];
  minor: Tick[];
}

/** Ticks at every n-th of a unit. */
interface Step {
  unit: Unit;
  n: number;
  /** Length in milliseconds, near enough to count by. */
  length: number;
}

/** From coarse to fine; within a unit each step divides the one before, so that ticks are regular. */
const STEPS: Step[] = (
  [
    ['year', [100_000, 50_000, 10_000, 5000, 1000, 500, 100, 50, 10, 5, 1]],
    ['month', [6, 3, 1]],
    ['day', [15, 5, 1]],
    ['hour', [12, 6, 3, 1]],
    ['minute', [30, 15, 5, 1]],
  ] as const
).flatMap(([unit, counts]) => counts.map((n) => ({ unit, n, length: n * LENGTH[unit] })));

/** The unit under which ticks of a unit are read. */
const PARENT: Record<Unit, Unit | undefined> = {
  year: undefined,
  month: 'year',
  day: 'month',
  hour: 'day',
  minute: 'day',
};

/**
 * How a tick is worded: in the row of the smaller unit, in that of the larger one, and in the first
 * where a larger one begins whose own label has no room.
 */
type Row = 'minor' | 'major' | 'begin';

const CLOCK: Record<Row, Intl.DateTimeFormatOptions> = {
  minor: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  major: {},
  begin: { day: 'numeric', month: 'short' },
};

const FORMATS: Record<Unit, Record<Row, Intl.DateTimeFormatOptions>> = {
  year: { minor: { year: 'numeric' }, major: { year: 'numeric' }, begin: {} },
  month: {
    minor: { month: 'short' },
    major: { month: 'short', year: 'numeric' },
    begin: { year: 'numeric' },
  },
  day: {
    minor: { day: 'numeric' },
    major: { day: 'numeric', month: 'short', year: 'numeric' },
    begin: { day: 'numeric', month: 'short' },
  },
  hour: CLOCK,
  minute: CLOCK,
};

/** Pixels that a tick's label takes with the space around it, roughly. */
const LABEL_ROOM = 90;
/** Pixels that stay free between two labels of the axis. */
const GAP = 14;
/** No step is tried that would have more ticks than this in the window. */
const MAX_CANDIDATES = 400;

/** The window that an axis spans. */
export interface AxisFrame {
  /** First and last instant in sight, in milliseconds. */
  start: number;
  end: number;
  /** Pixels from the left edge at which an instant lies. */
  toX: (instant: number) => number;
  width: number;
  /** BCP 47 tag. */
  language: string;
  measure: Measure;
}

/**
 * Chooses ticks whose labels do not touch: the coarsest steps first, then ever finer ones where
 * they find room, which on a scale with shortened stretches is not everywhere.
 * The larger unit is always named: at its own tick, or at the left edge when that is out of sight.
 * However long the window is, no more ticks are looked at than a screen could show.
 */
export function ticksOf(frame: AxisFrame): Axis {
  const { start, end, width } = frame;
  const unit = unitFor(((end - start) * LABEL_ROOM) / width);
  const parent = PARENT[unit];
  if (parent !== undefined) {
    const major = parentTicks(parent, frame);
    return { major, minor: ticksBelow(major, parent, unit, frame) };
  }
  const years = ticksOfUnit('year', 'major', frame);
  // Where none have room to be regular, some are better than none.
  if (years.length === 0) return { major: namingStart(someYears(frame), 'year', frame), minor: [] };
  if (years.length < yearsBegun(start, end)) return { major: years, minor: [] };
  // Where each year is named, some months may have room: quiet stretches leave it to others.
  const major = parentTicks('year', frame);
  const minor = ticksBelow(major, 'year', 'month', frame);
  return minor.length > 0 ? { major, minor } : { major: years, minor };
}

/** Ticks below those of a larger unit; where that begins, they name it, or leave it to its tick. */
function ticksBelow(major: readonly Tick[], parent: Unit, unit: Unit, frame: AxisFrame): Tick[] {
  const instants = (ticks: readonly Tick[]) => new Set(ticks.map(({ instant }) => instant));
  const named = instants(major);
  const begins = new Set(beginnings(parent, 1, frame.start, frame.end));
  const ticks = ticksOfUnit(unit, 'minor', frame);
  return ticks.flatMap((tick, index) => {
    if (!begins.has(tick.instant)) return [tick];
    const label = wordTick(tick.instant, unit, 'begin', frame.language);
    const end = (ticks[index + 1]?.along ?? frame.width + GAP) - GAP;
    const fits = tick.along + frame.measure(label, false) <= end;
    return fits && !named.has(tick.instant) ? [{ ...tick, label }] : [];
  });
}

function ticksOfUnit(unit: Unit, row: Row, frame: AxisFrame): Tick[] {
  return stepsOf(unit, frame)
    .flatMap(placer(frame, row, true))
    .sort((a, b) => a.instant - b.instant);
}

/** Years of the coarsest step of which any have room, even if they are irregular. */
function someYears(frame: AxisFrame): Tick[] {
  for (const step of stepsOf('year', frame)) {
    const ticks = placer(frame, 'major', false)(step);
    if (ticks.length > 0) return ticks;
  }
  return [];
}

/** The steps of a unit that are tried, from coarse to fine. */
function stepsOf(unit: Unit, { start, end }: AxisFrame): Step[] {
  return STEPS.filter((one) => one.unit === unit && (end - start) / one.length <= MAX_CANDIDATES);
}

/** The finest unit of which two labels still fit: its longest step takes more than a label's room. */
function unitFor(room: number): Unit {
  return STEPS.findLast(({ unit, length }) => unit !== 'year' && length >= room)?.unit ?? 'year';
}

/** Places the ticks of one step after another, each where no earlier one's label stands. */
function placer(frame: AxisFrame, row: Row, regular: boolean) {
  const { width, language, measure } = frame;
  const taken: { from: number; to: number; step: Step }[] = [];
  return (step: Step): Tick[] => {
    const places = candidates(frame, step);
    const gaps = places.map((_, index) => gapsAround(places, index, step));
    // Most steps are too fine by far, whatever the words: these would take the most time.
    if (regular && !gaps.some((around) => mayHaveRoom(around, GAP))) return [];
    const ticks = places.map(({ instant, along }): Tick => {
      return { instant, along, label: wordTick(instant, step.unit, row, language) };
    });
    const widest = Math.max(...ticks.map(({ label }) => measure(label, row === 'major')));
    return ticks.filter(({ along, label }, index) => {
      if (regular && !hasRoom(gaps[index] ?? [], widest + GAP)) return false;
      const right = along + measure(label, row === 'major');
      const collides = taken.some((other) => {
        // Months are of different lengths: those that have room on the whole may come nearer.
        const gap = regular && other.step === step ? GAP / 2 : GAP;
        return along < other.to + gap && other.from < right + gap;
      });
      if (collides || along < 0 || right > width) return false;
      taken.push({ from: along, to: right, step });
      return true;
    });
  };
}

/** Where a tick may stand. */
type Place = Pick<Tick, 'instant' | 'along'>;

function candidates({ start, end, toX }: AxisFrame, { unit, n }: Step): Place[] {
  return beginnings(unit, n, start, end).map((instant) => ({ instant, along: toX(instant) }));
}

/** Pixels from a tick to those beside it, if the step were as long there as it is on average. */
function gapsAround(places: readonly Place[], index: number, { length }: Step): number[] {
  const here = places[index];
  if (!here) return [];
  return [places[index - 1], places[index + 1]]
    .filter((place) => place !== undefined)
    .map(({ along, instant }) => ((along - here.along) / (instant - here.instant)) * length);
}

/** Whether a tick has so much room on one side at least, or stands alone. */
function mayHaveRoom(gaps: readonly number[], room: number): boolean {
  return gaps.length === 0 || gaps.some((gap) => gap >= room);
}

/**
 * Whether ticks of a step have room one beside the other around one of them: if only some had, they
 * would be irregular. A neighbour in a shortened stretch, which comes very near, does not count.
 */
function hasRoom(gaps: readonly number[], room: number): boolean {
  return mayHaveRoom(gaps, room) && gaps.every((gap) => gap >= room || gap < room / 2);
}

/** Each of a larger unit; only where all of them may have room, so that they are few. */
function parentTicks(unit: Unit, frame: AxisFrame): Tick[] {
  return namingStart(placer(frame, 'major', false)(oneOf(unit)), unit, frame);
}

/** Adds a tick that names the start of the window, where the first of the others leaves room. */
function namingStart(ticks: Tick[], unit: Unit, frame: AxisFrame): Tick[] {
  const label = wordTick(frame.start, unit, 'major', frame.language);
  const room = frame.measure(label, true) + GAP;
  const [first] = ticks;
  if (first && first.along < room) return ticks;
  // At the end of the calendar an instant is no finer than a millisecond: one may be the start.
  const later = ticks.filter(({ instant }) => instant > frame.start);
  return [{ instant: frame.start, along: 0, label }, ...later];
}

/** The step of each of a unit. */
function oneOf(unit: Unit): Step {
  return { unit, n: 1, length: LENGTH[unit] };
}

function wordTick(instant: number, unit: Unit, row: Row, language: string): string {
  const year = new Date(instant).getUTCFullYear();
  return dateFormatter(language, FORMATS[unit][row], year).format(instant);
}
