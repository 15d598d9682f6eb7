import { useTranslation } from 'react-i18next';

/** Says in the user's language why a key was refused. A reason that is not known yet is said as the API names it. */
export function useReasonLabel(): (reason: string) => string {
  const { t } = useTranslation('patterns');
  const labels = new Map([
    ['NOT_FOUND', t('reasonNotFound')],
    ['COMPANY_SUSPENDED', t('reasonCompanySuspended')],
    ['REVOKED', t('reasonRevoked')],
    ['EXPIRED', t('reasonExpired')],
    ['DISABLED', t('reasonDisabled')],
    ['PRODUCT_DISABLED', t('reasonProductDisabled')],
    ['OWNER_INACTIVE', t('reasonOwnerInactive')],
    ['SIGN_IN_NOT_GRANTED', t('reasonSignInNotGranted')],
    ['USERNAME_MISMATCH', t('reasonUsernameMismatch')],
    ['ADDRESS_NOT_ALLOWED', t('reasonAddressNotAllowed')],
    ['ENVIRONMENT_MISMATCH', t('reasonEnvironmentMismatch')],
    ['INSUFFICIENT_PERMISSION', t('reasonInsufficientPermission')],
    ['RATE_LIMITED', t('reasonRateLimited')],
    ['USAGE_EXCEEDED', t('reasonUsageExceeded')],
  ]);
  return (reason) => labels.get(reason) ?? reason;
}
