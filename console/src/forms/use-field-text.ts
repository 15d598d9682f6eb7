import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../api/problem';

/**
 * Says in the user's language what is wrong with a field: by its code, with the limits and names in its params. A code or a
 * format that this console does not know yet gets the server's own sentence.
 */
export function useFieldText(): (fault: FieldFault) => string {
  const { t, i18n } = useTranslation('forms');
  return (fault) => {
    const sentence = sentenceFor(fault);
    if (!i18n.exists(`forms:${sentence}`)) return t('other', { detail: fault.detail });
    // Not a literal: the codes are the server's. A test holds this file of strings against the catalogue.
    return t(sentence as 'fault.too-short', fault.params);
  };
}

/** Where the sentence stands: some codes have one for each format or thing that they name. */
function sentenceFor({ code, params }: FieldFault): string {
  if (code === 'invalid-format') return `format.${String(params['format'])}`;
  if (code === 'unknown-reference') return `reference.${String(params['resource'])}`;
  // One character is wanted of what may not be empty, and to whoever left it empty it is missing.
  return code === 'too-short' && params['min'] === 1 ? 'fault.required' : `fault.${code}`;
}
