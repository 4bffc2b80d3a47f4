import { layoutAcross } from './across.ts';
import { responsesOf } from './arcs.ts';
import { columnsOf } from './columns.ts';
import { layoutDown, mostLines, textWidth } from './down.ts';
import { fits, type Found } from './filter.ts';
import type { ChartInput } from './input.ts';
import { countsIn, labelsOf, textsOf } from './labels.ts';
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
  const isDown = size.direction === 'down';
  const lanes = lanesOf(input, isDown ? 'none' : wish.grouping, others);
  const order = isDown ? 'story' : 'place';
  const plan: Plan = {
    input,
    size,
    scale,
    lanes,
    columns: columnsOf(input, lanes, scale, fits(input, wish, found), order),
    labelOf: labelsOf(input.events, size),
    textsOf: textsOf(input.events, size, textWidth(size), mostLines(size)),
    countOf: countsIn(input.language),
    responses: responsesOf(input.events),
    rows: [],
  };
  if (!isDown) plan.rows = layoutAcross(plan, [0, 1], -1).rows;
  return plan;
}

/**
 * Lays one frame out: no two marks, bars or labels overlap, and every event in sight is in exactly
 * one mark. Pure and deterministic; what it makes is bounded by the screen.
 */
export function layoutChart(plan: Plan, window: Window, selected?: string): Scene {
  const { input, size } = plan;
  const index = selected === undefined ? -1 : input.events.findIndex(({ id }) => id === selected);
  return size.direction === 'down'
    ? layoutDown(plan, window, index)
    : layoutAcross(plan, window, index).scene;
}
