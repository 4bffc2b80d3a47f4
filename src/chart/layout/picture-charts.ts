import { rowsWithin } from './across.ts';
import { fits, type Found } from './filter.ts';
import type { ChartInput } from './input.ts';
import type { PictureChart } from './picture.ts';
import { layoutChart, planChart } from './plan.ts';
import { windowOf } from './scale.ts';
import type { Scene, Size } from './scene.ts';
import type { View } from './view.ts';

/** By how much a chart is enlarged at most whose marks give way. */
const LARGEST_CROWDED = 1.2;

/** What a picture shows of the story, and how that is worded. */
export interface ShownView {
  input: ChartInput;
  view: View;
  /** Names the lane of the actors that have none of their own. */
  others: string;
  /** Says how many events are shown, of how many. */
  note: (shown: number, all: number) => string;
  found?: Found;
}

/**
 * The charts of a view that may stand in a picture: as it is; all in one lane; the major events in
 * one lane; all in one lane without labels, since a choice among them would be a judgement.
 */
export function chartsOf(shown: ShownView): PictureChart[] {
  const { input, view, found } = shown;
  const isShown = fits(input, view, found);
  const majors = input.events.filter((event) => event.major && isShown(event));
  const inOneLane: ShownView = { ...shown, view: { ...view, grouping: 'none' } };
  const ofMajors: ShownView = { ...inOneLane, found: new Set(majors.map(({ id }) => id)) };
  const crowded = crowdedChart(inOneLane);
  return [
    chartOf(shown),
    chartOf(inOneLane),
    chartOf(ofMajors),
    { ...crowded, layout: (size, height) => withoutLabels(crowded.layout(size, height)) },
  ];
}

/** The chart of a view as it is. */
export function chartOf(shown: ShownView): PictureChart {
  return {
    named: shown.view.grouping !== 'none',
    note: noteOf(shown),
    legend: shown.view.grouping === 'kind' ? [] : legendOf(shown),
    largest: Infinity,
    layout: (size) => layoutRows(shown, size, Infinity),
  };
}

/** A chart in one lane, in which labels and then marks give way until it fits. */
export function crowdedChart(shown: ShownView): PictureChart {
  return {
    named: false,
    note: noteOf(shown),
    legend: legendOf(shown),
    largest: LARGEST_CROWDED,
    layout: (size, height) => layoutRows(shown, size, rowsWithin(height)),
  };
}

function layoutRows({ input, view, others, found }: ShownView, size: Size, most: number): Scene {
  const plan = planChart(input, view, size, others, found);
  const rows = plan.rows.map((one) => Math.min(one, most));
  return layoutChart({ ...plan, rows }, windowOf(view, plan.scale), view.selected);
}

function legendOf({ input }: ShownView): PictureChart['legend'] {
  return input.kinds.map(({ label }, kind) => ({ kind, label }));
}

function noteOf({ input, view, note, found }: ShownView): string | undefined {
  const all = input.events.length;
  const count = input.events.filter(fits(input, view, found)).length;
  return count < all ? note(count, all) : undefined;
}

function withoutLabels(scene: Scene): Scene {
  const marks = scene.marks.map((mark) => ({
    ...mark,
    lines: mark.lines.filter(({ role }) => role !== 'label'),
  }));
  return { ...scene, marks };
}
