import fc from 'fast-check';
import { type Schema } from './operations';

/**
 * A body that a schema of the OpenAPI document accepts: what it requires, and no more.
 *
 * @param mark stands in every text that may be any text
 * @param at which example it is: texts of different examples differ
 * @throws for what a schema alone does not tell, such as the id of another row: give the field an example (`.meta({ example })`)
 */
export function exampleBody(
  schema: Schema,
  resolve: (ref: string) => Schema,
  mark: string,
  at: number,
): unknown {
  const of = (inner: Schema): unknown => exampleBody(inner, resolve, mark, at);
  if (schema.$ref !== undefined) return of(resolve(schema.$ref));
  if (schema.example !== undefined) return schema.example;
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return of(choice);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, of(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => of(schema.items ?? {}));
    case 'integer':
    case 'number':
      return (schema.minimum ?? 0) + at;
    case 'boolean':
      return true;
    case 'string':
      return exampleText(schema, mark, at);
    case undefined:
    default:
      throw new Error(`No example of ${JSON.stringify(schema)}`);
  }
}

function exampleText({ format, pattern, maxLength = 100 }: Schema, mark: string, at: number): string {
  if (format === 'date') return '2026-06-15';
  if (format === 'date-time') return '2026-06-15T09:00:00.000Z';
  if (pattern !== undefined) {
    const [text = ''] = fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: at, numRuns: 1 });
    return text;
  }
  if (format !== undefined) throw new Error(`No example of the format ${format}`);
  return `${mark} ${at}`.slice(-maxLength);
}
