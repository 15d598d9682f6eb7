import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

interface MayWords {
  readonly name: Schemas['ServiceKey']['permissions'][number];
  readonly label: string;
  readonly hint: string;
}

/** What a service key can be allowed, in words. */
export function useMayWords(): readonly MayWords[] {
  const { t } = useTranslation('platform-service-keys');
  return [
    { name: 'keys:verify', label: t('mayDo.verify'), hint: t('mayDo.verifyHint') },
    { name: 'keys:manage', label: t('mayDo.manage'), hint: t('mayDo.manageHint') },
    { name: 'companies:manage', label: t('mayDo.companies'), hint: t('mayDo.companiesHint') },
    { name: 'companies:approve', label: t('mayDo.approve'), hint: t('mayDo.approveHint') },
  ];
}
