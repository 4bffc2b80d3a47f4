import { z } from 'zod';
import { actorSchema, eventSchema, sourceSchema, timelineSchema } from '../model/schema.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;
type Noun = 'timeline' | 'event' | 'source' | 'actor';

/**
 * The schemas as JSON Schema, by noun, so that an editor completes and checks content as it is
 * typed. Draft 7 is what YAML's language server takes (json-schema.org/draft-07). They refuse
 * nothing that the reader takes; what only the reader finds is left to `npm run check`.
 */
export function jsonSchemas(): Record<Noun, JsonSchema> {
  return {
    timeline: convert(timelineSchema),
    event: convert(eventSchema),
    source: convert(sourceSchema),
    actor: convert(actorSchema),
  };
}

function convert(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      takeScalars(jsonSchema);
    },
  });
}

/**
 * Our reader takes every scalar as the text that was written. An editor sees a number in `2023`
 * and a truth value in `true`, and must let both stand where a text is asked for.
 */
function takeScalars(schema: JsonSchema): void {
  if (schema.type !== 'string') return;
  if (!schema.enum) {
    Object.assign(schema, { type: ['string', 'number', 'boolean'] });
  } else if (schema.enum.includes('true')) {
    delete schema.type;
    schema.enum = [...schema.enum.map((value) => value === 'true'), ...schema.enum];
  }
}
