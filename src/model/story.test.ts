import { expect, it } from 'vitest';
import type { ContentFile } from './document.ts';
import { formatProblem } from './problem.ts';
import { readTimeline, type Reading } from './read.ts';

/** The text of each file; `null` takes a file away; bytes where no text would do. */
export type Files = Record<string, string | Uint8Array | null>;

export const AGREED = 'events/2024/wall-agreed.md';
export const DISPUTED = 'events/2024/wall-disputed.md';

const STORY = {
  'timeline.yaml': `title: The harbour wall
description: How the wall was agreed, and what was said of it.
language: en
licence:
  name: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/
kinds:
  - { id: statement, label: Statement, plural: Statements, shape: circle }
  - { id: report, label: Report, plural: Reports, shape: square }
`,
  'actors/town-council.yaml': `name: Town Council
type: organisation
description: The council of a town with a harbour.
`,
  'actors/harbour-post.yaml': `name: Harbour Post
type: outlet
description: A newspaper.
`,
  'sources/post-may.yaml': `type: article-newspaper
title: Wall agreed
issued: 2024-05-03
`,
  'sources/post-june.yaml': `type: article-newspaper
title: Wall disputed
basedOn: [post-may, town-council]
`,
  [AGREED]: `---
title: Town Council agrees to the wall
date: 2024-05-02
kind: statement
importance: major
actors: [town-council]
summary: The council agrees.
sources: [post-may]
claims:
  - id: cost
    by: town-council
    stance: alleges
    text: The wall costs one million.
    quote: one million, not more
    lang: en
    source: post-may
discrepancies:
  - question: How long is the wall?
    answers:
      - { value: 200 metres, sources: [post-may] }
      - { value: 300 metres, sources: [post-may] }
    singleSource: true
updated: 2024-06-01
---
The council agreed [@post-may].
`,
  [DISPUTED]: `---
title: Harbour Post disputes the cost
date: "2024-06~"
kind: report
importance: minor
actors: [harbour-post]
summary: The paper disputes the cost.
sources: [post-june, post-may]
respondsTo: [wall-agreed]
claims:
  - id: more
    by: harbour-post
    stance: denies
    text: It costs more.
    source: post-june
    respondsTo: wall-agreed#cost
updated: 2024-06-01
---
The paper disputed it [@post-june; @post-may].
`,
};

/** A small story in which nothing is wrong: path and text of each file. */
export function soundStory(): Record<keyof typeof STORY, string> {
  return { ...STORY };
}

/** A file of the sound story in which one passage, which must be there, is another. */
export function edited(path: keyof typeof STORY, passage: string, instead: string): Files {
  if (!STORY[path].includes(passage)) throw new Error(`${path} has no "${passage}"`);
  return { [path]: STORY[path].replace(passage, () => instead) };
}

/** The files of the sound story with some of them changed, as the reader takes them. */
export function storyWith(changes: Files): ContentFile[] {
  return Object.entries<string | Uint8Array | null>({ ...STORY, ...changes }).flatMap(
    ([path, content]) => {
      if (content === null) return [];
      return {
        path,
        bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      };
    },
  );
}

/** What the reader makes of the sound story with some files changed. */
export function readWith(changes: Files): Reading {
  return readTimeline(storyWith(changes));
}

/** What a contributor is told of the sound story with some files changed. */
export function problemsOf(changes: Files): string {
  const reading = readWith(changes);
  return reading.ok ? 'no problems' : reading.problems.map(formatProblem).join('\n\n');
}

it('The story that tests break has nothing wrong in it before they do', () => {
  expect(problemsOf({})).toBe('no problems');
});
