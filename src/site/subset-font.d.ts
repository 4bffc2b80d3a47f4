declare module 'subset-font' {
  /** Cuts a font down to the characters of a text, and pins axes of a variable one. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      targetFormat: 'woff2' | 'woff' | 'truetype';
      variationAxes?: Record<string, number>;
    },
  ): Promise<Uint8Array>;
}
