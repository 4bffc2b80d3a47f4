import {
  timeInterval,
  utcDay,
  utcHour,
  utcMinute,
  utcMonth,
  utcYear,
  type TimeInterval,
} from 'd3-time';
import { intlLocale } from '../../model/date-wording.ts';
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

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute';

interface Step {
  unit: Unit;
  interval: TimeInterval | null;
  /** Length in milliseconds, near enough to count by. */
  length: number;
}

const DAY = 86_400_000;

function step(unit: Unit, interval: TimeInterval | null, length: number): Step {
  return { unit, interval, length };
}

/** From coarse to fine; within a unit each step divides the one before, so that ticks are regular. */
const STEPS: Step[] = [
  ...[5000, 1000, 500, 100, 50, 10, 5, 1].map((n) =>
    step('year', yearsByCount(n), n * 365.25 * DAY),
  ),
  ...[6, 3, 1].map((n) => step('month', utcMonth.every(n), n * 30.4 * DAY)),
  ...[15, 5, 1].map((n) => step('day', daysOfMonth(n), n * DAY)),
  ...[12, 6, 3, 1].map((n) => step('hour', utcHour.every(n), (n * DAY) / 24)),
  ...[30, 15, 5, 1].map((n) => step('minute', utcMinute.every(n), (n * DAY) / 1440)),
];

/**
 * Every n-th year as eras count them: 500 BC, which is the year -499 to a computer, the first year
 * of our era, as there is none that is zero, and 500.
 */
function yearsByCount(n: number): TimeInterval {
  if (n === 1) return utcYear;
  return timeInterval(
    (date) => {
      const year = date.getUTCFullYear();
      const steps = Math.floor((year > 0 ? year : year - 1) / n);
      date.setUTCFullYear(Math.max(FIRST_YEAR, steps * n + (steps > 0 ? 0 : 1)), 0, 1);
      date.setUTCHours(0, 0, 0, 0);
    },
    (date, steps) => {
      date.setUTCFullYear(date.getUTCFullYear() + steps * n);
    },
  );
}

/** Every n-th day of the month, leaving out one that stands too near to the next month's first. */
function daysOfMonth(n: number): TimeInterval {
  if (n === 1) return utcDay;
  return utcDay.filter((day) => {
    const date = day.getUTCDate();
    return (date - 1) % n === 0 && (date === 1 || date + n / 2 <= 31);
  });
}

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

/** The first whole year that ECMAScript has, and its first instant. */
const FIRST_YEAR = -271_820;
const FIRST_TICK = Date.UTC(FIRST_YEAR, 0);

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
  const all = utcYear.range(new Date(Math.max(start, FIRST_TICK)), new Date(end)).length;
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
  const begins = instants(candidates(frame, finestOf(parent), 'major'));
  const ticks = ticksOfUnit(unit, 'minor', frame);
  return ticks.flatMap((tick, index) => {
    if (!begins.has(tick.instant)) return [tick];
    const label = wordTick(new Date(tick.instant), unit, 'begin', frame.language);
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

function candidates(
  { start, end, toX, language }: AxisFrame,
  { interval, unit }: Step,
  row: Row,
): Tick[] {
  const dates = interval?.range(new Date(Math.max(start, FIRST_TICK)), new Date(end)) ?? [];
  return dates.map((date) => ({
    instant: date.getTime(),
    along: toX(date.getTime()),
    label: wordTick(date, unit, row, language),
  }));
}

function parentTicks(unit: Unit, frame: AxisFrame): Tick[] {
  const ticks = placer(frame, 'major', false)(finestOf(unit));
  const label = wordTick(new Date(frame.start), unit, 'major', frame.language);
  const room = frame.measure(label, true) + GAP;
  const [first] = ticks;
  if (first && first.along < room) return ticks;
  return [{ instant: frame.start, along: 0, label }, ...ticks];
}

/** The step of one unit. */
function finestOf(unit: Unit): Step {
  const steps = STEPS.filter((one) => one.unit === unit);
  return steps.at(-1) ?? step(unit, null, Infinity);
}

function wordTick(date: Date, unit: Unit, row: Row, language: string): string {
  // Years before 100 could be read as those of another century, and negative ones not at all.
  const era = date.getUTCFullYear() < 100 && 'year' in FORMATS[unit][row];
  return formatterFor(unit, row, era, language).format(date);
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
