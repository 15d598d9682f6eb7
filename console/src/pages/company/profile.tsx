import { Box, Button, Group, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { useUnsaved } from '../../forms/use-unsaved';
import { CopyableText } from '../../patterns/copyable-text';
import { Fact } from '../../patterns/fact';
import { RelativeTime } from '../../patterns/relative-time';
import { useCan } from '../../session/use-can';
import { CompanySettings } from './company-settings';

type Company = Schemas['Company'];

/** Name, language, time zone, slug and id. Users with the permission can change the first three; the rest is fixed. */
export function Profile({ company }: { readonly company: Company }) {
  const { t } = useTranslation('company');
  const { can } = useCan();
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby="company-profile">
      <Stack gap="md">
        <Title order={2} size="h4" id="company-profile">
          {t('profile.title')}
        </Title>
        {can('company:update') ? (
          // Recreated when a name changes, so that the field starts with it.
          <NameForm key={`${company.name}\n${company.pendingName ?? ''}`} company={company} />
        ) : (
          <Box component="dl" m={0}>
            <Fact label={t('profile.name')}>{company.name}</Fact>
          </Box>
        )}
        {can('settings:read') && <CompanySettings />}
        <Group component="dl" gap="xl" m={0} align="flex-start">
          <Fact label={t('profile.slug')}>
            <CopyableText text={company.slug} what={t('profile.slug')} />
          </Fact>
          <Fact label={t('profile.since')}>
            <RelativeTime at={company.createdAt} />
          </Fact>
          <Fact label={t('profile.id')}>
            <CopyableText text={company.id} what={t('profile.id')} />
          </Fact>
        </Group>
      </Stack>
    </Paper>
  );
}

function NameForm({ company }: { readonly company: Company }) {
  const { t } = useTranslation('company');
  const [last, setLast] = useState<{ name: string } | null>(null);
  const command = useCommand({
    send: (patch: { name: string }) => answerOf(api.PATCH('/api/v1/company', { body: patch })),
    // The session has the name in the top bar.
    refreshes: [queryKeys.company(), queryKeys.session(), queryKeys.events()],
    onDone: (_company, patch) => setLast(patch),
  });
  const { name, pendingName } = company;
  const defaultValues = { name: pendingName ?? name };
  const { form, submit, field, pending, failure } = useSendForm({ command, defaultValues });
  useUnsaved(form, last);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw={480}>
        <FormFailure failure={failure} />
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('profile.name')}
            autoComplete="organization"
            maxLength={100}
            description={
              pendingName === null ? undefined : t('profile.pendingName', { name, pending: pendingName })
            }
            style={{ flex: '1 1 14rem' }}
            {...field('name')}
          />
          <Button type="submit" variant="default" loading={pending} disabled={!form.formState.isDirty}>
            {t('profile.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
