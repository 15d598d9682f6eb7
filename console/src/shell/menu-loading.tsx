import { Group, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Stands in a menu whose code is still on its way. */
export function MenuLoading() {
  const { t } = useTranslation('shell');
  return (
    <Group role="status" gap="sm" px="sm" mih={36} wrap="nowrap">
      <Loader size="xs" aria-hidden />
      <Text size="sm">{t('loading')}</Text>
    </Group>
  );
}
