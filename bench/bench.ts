import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseHTML } from 'linkedom';
import { drawChart, type ChartStyle } from '../src/chart/draw/draw.ts';
import { sizeFor } from '../src/chart/draw/sizes.ts';
import type { ChartInput } from '../src/chart/layout/input.ts';
import { layoutChart, planChart } from '../src/chart/layout/plan.ts';
import type { Window } from '../src/chart/layout/scale.ts';
import type { Scene } from '../src/chart/layout/scene.ts';
import { FIRST_VIEW } from '../src/chart/layout/view.ts';
import { readFolder } from '../src/model/folder.ts';
import { formatProblems } from '../src/model/problem.ts';
import { SHAPES } from '../src/model/schema.ts';
import { report, table, type Row } from './report.ts';
import { syntheticContent, syntheticInput } from './synthetic.ts';

/**
 * `npm run bench [-- COUNT…]`: what stories of that many events cost, as Markdown tables on
 * standard output and progress on standard error.
 */
const COUNTS = [100, 1_000, 10_000];
const SEED = 1;
/** Widths of the whole chart in pixels: at a desk, and on a phone. */
const WIDTHS = [1280, 360];
/** Parts of the story that a window shows: all of it, some years, months, and days. */
const PARTS = [1, 10, 100, 1_000] as const;
/** Windows of one length are tried at this many places. */
const PLACES = 12;
const WHOLE: Window = [0, 1];
/** A measurement is repeated until one of these is reached. */
const MOST_RUNS = 9;
const MOST_TIME = 3_000;

/** Lays out one frame: the part of the story in a window. */
type Frame = (window: Window) => Scene;

/** The one place that knows the layout's interface: what is done once, and then for each frame. */
function prepare(input: ChartInput, width: number): Frame {
  const plan = planChart(input, FIRST_VIEW, sizeFor(width), 'Others');
  return (window) => layoutChart(plan, window);
}

async function measureReading(count: number): Promise<Row> {
  report(`${String(count)} events: writing their content`);
  const content = syntheticContent(count, SEED);
  report(`${String(count)} events: reading and checking it`);
  const time = await inFolder(content, (folder) =>
    median(async () => {
      const reading = await readFolder(folder);
      if (!reading.ok) throw new Error(formatProblems(reading.problems));
    }),
  );
  return { events: count, files: content.size, 'read and check': inWords(time) };
}

async function measureChart(input: ChartInput, width: number): Promise<Row> {
  const { length } = input.events;
  report(`${String(length)} events on ${String(width)} pixels: planning the chart`);
  const planning = await median(() => prepare(input, width));
  const frame = prepare(input, width);
  const whole = frame(WHOLE);
  const drawing = await median(() => draw(whole));
  const row: Row = {
    events: length,
    width,
    plan: inWords(planning),
    'first drawing': inWords(drawing),
    marks: whole.marks.length,
    nodes: draw(whole),
  };
  for (const parts of PARTS) {
    report(`${String(length)} events on ${String(width)} pixels: steps in 1/${String(parts)}`);
    row[`layout, 1/${String(parts)}`] = inWords(measureSteps(parts, frame));
    row[`step, 1/${String(parts)}`] = inWords(measureSteps(parts, stepper(frame)));
  }
  return row;
}

/** A step as a reader makes it: a frame is laid out, and drawn over the one before. */
function stepper(frame: Frame): (window: Window) => void {
  const svg = makeDrawing();
  return (window) => {
    drawChart(svg, frame(window), STYLE);
  };
}

/**
 * The median time of a step in milliseconds, to windows of that part of the story all over it.
 * Each is gone to several times, the first of which, in which what it needs is compiled and
 * remembered, is left out.
 */
function measureSteps(parts: number, step: (window: Window) => void): number {
  const windows = Array.from({ length: PLACES }, (_, place): Window => {
    const from = (place / (PLACES - 1)) * (1 - 1 / parts);
    return [from, from + 1 / parts];
  });
  const times: number[] = [];
  for (let run = 0; run < MOST_RUNS; run++) {
    for (const window of windows) {
      const before = performance.now();
      step(window);
      if (run > 0) times.push(performance.now() - before);
    }
  }
  return middle(times);
}

/** Outlines are ready-made texts to the drawing, so any will do. */
const OUTLINE = 'M-5,-5H5V5H-5Z';

const STYLE: ChartStyle = {
  words: { chart: 'Chart', cluster: '{count} events from {name}' },
  symbols: {
    ...(Object.fromEntries(
      SHAPES.map((shape) => [shape, { major: OUTLINE, minor: OUTLINE }]),
    ) as Omit<ChartStyle['symbols'], 'cluster'>),
    cluster: OUTLINE,
  },
  rtl: false,
};

/** Draws a scene from nothing. @returns the number of elements, the drawing itself included. */
function draw(scene: Scene): number {
  const svg = makeDrawing();
  drawChart(svg, scene, STYLE);
  return 1 + svg.querySelectorAll('*').length;
}

function makeDrawing(): SVGSVGElement {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return document.createElementNS('http://www.w3.org/2000/svg', 'svg');
}

/** Has the content on disk for as long as the task takes. */
async function inFolder<T>(
  content: ReadonlyMap<string, string>,
  task: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'timeline-bench-'));
  try {
    for (const [path, text] of content) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await task(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * The median time of a task in milliseconds. Its first run, in which it is compiled, is left out
 * where there are more.
 */
async function median(task: () => unknown): Promise<number> {
  const times: number[] = [];
  const start = performance.now();
  do {
    const before = performance.now();
    await task();
    times.push(performance.now() - before);
  } while (times.length < MOST_RUNS && performance.now() - start < MOST_TIME);
  return middle(times.length > 1 ? times.slice(1) : times);
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;
}

function inWords(milliseconds: number): string {
  if (milliseconds >= 1_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}

const wished = process.argv.slice(2).map(Number);
if (!wished.every((count) => Number.isInteger(count) && count >= 0)) {
  console.error('usage: npm run bench [-- COUNT…], such as npm run bench -- 100 5000');
  process.exit(1);
}
const counts = wished.length > 0 ? wished : COUNTS;
const reading: Row[] = [];
for (const count of counts) reading.push(await measureReading(count));
const chart: Row[] = [];
for (const count of counts) {
  const input = syntheticInput(count, SEED);
  for (const width of WIDTHS) chart.push(await measureChart(input, width));
}
console.log(`${table(reading)}\n\n${table(chart)}`);
