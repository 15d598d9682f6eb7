import { z } from 'zod';
import { fieldFault, issueOf } from '../../../libs/problems';
import { inFormat } from './text';

/** What a whole number of a query may be, and what a client is told of another. */
export interface IntegerRule {
  /** What `invalid-format` names. */
  readonly format: string;
  readonly max: number;
  /** The end of a sentence that begins with the name of the parameter. */
  readonly rule: string;
}

/** A whole number from 1 to `max` in a query. It arrives as text; the OpenAPI document says that it is an integer. */
export function queryInteger({ format, max, rule }: IntegerRule) {
  const digits = new RegExp(`^[1-9]\\d{0,${String(max).length - 1}}$`);
  return (
    z
      .string()
      .check(inFormat(format, digits, rule))
      // In the place of what the check of the text would say.
      .meta({ type: 'integer', minimum: 1, maximum: max, format: undefined, pattern: undefined })
      .transform(Number)
      .refine((number) => number <= max, issueOf(fieldFault('too-large', { max }, rule)))
  );
}
