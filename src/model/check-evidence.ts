import { foldText } from './fold.ts';
import { independentGroups } from './independence.ts';
import { splitReference } from './order.ts';
import { reporter, type Parts, type Read } from './parts.ts';
import type { Fault, Problem } from './problem.ts';
import type { Actor, Claim, TimelineEvent } from './schema.ts';

/** What the checks of one event look up in other files. */
interface Register {
  actors: ReadonlyMap<string, Actor>;
  /** Ids of the kinds whose titles name a speaker. */
  attributed: ReadonlySet<string>;
  /** What answers an event or, as `event#claim`, a claim; nothing where an event was not read. */
  responses: ReadonlyMap<string, string> | undefined;
  /** How many voices these sources are; nothing where one of them was not read. */
  countVoices: (sources: readonly string[]) => number | undefined;
}

/** Reports faults of one event at the places of its values. */
type Report = ReturnType<typeof reporter>;

/**
 * Checks what a disputed story owes its readers: a statement’s title names its speaker, an
 * allegation shows on how many voices it rests and what was answered, and a disagreement is one
 * between voices or says that it is not.
 */
export function checkEvidence(parts: Parts, problems: Problem[]): void {
  const register = registerOf(parts);
  for (const { item, data } of parts.events) {
    const report = reporter(data, problems);
    if (register.attributed.has(item.kind)) checkSpeaker(item, register, report);
    item.claims.forEach((claim, index) => {
      if (claim.stance === 'alleges') checkAllegation(claim, index, item, register, report);
    });
    checkDiscrepancies(item, register, report);
  }
}

function registerOf(parts: Parts): Register {
  const itemOf = <T>({ item }: Read<T>) => item;
  const story = { sources: parts.sources.map(itemOf), actors: parts.actors.map(itemOf) };
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  const allRead = parts.events.length === parts.known.events.size;
  return {
    actors: new Map(story.actors.map((actor) => [actor.id, actor])),
    attributed: new Set(
      parts.settings?.item.kinds.flatMap(({ id, attributed }) => (attributed ? id : [])),
    ),
    responses: allRead ? responsesIn(parts.events.map(itemOf)) : undefined,
    countVoices: (ids) => {
      const found = ids.flatMap((id) => sources.get(id) ?? []);
      return found.length === ids.length ? independentGroups(found, story).length : undefined;
    },
  };
}

/** The last response to each event and claim that has one. */
function responsesIn(events: readonly TimelineEvent[]): Map<string, string> {
  const responses = new Map<string, string>();
  for (const { slug, respondsTo, claims } of events) {
    for (const target of respondsTo) responses.set(target, slug);
    for (const { id, respondsTo: references } of claims) {
      for (const reference of references) {
        const { event, claim } = splitReference(reference, slug);
        responses.set(claim === undefined ? event : `${event}#${claim}`, `${slug}#${id}`);
      }
    }
  }
  return responses;
}

function checkSpeaker(event: TimelineEvent, { actors }: Register, report: Report): void {
  const speakers = [...new Set(event.claims.map(({ by }) => by))];
  const known = speakers.flatMap((id) => actors.get(id) ?? []);
  if (speakers.length === 0) report(['kind'], nobodySpeaks(event.kind));
  // A speaker who could not be read may be the one who is named.
  if (speakers.length === 0 || known.length < speakers.length) return;
  const names = known.flatMap(namesOf);
  for (const field of ['title', 'label', 'summary'] as const) {
    const { [field]: text } = event;
    if (text === undefined || names.some((name) => isNamedIn(text, name))) continue;
    report([field], unnamed(field, speakers));
  }
}

/** How texts call an actor: its name, its aliases, and of “Surname, Given” the surname. */
function namesOf({ name, aliases, sortName = name }: Actor): string[] {
  const [surname = name] = sortName.split(',');
  return [name, ...aliases, surname];
}

/** Whether a text has the name as whole words; scripts without spaces, and Arabic, join it to others. */
function isNamedIn(text: string, name: string): boolean {
  const words = wordsOf(name);
  return wordsOf(text).includes(/[a-zα-ω]/.test(words) ? words : words.trim());
}

/** The words of a text, with a space before and after each. */
function wordsOf(text: string): string {
  const words = foldText(text).split(/[^\p{L}\p{M}\p{N}]+/u);
  return ` ${words.filter(Boolean).join(' ')} `;
}

function checkAllegation(
  claim: Claim,
  index: number,
  event: TimelineEvent,
  { actors, responses, countVoices }: Register,
  report: Report,
): void {
  const path = ['claims', index];
  const accused = (claim.about ?? event.actors)
    .flatMap((id) => (id === claim.by ? [] : (actors.get(id) ?? [])))
    .find(({ type }) => type === 'person' || type === 'company');
  const voices = countVoices(event.sources);
  if (voices !== undefined && claim.singleSource && voices > 1)
    report([...path, 'singleSource'], notSingle('the event’s sources'));
  if (voices === 1 && accused && !claim.singleSource)
    report(path, restsOnOne(accused.name, event.sources));
  if (!responses) return;
  const response = responses.get(`${event.slug}#${claim.id}`) ?? responses.get(event.slug);
  if (response !== undefined && claim.noResponseFound)
    report([...path, 'noResponseFound'], wasAnswered(response));
  if (response === undefined && accused && !claim.noResponseFound)
    report(path, unanswered(accused.name));
}

function checkDiscrepancies(
  { discrepancies }: TimelineEvent,
  { countVoices }: Register,
  report: Report,
): void {
  discrepancies.forEach(({ answers, singleSource }, index) => {
    const path = ['discrepancies', index];
    const voices = countVoices([...new Set(answers.flatMap(({ sources }) => sources))]);
    if (voices === 1 && !singleSource) report([...path, 'answers'], ONE_VOICE);
    if (voices !== undefined && voices > 1 && singleSource)
      report([...path, 'singleSource'], notSingle('the sources of the answers'));
    const settled = answers.filter(({ settledBy }) => settledBy);
    answers.forEach(({ sources, settledBy = [], contradicted }, place) => {
      const at = [...path, 'answers', place];
      settledBy.forEach((source, last) => {
        if (!sources.includes(source)) report([...at, 'settledBy', last], notItsOwn(source));
      });
      if (settledBy.length > 0 && settled[0] !== answers[place])
        report([...at, 'settledBy'], SETTLED_TWICE);
      if (contradicted && (settled.length === 0 || settledBy.length > 0))
        report([...at, 'contradicted'], NOT_CONTRADICTED);
    });
  });
}

function nobodySpeaks(kind: string): Fault {
  return {
    found: `the kind "${kind}", whose events are what somebody says, on an event without claims`,
    expected: 'a claim that says who speaks',
    fix: 'add the claim with its speaker and source, or choose another kind',
  };
}

function unnamed(field: string, speakers: readonly string[]): Fault {
  return {
    found: `a ${field} that names no speaker`,
    expected: `the name or an alias of who makes a claim in the event: ${speakers.join(', ')}`,
    fix: `name who says it in the ${field}, as in "The council denies …"`,
  };
}

function restsOnOne(accused: string, { length }: readonly string[]): Fault {
  const sources = length === 1 ? 'with one source' : 'whose sources repeat one another';
  return {
    found: `an allegation against ${accused} in an event ${sources}`,
    expected: 'two sources for the event that are independent, or singleSource: true',
    fix: 'cite a source that does not repeat what is there, or add singleSource: true here',
  };
}

function unanswered(accused: string): Fault {
  return {
    found: `an allegation against ${accused} without a response`,
    expected: 'a claim or event that names it or its event in respondsTo, or noResponseFound: true',
    fix: 'add what was answered, with its source; if none was found, add noResponseFound: true here',
  };
}

function wasAnswered(response: string): Fault {
  return {
    found: `"noResponseFound", though ${response} answers it or its event`,
    expected: 'the field only where there is no response',
    fix: 'remove noResponseFound',
  };
}

function notSingle(what: string): Fault {
  return {
    found: `"singleSource", though ${what} do not all repeat one another`,
    expected: 'the field only where they all do',
    fix: 'remove singleSource, or say in basedOn from what the sources take their text',
  };
}

function notItsOwn(source: string): Fault {
  return {
    found: `the source "${source}"`,
    expected: 'one that gives this answer',
    fix: `add ${source} to the "sources" of the answer, or remove it here`,
  };
}

const ONE_VOICE: Fault = {
  found: 'answers that all come from one source, or from sources that repeat one another',
  expected: 'answers of sources that are independent, or singleSource: true',
  fix: 'add who else answers; if the difference lies between versions, add singleSource: true',
};

const SETTLED_TWICE: Fault = {
  found: 'a second answer that is settled',
  expected: 'one at most',
  fix: 'remove settledBy from one of the two, or from both if the question is open',
};

const NOT_CONTRADICTED: Fault = {
  found: '"contradicted" where no other answer is settled',
  expected: 'another answer with settledBy, which rules this one out',
  fix: 'say by which source the other answer is settled, or remove contradicted',
};
