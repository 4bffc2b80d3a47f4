import { z } from 'zod';
import { actorSchema, eventSchema, sourceSchema, timelineSchema } from '../model/schema.ts';

type Schema = z.core.$ZodType;

/** A field as the reference tells it. */
interface Field {
  name: string;
  required: boolean;
  form: string;
  meaning: string;
  /** The fields inside it, where it is a group of fields or a list of such groups. */
  group: z.ZodObject | undefined;
}

/** What each kind of file is, and the schema that it must meet. */
const FILES = [
  {
    heading: 'The timeline',
    about: 'The file `content/timeline.yaml`.',
    schema: timelineSchema,
  },
  {
    heading: 'An event',
    about:
      'The front matter of `content/events/<year>/<slug>.md`. The year is that of its date; the slug is the event’s lasting identity and address. Below the front matter stands Markdown in which sentences cite with `[@source-id]`.',
    schema: eventSchema,
  },
  {
    heading: 'A source',
    about: 'The file `content/sources/<id>.yaml`. The fields have the names of CSL-JSON.',
    schema: sourceSchema,
  },
  { heading: 'An actor', about: 'The file `content/actors/<id>.yaml`.', schema: actorSchema },
];

const INTRODUCTION = `<!-- Generated from src/model/schema.ts by \`npm run docs\`. Do not edit. -->
<!-- prettier-ignore-start -->

# Field reference

Every field of every file in \`content/\`. How to use them is told in [CONTRIBUTING](../CONTRIBUTING.md). A field that this page does not name is a problem. A field that is optional and not known is left out, never guessed.`;

/** Writes the field reference in Markdown: every field of every file, from the schemas alone. */
export function fieldReference(): string {
  const sections = FILES.map(({ heading, about, schema }) =>
    [`## ${heading}`, about, ...tablesOf(schema)].join('\n\n'),
  );
  return `${[INTRODUCTION, ...sections, '<!-- prettier-ignore-end -->'].join('\n\n')}\n`;
}

/** The table of a group of fields, and then of each group inside it, under its own heading. */
function tablesOf(schema: z.ZodObject): string[] {
  const fields = Object.entries<Schema>(schema.shape).map(([name, field]) => fieldOf(name, field));
  const rows = fields.map(
    ({ name, required, form, meaning }) =>
      `| \`${name}\` | ${required ? 'required' : 'optional'} | ${cell(form)} | ${cell(meaning)} |`,
  );
  const table = ['| Field | Needed | Form | Meaning |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
  const inner = fields.flatMap(({ name, group }) =>
    group ? [`### In \`${name}\``, ...tablesOf(group)] : [],
  );
  return [table, ...inner];
}

/** Every field by its path, such as `events[].claims[].by`, and what it means. */
export function fieldPaths(schema: z.ZodObject, before = ''): { path: string; meaning: string }[] {
  return Object.entries<Schema>(schema.shape).flatMap(([name, field]) => {
    const { meaning, group } = fieldOf(name, field);
    const path = `${before}${name}${withoutDefault(field) instanceof z.ZodArray ? '[]' : ''}`;
    return [{ path, meaning }, ...(group ? fieldPaths(group, `${path}.`) : [])];
  });
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function fieldOf(name: string, schema: Schema): Field {
  const inner = withoutDefault(schema);
  const element = inner instanceof z.ZodArray ? inner.element : inner;
  const group = element instanceof z.ZodObject ? element : undefined;
  const form = formOf(inner);
  return {
    name,
    required: !z.safeParse(schema, undefined).success,
    form: group ? `${form}: see [in \`${name}\`](#in-${name.toLowerCase()})` : form,
    meaning: z.globalRegistry.get(schema)?.description ?? '',
    group,
  };
}

function withoutDefault(schema: Schema): Schema {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? withoutDefault(schema.unwrap())
    : schema;
}

function formOf(schema: Schema): string {
  if (schema instanceof z.ZodObject) return 'a group of fields';
  if (schema instanceof z.ZodUnion) return formOfEither(schema);
  if (!(schema instanceof z.ZodArray)) return expectedBy(schema);
  const least = leastOf(schema);
  const list = least === undefined ? 'a list' : `a list of at least ${String(least)}`;
  return `${list}; each is ${formOf(schema.element)}`;
}

/** Where the schema has alternatives, they are one of something and a list of it. */
function formOfEither({ options }: z.ZodUnion): string {
  const single = options.filter((option) => !(option instanceof z.ZodArray));
  return `${single.map(formOf).join(', or ')}; one, or a list of them`;
}

/** What a problem would say that the schema expects: nothing is told of its checks otherwise. */
function expectedBy(schema: Schema): string {
  const issue = z.safeParse(schema, '').error?.issues[0];
  if (issue?.code === 'invalid_value')
    return `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
  return issue?.code === 'custom' ? String(issue.params?.expected) : 'a text';
}

function leastOf(schema: z.ZodArray): number | bigint | undefined {
  const issue = z.safeParse(schema, []).error?.issues[0];
  return issue?.code === 'too_small' ? issue.minimum : undefined;
}
