import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { SavedNotice } from '../../forms/saved-notice';
import { useSendForm } from '../../forms/use-send-form';
import { useUnsaved } from '../../forms/use-unsaved';
import { browserTimeZone } from '../../patterns/time-zone';
import { zoneLabel, zoneOptions } from './zone-options';

interface Values {
  timeZone: string;
}

/** Where the days of the company begin and end. */
export function TimeZoneForm({ timeZone }: Values) {
  const { t } = useTranslation('company');
  const [last, setLast] = useState<Values | null>(null);
  const command = useCommand({
    send: (patch: Values) => answerOf(api.PATCH('/api/v1/settings', { body: patch })),
    // The session has the zone by which all pages write times.
    refreshes: [queryKeys.settings(), queryKeys.session(), queryKeys.events()],
    onDone: (_settings, patch) => setLast(patch),
  });
  const { form, submit, pending, failure } = useSendForm({ command, defaultValues: { timeZone } });
  const saved = useUnsaved(form, last);
  const { field, fieldState } = useController({ control: form.control, name: 'timeZone' });
  return (
    <form onSubmit={submit} noValidate aria-label={t('profile.timeZone')}>
      <Stack gap="sm" maw={480} align="flex-start">
        <FormFailure failure={failure} />
        <Group align="flex-end" gap="sm" w="100%">
          <ZoneSelect value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
          <Button type="submit" variant="default" loading={pending}>
            {t('profile.saveTimeZone')}
          </Button>
        </Group>
        <UseMine value={field.value} onChange={field.onChange} />
        <SavedNotice text={saved ? t('profile.timeZoneSaved') : null} />
      </Stack>
    </form>
  );
}

interface ZoneProps {
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
}

function ZoneSelect({ value, onChange, error }: ZoneProps & { readonly error: string | undefined }) {
  const { t } = useTranslation('company');
  const [options] = useState(() => zoneOptions(value, new Date()));
  return (
    <Select
      label={t('profile.timeZone')}
      description={t('profile.timeZoneHint')}
      data={options}
      value={value}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      error={error}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('profile.noSuchZone')}
      // The list itself scrolls, as the arrow keys move in it: a frame around it would be out of the keyboard's reach.
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: 'auto' } }}
      style={{ flex: '1 1 14rem' }}
    />
  );
}

/** Most companies are where the one is who sets this. */
function UseMine({ value, onChange }: ZoneProps) {
  const { t } = useTranslation('company');
  const mine = browserTimeZone();
  if (mine === value) return null;
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => onChange(mine)}>
      {t('profile.useMine', { zone: zoneLabel(mine, new Date()) })}
    </Button>
  );
}
