import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeyFieldsProps } from './key-fields-props';

/** How many requests in all, and when as many are allowed again. */
export function QuotaFields({ field }: Pick<KeyFieldsProps, 'field'>) {
  const { t } = useTranslation('key');
  return (
    <Group align="flex-start" gap="md">
      <TextInput
        label={t('edit.quota')}
        description={t('edit.quotaHint')}
        inputMode="numeric"
        flex="1 1 12rem"
        {...field('quota.limit')}
      />
      <NativeSelect
        label={t('edit.refill')}
        description={t('edit.refillHint')}
        flex="1 1 12rem"
        data={[
          { value: 'never', label: t('edit.never') },
          { value: 'day', label: t('edit.day') },
          { value: 'month', label: t('edit.month') },
        ]}
        {...field('quota.refill')}
      />
    </Group>
  );
}
