import type { EdtfDate } from '../model/date.ts';
import { countedYear, knownPoints } from './dates.ts';
import type { Publication } from './publication.ts';
import type { Reference } from './reference.ts';

/** A date of CSL-JSON: a point or a range in numbers, or else in words. */
interface CslDate {
  'date-parts'?: number[][];
  circa?: true;
  literal?: string;
}

/** An item of CSL-JSON 1.0.2 (github.com/citation-style-language/schema). */
export interface CslItem extends Omit<Reference, 'issued' | 'archive'> {
  issued: CslDate | undefined;
  archive_location: string | undefined;
}

/** References as CSL-JSON; what is not known is left out when it is written. */
export function cslItems(
  references: readonly Reference[],
  wordDate: Publication['wordDate'],
): CslItem[] {
  return references.map(({ id, type, title, author, issued, URL, language, archive, ...rest }) => ({
    id,
    type,
    title,
    'container-title': rest['container-title'],
    author,
    issued: issued && cslDate(issued, wordDate),
    URL,
    language,
    archive_location: archive?.url,
    note: rest.note,
  }));
}

/**
 * Numbers as far as they are known. `circa` is all that CSL has for dates that are approximate or
 * uncertain; an open end, or a decade, has no numbers, and is told in words.
 */
function cslDate(date: EdtfDate, wordDate: Publication['wordDate']): CslDate {
  const points = knownPoints(date);
  const told = points.every(({ precision }) => !['decade', 'century'].includes(precision));
  if (!told || (date.interval && points.length < 2)) return { literal: wordDate(date) };
  const doubtful = points.some(({ approximate, uncertain }) => approximate || uncertain);
  return {
    'date-parts': points.map(({ year, month, day }) =>
      [countedYear(year), month, day].filter((part) => part !== undefined),
    ),
    ...(doubtful ? { circa: true } : {}),
  };
}
