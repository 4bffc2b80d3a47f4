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
  const field = String(issue.path.at(-1) ?? 'the file');
  if (issue.code === 'custom' && issue.params) return issue.params as unknown as Fault;
  if (issue.code === 'invalid_type' && value === undefined) {
    return {
      found: `no field "${field}"`,
      expected: `the field "${field}"`,
      fix: `add ${field}: …`,
    };
  }
  if (issue.code === 'invalid_type') {
    const expected = TYPE_NAMES[issue.expected] ?? issue.expected;
    return {
      found: `${show(value)} as "${field}"`,
      expected,
      fix: TYPE_FIXES[issue.expected] ?? 'see another file for its form',
    };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const list = values.join(', ');
    return {
      found: `${show(value)} as "${field}"`,
      expected: `one of ${list}`,
      fix: suggestName(String(value), values, 'choose one of these'),
    };
  }
  if (issue.code === 'too_small') {
    const least = `at least ${String(issue.minimum)}`;
    return {
      found: `${Array.isArray(value) ? String(value.length) : show(value)} in "${field}"`,
      expected: least,
      fix: 'add what is missing',
    };
  }
  return {
    found: `${show(value)} as "${field}"`,
    expected: issue.message,
    fix: 'see another file for its form',
  };
}

const TYPE_NAMES: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'a group of fields',
};

const TYPE_FIXES: Record<string, string> = {
  string: 'write it as one text, in quotes if it contains ": " or begins with [ or {',
  array: 'write it as [a, b] or as lines that begin with "- "',
  object: 'write "name: value" on lines of their own, indented',
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
