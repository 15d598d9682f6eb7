import fc from 'fast-check';
import { type Schema } from './operations';

/** How examples are made. */
export interface Examples {
  readonly resolve: (ref: string) => Schema;
  /** Stands in every text that may be any text. */
  readonly mark: string;
  /** Which example it is: texts of different examples differ. */
  readonly at: number;
  /** The id of a row that a field of this name, such as `supplierId`, can name; null where there is none. */
  readonly idFor: (name: string) => string | null;
}

/**
 * A body that a schema of the OpenAPI document accepts: what it requires, and the ids that can be given.
 * @throws for what a schema alone does not tell: give the field a format and an example (`.meta({ example })`)
 */
export function exampleBody(schema: Schema, examples: Examples): unknown {
  const of = (inner: Schema): unknown => exampleBody(inner, examples);
  if (schema.$ref !== undefined) return of(examples.resolve(schema.$ref));
  // Its example is for people who read the document: rows that are told apart need texts of their own.
  if (schema.example !== undefined && !takesAnyText(schema)) return schema.example;
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return of(choice);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  switch (schema.type) {
    case 'object':
      return exampleObject(schema, examples);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => of(schema.items ?? {}));
    case 'integer':
    case 'number':
      return (schema.minimum ?? 0) + examples.at;
    case 'boolean':
      return true;
    case 'string':
      return exampleText(schema, examples);
    case undefined:
    default:
      throw new Error(`No example of ${JSON.stringify(schema)}`);
  }
}

function takesAnyText(schema: Schema): boolean {
  return (
    schema.type === 'string' && [schema.format, schema.pattern, schema.enum].every((one) => one === undefined)
  );
}

function exampleObject({ properties = {}, required = [] }: Schema, examples: Examples): object {
  const fields = Object.entries(properties).flatMap(([name, schema]) => {
    const id = examples.idFor(name);
    if (id !== null) return [[name, id]];
    return required.includes(name) ? [[name, exampleBody(schema, examples)]] : [];
  });
  return Object.fromEntries(fields) as object;
}

function exampleText({ format, pattern, maxLength = 100 }: Schema, { mark, at }: Examples): string {
  if (format === 'date') return '2026-06-15';
  if (format === 'date-time') return '2026-06-15T09:00:00.000Z';
  if (pattern !== undefined) {
    const [text = ''] = fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: at, numRuns: 1 });
    return text;
  }
  if (format !== undefined) throw new Error(`No example of the format ${format}`);
  return `${mark} ${at}`.slice(-maxLength);
}
