import { bibtex } from '../exports/bibtex.ts';
import { cslItems } from '../exports/csl.ts';
import type { Publication } from '../exports/publication.ts';
import { claimReference, eventReference, type Reference } from '../exports/reference.ts';
import { ris } from '../exports/ris.ts';
import type { TimelineEvent } from '../model/schema.ts';
import type { SiteFile } from './files.ts';
import { publication } from './publication.ts';
import { loadTimeline } from './timeline.ts';

/** A format that reference managers read. */
export interface CitationFormat {
  name: string;
  /** The file beside the page that holds the citation. */
  file: string;
  type: string;
  write: (references: readonly Reference[], wordDate: Publication['wordDate']) => string;
}

export const CITATION_FORMATS: readonly CitationFormat[] = [
  { name: 'BibTeX', file: 'cite.bib', type: 'application/x-bibtex', write: bibtex },
  { name: 'RIS', file: 'cite.ris', type: 'application/x-research-info-systems', write: ris },
  {
    name: 'CSL-JSON',
    file: 'cite.json',
    type: 'application/vnd.citationstyles.csl+json',
    write: (references, wordDate) => `${JSON.stringify(cslItems(references, wordDate))}\n`,
  },
];

/** What an event's page can be cited for: itself, and each of its claims. */
export function eventReferences(
  event: TimelineEvent,
  from: Publication,
): [own: Reference, ...claims: Reference[]] {
  const claims = event.claims.map((claim) => claimReference({ event, claim }, from));
  return [eventReference(event, from), ...claims];
}

/** The citations of each event and its claims, as files beside its page. */
export async function eventCitationRoutes() {
  const from = await publication();
  return from.timeline.events.flatMap((event) =>
    citationFiles(eventReferences(event, from), from).map((props) => ({
      params: { slug: event.slug, file: props.name },
      props,
    })),
  );
}

/** The citation of each source, as files beside its page. */
export async function sourceCitationRoutes() {
  const [from, { sources }] = await Promise.all([publication(), loadTimeline()]);
  return sources.flatMap((source) =>
    citationFiles([source], from).map((props) => ({
      params: { id: source.id, file: props.name },
      props,
    })),
  );
}

function citationFiles(references: readonly Reference[], { wordDate }: Publication): SiteFile[] {
  return CITATION_FORMATS.map(({ file, type, write }) => ({
    name: file,
    type,
    text: write(references, wordDate),
  }));
}
