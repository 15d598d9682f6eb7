import { useTranslation } from 'react-i18next';
import type { KeyKind } from './key';

/** What a kind of key is called. */
export function useKindLabel(): (kind: KeyKind) => string {
  const { t } = useTranslation('keys');
  const labels = {
    company: t('kind.company'),
    product: t('kind.product'),
    personal: t('kind.personal'),
    machine: t('kind.machine'),
  };
  return (kind) => labels[kind];
}
