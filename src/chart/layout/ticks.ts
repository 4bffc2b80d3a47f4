import { intlLocale } from '../../model/date-wording.ts';
import { beginnings, LENGTH, type Unit } from './calendar.ts';
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
    ['year', [5000, 1000, 500, 100, 50, 10, 5, 1]],
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
  const all = beginnings('year', 1, start, end).length;
  // Where not even years have room to be regular, some are better than none.
  if (years.length === 0) return { major: parentTicks('year', frame), minor: [] };
  if (years.length < all) return { major: years, minor: [] };
  // Where each year is named, some months may have room: quiet stretches leave it to others.
  const major = parentTicks('year', frame);
  const minor = ticksBelow(major, 'year', 'month', frame);
  return minor.length > 0 ? { major, minor } : { major: years, minor };
}

/** Ticks below those of a larger unit; where that begins, they name it, or leave it to its tick. */
function ticksBelow(major: readonly Tick[], parent: Unit, unit: Unit, frame: AxisFrame): Tick[] {
  const instants = (ticks: readonly Tick[]) => new Set(ticks.map(({ instant }) => instant));
  const named = instants(major);
  const begins = instants(candidates(frame, oneOf(parent), 'major'));
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
  const { start, end } = frame;
  return STEPS.filter((one) => one.unit === unit && (end - start) / one.length <= MAX_CANDIDATES)
    .flatMap(placer(frame, row, true))
    .sort((a, b) => a.instant - b.instant);
}

/** The finest unit of which two labels still fit: its longest step takes more than a label's room. */
function unitFor(room: number): Unit {
  return STEPS.findLast(({ unit, length }) => unit !== 'year' && length >= room)?.unit ?? 'year';
}

/** Places the ticks of one step after another, each where no earlier one's label stands. */
function placer(frame: AxisFrame, row: Row, regular: boolean) {
  const { width, measure } = frame;
  const taken: { from: number; to: number; step: Step }[] = [];
  return (step: Step): Tick[] => {
    const ticks = candidates(frame, step, row);
    const widest = Math.max(...ticks.map(({ label }) => measure(label, row === 'major')));
    return ticks.filter(({ along, label }, index) => {
      if (regular && !hasRoom(ticks, index, step, widest + GAP)) return false;
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

/**
 * Whether ticks of a step have room one beside the other around one of them, as long as the step
 * is on average: if only some had, they would be irregular. A neighbour in a shortened stretch,
 * which comes very near, does not count.
 */
function hasRoom(ticks: readonly Tick[], index: number, { length }: Step, room: number): boolean {
  const here = ticks[index];
  if (!here || ticks.length === 1) return true;
  const gaps = [ticks[index - 1], ticks[index + 1]]
    .filter((tick) => tick !== undefined)
    .map(({ along, instant }) => ((along - here.along) / (instant - here.instant)) * length);
  return gaps.some((gap) => gap >= room) && gaps.every((gap) => gap >= room || gap < room / 2);
}

function candidates({ start, end, toX, language }: AxisFrame, { unit, n }: Step, row: Row): Tick[] {
  return beginnings(unit, n, start, end).map((instant) => ({
    instant,
    along: toX(instant),
    label: wordTick(instant, unit, row, language),
  }));
}

function parentTicks(unit: Unit, frame: AxisFrame): Tick[] {
  const ticks = placer(frame, 'major', false)(oneOf(unit));
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
  // Years before 100 could be read as those of another century, and negative ones not at all.
  const era = new Date(instant).getUTCFullYear() < 100 && 'year' in FORMATS[unit][row];
  return formatterFor(unit, row, era, language).format(instant);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(unit: Unit, row: Row, era: boolean, language: string) {
  const key = `${language} ${unit} ${row} ${String(era)}`;
  const options = {
    timeZone: 'UTC',
    // Ticks stand where its months and years begin, whatever the language's own calendar is.
    calendar: 'gregory',
    ...FORMATS[unit][row],
    ...(era ? { era: 'short' as const } : {}),
  };
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(intlLocale(language), options);
  formatters.set(key, formatter);
  return formatter;
}
