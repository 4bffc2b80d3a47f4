import { COLOURS, type Palette } from '../chart/draw/picture-style.ts';
import styles from './styles/global.css?raw';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The colours of both themes, as the style sheet has them. */
export const PALETTES: Record<Theme, Palette> = {
  light: paletteOf('light'),
  dark: paletteOf('dark'),
};

function paletteOf(theme: Theme): Palette {
  const colours = COLOURS.map((name) => {
    const [, light, dark] =
      new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(styles) ?? [];
    const colour = theme === 'light' ? light : dark;
    if (colour === undefined)
      throw new Error(`global.css has no line such as --${name}: light-dark(#fff, #000).`);
    return [name, colour];
  });
  return Object.fromEntries(colours) as Palette;
}
