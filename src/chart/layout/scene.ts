import type { Shape } from '../../model/schema.ts';
import type { Columns } from './columns.ts';
import type { ChartEvent, ChartInput, ChartKind } from './input.ts';
import type { Count, Label, Texts } from './labels.ts';
import type { Lane, Lanes } from './lanes.ts';
import type { Measure } from './measure.ts';
import type { Beyond } from './rows.ts';
import type { StoryScale } from './scale.ts';
import type { Axis } from './ticks.ts';

/** The space that a chart has, and how it measures text. */
export interface Size {
  /** Pixels of the plot, without the lanes' names where these stand beside it. */
  width: number;
  /** Time runs across the plot, or down the page where that is narrow. */
  direction: 'across' | 'down';
  /** Whether lanes' names stand beside the plot, or above each lane. */
  names: 'beside' | 'above';
  /** Font size of labels relative to the usual one: 2 where the reader has doubled it. */
  zoomText: number;
  measure: Measure;
}

/** A lane with its place. All lengths are pixels, from the plot's upper left corner. */
export interface SceneLane extends Lane {
  shape: Shape | undefined;
  /** How many events are in it, filters applied. */
  count: number;
  y: number;
  height: number;
  /** Middle of its first row of marks. */
  firstRow: number;
  /** Its name, in as many lines as it has room for; empty where it has none. */
  lines: string[];
  /** Left end of the name, negative where it stands beside the plot, and its first baseline. */
  nameX: number;
  nameY: number;
}

/** One mark: an event, or a cluster of several. */
export interface SceneMark {
  /** The slug of its first event. */
  id: string;
  x: number;
  y: number;
  /** Index of the lane. */
  lane: number;
  kind: ChartKind;
  /** Index of the kind that gives the colour; none where those of a cluster differ. */
  hue: number | undefined;
  /** Its first event, and the indices of all, in the order of the story. */
  event: ChartEvent;
  members: number[];
  /** How many these are, as the language writes it; nothing for one event. */
  count: string | undefined;
  selected: boolean;
  /** Whether it stands at an end of the window for what is earlier or later than that. */
  beyond: Beyond | undefined;
  /** Size of what can be tapped beside its target, from the target's own corner on. */
  reach: { width: number; height: number } | undefined;
  /** What is written beside or in it; empty where there is no room. */
  lines: SceneLine[];
}

/** A line of text at a mark. */
export interface SceneLine {
  text: string;
  role: 'label' | 'date' | 'count';
  /** Whether it is of a title that is not written whole. */
  cut: boolean;
  /** Pixels from the mark's centre, along the line of text and downwards to the baseline. */
  dx: number;
  dy: number;
  anchor: 'start' | 'middle' | 'end';
}

/** A part of the bar of a mark whose date is a span of time; its start and end fade. */
export interface SceneBar {
  id: string;
  part: 'start' | 'middle' | 'end';
  x: number;
  y: number;
  width: number;
  height: number;
  hue: number;
}

/** A line from an answer to what it answers. */
export interface SceneArc {
  id: string;
  /** Pixels by which it bends aside where time runs across, to the left if negative. */
  aside: number;
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** All that is drawn. */
export interface Scene {
  direction: Size['direction'];
  width: number;
  height: number;
  /** Height of the axis at the top; none where time runs down. */
  top: number;
  /** Half the side of a mark's target. */
  half: number;
  /** Where time runs down: from the start of the line to the rail on which marks stand. */
  rail: number;
  axis: Axis;
  lanes: SceneLane[];
  quiet: { id: string; from: number; to: number }[];
  bars: SceneBar[];
  marks: SceneMark[];
  arcs: SceneArc[];
}

/** What stays the same while a reader moves in time. */
export interface Plan {
  input: ChartInput;
  size: Size;
  scale: StoryScale;
  lanes: Lanes;
  columns: Columns[];
  /** What is written beside the mark of an event: across, and where time runs down. */
  labelOf: (event: number) => Label;
  textsOf: (event: number) => Texts;
  /** Words how many events a cluster holds. */
  countOf: (count: number) => Count;
  /** By the index of an event, the indices of those that answer it. */
  responses: ReadonlyMap<number, number[]>;
  /**
   * Rows of each lane when the whole story is in sight. They stay though fewer would do for a part
   * of it: what stands below must not jump while a reader moves.
   */
  rows: number[];
}
