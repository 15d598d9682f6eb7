import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CreateKeyForm, KeyFailure } from '../../keys/create-key-form';
import { useGenerate } from '../../keys/use-generate';
import { useKeyPolicy } from '../../keys/use-key-policy';
import { useMayMake } from '../../keys/use-may-make';
import { FormDialog } from '../../forms/form-dialog';
import type { Credential } from './use-credential';

interface CreateNewProps {
  readonly credential: Credential;
  readonly onMade: () => void;
}

/** What stands where the key was: that it is gone, and the button that makes a new one. It keeps the new key shown, too. */
export function CreateNew({ credential: { key, hadOne }, onMade }: CreateNewProps) {
  const { t } = useTranslation('api-credentials');
  const mayMake = useMayMake('company');
  const wantsName = useKeyPolicy('company')?.nameRequired === true;
  const [naming, setNaming] = useState(false);
  const { command, dialogs } = useGenerate({
    kind: 'company',
    onMade: () => {
      setNaming(false);
      onMade();
    },
  });
  const missing = key === null || key.status === 'expired';
  return (
    <>
      {missing && (
        <>
          <Text mt={key === null ? 0 : 'md'}>{textFor(t, key === null, hadOne)}</Text>
          {mayMake && (
            <Group mt="md">
              <Button
                leftSection={<IconPlus size={18} aria-hidden />}
                loading={command.pending && !naming}
                onClick={() => (wantsName ? setNaming(true) : void command.run({}))}
              >
                {t('createNew')}
              </Button>
            </Group>
          )}
        </>
      )}
      {!naming && command.problem !== null && <KeyFailure failure={command.problem} />}
      <FormDialog opened={naming} onClose={() => setNaming(false)} title={t('createNew')}>
        <CreateKeyForm
          kind="company"
          command={command}
          nameLabel={t('name')}
          submitLabel={t('createNew')}
          onCancel={() => setNaming(false)}
        />
      </FormDialog>
      {dialogs}
    </>
  );
}

type Translate = ReturnType<typeof useTranslation<'api-credentials'>>['t'];

function textFor(t: Translate, gone: boolean, hadOne: boolean): string {
  if (!gone) return t('expired');
  return hadOne ? t('removed') : t('none');
}
