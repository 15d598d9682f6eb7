import { useTranslation } from 'react-i18next';
import type { KeyPolicy } from './policy-loss';

/** The rules of a kind in a line: "On · at most 180 days · shown once". */
export function usePolicySummary(): (policy: KeyPolicy) => string {
  const { t } = useTranslation('security-settings');
  return ({ enabled, maxLifetimeDays: days, maxActive, visibility }) =>
    [
      enabled ? t('summary.on') : t('summary.off'),
      days === null ? t('summary.noExpiry') : t('summary.days', { count: days }),
      ...(maxActive === null ? [] : [t('summary.most', { count: maxActive })]),
      visibility === 'once' ? t('summary.once') : t('summary.recoverable'),
    ].join(' · ');
}
