import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { KeyFieldsProps } from './key-fields-props';

const most = 50;

/** Names and values that people and programs note about the key. */
export function MetadataFields({ form, field }: KeyFieldsProps) {
  const { t } = useTranslation('key-form');
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'metadata' });
  const { error } = form.getFieldState('metadata', form.formState);
  return (
    <Stack component="fieldset" gap="xs" p={0} m={0} bd="none">
      <Text component="legend" size="sm" fw={500} p={0}>
        {t('metadata.label')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('metadata.hint')}
      </Text>
      {error?.message !== undefined && (
        <Text size="sm" c="red" role="alert">
          {error.message}
        </Text>
      )}
      {fields.map((row, index) => (
        <Group key={row.id} align="flex-start" gap="xs" wrap="nowrap">
          <TextInput label={t('metadata.name')} flex={1} {...field(`metadata.${index}.name`)} />
          <TextInput label={t('metadata.value')} flex={1} {...field(`metadata.${index}.value`)} />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            mt={25}
            aria-label={t('metadata.remove', { number: index + 1 })}
            onClick={() => remove(index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {fields.length < most && (
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => append({ name: '', value: '' })}
          >
            {t('metadata.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
