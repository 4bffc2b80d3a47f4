import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { independentGroups, type Origins } from './independence.ts';
import type { Actor, Source } from './schema.ts';

function source(id: string, basedOn: string[] = [], outlet?: string): Source {
  const title = outlet === undefined ? {} : { 'container-title': outlet };
  return { id, type: 'article', title: id, basedOn, ...title };
}

function actor(id: string, name: string): Actor {
  return { id, name, type: 'outlet', description: name, aliases: [] };
}

/** The ids in each group, of all sources of a story or of those that are named. */
function groups(story: Origins, ids = story.sources.map(({ id }) => id)): string[][] {
  const chosen = ids.flatMap((id) => story.sources.find((one) => one.id === id) ?? []);
  return independentGroups(chosen, story).map((group) => group.map(({ id }) => id));
}

describe('sources', () => {
  it('that have nothing in common are voices of their own', () => {
    const story = { sources: [source('post'), source('gazette')], actors: [] };
    expect(groups(story)).toEqual([['post'], ['gazette']]);
  });

  it('repeat one another along a chain, also where its middle is not asked for', () => {
    const sources = [source('wire'), source('copy', ['wire']), source('copy-of-copy', ['copy'])];
    const story = { sources: [...sources, source('post')], actors: [] };
    expect(groups(story)).toEqual([['wire', 'copy', 'copy-of-copy'], ['post']]);
    expect(groups(story, ['copy-of-copy', 'post', 'wire'])).toEqual([
      ['copy-of-copy', 'wire'],
      ['post'],
    ]);
  });

  it('of two outlets that take their text from one agency are one voice', () => {
    const story = {
      sources: [source('post', ['agency'], 'Post'), source('gazette', ['agency'], 'Gazette')],
      actors: [actor('agency', 'The Agency')],
    };
    expect(groups(story)).toEqual([['post', 'gazette']]);
  });

  it('repeat what the agency itself published, and one outlet does not confirm itself', () => {
    const story = {
      sources: [
        source('dispatch', [], 'The Agency'),
        source('post', ['agency'], 'Post'),
        source('post-later', [], 'Post'),
        source('gazette-may', [], 'Gazette'),
        source('gazette-june', [], 'Gazette'),
      ],
      actors: [actor('agency', 'The Agency')],
    };
    expect(groups(story, ['dispatch', 'post'])).toEqual([['dispatch', 'post']]);
    expect(groups(story, ['gazette-may', 'gazette-june'])).toHaveLength(1);
  });

  it('stay apart where a third draws on both', () => {
    const story = {
      sources: [source('digest', ['post', 'gazette']), source('post'), source('gazette')],
      actors: [],
    };
    expect(groups(story)).toEqual([['digest', 'post'], ['gazette']]);
  });

  it('that are based on one another in a circle are one voice', () => {
    const story = { sources: [source('chicken', ['egg']), source('egg', ['chicken'])], actors: [] };
    expect(groups(story)).toEqual([['chicken', 'egg']]);
  });

  /** Stories whose sources are based on any of them, on actors and on nothing known. */
  const anyStory = fc.integer({ min: 1, max: 8 }).chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `source-${index}`);
    const base = fc.constantFrom(...ids, 'agency', 'wire', 'nobody');
    const outlet = fc.constantFrom(undefined, 'Post', 'Gazette', 'The Agency');
    const actors = [actor('agency', 'The Agency'), actor('wire', 'The Wire')];
    return fc
      .tuple(
        ...ids.map((id) => fc.tuple(fc.array(base, { maxLength: 2 }), outlet, fc.constant(id))),
      )
      .map((all): Origins => ({
        sources: all.map(([basedOn, title, id]) => source(id, basedOn, title)),
        actors,
      }));
  });

  it('stand in one group each, in the order in which they were given', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const found = groups(story);
        const places = found.map((group) =>
          group.map((id) => story.sources.findIndex((one) => one.id === id)),
        );
        const rising = (list: (number | undefined)[]) =>
          list.every((place, index) => index === 0 || Number(place) > Number(list[index - 1]));
        expect(found.flat().sort()).toEqual(story.sources.map(({ id }) => id));
        expect([...places, places.map(([first]) => first)].every(rising)).toBe(true);
      }),
    );
  });

  it('gain no voice by a copy of any of them', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(), (story, pick) => {
        const original = story.sources[pick % story.sources.length]?.id ?? '';
        const sources = [...story.sources, source('copy', [original], 'Copier')];
        expect(groups({ ...story, sources })).toHaveLength(groups(story).length);
      }),
    );
  });

  it('gain a voice by one that has nothing in common with them', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const sources = [...story.sources, source('witness', [], 'Nobody else')];
        expect(groups({ ...story, sources })).toHaveLength(groups(story).length + 1);
      }),
    );
  });
});
