import { List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { testAddress } from '../../keys/key';
import { CodeSample } from '../../patterns/code-sample';
import { CopyableText } from '../../patterns/copyable-text';
import { Fact } from '../../patterns/fact';
import { useSession } from '../../session/use-session';

/** How to sign in with a key elsewhere: the username and the key in the place of the password. */
export function SignInSteps() {
  const { t } = useTranslation('my-settings');
  const { user } = useSession();
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
      <Stack gap="md">
        <Title order={3} size="h4">
          {t('use.title')}
        </Title>
        <Text>{t('use.text')}</Text>
        <Credentials />
        <Text fw={600}>{t('use.zapier')}</Text>
        <List type="ordered" spacing="xs">
          <List.Item>{t('use.step1')}</List.Item>
          <List.Item>
            {t('use.step2')} <CopyableText text={testAddress()} what={t('use.testAddress')} />
          </List.Item>
          <List.Item>{t('use.step3')}</List.Item>
          <List.Item>{t('use.step4')}</List.Item>
        </List>
        <CodeSample
          label={t('use.try')}
          samples={[{ language: 'curl', code: `curl '${testAddress()}' -u '${user.username}:YOUR_API_KEY'` }]}
        />
      </Stack>
    </Paper>
  );
}

/** The same in short, beside a key that was made just now. */
export function SignInWith() {
  const { t } = useTranslation('my-settings');
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('use.title')}</Text>
      <Credentials />
      <Text size="sm">
        {t('use.test')} <CopyableText text={testAddress()} what={t('use.testAddress')} />
      </Text>
    </Stack>
  );
}

function Credentials() {
  const { t } = useTranslation('my-settings');
  const { user } = useSession();
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="sm" m={0}>
      <Fact label={t('username')}>
        <CopyableText text={user.username} what={t('username')} />
      </Fact>
      <Fact label={t('use.password')}>{t('use.theKey')}</Fact>
    </SimpleGrid>
  );
}
