import { Button, Group, Paper, SimpleGrid, Stack } from '@mantine/core';
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { FormDialog } from '../../forms/form-dialog';
import { KeyFailure } from '../../keys/create-key-form';
import { CopyableText } from '../../patterns/copyable-text';
import { Fact } from '../../patterns/fact';
import { RelativeTime } from '../../patterns/relative-time';
import { RoleBadges } from '../../patterns/role-badges';
import { StatusBadge } from '../../patterns/status-badge';
import { useCan } from '../../session/use-can';
import { AccountForm } from '../service-accounts/account-form';
import { accountRefreshes, type ServiceAccount } from '../service-accounts/service-account';
import { useChanging } from '../service-accounts/use-saving';
import { type Ending, EndingDialogs } from './ending-dialogs';

interface AccountProps {
  readonly account: ServiceAccount;
}

/** How a service account stands, and what can be done about it. */
export function AccountCard({ account }: AccountProps) {
  const { t } = useTranslation('service-accounts');
  const { canAny, readOnly } = useCan();
  const mayAct = !readOnly && canAny(['service-accounts:update', 'service-accounts:delete']);
  return (
    <Paper component="section" aria-label={t('one')} withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
      <Stack gap="lg">
        <SimpleGrid component="dl" cols={{ base: 1, sm: 3 }} m={0} spacing="md">
          <Fact label={t('username')}>
            <CopyableText text={account.username} what={t('username')} />
          </Fact>
          <Fact label={t('status')}>
            <StatusBadge status={account.active ? 'active' : 'deactivated'} />
          </Fact>
          <Fact label={t('created')}>
            <RelativeTime at={account.createdAt} />
          </Fact>
          <Fact label={t('roles')}>
            <RoleBadges roles={account.roles} none={t('noRoles')} />
          </Fact>
          {account.description !== null && <Fact label={t('descriptionLabel')}>{account.description}</Fact>}
        </SimpleGrid>
        {mayAct && <Acts account={account} />}
      </Stack>
    </Paper>
  );
}

function Acts({ account }: AccountProps) {
  const { t } = useTranslation('service-accounts');
  const { can } = useCan();
  const [editing, setEditing] = useState(false);
  const [ending, setEnding] = useState<Ending | null>(null);
  const closeForm = () => setEditing(false);
  const changing = useChanging(account, closeForm);
  const activating = useActivating(account);
  return (
    <Stack gap="sm">
      <KeyFailure failure={activating.problem} />
      <Group gap="xs">
        {can('service-accounts:update') && (
          <>
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {t('edit')}
            </Button>
            <SwitchButton
              account={account}
              pending={activating.pending}
              onOff={() => setEnding('deactivate')}
              onOn={() => void activating.run(null)}
            />
          </>
        )}
        {can('service-accounts:delete') && (
          <Button
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setEnding('delete')}
          >
            {t('delete')}
          </Button>
        )}
      </Group>
      <FormDialog opened={editing} onClose={closeForm} title={t('editTitle')}>
        <AccountForm account={account} command={changing} onClose={closeForm} />
      </FormDialog>
      <EndingDialogs account={account} ending={ending} onClose={() => setEnding(null)} />
    </Stack>
  );
}

interface SwitchButtonProps extends AccountProps {
  readonly pending: boolean;
  readonly onOff: () => void;
  readonly onOn: () => void;
}

function SwitchButton({ account, pending, onOff, onOn }: SwitchButtonProps) {
  const { t } = useTranslation('service-accounts');
  if (account.active)
    return (
      <Button variant="default" leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={onOff}>
        {t('deactivate')}
      </Button>
    );
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      loading={pending}
      onClick={onOn}
    >
      {t('reactivate')}
    </Button>
  );
}

function useActivating({ id }: ServiceAccount) {
  return useCommand({
    send: (_input: null) =>
      answerOf(
        api.PATCH('/api/v1/service-accounts/{id}', { params: { path: { id } }, body: { active: true } }),
      ),
    refreshes: accountRefreshes,
  });
}
