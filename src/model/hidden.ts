import type { Fault } from './problem.ts';

/**
 * Characters that readers and reviewers cannot see and that change what they do see: controls
 * other than tab and line end, and those that reorder text (unicode.org/reports/tr36, “Trojan
 * Source”). Marks that right-to-left writing needs are not among them.
 */
const HIDDEN = /[\u202A-\u202E\u2066-\u2069]|(?![\t\n])\p{Cc}/u;

/** Where the first hidden character stands; -1 where there is none. */
export function findHidden(text: string): number {
  return text.search(HIDDEN);
}

/** Shows hidden characters by their code points. */
export function unhide(text: string): string {
  return text.replace(new RegExp(HIDDEN, 'gu'), codePoint);
}

/** What is said of the hidden character that begins the text. */
export function hiddenFault(text: string): Fault {
  return {
    found: `the character ${codePoint(text.slice(0, 1))}, which cannot be seen`,
    expected: 'characters that can be seen',
    fix: 'delete it; where it cannot be found, type the passage anew',
  };
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
