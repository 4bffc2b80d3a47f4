import { expect, test } from 'vitest';
import { parseDate } from '../model/date.ts';
import { actorSchema, eventSchema, timelineSchema, type Timeline } from '../model/schema.ts';
import { searchDocuments } from './search.ts';

const claim = { stance: 'reports', text: 'It is so.', source: 'gazette' };
const event = {
  date: '2021-03-04',
  kind: 'report',
  importance: 'major',
  sources: ['gazette'],
  updated: '2021-03-05',
};

function actor(id: string, name: string, aliases: string[]) {
  return { id, ...actorSchema.parse({ name, aliases, type: 'person', description: 'Invented.' }) };
}

function read(slug: string, fields: object) {
  const checked = eventSchema.parse({ ...event, ...fields });
  return { ...checked, slug, path: `events/2021/${slug}.md`, body: 'Not searched.' };
}

/** A story with names that were invented for their letters. */
const timeline: Timeline = {
  settings: timelineSchema.parse({
    title: 'Letters',
    description: 'An invented story.',
    language: 'en',
    licence: { name: 'None', url: 'https://licence.example' },
    kinds: [{ id: 'report', label: 'Report', plural: 'Reports', shape: 'circle' }],
  }),
  sources: [
    { id: 'gazette', type: 'webpage', title: 'Gazette', basedOn: [], issued: parseDate('2021') },
  ],
  actors: [
    actor('zizic', 'Đorđe Žižić', ['Ђорђе Жижић', 'Djordje Zizic']),
    actor('wasa', 'Łucja Wąsa', ['Żaba', 'The Frog']),
    actor('frog', 'Frog & Co', ['The Frog']),
    actor('bystander', 'Nobody', []),
  ],
  events: [
    read('second-by-name', {
      title: 'Žižić writes a letter',
      label: 'A letter',
      summary: 'It is long.',
      actors: ['zizic'],
      claims: [
        { ...claim, id: 'a', by: 'wasa', quote: 'tak jest', lang: 'pl' },
        { ...claim, id: 'b', by: 'zizic' },
        { ...claim, id: 'c', by: 'frog', quote: 'so it is', lang: 'en' },
      ],
    }),
    read('a-quiet-day', { title: 'Nothing happens', summary: 'Nothing at all.' }),
  ],
};

test('every event becomes a document, in the story’s order', () => {
  expect(searchDocuments(timeline)).toEqual([
    {
      id: 'second-by-name',
      title: 'Žižić writes a letter (A letter)',
      summary: 'It is long.',
      names: 'Đorđe Žižić, Ђорђе Жижић, Djordje Zizic, Łucja Wąsa, Żaba, The Frog, Frog & Co',
      quotes: 'tak jest … so it is',
    },
    {
      id: 'a-quiet-day',
      title: 'Nothing happens',
      summary: 'Nothing at all.',
      names: '',
      quotes: '',
    },
  ]);
});
