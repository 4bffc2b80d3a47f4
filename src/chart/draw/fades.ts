import { append } from './join.ts';

/** The masks with which the parts of bars fade towards an end that is not exact, or open. */
const FADES = [
  { id: 'fade-in', from: '#000', to: '#fff', isDown: false },
  { id: 'fade-out', from: '#fff', to: '#000', isDown: false },
  { id: 'fade-down', from: '#fff', to: '#000', isDown: true },
];

/** Puts what a chart refers to into an `<svg>` of its document. */
export function drawFades(svg: SVGElement): void {
  const defs = append(svg, 'defs');
  for (const { id, from, to, isDown } of FADES) {
    const ramp = append(defs, 'linearGradient', {
      id: `${id}-ramp`,
      ...(isDown ? { x2: 0, y2: 1 } : {}),
    });
    append(ramp, 'stop', { 'stop-color': from });
    append(ramp, 'stop', { offset: 1, 'stop-color': to });
    const mask = append(defs, 'mask', { id, maskContentUnits: 'objectBoundingBox' });
    append(mask, 'rect', { width: 1, height: 1, fill: `url(#${id}-ramp)` });
  }
}
