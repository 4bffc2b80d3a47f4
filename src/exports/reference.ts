import { parseDate } from '../model/date.ts';
import { fill } from '../model/fill.ts';
import type { PlacedClaim } from '../model/relations.ts';
import type { Source, TimelineEvent } from '../model/schema.ts';
import type { Publication } from './publication.ts';

/** What is cited: a source, or a page of ours in a source's terms. Nothing of it is ever guessed. */
export type Reference = Pick<
  Source,
  | 'id'
  | 'type'
  | 'title'
  | 'container-title'
  | 'author'
  | 'issued'
  | 'URL'
  | 'language'
  | 'archive'
  | 'note'
>;

/** An event's own page: it has no author, and its date is the day of its last change. */
export function eventReference(event: TimelineEvent, publication: Publication): Reference {
  return ownPage(
    event,
    event.slug,
    event.title,
    publication.address.event(event.slug),
    publication,
  );
}

/** A claim, at its place in the page of its event. */
export function claimReference({ event, claim }: PlacedClaim, publication: Publication): Reference {
  const title = fill(publication.words.claimIn, { claim: claim.text, event: event.title });
  // A colon can stand in a BibTeX key, and in no slug.
  const id = `${event.slug}:${claim.id}`;
  return ownPage(event, id, title, publication.address.event(event.slug, claim.id), publication);
}

function ownPage(
  { updated }: TimelineEvent,
  id: string,
  title: string,
  URL: string | undefined,
  { timeline }: Publication,
): Reference {
  const { settings } = timeline;
  return {
    id,
    type: 'webpage',
    title,
    'container-title': settings.title,
    issued: parseDate(updated),
    URL,
    language: settings.language,
  };
}

type Name = NonNullable<Reference['author']>[number];

/** A name as it is read. */
export function fullName({ literal, given, family }: Name): string {
  return literal ?? [given, family].filter((part) => part !== undefined).join(' ');
}
