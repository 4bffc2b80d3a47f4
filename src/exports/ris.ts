import type { EdtfDate } from '../model/date.ts';
import { knownPoints } from './dates.ts';
import type { Publication } from './publication.ts';
import type { Reference } from './reference.ts';

/** Types of RIS for those of CSL; the others are `GEN`. */
const TYPES: Partial<Record<Reference['type'], string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'MPCT',
  chapter: 'CHAP',
  dataset: 'DATA',
  'entry-encyclopedia': 'ENCYC',
  graphic: 'ART',
  hearing: 'HEAR',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'UNPB',
  map: 'MAP',
  motion_picture: 'VIDEO',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  personal_communication: 'PCOMM',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
};

/** References as RIS, in UTF-8 (en.wikipedia.org/wiki/RIS_(file_format), of 2011). */
export function ris(references: readonly Reference[], wordDate: Publication['wordDate']): string {
  return references.map((reference) => record(reference, wordDate)).join('\r\n');
}

function record(reference: Reference, wordDate: Publication['wordDate']): string {
  const { id, type, title, author = [], issued, URL: url, language, archive, note } = reference;
  const tags: [tag: string, value: string | undefined][] = [
    ['TY', TYPES[type] ?? 'GEN'],
    ['ID', id],
    ['TI', title],
    ['T2', reference['container-title']],
    ...author.map(({ family, given, literal }): [string, string] => [
      'AU',
      literal ?? [family, given].filter((part) => part !== undefined).join(', '),
    ]),
    ...(issued ? dateTags(issued, wordDate) : []),
    ['UR', url],
    ['LA', language],
    ['AV', archive?.url],
    ['N1', note],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? `${tag}  - ${oneLine(value)}\r\n` : []));
  return `${lines.join('')}ER  - \r\n`;
}

/**
 * `YYYY/MM/DD/words`, as far as it is known, with words where numbers do not say all. RIS knows
 * neither ranges nor years before the common era: those are in words alone.
 */
function dateTags(date: EdtfDate, wordDate: Publication['wordDate']): [string, string][] {
  const [point] = knownPoints(date);
  const worded = wordDate(date).replaceAll('/', '-');
  const counted = point && !date.interval && point.year > 0 && point.year < 10_000;
  if (!counted || ['decade', 'century'].includes(point.precision)) return [['DA', `///${worded}`]];
  const two = (part: number | undefined) =>
    part === undefined ? '' : String(part).padStart(2, '0');
  const year = String(point.year).padStart(4, '0');
  const words = point.approximate || point.uncertain ? worded : '';
  return [
    ['PY', year],
    ['DA', `${year}/${two(point.month)}/${two(point.day)}/${words}`],
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
