import fc from 'fast-check';
import { anyInput, anySize, anyWindow, anyWish } from './arbitraries.test-support.ts';
import type { Found } from './filter.ts';
import type { ChartInput } from './input.ts';
import { layoutChart, planChart, type Wish } from './plan.ts';
import type { Window } from './scale.ts';
import type { Plan, Scene, Size } from './scene.ts';

/** One frame of one chart, with what it was made from. */
export interface Frame {
  input: ChartInput;
  wish: Wish;
  found: Found;
  size: Size;
  window: Window;
  selected: string | undefined;
  plan: Plan;
  scene: Scene;
}

const anyFrame = fc
  .record({
    input: anyInput(),
    wish: anyWish,
    size: anySize,
    window: anyWindow,
    selected: fc.nat(400),
  })
  .map((made): Frame => {
    const { input, wish, size, window } = made;
    const found = foundBy(wish, input);
    const selected = input.events[made.selected]?.id;
    const plan = planChart(input, wish, size, 'Others', found);
    return { ...made, found, selected, plan, scene: layoutChart(plan, window, selected) };
  });

/** A search finds what it finds: here, every third event. */
function foundBy({ query }: Wish, { events }: ChartInput): Found {
  if (query === '') return undefined;
  return new Set(events.filter((_, index) => index % 3 === 0).map(({ id }) => id));
}

/** Checks what holds for any frame. */
export function holds(check: (frame: Frame) => void): void {
  fc.assert(fc.property(anyFrame, check));
}
