import { NAME_WIDTH } from './across.ts';
import { LABEL_SIZE } from './measure.ts';
import {
  addCredit,
  addHead,
  addLegend,
  addStatements,
  GAP,
  legendOf,
  measureAt,
  neededHeight,
  Page,
} from './picture-text.ts';
import type { Scene, Size } from './scene.ts';

/** A picture's size in pixels; one without a height is as high as what stands in it. */
export interface Frame {
  width: number;
  height?: number;
  /** By how much its text is larger than in a card. */
  unit: number;
}

export const FRAMES = {
  /** 1.91:1, which social networks and messengers show whole. */
  card: { width: 1200, height: 630, unit: 1 },
  /** 16:9, the frame of lead pictures, slides and video, with room for the whole chart. */
  wide: { width: 1600, height: 900, unit: 1.15 },
} satisfies Record<string, Frame>;

/** What a picture tells, in finished wording. */
export interface PictureContent {
  /** Over the title: when it was, after what it is, with the index of its kind. */
  kicker?: { text: string; kind: number };
  title: string;
  standfirst?: string;
  /** Who says what: as many are shown, from the first, as have room. */
  statements: readonly Statement[];
  /** Says that a number of statements had no room. */
  more: (n: number) => string;
  credit: Credit;
  /** Charts that would do, the best first. */
  charts: readonly PictureChart[];
}

export interface Statement {
  /** Who says it, and how. */
  voice: string;
  text: string;
}

/** Where a picture comes from, and what may be done with it. */
export interface Credit {
  /** In full, and shorter: the first that fits is written. */
  sources: readonly string[];
  licence: string;
}

/** A chart that may stand in a picture. */
export interface PictureChart {
  /** Whether its lanes have names beside them. */
  named: boolean;
  /** Says which events it leaves out, if it does. */
  note: string | undefined;
  /** Names of kinds, where its lanes do not tell them. */
  legend: readonly { kind: number; label: string }[];
  /** By how much it is enlarged at most. */
  largest: number;
  /** Lays it out; may leave labels away to stay within a height. */
  layout: (size: Size, height: number) => Scene;
}

export type TextRole =
  'kicker' | 'title' | 'standfirst' | 'voice' | 'statement' | 'legend' | 'credit';

/** Lines of text in one place. Pixels, from the picture's upper left corner. */
export interface PictureText {
  role: TextRole;
  lines: readonly string[];
  x: number;
  /** Of the first baseline. */
  y: number;
  size: number;
  /** From one baseline to the next. */
  leading: number;
  anchor: 'start' | 'end';
}

/** A chart in its place, and by how much it is drawn larger than it was laid out. */
export interface PlacedChart {
  scene: Scene;
  x: number;
  y: number;
  scale: number;
}

/** The symbol of a kind, with its centre. */
export interface PlacedSymbol {
  kind: number;
  x: number;
  y: number;
  scale: number;
}

/** All of a picture, in its place. */
export interface Picture {
  width: number;
  height: number;
  margin: number;
  texts: readonly PictureText[];
  symbols: PlacedSymbol[];
  chart: PlacedChart | undefined;
  /** Where the line above the credit lies. */
  rule: number;
}

/** Height of the credit with the line above it, in a card, in pixels. */
const FOOT = 72;
/** Part of the height that a chart may take from statements. */
const CHART_SHARE = 0.25;
/** By how much a chart is enlarged, if it fits; never made smaller, or its text were hard to read. */
const SCALES = [2, 1.8, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1];

/** Lays a picture out: nothing overlaps, and what has no room is shortened or counted. */
export function layoutPicture(content: PictureContent, frame: Frame): Picture {
  const { width, height = Infinity, unit } = frame;
  const { statements, charts, credit } = content;
  const page = new Page(frame);
  addHead(page, content);
  const foot = FOOT * unit;
  const room = height - foot - page.y;
  const share = statements.length > 0 ? height * CHART_SHARE : room;
  const needed = statements.length > 0 ? neededHeight(page, content) : 0;
  const chart = fitChart(charts, page, Math.min(room - needed, share));
  const chartHeight = chart ? chart.height + chart.legendHeight : 0;
  addStatements(page, content, height - foot - chartHeight);
  const total = frame.height ?? Math.ceil(page.y + chartHeight + foot);
  const top = total - foot - chartHeight;
  if (chart) addLegend(page, chart.legend, top + chart.height + GAP * unit);
  addCredit(page, chart?.note === undefined ? credit : noted(credit, chart.note), total);
  return {
    width,
    height: total,
    margin: page.margin,
    texts: page.texts,
    symbols: page.symbols,
    chart: chart && {
      scene: chart.scene,
      scale: chart.scale,
      x: page.margin + chart.indent,
      y: top,
    },
    rule: total - (FOOT - 14) * unit,
  };
}

function noted({ sources, licence }: Credit, note: string): Credit {
  return { sources: [...sources.map((source) => `${note} · ${source}`), ...sources], licence };
}

/** The first chart that fits with its legend, as large as it does; without one, there is none. */
function fitChart(charts: readonly PictureChart[], page: Page, height: number) {
  for (const { named, note, largest, layout, ...chart } of charts) {
    const legend = legendOf(page, chart.legend);
    const legendHeight =
      legend.length > 0 ? GAP * page.unit + legend.length * page.line('legend') : 0;
    const room = height - legendHeight;
    for (const scale of SCALES.filter((one) => one <= largest)) {
      const indent = named ? NAME_WIDTH * scale : 0;
      const scene = layout(sizeFor((page.width - indent) / scale, named), room / scale);
      const drawn = { scene, scale, indent, note, legend, legendHeight };
      if (scene.height * scale <= room) return { ...drawn, height: scene.height * scale };
    }
  }
  return undefined;
}

function sizeFor(width: number, named: boolean): Size {
  return {
    width,
    direction: 'across',
    names: named ? 'beside' : 'above',
    zoomText: 1,
    measure: measureAt(LABEL_SIZE),
  };
}
