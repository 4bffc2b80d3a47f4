import { independentGroups } from './independence.ts';
import { reporter, type Parts, type Read } from './parts.ts';
import type { Fault, Problem } from './problem.ts';
import { namedBy } from './relations.ts';
import type { Actor, Claim, Discrepancy, TimelineEvent } from './schema.ts';

/** What the checks of one event look up in other files. */
interface Register {
  actors: ReadonlyMap<string, Actor>;
  /** What answers an event or, as `event#claim`, a claim; nothing where an event was not read. */
  responses: ReadonlyMap<string, string> | undefined;
  /** How many voices these sources are; nothing where one of them was not read. */
  countVoices: (sources: readonly string[]) => number | undefined;
}

/** Reports faults of one event at the places of its values. */
type Report = ReturnType<typeof reporter>;

/**
 * Checks what a disputed story owes its readers: an allegation shows on how many voices it rests
 * and whether it was answered, and a disagreement is one between voices or says that it is not.
 */
export function checkEvidence(parts: Parts, problems: Problem[]): void {
  const register = registerOf(parts);
  for (const { item, data } of parts.events) {
    const report = reporter(data, problems);
    const under =
      (...path: PropertyKey[]): Report =>
      (inner, fault) =>
        report([...path, ...inner], fault);
    item.claims.forEach((claim, index) => {
      if (claim.stance !== 'alleges') return;
      const accused = accusedBy(claim, item, register);
      checkVoices(claim, item, accused, register, under('claims', index));
      checkResponse(claim, item, accused, register, under('claims', index));
    });
    item.discrepancies.forEach((discrepancy, index) => {
      checkAnswers(discrepancy, register, under('discrepancies', index));
      checkSettled(discrepancy, under('discrepancies', index, 'answers'));
    });
  }
}

function registerOf(parts: Parts): Register {
  const itemOf = <T>({ item }: Read<T>) => item;
  const story = { sources: parts.sources.map(itemOf), actors: parts.actors.map(itemOf) };
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  const allRead = parts.events.length === parts.known.events.size;
  return {
    actors: new Map(story.actors.map((actor) => [actor.id, actor])),
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
  for (const event of events) {
    for (const claim of [undefined, ...event.claims]) {
      const response = claim ? `${event.slug}#${claim.id}` : event.slug;
      for (const target of namedBy({ event, claim })) responses.set(target, response);
    }
  }
  return responses;
}

/** The first person or company that a claim is about, by its name. */
function accusedBy(claim: Claim, event: TimelineEvent, { actors }: Register): string | undefined {
  const others = (claim.about ?? event.actors).filter((id) => id !== claim.by);
  const accused = others.map((id) => actors.get(id));
  return accused.find((actor) => actor?.type === 'person' || actor?.type === 'company')?.name;
}

function checkVoices(
  { singleSource }: Claim,
  { sources }: TimelineEvent,
  accused: string | undefined,
  { countVoices }: Register,
  report: Report,
): void {
  const voices = countVoices(sources);
  if (voices === undefined) return;
  if (singleSource && voices > 1) report(['singleSource'], notSingle('the event’s sources'));
  if (!singleSource && voices === 1 && accused !== undefined)
    report([], restsOnOne(accused, sources));
}

function checkResponse(
  { id, noResponseFound }: Claim,
  { slug }: TimelineEvent,
  accused: string | undefined,
  { responses }: Register,
  report: Report,
): void {
  if (!responses) return;
  const response = responses.get(`${slug}#${id}`) ?? responses.get(slug);
  if (noResponseFound && response !== undefined) report(['noResponseFound'], wasAnswered(response));
  if (!noResponseFound && response === undefined && accused !== undefined)
    report([], unanswered(accused));
}

function checkAnswers(
  { answers, singleSource }: Discrepancy,
  { countVoices }: Register,
  report: Report,
): void {
  const voices = countVoices([...new Set(answers.flatMap(({ sources }) => sources))]);
  if (voices === undefined) return;
  if (singleSource && voices > 1) report(['singleSource'], notSingle('the sources of the answers'));
  if (!singleSource && voices === 1) report(['answers'], ONE_VOICE);
}

/** One answer at most is settled, by its own sources, and only then are others ruled out. */
function checkSettled({ answers }: Discrepancy, report: Report): void {
  const settled = answers.findIndex(({ settledBy }) => settledBy);
  answers.forEach(({ sources, settledBy, contradicted }, place) => {
    settledBy?.forEach((source, index) => {
      if (!sources.includes(source)) report([place, 'settledBy', index], notItsOwn(source));
    });
    if (settledBy && place !== settled) report([place, 'settledBy'], SETTLED_TWICE);
    if (contradicted && (settled === -1 || settledBy))
      report([place, 'contradicted'], NOT_CONTRADICTED);
  });
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
