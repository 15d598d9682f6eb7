import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Stands where a page will be while its code or its strings are on their way. */
export function PageLoader() {
  const { t } = useTranslation('shell');
  return (
    <Center mih="40vh">
      <Loader aria-label={t('loading')} role="status" />
    </Center>
  );
}
