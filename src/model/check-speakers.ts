import { foldText, wordsOf } from './fold.ts';
import { reporter, type Parts } from './parts.ts';
import type { Fault, Problem } from './problem.ts';
import type { Actor } from './schema.ts';

/**
 * Checks that events which are what somebody says name a speaker wherever they are told: in the
 * title and, since each also stands alone, in the label and the summary.
 */
export function checkSpeakers({ settings, events, actors }: Parts, problems: Problem[]): void {
  const kinds = settings?.item.kinds.filter(({ attributed }) => attributed) ?? [];
  const attributed = new Set(kinds.map(({ id }) => id));
  const byId = new Map(actors.map(({ item }) => [item.id, item]));
  for (const { item, data } of events) {
    if (!attributed.has(item.kind)) continue;
    const report = reporter(data, problems);
    const speakers = [...new Set(item.claims.map(({ by }) => by))];
    const known = speakers.flatMap((id) => byId.get(id) ?? []);
    if (speakers.length === 0) report(['kind'], nobodySpeaks(item.kind));
    // A speaker who could not be read may be the one who is named.
    if (speakers.length === 0 || known.length < speakers.length) continue;
    const names = known.flatMap(namesOf);
    for (const field of ['title', 'label', 'summary'] as const) {
      const { [field]: text } = item;
      if (text === undefined || names.some((name) => isNamedIn(text, name))) continue;
      report([field], unnamed(field, speakers));
    }
  }
}

/** How texts call an actor: its name, its aliases, and of “Surname, Given” the surname. */
function namesOf({ name, aliases, sortName = name }: Actor): string[] {
  const [surname = name] = sortName.split(',');
  return [name, ...aliases, surname];
}

/** Whether a text has the name as whole words; scripts without spaces, and Arabic, join it to others. */
function isNamedIn(text: string, name: string): boolean {
  const words = foldedWords(name);
  return foldedWords(text).includes(/[a-zα-ω]/.test(words) ? words : words.trim());
}

/** The words of a text as search compares them, with a space before and after each. */
function foldedWords(text: string): string {
  return ` ${wordsOf(foldText(text)).join(' ')} `;
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
