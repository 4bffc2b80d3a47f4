import type { LocatedData } from './document.ts';
import type { Fault, Problem } from './problem.ts';
import type { Actor, Settings, Source, TimelineEvent } from './schema.ts';

/** A checked item together with the file that it came from. */
export interface Read<T> {
  item: T;
  data: LocatedData;
}

/** The fields of an event that name kinds, actors and sources. */
export type Named = Pick<TimelineEvent, 'actors' | 'sources' | 'claims' | 'discrepancies'> & {
  kind: string | undefined;
};

/** All that was read; what could not be is missing here, and known by its id alone. */
export interface Parts {
  settings: Read<Settings> | undefined;
  events: Read<TimelineEvent>[];
  /** Events that have faults in themselves: the fields that hold. */
  faulty: Read<Named>[];
  sources: Read<Source>[];
  actors: Read<Actor>[];
  /** Ids of all files, sound or not, so that one bad file does not make its users look wrong. */
  known: { events: Set<string>; sources: Set<string>; actors: Set<string> };
}

/** Reports faults of a file at the places of its values. */
export function reporter(data: LocatedData, problems: Problem[]) {
  return (path: readonly PropertyKey[], fault: Fault) =>
    problems.push({ file: data.file, ...data.at(path), ...fault });
}
