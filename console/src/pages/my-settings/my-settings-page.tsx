import { Alert, Paper, SimpleGrid, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyableText } from '../../patterns/copyable-text';
import { Fact } from '../../patterns/fact';
import { useCan } from '../../session/use-can';
import { useSession } from '../../session/use-session';
import { Page } from '../../shell/page';
import { FactorsSection } from './factors-section';
import { IdentitySection } from './identity-section';
import { SessionsSection } from './sessions-section';

/** What is one's own: the secrets one signs in with, where one is signed in, and at the bottom one's API keys. */
export default function MySettingsPage() {
  const { t } = useTranslation('my-settings');
  const { readOnly } = useCan();
  const { company } = useSession();
  return (
    <Page title={t('title')}>
      <Stack gap="xl">
        <Account />
        {readOnly ? (
          <Alert color="gray" variant="light" role="note" icon={<IconInfoCircle aria-hidden />}>
            {t('keySession')}
          </Alert>
        ) : (
          <>
            <FactorsSection />
            <SessionsSection />
          </>
        )}
        {company !== null && <IdentitySection />}
      </Stack>
    </Page>
  );
}

function Account() {
  const { t } = useTranslation('my-settings');
  const { user, company } = useSession();
  return (
    <Paper component="section" aria-label={t('account')} withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
      <SimpleGrid component="dl" cols={{ base: 1, sm: 2 }} m={0} spacing="md">
        <Fact label={t('username')}>
          <CopyableText text={user.username} what={t('username')} />
        </Fact>
        {company !== null && <Fact label={t('company')}>{company.name}</Fact>}
      </SimpleGrid>
    </Paper>
  );
}
