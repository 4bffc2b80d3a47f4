import { glob, readFile } from 'node:fs/promises';
import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { claimColumns } from './claims-csv.ts';
import { eventsSchema } from './events-json.ts';
import { fieldPaths, fieldReference } from './field-reference.ts';
import { jsonSchemas } from './json-schemas.ts';

const STALE = 'is not what the schemas give: run `npm run docs`';
const schemas = Object.entries(jsonSchemas());

describe('what is generated from the schemas', () => {
  test('the field reference is up to date', async () => {
    expect(await readFile('docs/fields.md', 'utf8'), `docs/fields.md ${STALE}`).toBe(
      fieldReference(),
    );
  });

  test.each(schemas)('the JSON Schema of "%s" is up to date', async (noun, schema) => {
    const file = `schema/${noun}.schema.json`;
    expect(JSON.parse(await readFile(file, 'utf8')), `${file} ${STALE}`).toEqual(schema);
  });
});

describe('the paths of fields', () => {
  test('go into groups, and tell lists', () => {
    const paths = fieldPaths(eventsSchema).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['version', 'events[]', 'events[].claims[].by']));
    expect(paths).toEqual(expect.arrayContaining(['events[].date.edtf', 'timeline.kinds[].label']));
  });

  test.each([eventsSchema, claimColumns])('come with their meanings', (schema) => {
    const untold = fieldPaths(schema).filter(({ meaning }) => meaning === '');
    expect(untold).toEqual([]);
  });
});

/** Where the files of each noun lie. */
const FILES = {
  timeline: 'timeline.yaml',
  event: 'events/*/*.md',
  source: 'sources/*.yaml',
  actor: 'actors/*.yaml',
};

/** A file's fields as an editor reads them: numbers and truth values are no texts. */
async function fieldsOf(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  if (!file.endsWith('.md')) return parse(text);
  return matter(text, { engines: { yaml: (yaml) => parse(yaml) as object } }).data;
}

describe.each(['content', 'tests/fixtures/second-story'])('an editor, in %s', (folder) => {
  test.each(Object.keys(FILES) as (keyof typeof FILES)[])(
    'finds no fault with any file of "%s"',
    async (noun) => {
      const schema = z.fromJSONSchema(jsonSchemas()[noun]);
      const files = await Array.fromAsync(glob(`${folder}/${FILES[noun]}`));
      expect(files).not.toEqual([]);
      for (const file of files) {
        const { error } = schema.safeParse(await fieldsOf(file));
        expect({ file, issues: error?.issues }).toEqual({ file, issues: undefined });
      }
    },
  );
});

describe('an editor', () => {
  const source = z.fromJSONSchema(jsonSchemas().source);

  test('takes a year, a number and a truth value without quotes', () => {
    const fields = parse('{ type: book, title: 1984, issued: 2023, stateAligned: true }') as object;
    expect(source.safeParse(fields).success).toBe(true);
  });

  test.each([
    'type: bok\ntitle: Bridges',
    'type: book',
    'type: book\ntitle: Bridges\npublisher: A.',
    'type: book\ntitle: Bridges\nstateAligned: perhaps',
  ])('refuses %j', (yaml) => {
    expect(source.safeParse(parse(yaml)).success).toBe(false);
  });
});
