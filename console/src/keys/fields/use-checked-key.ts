import type { Resolver } from 'react-hook-form';
import type * as z from 'zod/mini';
import { useChecked } from '../../forms/checked';
import { useFieldText } from '../../forms/use-field-text';
import type { FieldFault } from '../../api/problem';
import type { KeyValues } from './key-values';
import { repeatedRow } from './metadata';

/** As `useChecked`, and what no schema of the body can see, because it would not be sent. */
export function useCheckedKey(
  schema: z.ZodMiniType,
  bodyOf: (values: KeyValues) => unknown,
): Resolver<KeyValues> {
  const check = useChecked<KeyValues>(schema, bodyOf);
  const textOf = useFieldText();
  const errorOf = (code: string) => ({ type: code, message: textOf({ ...withoutParams, code }) });
  return async (values, context, options) => {
    const checked = await check(values, context, options);
    const { preset, sameAs } = values.permissions;
    const repeated = repeatedRow(values.metadata);
    const errors = {
      ...checked.errors,
      ...(preset === 'sameAs' && sameAs === '' ? { permissions: errorOf('required') } : {}),
      ...(repeated === undefined ? {} : { metadata: errorOf('duplicate') }),
    };
    return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors };
  };
}

const withoutParams: Omit<FieldFault, 'code'> = { params: {}, detail: '' };
