import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeyKind } from './key';
import { useKeyPolicy } from './use-key-policy';

/** Says that the company has switched keys of this kind off; nothing while they are on. */
export function KindOffNotice({ kind }: { readonly kind: KeyKind }) {
  const { t } = useTranslation('keys');
  if (useKeyPolicy(kind)?.enabled !== false) return null;
  return (
    <Alert color="yellow" mb="md" icon={<IconInfoCircle aria-hidden />} title={t('off.title')}>
      {t('off.text')}
    </Alert>
  );
}
