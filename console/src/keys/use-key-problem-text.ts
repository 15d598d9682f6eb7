import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem';
import { useProblemText } from '../i18n/use-problem-text';

/** As `useProblemText()`, and what is missing by name: what has to be set up first, or permissions that the user does not hold. */
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
    const known = missingOf(error, 'prerequisites-not-met').flatMap((each) => advice.get(each) ?? []);
    const notHeld = missingOf(error, 'permission-ceiling').join(', ');
    const names = notHeld === '' ? [] : [t('missing.permissions', { names: notHeld })];
    return [textOf(error), ...known, ...names].join(' ');
  };
}

function missingOf(error: Error, code: 'permission-ceiling' | 'prerequisites-not-met'): string[] {
  const missing: unknown = isProblem(error, code) ? error.members.missing : [];
  return Array.isArray(missing) ? missing.map(String) : [];
}
