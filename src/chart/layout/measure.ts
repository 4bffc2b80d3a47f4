/** Measures a text in pixels. */
export type Measure = (text: string, bold: boolean) => number;

/** Font size of labels in pixels; text is never smaller than 12. */
export const LABEL_SIZE = 13;

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
 * Breaks a text into lines at spaces; the last line that is allowed ends with an ellipsis where
 * more follows. A word longer than a line is cut.
 */
export function wrap(
  text: string,
  width: number,
  bold: boolean,
  measure: Measure,
  maxLines: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer, bold) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const shown = lines.slice(0, maxLines);
  const rest = lines.length > maxLines ? '…' : '';
  return shown.map((one, index) =>
    fit(index === shown.length - 1 ? one + rest : one, width, bold, measure),
  );
}

/** Cuts a text, with an ellipsis, to the width. */
function fit(text: string, width: number, bold: boolean, measure: Measure): string {
  if (measure(text, bold) <= width) return text;
  const letters = [...new Intl.Segmenter().segment(text.replace(/…$/, ''))].map(
    ({ segment }) => segment,
  );
  while (letters.length > 1 && measure(`${letters.join('')}…`, bold) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
