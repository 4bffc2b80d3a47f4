import type { Scene, SceneLine, SceneMark } from './scene.ts';
import type { Tick } from './ticks.ts';

/** Writes a scene as text, a line for each thing that is drawn, with numbers to a tenth of a pixel. */
export function printScene(scene: Scene): string {
  const { direction, width, height, top, axis, lanes, quiet, bars, marks, arcs } = scene;
  const lines = [
    `${direction}, ${round(width)} wide, ${round(height)} high, axis ${round(top)}`,
    ...axis.major.map((tick) => printTick('major', tick)),
    ...axis.minor.map((tick) => printTick('minor', tick)),
    ...quiet.map(({ from, to }) => `quiet ${round(from)} to ${round(to)}`),
    ...lanes.map(
      ({ id, label, shape, count, y, height: high, nameX, nameY }) =>
        `lane ${id} “${label}” ${shape ?? 'no shape'}, ${String(count)} events, at ${round(y)}, ` +
        `${round(high)} high, name at ${round(nameX)},${round(nameY)}`,
    ),
    ...bars.map(
      ({ id, part, x, y, width: long, height: high }) =>
        `bar ${id} ${part} at ${round(x)},${round(y)}, ${round(long)} × ${round(high)}`,
    ),
    ...marks.map(printMark),
    ...arcs.map(
      ({ id, from, to }) =>
        `arc ${id} from ${round(from.x)},${round(from.y)} to ${round(to.x)},${round(to.y)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function printTick(row: string, { along, label }: Tick): string {
  return `${row} ${round(along)} “${label}”`;
}

function printMark({ id, x, y, lane, kind, event, members, selected, lines }: SceneMark): string {
  const states = [
    event.major && 'major',
    event.uncertain && 'uncertain',
    selected && 'selected',
    members.length > 1 && `holds ${printMembers(members)}`,
  ].filter((state) => state !== false);
  const head = `mark ${id} at ${round(x)},${round(y)}, lane ${String(lane)}, ${kind.shape}`;
  return [[head, ...states].join(', '), ...lines.map(printLine)].join(' | ');
}

function printLine({ role, text, dx, dy, anchor }: SceneLine): string {
  return `${role} ${anchor} ${round(dx)},${round(dy)} “${text}”`;
}

/** Indices as runs: `0-3 7`. */
function printMembers(members: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const member of members) {
    const last = runs.at(-1);
    if (last?.[1] === member - 1) last[1] = member;
    else runs.push([member, member]);
  }
  return runs.map(([from, to]) => (to > from ? `${from}-${to}` : String(from))).join(' ');
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}
