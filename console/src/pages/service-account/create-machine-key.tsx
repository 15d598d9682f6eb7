import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../forms/form-dialog';
import { CreateKeyForm } from '../../keys/create-key-form';
import { useGenerate } from '../../keys/use-generate';
import { useCan } from '../../session/use-can';
import { useRoles } from '../roles/use-roles';
import type { ServiceAccount } from '../service-accounts/service-account';

interface CreateMachineKeyProps {
  readonly account: ServiceAccount;
  readonly onMade: () => void;
}

/** Makes a key for a program, and shows it this once. */
export function CreateMachineKey({ account, onMade }: CreateMachineKeyProps) {
  const { t } = useTranslation('service-accounts');
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const held = useHeldBy(account);
  const { command, dialogs } = useGenerate({
    kind: 'machine',
    serviceAccountId: account.id,
    owner: account.name,
    onMade: () => {
      close();
      onMade();
    },
  });
  return (
    <>
      <Button
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => {
          command.reset();
          setOpened(true);
        }}
      >
        {t('keys.create')}
      </Button>
      <FormDialog opened={opened} onClose={close} title={t('keys.create')}>
        <CreateKeyForm
          kind="machine"
          ownerHolds={held}
          command={command}
          nameLabel={t('keys.name')}
          submitLabel={t('keys.submit')}
          onCancel={close}
        />
      </FormDialog>
      {dialogs}
    </>
  );
}

/** What its roles hold; undefined where one may not see the roles. */
function useHeldBy({ roles }: ServiceAccount): readonly string[] | undefined {
  const { data } = useRoles({ enabled: useCan().can('roles:read') });
  return data
    ?.filter(({ id }) => roles.some((role) => role.id === id))
    .flatMap(({ permissions }) => permissions);
}
