import { StandardSchemaValidationPipe } from '@nestjs/common';
import { type z } from 'zod';
import { invalidFields } from './http.problems';
import { type FieldError } from './problem';

/** Checks bodies and queries against the zod schema named at the parameter: `@Body({ schema })`. A fault is a 422. */
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    // A cast: Nest types issues by Standard Schema, and every schema here is zod's, whose issues say more.
    super({
      exceptionFactory: (issues) => invalidFields(...(issues as z.core.$ZodIssue[]).flatMap(fieldErrors)),
    });
  }

  protected override stripProtoKeys(): void {
    // Nest would drop what is called `constructor` or `prototype` unseen. No other unknown field is: all are refused.
  }
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      detail: 'There is no such field.',
    }));
  }
  return [{ pointer: pointerTo(issue.path), detail: issue.message }];
}

/** A JSON Pointer (RFC 6901). */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
