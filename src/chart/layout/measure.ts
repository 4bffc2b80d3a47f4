/** Measures a text in pixels. */
export type Measure = (text: string, bold: boolean) => number;

/** Font size of labels in pixels; text is never smaller than 12. */
export const LABEL_SIZE = 13;

/** Pixels from the middle of a line of such text down to its baseline. */
export const BASELINE = 4.5;

/** A measure that estimates for a font size; see {@link estimateWidth}. */
export function estimateAt(size: number): Measure {
  return (text, bold) => (estimateWidth(text, bold) * size) / LABEL_SIZE;
}

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
  if (/[ -~]/.test(character)) return asciiWidth(character);
  if (WIDE.test(character)) return 1.3;
  if (/\p{M}|\u200D|\uFE0F/u.test(character)) return 0;
  if (/[ЖШЩЮжшщюЉЊљњ—…€]/.test(character)) return 0.95;
  if (/\p{Lu}/u.test(character)) return 0.74;
  return 0.65;
}

const WIDE =
  /[\p{Extended_Pictographic}\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFF60]/u;

function asciiWidth(character: string): number {
  if (/[mwMW@%]/.test(character)) return 0.98;
  if (/[A-Z]/.test(character)) return 0.74;
  if (/[ijltfrI.,:;!'| ()]/.test(character)) return 0.4;
  return 0.64;
}

/**
 * Breaks a text into lines at spaces, and a word that is longer than a line between its letters;
 * the last line that is allowed ends with an ellipsis where more follows.
 */
export function wrap(
  text: string,
  width: number,
  bold: boolean,
  measure: Measure,
  maxLines: number,
): string[] {
  const fits = (line: string) => measure(line.trimEnd(), bold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(AFTER_SPACE)) {
    if (fits(line + word)) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    const parts = breakWord(word, fits);
    line = parts.pop() ?? '';
    lines.push(...parts.map((part) => part.trimEnd()));
  }
  lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), endShort(lines[maxLines - 1] ?? '', fits)];
}

/**
 * Shortens a text that does not fit, or has more letters than allowed, with an ellipsis: after a
 * word, where that leaves most of it.
 */
export function shorten(text: string, maxLetters: number, fits: Fits): string {
  // No letter is shorter than one unit.
  if (text.length <= maxLetters && fits(text)) return text;
  const letters = lettersOf(text);
  if (letters.length <= maxLetters && fits(text)) return text;
  const line = endShort(letters.slice(0, maxLetters - 1).join(''), fits).slice(0, -1);
  const space = text.startsWith(' ', line.length) ? line.length : line.lastIndexOf(' ');
  const isMost = space > line.length * LEAST_AT_WORD;
  return `${(isMost ? line.slice(0, space) : line).replace(/[\s,;:–-]+$/, '')}…`;
}

/** A text is shortened after a word where this part of what fits, or more, is kept. */
const LEAST_AT_WORD = 0.6;

/** Intl puts thin spaces around the dash of a span of time. */
const AFTER_SPACE = /(?<=[ \u2009])/;

/** Whether a text has room in a line. */
export type Fits = (line: string) => boolean;

/** Parts of a word, or of a text in a script without spaces, that fit in a line each. */
function breakWord(word: string, fits: Fits): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of lettersOf(word)) {
    if (part !== '' && !fits(part + letter)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** Puts an ellipsis at the end of a line, in place of what has no room beside it. */
function endShort(line: string, fits: Fits): string {
  const letters = lettersOf(line.replace(/…$/, ''));
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** What a reader takes for one character, though it be of several code points. */
function lettersOf(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}
