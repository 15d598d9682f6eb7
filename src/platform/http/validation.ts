import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { type z } from 'zod';
import { faultsOf } from '../../../libs/problems';
import { invalidFields } from './http.problems';
import { type FieldError } from './problem';

/** Checks bodies and queries against the zod schema named at the parameter: `@Body({ schema })`. A fault is a 422. */
export class ValidationPipe implements PipeTransform {
  /** @returns what the schema makes of the value; the value itself where the parameter names no schema. */
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (schema === undefined || type === 'custom') return value;
    // A cast: Nest knows it as a Standard Schema, and every schema here is zod's, whose issues say more.
    return validated(schema as z.ZodType, value);
  }
}

/** A list of a thousand faults is read by nobody, and each takes time to be told. */
const maxFaults = 100;

/**
 * @param most faults that are told of.
 * @returns what the schema makes of a value. @throws 422 that points at the first faults.
 */
export function validated<T>(schema: z.ZodType<T>, value: unknown, most: number = maxFaults): T {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  throw invalidFields(...fieldErrors(checked.error.issues, value, most));
}

function fieldErrors(issues: readonly z.core.$ZodIssue[], sent: unknown, most: number): FieldError[] {
  return issues
    .slice(0, most)
    .flatMap((issue) => faultsOf(issue, sent, most))
    .slice(0, most)
    .map(({ path, fault }) => ({ pointer: pointerTo(path), ...fault }));
}

/** A JSON Pointer (RFC 6901). */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
