import { fill } from '../model/fill.ts';
import { parseDate } from '../model/date.ts';
import type { Publication } from './publication.ts';
import { fullName, type Reference } from './reference.ts';

/**
 * A reference as a sentence or two for footnotes: authors, title, where it stands, date, address.
 * What is not known is left out, but for the date, which is said to be not known.
 * @param dated says what the date is that of, where it is not plainly that of publication.
 */
export function plainCitation(
  { author, title, issued, URL: url, archive, ...rest }: Reference,
  { words, wordDate }: Publication,
  dated = '{date}',
): string {
  const date = issued ? fill(dated, { date: wordDate(issued) }) : words.undated;
  const copy = archive && { date: wordDate(parseDate(archive.date)), url: archive.url };
  const sentences = [
    [author?.map(fullName).join(', ')],
    [title],
    [rest['container-title'], date],
    [url, copy && fill(words.archived, copy)],
  ].map((parts) => parts.filter((part) => part).join(', '));
  return sentences.filter((sentence) => sentence !== '').reduce(follow);
}

/** Puts a sentence after another, which may have its own full stop. */
function follow(before: string, sentence: string): string {
  return `${before}${/[.?!…。]$/u.test(before) ? '' : '.'} ${sentence}`;
}
