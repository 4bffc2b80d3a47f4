import { expect, it } from 'vitest';
import { standsAlone } from './standing.ts';
import { readWith } from './story.test.ts';

/** The small story: one event rests on the source of May alone, another on both. */
function timeline(basedOn: string) {
  const reading = readWith({
    'sources/post-june.yaml': `type: article-newspaper\ntitle: Wall disputed\n${basedOn}`,
  });
  if (!reading.ok) throw new Error('the story is not sound');
  return reading.timeline;
}

const events = (id: string, basedOn: string) =>
  standsAlone({ id }, timeline(basedOn)).events.map(({ slug }) => slug);

it('tells events that have one source from those that another confirms', () => {
  expect(events('post-may', '')).toEqual(['wall-agreed']);
  expect(events('post-june', '')).toEqual([]);
});

it('takes sources that repeat one another for one', () => {
  expect(events('post-may', 'basedOn: [post-may]')).toEqual(['wall-agreed', 'wall-disputed']);
  expect(events('post-june', 'basedOn: [post-may]')).toEqual(['wall-disputed']);
});

it('finds answers that no independent source gives', () => {
  const { answers } = standsAlone({ id: 'post-may' }, timeline(''));
  expect(answers.map(({ answer }) => answer.value)).toEqual(['200 metres', '300 metres']);
  expect(standsAlone({ id: 'post-june' }, timeline('')).answers).toEqual([]);
});
