import type { z } from 'zod';
import type { LocatedData } from './document.ts';
import { nearest, show, suggestName, type Fault, type Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Checks a file's data against a schema; reports every fault with its place. */
export function validate<T extends z.ZodType>(
  schema: T,
  data: LocatedData,
  problems: Problem[],
): z.output<T> | undefined {
  const result = schema.safeParse(data.value);
  if (result.success) return result.data;
  for (const issue of flatten(result.error.issues)) {
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, issue.path);
      for (const key of issue.keys) {
        const place = data.atKey(issue.path, key);
        problems.push({ file: data.file, ...place, ...unknownField(key, known) });
      }
    } else {
      problems.push({ file: data.file, ...data.at(issue.path), ...faultOf(issue, data.value) });
    }
  }
  return undefined;
}

/** The most specific issue of a union stands for it: the branch whose type fits. */
function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const branch = issue.errors.find((errors) =>
      errors.every(({ code }) => code !== 'invalid_type'),
    );
    const inner = branch ?? issue.errors[0] ?? [];
    return flatten(inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] })));
  });
}

function faultOf(issue: Issue, root: unknown): Fault {
  const value = valueAt(root, issue.path);
  const key = issue.path.at(-1);
  const field = key === undefined ? 'in the file' : `as "${String(key)}"`;
  if (issue.code === 'custom' && issue.params) return issue.params as unknown as Fault;
  if (issue.code === 'invalid_type' && value === undefined && key !== undefined)
    return missing(String(key));
  if (issue.code === 'too_small') return tooShort(value as unknown[], issue.minimum, field);
  const found = `${show(value)} ${field}`;
  const unfit = { found, expected: issue.message, fix: 'see another file for its form' };
  if (issue.code === 'invalid_type') return { ...unfit, ...TYPE_FAULTS[issue.expected] };
  if (issue.code !== 'invalid_value') return unfit;
  const values = issue.values.map(String);
  const fix = suggestName(String(value), values, 'choose one of these');
  return { found, expected: `one of ${values.join(', ')}`, fix };
}

function missing(field: string): Fault {
  return { found: `no field "${field}"`, expected: `the field "${field}"`, fix: `add ${field}: …` };
}

function tooShort({ length }: unknown[], minimum: number | bigint, field: string): Fault {
  return {
    found: `${length === 0 ? 'an empty list' : `a list of ${String(length)}`} ${field}`,
    expected: `a list of at least ${String(minimum)}`,
    fix: 'add what is missing',
  };
}

const TYPE_FAULTS: Record<string, Pick<Fault, 'expected' | 'fix'>> = {
  string: {
    expected: 'a text',
    fix: 'write it as one text, in quotes if it contains ": " or begins with [ or {',
  },
  array: { expected: 'a list', fix: 'write it as [a, b] or as lines that begin with "- "' },
  object: {
    expected: 'a group of fields',
    fix: 'write "name: value" on lines of their own, indented',
  },
};

function unknownField(key: string, known: readonly string[]): Fault {
  const match = nearest(key, known);
  return {
    found: `an unknown field "${key}"`,
    expected: `one of ${known.join(', ')}`,
    fix:
      match === undefined
        ? 'remove it, or put what it says into a field that exists'
        : `did you mean "${match}"?`,
  };
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );
}

/** The names of the fields that the schema knows at a path. */
function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const inner = path.reduce<z.core.$ZodType | undefined>(
    (at, key) => at && step(unwrap(at), key),
    schema,
  );
  const { def } = (inner ? unwrap(inner) : schema)._zod as {
    def: { type: string; shape?: object };
  };
  return Object.keys(def.shape ?? {});
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as { def: { innerType?: z.core.$ZodType } };
  return def.innerType ? unwrap(def.innerType) : schema;
}

function step(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  const { def } = schema._zod as {
    def: { shape?: Record<PropertyKey, z.core.$ZodType>; element?: z.core.$ZodType };
  };
  return def.element ?? def.shape?.[key];
}
