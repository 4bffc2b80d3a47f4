import { arcBetween } from './arcs.ts';
import type { ChartEvent, ChartInput } from './input.ts';
import { layoutChart, planChart } from './plan.ts';
import type { Scene, SceneArc, SceneMark, Size } from './scene.ts';
import { FIRST_VIEW } from './view.ts';

/** What one speaker says at one event with one stance; its kind is the stance. */
export interface ChartVoice extends ChartEvent {
  /** The speaker with the stance: what is written where there are no lanes to tell it. */
  assertion: string;
}

/** All that the picture of the exchanges draws, in the order of the story. */
export interface ExchangesInput extends ChartInput {
  events: ChartVoice[];
}

/**
 * Lays out the picture of the exchanges: who speaks when, a lane for each stance, and a line from
 * each claim to every response. It is the chart with speakers for events, so what holds there holds
 * here: nothing overlaps, and every voice is in exactly one mark.
 */
export function layoutExchanges(input: ExchangesInput, size: Size): Scene {
  const isDown = size.direction === 'down';
  const written = isDown ? { ...input, events: input.events.map(withAssertion) } : input;
  const scene = layoutChart(planChart(written, FIRST_VIEW, size, ''), [0, 1]);
  return { ...scene, arcs: allArcs(scene.marks, input, size) };
}

function withAssertion(voice: ChartVoice): ChartVoice {
  return { ...voice, label: voice.assertion };
}

/** A line from every event to each that it answers, once where clusters hold several of them. */
function allArcs(marks: readonly SceneMark[], { events }: ChartInput, { width }: Size): SceneArc[] {
  const markOf = new Map(
    marks.flatMap((mark) => mark.members.map((member) => [member, mark] as const)),
  );
  const arcs = events.flatMap(({ answers }, index) =>
    answers.flatMap((answer): SceneArc[] => {
      const [from, to] = [markOf.get(answer), markOf.get(index)];
      return from && to && from !== to ? [arcBetween(from, to, from.id, width)] : [];
    }),
  );
  return [...new Map(arcs.map((arc) => [arc.id, arc])).values()];
}
