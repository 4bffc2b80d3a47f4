import { utcDay, utcHour, utcMinute, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import type { Measure } from './measure.ts';
import type { TimeScale } from './scale.ts';

/** A tick of the axis. */
export interface Tick {
  /** Instant in milliseconds; its key. */
  instant: number;
  /** Pixels from the left edge of the plot. */
  x: number;
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

/**
 * Chooses ticks whose labels do not touch: the coarsest steps first, then ever finer ones where
 * they find room, which on a scale with shortened stretches is not everywhere.
 * The larger unit is always named: at its own tick, or at the left edge when that is out of sight.
 */
export function ticksOf(scale: TimeScale, width: number, language: string, measure: Measure): Axis {
  const [start, end] = scale.window;
  const affordable = STEPS.filter(({ length }) => (end - start) / length <= MAX_CANDIDATES);
  const unit = unitFor(((end - start) * LABEL_ROOM) / width);
  const parent = PARENT[unit];
  const place = placer(scale, width, measure);
  const minor = affordable
    .filter((one) => one.unit === unit)
    .flatMap((one) => place(one, language, 'minor'));
  minor.sort((a, b) => a.instant - b.instant);
  if (parent === undefined) return { major: minor, minor: [] };
  return { major: parentTicks(parent, scale, width, language, measure), minor };
}

/** The finest unit of which two labels still fit: its longest step takes more than a label's room. */
function unitFor(room: number): Unit {
  return STEPS.findLast(({ unit, length }) => unit !== 'year' && length >= room)?.unit ?? 'year';
}

function placer(scale: TimeScale, width: number, measure: Measure) {
  const taken: [number, number][] = [];
  const seen = new Set<number>();
  return (
    { interval, unit }: Step,
    language: string,
    row: 'minor' | 'major',
    bold = false,
  ): Tick[] => {
    const [start, end] = scale.window;
    const format = formatterFor(unit, row, language);
    const candidates = interval?.range(new Date(start), new Date(end + 1)) ?? [];
    return candidates.flatMap((date) => {
      const instant = date.getTime();
      const label = format.format(date);
      const x = scale(instant);
      const box: [number, number] = [x, x + measure(label, bold)];
      const collides = taken.some(([left, right]) => box[0] < right + GAP && left < box[1] + GAP);
      if (seen.has(instant) || collides || x < 0 || box[1] > width) return [];
      seen.add(instant);
      taken.push(box);
      return [{ instant, x, label }];
    });
  };
}

function parentTicks(
  unit: Unit,
  scale: TimeScale,
  width: number,
  language: string,
  measure: Measure,
): Tick[] {
  const [start] = scale.window;
  const steps = STEPS.filter((one) => one.unit === unit).reverse();
  const [finest] = steps;
  if (!finest) return [];
  const format = formatterFor(unit, 'major', language);
  const place = placer(scale, width, measure);
  const label = format.format(new Date(start));
  const ticks = place(finest, language, 'major', true);
  const room = measure(label, true) + GAP;
  const first = ticks[0];
  if (first && first.x < room) return ticks;
  return [{ instant: start, x: 0, label }, ...ticks];
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(unit: Unit, row: 'minor' | 'major', language: string): Intl.DateTimeFormat {
  const key = `${language} ${unit} ${row}`;
  const known =
    formatters.get(key) ??
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...FORMATS[unit][row] });
  formatters.set(key, known);
  return known;
}
