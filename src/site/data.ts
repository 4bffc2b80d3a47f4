import { bibtex } from '../exports/bibtex.ts';
import { calendar } from '../exports/calendar.ts';
import { claimsCsv } from '../exports/claims-csv.ts';
import { cslItems } from '../exports/csl.ts';
import { eventsCsv } from '../exports/events-csv.ts';
import { eventsData, eventsJsonSchema } from '../exports/events-json.ts';
import type { Publication } from '../exports/publication.ts';
import { ris } from '../exports/ris.ts';
import { timelineJsCsv } from '../exports/timelinejs-csv.ts';
import { timelineJs } from '../exports/timelinejs.ts';
import { jsonText, type SiteFile } from './files.ts';
import { publication } from './publication.ts';
import { DATA_FILES, type DataFileName } from './strings/data.ts';

/** How each file is written, and its media type. */
const WRITERS: Record<DataFileName, [type: string, write: (from: Publication) => string]> = {
  'events.json': ['application/json', (from) => jsonText(eventsData(from))],
  'events.schema.json': [
    'application/schema+json',
    ({ address }) => jsonText(eventsJsonSchema(address.data('events.schema.json'))),
  ],
  'events.csv': ['text/csv', eventsCsv],
  'claims.csv': ['text/csv', claimsCsv],
  'timelinejs.json': ['application/json', (from) => jsonText(timelineJs(from))],
  'timelinejs.csv': ['text/csv', timelineJsCsv],
  'events.ics': ['text/calendar', calendar],
  'sources.json': [
    'application/vnd.citationstyles.csl+json',
    ({ timeline, wordDate }) => jsonText(cslItems(timeline.sources, wordDate)),
  ],
  'sources.bib': ['application/x-bibtex', ({ timeline }) => bibtex(timeline.sources)],
  'sources.ris': [
    'application/x-research-info-systems',
    ({ timeline, wordDate }) => ris(timeline.sources, wordDate),
  ],
};

/** The timeline in all files that other programs read. */
export async function dataFiles(): Promise<(SiteFile & { name: DataFileName })[]> {
  const from = await publication();
  return DATA_FILES.map((name) => {
    const [type, write] = WRITERS[name];
    return { name, type, text: write(from) };
  });
}

/** An address for each of them. */
export async function dataRoutes() {
  const files = await dataFiles();
  return files.map((props) => ({ params: { file: props.name }, props }));
}
