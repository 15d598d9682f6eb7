import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { KeyFieldsProps } from './key-fields-props';
import { nextLimit } from './key-values';
import { useWindowText } from './use-window-text';

const most = 8;
const usualWindows = [1, 60, 3_600, 86_400];

/** How many requests within how long: as many limits as are wanted, all of them in force at once. */
export function RateLimitFields({ form, field }: KeyFieldsProps) {
  const { t } = useTranslation('key');
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'rateLimits' });
  const windowsWith = useWindows();
  return (
    <Stack component="fieldset" gap="xs" p={0} m={0} bd="none">
      <Text component="legend" size="sm" fw={500} p={0}>
        {t('edit.rates')}
      </Text>
      {fields.map((row, index) => (
        <Group key={row.id} align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            label={t('edit.rate')}
            inputMode="numeric"
            flex={1}
            {...field(`rateLimits.${index}.limit`)}
          />
          <NativeSelect
            label={t('edit.window')}
            flex={1}
            data={windowsWith(Number(row.windowSeconds))}
            {...field(`rateLimits.${index}.windowSeconds`)}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t('edit.removeRate', { number: index + 1 })}
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
            onClick={() => append(nextLimit(form.getValues('rateLimits')))}
          >
            {t('edit.addRate')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** The usual lengths, and the one there is where it is none of them. */
function useWindows(): (present: number) => { value: string; label: string }[] {
  const windowText = useWindowText();
  return (present) => {
    const all = usualWindows.includes(present) ? usualWindows : [...usualWindows, present];
    return all.map((seconds) => ({ value: String(seconds), label: windowText(seconds) }));
  };
}
