/** Names of the colours that a picture takes from the site's style sheet. */
export const COLOURS = [
  'paper',
  'shade',
  'ink',
  'muted',
  'rule',
  'rule-strong',
  'accent',
  'hue-0',
  'hue-1',
  'hue-2',
  'hue-3',
  'hue-4',
  'hue-5',
  'hue-6',
  'hue-7',
] as const;

/** The colours of one theme. */
export type Palette = Record<(typeof COLOURS)[number], string>;

/** The typeface of the site, which pictures hold in themselves. */
export const SERIF = 'STIX Two Text';

/**
 * The style of a picture, in what every program that draws SVG understands: plain colours, pixels,
 * and no variables, queries or files.
 */
export function pictureStyle(palette: Palette): string {
  const { paper, shade, ink, muted, rule, accent } = palette;
  const hues = COLOURS.filter((name) => name.startsWith('hue-')).flatMap((hue) => [
    `.${hue} .symbol,.bars .${hue}{fill:${palette[hue]}}`,
    `.${hue} .ring,.${hue} .cluster,.${hue}.uncertain .symbol{fill:${paper};stroke:${palette[hue]}}`,
  ]);
  return [
    `text{font-family:'${SERIF}',Georgia,'Times New Roman',serif;fill:${ink}}`,
    `.paper{fill:${paper}}`,
    `.rule{stroke:${rule}}`,
    `.title,.voice{font-weight:700}`,
    `.credit,.standfirst{fill:${muted}}`,
    `.plot text{font-size:13px}`,
    `.plot,.lane,.mark,.arcs{overflow:visible}`,
    `.quiet rect{fill:${shade}}`,
    `.lane line,.grid line,.axis-major line{stroke:${rule}}`,
    `.ground{fill:none}`,
    `.beyond .symbol{opacity:.5}`,
    `.axis-minor line{stroke:${palette['rule-strong']}}`,
    `.plot .axis-major text{font-size:15px;font-weight:700}`,
    `.plot .axis-minor text{font-size:12px;fill:${muted}}`,
    `.lane-name{font-weight:700}`,
    `.lane-count{fill:${muted}}`,
    `.label,.lane text{paint-order:stroke;stroke:${paper};stroke-width:4px;stroke-linejoin:round}`,
    `.label{fill:${muted}}`,
    `.major .label{fill:${ink};font-weight:700}`,
    `.ring,.uncertain .symbol{stroke-width:2}`,
    `.uncertain .symbol{stroke-dasharray:2.5 2}`,
    `.cluster{stroke-width:1.5}`,
    `.hue-mixed .cluster{fill:${paper};stroke:${ink}}`,
    `.plot .count{font-size:12px;font-weight:700}`,
    `.bars rect{opacity:.55}`,
    `.arcs path{fill:none;stroke:${accent};stroke-width:1.5}`,
    `.selected .label{fill:${accent}}`,
    ...hues,
  ].join('');
}
