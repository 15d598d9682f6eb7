import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ProductFieldsProps } from './product-fields-props';

const most = 100;

/** What the product protects, each with its name in the API and its label. One that is there keeps its name: another one would be another permission. */
export function PermissionFields({ form, field, known }: ProductFieldsProps) {
  const { t } = useTranslation('platform-products');
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'permissions' });
  const { error } = form.getFieldState('permissions', form.formState);
  return (
    <Stack component="fieldset" gap="xs" p={0} m={0} bd="none">
      <Text component="legend" size="sm" fw={500} p={0}>
        {t('permissions.label')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('permissions.hint')}
      </Text>
      {error?.message !== undefined && (
        <Text size="sm" c="red" role="alert">
          {error.message}
        </Text>
      )}
      {fields.map((row, index) => (
        <Group key={row.id} align="flex-start" gap="xs" wrap="nowrap">
          <TextInput
            label={t('permissions.name')}
            flex={1}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            placeholder="orders:read"
            readOnly={known.includes(row.name)}
            {...field(`permissions.${index}.name`)}
          />
          <TextInput label={t('permissions.says')} flex={1} {...field(`permissions.${index}.label`)} />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            mt={25}
            aria-label={t('permissions.remove', { number: index + 1 })}
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
            onClick={() => append({ name: '', label: '' })}
          >
            {t('permissions.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
