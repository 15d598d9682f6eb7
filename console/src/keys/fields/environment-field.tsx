import { Group, Radio } from '@mantine/core';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { KeyFieldsProps } from './key-fields-props';

/** Whether the key is for real use or for trying things out: chosen once. */
export function EnvironmentField({ form }: Pick<KeyFieldsProps, 'form'>) {
  const { t } = useTranslation('key-form');
  const { field, fieldState } = useController({ control: form.control, name: 'environment' });
  return (
    <Radio.Group
      label={t('environment.label')}
      description={t('environment.hint')}
      error={fieldState.error?.message}
      value={field.value}
      onChange={(value) => field.onChange(value)}
    >
      <Group gap="lg" mt="xs">
        <Radio value="live" label={t('environment.live')} />
        <Radio value="test" label={t('environment.test')} />
      </Group>
    </Radio.Group>
  );
}
