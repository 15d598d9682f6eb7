import { toNestErrors } from '@hookform/resolvers';
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { faultsOf } from '../../../libs/problems';
import { fieldAt } from './field-at';
import { useFieldText } from './use-field-text';

/**
 * Checks a form by the server's own schema of the body, before anything is sent, and words what it finds in the user's
 * language: `useSendForm({ act, defaultValues, resolver: useChecked(newRoleSchema) })`.
 * @param bodyOf what of the values is sent, where that is not all of them as they are: fields that are left empty, for one.
 */
export function useChecked<Values extends FieldValues>(
  schema: z.ZodMiniType,
  bodyOf: (values: Values) => unknown = (values) => values,
): Resolver<Values> {
  const textOf = useFieldText();
  return (values, _context, options) => {
    const body = bodyOf(values);
    const checked = z.safeParse(schema, body);
    if (checked.success) return { values, errors: {} };
    // As the server reads it, so that both say the same of the same fault.
    const faults = checked.error.issues.flatMap((issue) => faultsOf(issue, body));
    const found = faults.map(({ path, fault }) => [
      fieldAt(values, path) ?? 'root',
      { type: fault.code, message: textOf(fault) },
    ]);
    // The last one wins in an object, and the first found is to be told. A cast: a schema of the body names the form's fields.
    const errors = Object.fromEntries(found.reverse()) as FieldErrors<Values>;
    return { values: {}, errors: toNestErrors<Values>(errors, options) };
  };
}
