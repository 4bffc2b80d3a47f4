/** Measures a text in pixels. */
export type Measure = (text: string, bold: boolean) => number;

/** Font size of labels in pixels; text is never smaller than 12. */
export const LABEL_SIZE = 13;

/**
 * Estimates widths where there is no browser to ask. Parts of the font size, on the wide side of
 * the system fonts in use, so that labels which do not touch here touch nowhere.
 */
export const estimateWidth: Measure = (text, bold) => {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * LABEL_SIZE * (bold ? 1.07 : 1);
};

function characterWidth(character: string): number {
  if (
    /[\p{Extended_Pictographic}\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\uFF00-\uFF60]/u.test(
      character,
    )
  )
    return 1.1;
  if (/\p{M}|\u200D/u.test(character)) return 0;
  if (/[mwMWЖШЩЮжшщю@%—…]/.test(character)) return 0.95;
  if (/\p{Lu}/u.test(character)) return 0.74;
  if (/[ijltfrI.,:;!'’‘|() ]/.test(character)) return 0.36;
  return 0.6;
}
