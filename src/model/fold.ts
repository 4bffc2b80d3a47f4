/**
 * What search compares: words without case, diacritics and, for Cyrillic, without script, so that
 * however a name is typed it is found however it is written.
 */

/** What is searched of an event: the contract between `search.json` and those who read it. */
export interface SearchDocument {
  /** The event's slug. */
  id: string;
  /** The title and, in brackets, its short form on the chart. */
  title: string;
  summary: string;
  /** Names and aliases of all who are involved or speak. */
  names: string;
  /** The claims' quotes, in their own languages. */
  quotes: string;
}

/**
 * Letters that are not a letter of the Latin alphabet with a mark; what decomposes (č, ё, ї, ў, ѓ)
 * needs no entry. Cyrillic is transliterated as Serbian Latin and, for letters that Serbian lacks,
 * as scholars do (ISO/R 9), without the diacritics of either. One table serves all languages, so a
 * letter that they read differently (г, и, щ, ъ) has the reading of Serbian, else of Russian.
 * Languages’ own romanisations, such as “Djordje” for Đorđe or “Sh” for Ш, are not derived: where
 * a story needs them, they are aliases.
 */
const LETTERS = new Map(
  [
    // Latin, and the final sigma
    'đ=d ð=d ħ=h ı=i ł=l ø=o þ=th ß=ss æ=ae œ=oe ǆ=dz ǉ=lj ǌ=nj ς=σ',
    // Cyrillic, in most of its alphabets
    'а=a б=b в=v г=g д=d е=e ж=z з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c ч=c',
    'ш=s',
    // Serbian and Macedonian
    'ђ=d ј=j љ=lj њ=nj ћ=c џ=dz ѕ=dz',
    // Russian, Ukrainian, Belarusian and Bulgarian; hard and soft signs are silent
    'ґ=g є=je і=i щ=sc ъ= ы=y ь= э=e ю=ju я=ja',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => pair.split('=') as [letter: string, folded: string]),
);

/** The marks of Latin, Greek and Cyrillic; in other scripts a mark may be a vowel. */
const MARKS = /[\u0300-\u036f\u0483-\u0487]/g;

/**
 * Folds a text for comparison: lower case, no diacritics, Cyrillic as Latin. Folding twice changes
 * nothing more; the result is at most four times as long.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      // A letter of its own, though Unicode takes it for a marked и.
      .replaceAll('й', 'j')
      .normalize('NFD')
      .replace(MARKS, '')
      .replace(/\P{ASCII}/gu, (letter) => LETTERS.get(letter) ?? letter)
      .normalize('NFC')
  );
}

/** Runs of letters with their marks and digits; a sign of a currency or a picture is a word too. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|[\p{Sc}\p{So}]/gu) ?? [];
}
