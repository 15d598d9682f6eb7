import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isProblem } from '../api/problem';

/** Leads to where a PIN or an authenticator app is set up, where that is what was missing; else nothing. */
export function SetUpLink({ failure }: { readonly failure: Error | null }) {
  const { t } = useTranslation('keys');
  const missing: unknown = isProblem(failure, 'prerequisites-not-met') ? failure.members.missing : [];
  const isFactor = Array.isArray(missing) && (missing.includes('pin') || missing.includes('totp'));
  if (!isFactor) return null;
  return (
    <Anchor component={Link} to="/my-settings" w="fit-content">
      {t('missing.setUp')}
    </Anchor>
  );
}
