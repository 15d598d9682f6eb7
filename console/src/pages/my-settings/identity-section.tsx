import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CreateKeyForm } from '../../keys/create-key-form';
import { useGenerate } from '../../keys/use-generate';
import { useEnding } from '../../keys/use-ending';
import { useKeyPolicy } from '../../keys/use-key-policy';
import { useKeyRights } from '../../keys/use-key-rights';
import { FormDialog } from '../../forms/form-dialog';
import { useCan } from '../../session/use-can';
import { KeysClosed } from './keys-closed';
import { OwnKeys } from './own-keys';
import { SignInSteps, SignInWith } from './sign-in-steps';

/** One's API keys: making one, the list, and how to sign in with one elsewhere. */
export function IdentitySection() {
  const { t } = useTranslation('my-settings');
  const { can } = useCan();
  const mayMake = useKeyRights().mayGenerate('personal');
  const enabled = useKeyPolicy('personal')?.enabled;
  const ending = useEnding();
  return (
    <Stack component="section" gap="md" aria-labelledby="security-and-identity">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2} size="h3" id="security-and-identity">
            {t('identity.title')}
          </Title>
          <Text c="dimmed" maw="60ch">
            {t('identity.text')}
          </Text>
        </div>
        {mayMake && enabled === true && <CreateKey onMade={ending.forget} />}
      </Group>
      <KeysClosed />
      {can('keys.personal:read') && <OwnKeys ending={ending} />}
      {can('keys.personal:sign-in') && enabled === true && <SignInSteps />}
    </Stack>
  );
}

function CreateKey({ onMade }: { readonly onMade: () => void }) {
  const { t } = useTranslation('my-settings');
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const { command, dialogs } = useGenerate({
    kind: 'personal',
    onMade: () => {
      close();
      onMade();
    },
    note: ({ owner }) => owner !== null && <SignInWith username={owner.username} />,
  });
  return (
    <>
      <Button
        leftSection={<IconKey size={18} aria-hidden />}
        onClick={() => {
          command.reset();
          setOpened(true);
        }}
      >
        {t('identity.create')}
      </Button>
      <FormDialog opened={opened} onClose={close} title={t('identity.create')}>
        <CreateKeyForm
          kind="personal"
          command={command}
          nameLabel={t('identity.name')}
          namePlaceholder={t('identity.nameExample')}
          expiryLabel={t('identity.expires')}
          submitLabel={t('identity.ok')}
          onCancel={close}
        />
      </FormDialog>
      {dialogs}
    </>
  );
}
