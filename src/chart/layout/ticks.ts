import { utcDay, utcHour, utcMinute, utcMonth, utcYear, type TimeInterval } from 'd3-time';
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

/** From coarse to fine. */
const STEPS: Step[] = [
  ...[5000, 1000, 500, 100, 50, 20, 10, 5, 2, 1].map((n) =>
    step('year', utcYear.every(n), n * 365.25 * DAY),
  ),
  ...[6, 3, 1].map((n) => step('month', utcMonth.every(n), n * 30.4 * DAY)),
  ...[15, 5, 1].map((n) => step('day', daysOfMonth(n), n * DAY)),
  ...[12, 6, 3, 1].map((n) => step('hour', utcHour.every(n), (n * DAY) / 24)),
  ...[30, 15, 5, 1].map((n) => step('minute', utcMinute.every(n), (n * DAY) / 1440)),
];

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

const FORMATS: Record<
  Unit,
  { minor: Intl.DateTimeFormatOptions; major: Intl.DateTimeFormatOptions }
> = {
  year: { minor: { year: 'numeric' }, major: { year: 'numeric' } },
  month: { minor: { month: 'short' }, major: { month: 'short', year: 'numeric' } },
  day: { minor: { day: 'numeric' }, major: { day: 'numeric', month: 'short', year: 'numeric' } },
  hour: { minor: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, major: {} },
  minute: { minor: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, major: {} },
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
  const affordable = STEPS.filter(({ length }) => (end - start) / length <= MAX_CANDIDATES);
  const unit = unitFor(((end - start) * LABEL_ROOM) / width);
  const parent = PARENT[unit];
  const place = placer(frame, 'minor');
  const minor = affordable.filter((one) => one.unit === unit).flatMap(place);
  minor.sort((a, b) => a.instant - b.instant);
  if (parent === undefined) return { major: minor, minor: [] };
  return { major: parentTicks(parent, frame), minor };
}

/** The finest unit of which two labels still fit: its longest step takes more than a label's room. */
function unitFor(room: number): Unit {
  return STEPS.findLast(({ unit, length }) => unit !== 'year' && length >= room)?.unit ?? 'year';
}

/** Places the ticks of one step after another, each where no earlier one's label stands. */
function placer({ start, end, toX, width, language, measure }: AxisFrame, row: 'minor' | 'major') {
  const taken: [number, number][] = [];
  return ({ interval, unit }: Step): Tick[] => {
    const dates = interval?.range(new Date(start), new Date(end + 1)) ?? [];
    return dates.flatMap((date) => {
      const label = wordTick(date, unit, row, language);
      const x = toX(date.getTime());
      const right = x + measure(label, row === 'major');
      const collides = taken.some(([from, to]) => x < to + GAP && from < right + GAP);
      if (collides || x < 0 || right > width) return [];
      taken.push([x, right]);
      return [{ instant: date.getTime(), along: x, label }];
    });
  };
}

function parentTicks(unit: Unit, frame: AxisFrame): Tick[] {
  const finest = STEPS.findLast((one) => one.unit === unit);
  if (!finest) return [];
  const ticks = placer(frame, 'major')(finest);
  const label = wordTick(new Date(frame.start), unit, 'major', frame.language);
  const room = frame.measure(label, true) + GAP;
  const [first] = ticks;
  if (first && first.along < room) return ticks;
  return [{ instant: frame.start, along: 0, label }, ...ticks];
}

function wordTick(date: Date, unit: Unit, row: 'minor' | 'major', language: string): string {
  // Years before 100 could be read as those of another century, and negative ones not at all.
  const era = date.getUTCFullYear() < 100 && 'year' in FORMATS[unit][row];
  return formatterFor(unit, row, era, language).format(date);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(unit: Unit, row: 'minor' | 'major', era: boolean, language: string) {
  const key = `${language} ${unit} ${row} ${String(era)}`;
  const options = {
    timeZone: 'UTC',
    ...FORMATS[unit][row],
    ...(era ? { era: 'short' as const } : {}),
  };
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(language, options);
  formatters.set(key, formatter);
  return formatter;
}
