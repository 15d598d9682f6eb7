import { Alert } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../session/use-can';

/** Tells who signed in with a key why nothing here can be changed. */
export function KeySessionNotice() {
  const { t } = useTranslation('shell');
  if (!useCan().readOnly) return null;
  return (
    <Alert variant="light" color="gray" icon={<IconEye aria-hidden />} mb="lg">
      {t('keySession')}
    </Alert>
  );
}
