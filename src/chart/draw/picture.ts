import type { Picture, PictureText } from '../layout/picture.ts';
import type { ChartInput } from '../layout/input.ts';
import { drawChart, type ChartStyle } from './draw.ts';
import { drawFades } from './fades.ts';
import { append } from './join.ts';
import { pictureStyle, type Palette } from './picture-style.ts';

/** What the drawing of a picture needs beside its layout. */
export interface PictureStyle extends ChartStyle {
  language: string;
  kinds: ChartInput['kinds'];
  palette: Palette;
  /** What the picture shows, for those who cannot see it. */
  alt: string;
}

/**
 * Draws a picture into an empty `<svg>` that can stand alone: it carries its style, and refers to
 * nothing outside itself.
 */
export function drawPicture(svg: SVGSVGElement, picture: Picture, style: PictureStyle): void {
  const { width, height, margin, rule } = picture;
  const { language, rtl, palette } = style;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'picture',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': style.alt,
    'xml:lang': language,
    ...(rtl ? { direction: 'rtl' } : {}),
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  append(svg, 'style').textContent = pictureStyle(palette);
  drawFades(svg);
  append(svg, 'rect', { class: 'paper', width, height });
  drawPlaced(svg, picture, style);
  const across = { x1: margin, x2: width - margin, y1: rule, y2: rule };
  append(svg, 'line', { class: 'rule', ...across });
  for (const text of picture.texts) drawText(svg, text, rtl ? width : undefined);
}

/** Draws the chart, and the symbols beside text. */
function drawPlaced(svg: SVGSVGElement, picture: Picture, style: PictureStyle): void {
  const { kinds, symbols, rtl } = style;
  const mirrored = (x: number) => (rtl ? picture.width - x : x);
  for (const { kind, x, y, scale } of picture.symbols) {
    const shape = kinds[kind]?.shape;
    if (!shape) continue;
    const mark = append(svg, 'g', {
      class: `hue-${kind}`,
      transform: `translate(${mirrored(x)},${y}) scale(${scale})`,
    });
    append(mark, 'path', { class: `symbol ${shape}`, d: symbols[shape].minor });
  }
  if (!picture.chart) return;
  const { scene, scale, x, y } = picture.chart;
  const shown = { width: scene.width * scale, height: scene.height * scale };
  const frame = append(svg, 'svg', {
    ...shown,
    x: rtl ? mirrored(x) - shown.width : x,
    y,
    viewBox: `0 0 ${scene.width} ${scene.height}`,
    overflow: 'visible',
  });
  const plot = append(frame, 'svg');
  drawChart(plot, scene, style);
  standStill(plot);
}

/** Nothing in a picture is followed, pointed at or drawn again. */
function standStill(plot: SVGElement): void {
  for (const name of ['href', 'aria-label', 'aria-hidden', 'role', 'data-key']) {
    for (const element of [plot, ...plot.querySelectorAll(`[${name}]`)])
      element.removeAttribute(name);
  }
  for (const target of plot.querySelectorAll('.target')) target.remove();
}

/** @param mirror the width of a picture that is read from right to left. */
function drawText(svg: SVGElement, text: PictureText, mirror: number | undefined): void {
  const { role, lines, x, y, size, leading, anchor } = text;
  lines.forEach((line, index) => {
    append(svg, 'text', {
      class: role,
      x: mirror === undefined ? x : mirror - x,
      y: y + index * leading,
      'font-size': size,
      ...(anchor === 'end' ? { 'text-anchor': anchor } : {}),
    }).textContent = line;
  });
}
