import type { ChartEvent } from './input.ts';
import type { Plan, SceneArc, SceneMark } from './scene.ts';

/** By the index of an event, the indices of those that answer it. */
export function responsesOf(events: readonly ChartEvent[]): Map<number, number[]> {
  const responses = new Map<number, number[]>();
  events.forEach(({ answers }, index) => {
    for (const answered of answers) {
      const known = responses.get(answered);
      if (known) known.push(index);
      else responses.set(answered, [index]);
    }
  });
  return responses;
}

/**
 * Lines between the selected event and those that it answers or that answer it.
 * @param selected the index of that event; -1 for none.
 */
export function arcsOf(
  marks: readonly SceneMark[],
  { input: { events }, responses, size }: Plan,
  selected: number,
): SceneArc[] {
  const home = marks.find((mark) => mark.selected);
  if (!home) return [];
  const related = new Set([
    ...(events[selected]?.answers ?? []),
    ...(responses.get(selected) ?? []),
  ]);
  // Of several events in one cluster, one line is seen.
  return marks
    .filter((mark) => mark !== home && mark.members.some((member) => related.has(member)))
    .map((mark) => arcBetween(home, mark, events[selected]?.id ?? '', size.width));
}

/**
 * A line between two marks.
 * @param id of the event or voice from which the line comes; its mark may stand for others too.
 * @param width of the plot, in pixels.
 */
export function arcBetween(from: SceneMark, to: SceneMark, id: string, width: number): SceneArc {
  return {
    id: `${id} ${to.id}`,
    aside: asideOf(from, to, width),
    from: { x: from.x, y: from.y },
    to: { x: to.x, y: to.y },
  };
}

/** Pixels between two marks from which on the line between them is no upright one. */
const UPRIGHT = 48;

/**
 * An upright line would run over the marks and the beginnings of the labels between its ends: it
 * bends to the side on which these two have no label, and the plot has room.
 */
function asideOf(home: SceneMark, other: SceneMark, width: number): number {
  if (Math.abs(home.x - other.x) > UPRIGHT) return 0;
  const bend = Math.min(UPRIGHT, 20 + Math.abs(home.y - other.y) / 8);
  const isLabelLeft = home.lines.some(({ anchor }) => anchor === 'end');
  const isRight = isLabelLeft
    ? Math.max(home.x, other.x) + bend < width
    : Math.min(home.x, other.x) - bend < 0;
  return isRight ? bend : -bend;
}
