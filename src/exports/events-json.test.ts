import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseDate } from '../model/date.ts';
import { eventsData, eventsJsonSchema } from './events-json.ts';
import type { Publication } from './publication.ts';
import { anyPublication, publish, publishedFolder } from './publication.test-support.ts';

const schema = z.fromJSONSchema(z.json().parse(eventsJsonSchema()) as z.core.JSONSchema.JSONSchema);

/** What a reader of the file gets. */
function read(publication: Publication) {
  return JSON.parse(JSON.stringify(eventsData(publication))) as ReturnType<typeof eventsData>;
}

describe('the published JSON Schema', () => {
  test.each(['content', 'tests/fixtures/second-story', 'tests/fixtures/rtl-story'])(
    'takes the events of %s',
    async (folder) => {
      expect(schema.safeParse(read(await publishedFolder(folder))).error?.issues).toBeUndefined();
    },
  );

  test('takes any story', () => {
    fc.assert(
      fc.property(anyPublication, (publication) => {
        expect(schema.safeParse(read(publication)).error?.issues).toBeUndefined();
      }),
    );
  });

  test('refuses what has another version, lacks a date or has a field that it does not name', async () => {
    const data = read(await publishedFolder('tests/fixtures/second-story'));
    const [event] = data.events;
    const { date, ...dateless } = event ?? {};
    expect(date).toBeDefined();
    const wrong = [
      { ...data, version: '0.9.0' },
      { ...data, events: [dateless] },
      { ...data, events: [{ ...event, stray: 'x' }] },
    ];
    expect(wrong.map((one) => schema.safeParse(one).success)).toEqual([false, false, false]);
  });

  test('tells what every field is', () => {
    const undescribed: string[] = [];
    const walk = (node: z.core.JSONSchema.BaseSchema, path: string) => {
      for (const [name, field] of Object.entries(node.properties ?? {})) {
        if (typeof field === 'boolean') continue;
        if (!field.description) undescribed.push(`${path}.${name}`);
        walk(field, `${path}.${name}`);
        if (field.items && typeof field.items === 'object' && !Array.isArray(field.items))
          walk(field.items, `${path}.${name}`);
      }
    };
    walk(eventsJsonSchema(), '');
    expect(undescribed).toEqual([]);
  });

  test('names itself by its address, where that is known', () => {
    expect(eventsJsonSchema('https://timeline.example/data/events.schema.json').$id).toBe(
      'https://timeline.example/data/events.schema.json',
    );
    expect(eventsJsonSchema()).not.toHaveProperty('$id');
  });
});

test('every date can be read back, and no field says where a file lies', () => {
  fc.assert(
    fc.property(anyPublication, (publication) => {
      const { events, sources } = publication.timeline;
      const data = read(publication);
      expect(data.events.map(({ date }) => parseDate(date.edtf))).toEqual(
        events.map(({ date }) => date),
      );
      expect(data.sources.map(({ issued }) => issued && parseDate(issued.edtf))).toEqual(
        sources.map(({ issued }) => issued),
      );
      for (const event of data.events) expect(event).not.toHaveProperty('path');
    }),
  );
});

test('addresses are whole, or left out where the site’s is not known', async () => {
  const { timeline } = await publishedFolder('tests/fixtures/second-story');
  const { url } = read(publish(timeline)).events.at(-1) ?? {};
  expect(url).toBe('https://timeline.example/events/bridge-opens/');
  expect(JSON.stringify(read(publish(timeline, null)))).not.toContain('bridge-opens/');
});
