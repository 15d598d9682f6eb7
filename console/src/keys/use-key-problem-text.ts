import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem';
import { useProblemText } from '../i18n/use-problem-text';

/** As `useProblemText()`, and what is missing by name where something has to be set up first. */
export function useKeyProblemText(): (error: Error) => string {
  const { t } = useTranslation('keys');
  const textOf = useProblemText();
  const advice = new Map([
    ['company-approved', t('missing.approval')],
    ['product-enabled', t('missing.product')],
    ['pin', t('missing.pin')],
    ['totp', t('missing.totp')],
  ]);
  return (error) => {
    const missing: unknown = isProblem(error, 'prerequisites-not-met') ? error.members.missing : [];
    const known = Array.isArray(missing) ? missing.flatMap((each) => advice.get(String(each)) ?? []) : [];
    return [textOf(error), ...known].join(' ');
  };
}
