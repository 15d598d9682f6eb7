import { Accordion, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { testAddress } from '../../keys/key';
import { CodeSample } from '../../patterns/code-sample';
import { CopyableText } from '../../patterns/copyable-text';
import { Fact } from '../../patterns/fact';
import { curl } from '../../patterns/request-samples';
import { useSession } from '../../session/use-session';

/**
 * How to sign in with a key elsewhere: the username, and the key instead of the password. Closed at first: the guide
 * sends people to the bottom of the page, and there the button that makes a key has to be in view.
 */
export function SignInSteps() {
  const { t } = useTranslation('my-settings');
  return (
    <Accordion variant="separated" order={3} chevronPosition="left">
      <Accordion.Item value="use">
        <Accordion.Control>
          <Text component="span" fw={600}>
            {t('use.title')}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Steps />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Steps() {
  const { t } = useTranslation('my-settings');
  const { username } = useSession().user;
  return (
    <Stack gap="md">
      <Text>{t('use.text')}</Text>
      <Credentials username={username} />
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
        samples={[
          {
            language: 'curl',
            code: curl({ url: testAddress(), username, apiKey: 'YOUR_API_KEY' }),
          },
        ]}
      />
    </Stack>
  );
}

/** The same in short, beside a key that was made just now. */
export function SignInWith({ username }: { readonly username: string }) {
  const { t } = useTranslation('my-settings');
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('use.title')}</Text>
      <Credentials username={username} />
      <Text size="sm">
        {t('use.test')} <CopyableText text={testAddress()} what={t('use.testAddress')} />
      </Text>
    </Stack>
  );
}

function Credentials({ username }: { readonly username: string }) {
  const { t } = useTranslation('my-settings');
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="sm" m={0}>
      <Fact label={t('username')}>
        <CopyableText text={username} what={t('username')} />
      </Fact>
      <Fact label={t('use.password')}>{t('use.theKey')}</Fact>
    </SimpleGrid>
  );
}
