import { toNestErrors } from '@hookform/resolvers';
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import englishWords from 'zod/v4/locales/en.js';
import * as z from 'zod/mini';
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
    // As the server words it, which is what the table of `useFieldText` knows.
    const { localeError } = englishWords();
    const checked = z.safeParse(schema, bodyOf(values), { error: localeError });
    if (checked.success) return { values, errors: {} };
    const found = checked.error.issues.map(({ path, code, message }) => [
      fieldAt(values, path) ?? 'root',
      { type: code, message: textOf(message) },
    ]);
    // The last one wins in an object, and the first found is to be told. A cast: a schema of the body names the form's fields.
    const errors = Object.fromEntries(found.reverse()) as FieldErrors<Values>;
    return { values: {}, errors: toNestErrors<Values>(errors, options) };
  };
}
