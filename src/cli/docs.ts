import { mkdir, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { fieldReference } from '../exports/field-reference.ts';
import { jsonSchemas } from '../exports/json-schemas.ts';

/** `npm run docs`: writes what is generated from the schemas, formatted as everything is. */
async function write(file: string, text: string): Promise<void> {
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  console.log(`Wrote ${file}`);
}

for (const folder of ['docs', 'schema']) await mkdir(folder, { recursive: true });
await write('docs/fields.md', fieldReference());
for (const [noun, schema] of Object.entries(jsonSchemas())) {
  await write(`schema/${noun}.schema.json`, JSON.stringify(schema));
}
