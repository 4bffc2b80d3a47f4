import type { ChartInput } from './input.ts';
import type { SceneArc, SceneMark } from './scene.ts';

/** Lines between the selected event and those that it answers or that answer it. */
export function arcsOf(
  marks: readonly SceneMark[],
  { events }: ChartInput,
  selected: string | undefined,
): SceneArc[] {
  if (selected === undefined) return [];
  const self = events.findIndex(({ id }) => id === selected);
  if (self < 0) return [];
  const markOf = new Map(
    marks.flatMap((mark) => mark.members.map((member) => [member, mark] as const)),
  );
  const answers = events[self]?.answers ?? [];
  const answered = events.flatMap((event, index) => (event.answers.includes(self) ? [index] : []));
  const home = markOf.get(self);
  // Of several events in one cluster, one line is seen.
  const related = new Set([...answers, ...answered].map((other) => markOf.get(other)));
  return [...related].flatMap((mark) => {
    if (!home || !mark || mark === home) return [];
    return [
      {
        id: `${selected} ${mark.id}`,
        from: { x: home.x, y: home.y },
        to: { x: mark.x, y: mark.y },
      },
    ];
  });
}
