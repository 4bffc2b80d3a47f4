import type { DatePoint, EdtfDate } from '../model/date.ts';
import { fill } from '../model/fill.ts';
import type { TimelineEvent } from '../model/schema.ts';
import { knownPoints } from './dates.ts';
import type { Publication } from './publication.ts';

/**
 * The events as a calendar (RFC 5545). A time of day is given only where it is known. Whatever is
 * no plain day or time stands over the whole span that its date can mean, open dates at the end
 * that is known, and its title says how the date is to be read. Events that do not lie in the years
 * 1 to 9999 are left out: the format has no way to write them. The same story gives the same text.
 */
export function calendar(publication: Publication): string {
  const { title, description } = publication.timeline.settings;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//sourced-timeline//events//EN',
    // The name by RFC 7986, and as calendars looked for it before.
    `NAME:${escaped(title)}`,
    `X-WR-CALNAME:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...publication.timeline.events.flatMap((event) => entry(event, publication)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function entry(event: TimelineEvent, { words, wordDate, address, timeline }: Publication) {
  const span = spanOf(event.date);
  if (!span) return [];
  const when = wordDate(event.date);
  const title = isPlain(event.date)
    ? event.title
    : fill(words.dated, { title: event.title, date: when });
  const url = address.event(event.slug);
  const kind = timeline.settings.kinds.find(({ id }) => id === event.kind);
  return [
    'BEGIN:VEVENT',
    // The address is lasting, and no other story has it.
    `UID:${escaped(url ?? `${event.slug}@sourced-timeline`)}`,
    `DTSTAMP:${event.updated.replaceAll('-', '')}T000000Z`,
    ...span,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped([when, event.summary, event.dateNote].filter(Boolean).join('\n\n'))}`,
    `CATEGORIES:${escaped(kind?.label ?? event.kind)}`,
    ...(url === undefined ? [] : [`URL:${url}`]),
    // What happened long ago keeps nobody busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** From the first known instant to the last. Days end, as the format has it, with the next one. */
function spanOf(date: EdtfDate): string[] | undefined {
  const points = knownPoints(date);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || !points.every(isWritable)) return undefined;
  if (first.time && last.time) {
    const start = `DTSTART:${utc(first.earliest)}`;
    return first === last ? [start] : [start, `DTEND:${utc(last.earliest)}`];
  }
  return [
    `DTSTART;VALUE=DATE:${utc(first.earliest).slice(0, 8)}`,
    `DTEND;VALUE=DATE:${utc(last.latest + DAY).slice(0, 8)}`,
  ];
}

const DAY = 86_400_000;

/** Whether four digits are enough for its years; the year after the last one ends a span. */
function isWritable({ earliest, latest }: DatePoint): boolean {
  return earliest >= Date.parse('0001-01-01T00:00Z') && latest < Date.parse('9999-12-31T00:00Z');
}

/** `20250529T180000Z`. */
function utc(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Whether the entry's own day or time says all that is known. */
function isPlain({ interval, start }: EdtfDate): boolean {
  return (
    !interval &&
    typeof start !== 'string' &&
    !start.approximate &&
    !start.uncertain &&
    ['day', 'minute', 'second'].includes(start.precision)
  );
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, String.raw`\$&`).replace(/\r\n?|\n/g, String.raw`\n`);
}

const MAX_OCTETS = 75;

/** Breaks a line where it is too long, never inside a character. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > MAX_OCTETS) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded;
}
