import { checkCircles, checkClaimCircles } from './check-circles.ts';
import { filingYear } from './date.ts';
import { canAnswer, splitReference } from './order.ts';
import { reporter, type Named, type Parts, type Read } from './parts.ts';
import { suggestName, type Fault, type Problem } from './problem.ts';
import type { Actor, Settings, Source, TimelineEvent } from './schema.ts';

/** Checks what no file can check alone: that ids exist, are unique, and do not run in circles. */
export function checkReferences(parts: Parts, problems: Problem[]): void {
  if (parts.settings) checkKinds(parts.settings, problems);
  for (const actor of parts.actors) checkActor(actor, parts, problems);
  for (const source of parts.sources) checkSource(source, parts, problems);
  const bySlug = new Map(parts.events.map((event) => [event.item.slug, event.item]));
  for (const event of parts.events) checkEvent(event, parts, bySlug, problems);
  for (const event of parts.faulty) checkNames(event, parts, problems);
  checkCircles(parts, problems);
}

function unknown(what: string, name: string, known: Iterable<string>, where: string): Fault {
  return {
    found: `an unknown ${what} "${name}"`,
    expected: `the id of ${what === 'actor' || what === 'event' ? 'an' : 'a'} ${what} that has ${where}`,
    fix: suggestName(name, known, `check the spelling, or add ${where}`),
  };
}

function checkKinds({ item, data }: Read<Settings>, problems: Problem[]): void {
  const report = reporter(data, problems);
  for (const field of ['id', 'shape'] as const) {
    item.kinds.forEach((kind, index) => {
      const first = item.kinds.findIndex((other) => other[field] === kind[field]);
      if (first === index) return;
      report(['kinds', index, field], {
        found: `the ${field} "${kind[field]}" a second time`,
        expected: `kinds that each have their own ${field}`,
        fix: `choose another ${field}; "${item.kinds[first]?.id ?? ''}" has this one`,
      });
    });
  }
}

function checkActor({ item, data }: Read<Actor>, { known }: Parts, problems: Problem[]): void {
  const report = reporter(data, problems);
  if (item.partOf === undefined) return;
  if (!known.actors.has(item.partOf)) {
    report(['partOf'], unknown('actor', item.partOf, known.actors, 'a file in actors/'));
  } else if (item.partOf === item.id) {
    report(['partOf'], {
      found: 'an actor that is part of itself',
      expected: 'another actor',
      fix: 'remove partOf',
    });
  }
}

function checkSource({ item, data }: Read<Source>, { known }: Parts, problems: Problem[]): void {
  const report = reporter(data, problems);
  if (known.actors.has(item.id)) {
    report([], {
      found: `the id "${item.id}", which an actor has too`,
      expected: 'an id that neither a source nor an actor has, since basedOn names both',
      fix: 'rename one of the two files, and correct what names it',
    });
  }
  item.basedOn.forEach((base, index) => {
    if (base === item.id) {
      report(['basedOn', index], {
        found: 'a source that is based on itself',
        expected: 'another source or an actor',
        fix: 'remove it',
      });
    } else if (!known.sources.has(base) && !known.actors.has(base)) {
      report(
        ['basedOn', index],
        unknown(
          'source or actor',
          base,
          [...known.sources, ...known.actors],
          'a file in sources/ or actors/',
        ),
      );
    }
  });
}

type BySlug = ReadonlyMap<string, TimelineEvent>;

function checkEvent(
  event: Read<TimelineEvent>,
  parts: Parts,
  bySlug: BySlug,
  problems: Problem[],
): void {
  checkYear(event, problems);
  checkNames(event, parts, problems);
  checkClaimIds(event, problems);
  checkClaimCircles(event, problems);
  checkAnswers(event, problems);
  checkTargets(event, parts, bySlug, problems);
}

function checkYear({ item, data }: Read<TimelineEvent>, problems: Problem[]): void {
  const folder = item.path.split('/').at(-2) ?? '';
  const year = filingYear(item.date);
  const expected = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  if (folder === expected) return;
  reporter(data, problems)(['date'], {
    found: `a date in ${expected}, in the folder "${folder}"`,
    expected: `the folder events/${expected}/`,
    fix: `move the file there, or correct the date`,
  });
}

function checkNames({ item, data }: Read<Named>, parts: Parts, problems: Problem[]): void {
  const report = reporter(data, problems);
  const { actors, sources } = parts.known;
  const kinds = parts.settings?.item.kinds.map(({ id }) => id);
  if (kinds && item.kind !== undefined && !kinds.includes(item.kind))
    report(['kind'], unknown('kind', item.kind, kinds, 'an entry in timeline.yaml'));
  item.actors.forEach((actor, index) => {
    if (!actors.has(actor))
      report(['actors', index], unknown('actor', actor, actors, 'a file in actors/'));
  });
  item.sources.forEach((source, index) => {
    if (!sources.has(source))
      report(['sources', index], unknown('source', source, sources, 'a file in sources/'));
  });
  const listed = new Set(item.sources);
  const cited = (path: readonly PropertyKey[], source: string) => {
    if (listed.size === 0 || listed.has(source)) return;
    report(path, {
      found: `the source "${source}"`,
      expected: 'one that stands in the event’s field "sources"',
      fix: sources.has(source)
        ? `add ${source} to "sources"`
        : suggestName(source, listed, 'check the spelling'),
    });
  };
  item.claims.forEach(({ by, source, about = [] }, index) => {
    if (!actors.has(by))
      report(['claims', index, 'by'], unknown('actor', by, actors, 'a file in actors/'));
    about.forEach((actor, place) => {
      if (!actors.has(actor))
        report(
          ['claims', index, 'about', place],
          unknown('actor', actor, actors, 'a file in actors/'),
        );
    });
    cited(['claims', index, 'source'], source);
  });
  item.discrepancies.forEach(({ answers }, index) => {
    answers.forEach((answer, place) => {
      answer.sources.forEach((source, last) => {
        cited(['discrepancies', index, 'answers', place, 'sources', last], source);
      });
    });
  });
}

/** The places of values that stand further up already. */
function repetitions(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => (seen.size === seen.add(value).size ? [index] : []));
}

function checkClaimIds({ item, data }: Read<TimelineEvent>, problems: Problem[]): void {
  for (const index of repetitions(item.claims.map(({ id }) => id))) {
    reporter(data, problems)(['claims', index, 'id'], {
      found: `the claim id "${item.claims[index]?.id ?? ''}" a second time`,
      expected: 'ids that are unique in the event',
      fix: 'rename one of the two, and what answers it',
    });
  }
}

/** Case, space and final punctuation do not make another answer. */
function normalised(answer: string): string {
  return answer
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/\s+/gu, ' ')
    .replace(/[.!\s]+$/u, '')
    .trim();
}

function checkAnswers({ item, data }: Read<TimelineEvent>, problems: Problem[]): void {
  item.discrepancies.forEach(({ answers }, index) => {
    for (const place of repetitions(answers.map(({ value }) => normalised(value)))) {
      reporter(data, problems)(['discrepancies', index, 'answers', place, 'value'], {
        found: `the answer "${answers[place]?.value ?? ''}" a second time`,
        expected: 'answers that differ from one another',
        fix: 'put the sources of both under one answer; if none is left to differ, remove the discrepancy',
      });
    }
  });
}

function checkTargets(
  { item, data }: Read<TimelineEvent>,
  { known }: Parts,
  bySlug: BySlug,
  problems: Problem[],
): void {
  const report = reporter(data, problems);
  const check = (path: readonly PropertyKey[], reference: string, self: string) => {
    const { event, claim } = splitReference(reference, item.slug);
    const target = `${event}${claim === undefined ? '' : `#${claim}`}`;
    const fault = known.events.has(event)
      ? targetFault(item, bySlug.get(event), claim)
      : unknown('event', event, known.events, 'a file in events/');
    if (target === self) report(path, answersItself(reference));
    else if (fault) report(path, fault);
  };
  item.respondsTo.forEach((slug, index) => {
    check(['respondsTo', index], slug, item.slug);
  });
  const { claims } = data.value as { claims?: { respondsTo?: unknown }[] };
  item.claims.forEach(({ id, respondsTo }, index) => {
    const path = ['claims', index, 'respondsTo'];
    const isList = Array.isArray(claims?.[index]?.respondsTo);
    respondsTo.forEach((reference, place) => {
      check(isList ? [...path, place] : path, reference, `${item.slug}#${id}`);
    });
  });
}

function answersItself(reference: string): Fault {
  return {
    found: `"${reference}", which answers itself`,
    expected: 'another event or claim',
    fix: 'remove it, or name what it answers',
  };
}

/** @param target nothing where the event that is answered has faults in itself. */
function targetFault(
  item: TimelineEvent,
  target: TimelineEvent | undefined,
  claim: string | undefined,
): Fault | undefined {
  if (!target) return undefined;
  const claims = target.claims.map(({ id }) => id);
  if (claim !== undefined && !claims.includes(claim))
    return unknown('claim', claim, claims, `an entry in "claims" of ${target.slug}`);
  if (canAnswer(item.date, target.date)) return undefined;
  return {
    found: `an answer to "${target.slug}", which happened later`,
    expected: 'something that happened earlier or at the same time',
    fix: 'correct one of the two dates, or remove the reference',
  };
}
