import { layoutAcross } from './across.ts';
import { columnsOf } from './columns.ts';
import { layoutDown } from './down.ts';
import { fits, type Found } from './filter.ts';
import type { ChartInput } from './input.ts';
import { lanesOf } from './lanes.ts';
import { storyScale, type Window } from './scale.ts';
import type { Plan, Scene, Size } from './scene.ts';
import type { View } from './view.ts';

/** What a plan depends on. */
export type Wish = Pick<
  View,
  'scale' | 'grouping' | 'kinds' | 'actors' | 'sources' | 'disagree' | 'query'
>;

/**
 * Prepares a chart for its frames.
 * @param others names the lane of the actors that have none of their own.
 */
export function planChart(
  input: ChartInput,
  wish: Wish,
  size: Size,
  others: string,
  found?: Found,
): Plan {
  const scale = storyScale(input.events, wish.scale);
  const lanes = lanesOf(input, size.direction === 'down' ? 'none' : wish.grouping, others);
  const columns = columnsOf(input, lanes, scale, fits(input, wish, found));
  const plan: Plan = { input, size, scale, lanes, columns, rows: [] };
  if (size.direction === 'across') plan.rows = layoutAcross(plan, [0, 1], undefined).rows;
  return plan;
}

/**
 * Lays one frame out: no two marks, bars or labels overlap, and every event in sight is in exactly
 * one mark. Pure and deterministic; what it makes is bounded by the screen.
 */
export function layoutChart(plan: Plan, window: Window, selected?: string): Scene {
  if (plan.size.direction === 'down') return layoutDown(plan, window, selected);
  return layoutAcross(plan, window, selected).scene;
}
