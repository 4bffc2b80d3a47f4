import { STANCES, type Shape, type Stance } from '../model/schema.ts';

const SHAPES: Record<Stance, Shape> = {
  alleges: 'triangle',
  denies: 'circle',
  confirms: 'square',
  reports: 'cross',
  'declines-to-comment': 'ring',
};

/** The mark of a stance; its hue is counted among stances, below an element of class `stances`. */
export function stanceMark(stance: Stance): { shape: Shape; hue: number } {
  return { shape: SHAPES[stance], hue: STANCES.indexOf(stance) };
}
