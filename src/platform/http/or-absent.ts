import { type z } from 'zod';

/**
 * An optional field of what is to be made, where null is as if it were left out: many clients send each field of a form,
 * and null for what is empty. Not for changes, where null takes away what is there, and not for questions, where it may be
 * a fault of the caller.
 */
export function orAbsent<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();
}
