import { Accordion, Box, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { Page } from '../../shell/page';
import { kindWords } from './kind-words';
import { PersonalKeysForm } from './personal-keys-form';
import { PolicyForm } from './policy-form';
import { usePolicySummary } from './use-policy-summary';
import { type Settings, useSettings } from '../../session/use-settings';

/** What the company decides about its keys: first whether people may have some of their own, then every other rule. */
export default function SecuritySettingsPage() {
  const { t } = useTranslation('security-settings');
  const textOf = useProblemText();
  const { data: settings, error, refetch } = useSettings();
  return (
    <Page title={t('title')} description={t('description')}>
      {settings !== undefined && <Sections keys={settings.keys} />}
      {settings === undefined && error === null && <LoadingState />}
      {settings === undefined && error !== null && (
        <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>
      )}
    </Page>
  );
}

function Sections({ keys }: Pick<Settings, 'keys'>) {
  const { t } = useTranslation('security-settings');
  return (
    <Stack gap="xl">
      <Paper withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
        <Title order={2} size="h3" mb="md">
          {t('security.title')}
        </Title>
        <PersonalKeysForm policy={keys.personal} />
      </Paper>
      <Stack gap="sm">
        <Box>
          <Title order={2} size="h3">
            {t('rules.title')}
          </Title>
          <Text c="dimmed">{t('rules.description')}</Text>
        </Box>
        <Rules keys={keys} />
      </Stack>
    </Stack>
  );
}

function Rules({ keys }: Pick<Settings, 'keys'>) {
  const { t } = useTranslation('security-settings');
  const summaryOf = usePolicySummary();
  return (
    <Accordion variant="separated" multiple order={3} chevronPosition="left">
      {(['company', 'product', 'personal', 'machine'] as const).map((kind) => (
        <Accordion.Item key={kind} value={kind}>
          <Accordion.Control>
            <Text component="span" fw={600} display="block">
              {t(kindWords[kind].name)}
            </Text>
            <Text component="span" size="sm" c="dimmed" display="block">
              {summaryOf(keys[kind])}
            </Text>
          </Accordion.Control>
          <Accordion.Panel>
            <PolicyForm kind={kind} policy={keys[kind]} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
