import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type List, useList } from '../../api/use-list';
import { KindOffNotice } from '../../keys/kind-off-notice';
import { isChangeable, isOver, type Key, keysWatchMs } from '../../keys/key';
import { type KeyEnding, useEnding } from '../../keys/use-ending';
import { useKeyColumns } from '../../keys/use-key-columns';
import { useKeyName } from '../../keys/use-key-name';
import { useKeyRights } from '../../keys/use-key-rights';
import { useMayMake } from '../../keys/use-may-make';
import { useRotate } from '../../keys/use-rotate';
import type { Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { ListTable } from '../../patterns/list-table';
import type { ServiceAccount } from '../service-accounts/service-account';
import { CreateMachineKey } from './create-machine-key';

interface MachineKeysProps {
  readonly account: ServiceAccount;
}

/** What the program sends: its keys, to make, rotate and revoke. */
export function MachineKeys({ account }: MachineKeysProps) {
  const { t } = useTranslation('service-accounts');
  const ending = useEnding();
  const rotation = useRotate();
  const columns = useKeyColumns();
  const mayMake = useMayMake('machine') && account.active;
  const list = useMachineKeys(account.id);
  const actions: Column<Key> = {
    key: 'actions',
    header: t('keys.actions'),
    actions: true,
    align: 'right',
    cell: (key) => <Actions apiKey={key} onRotate={rotation.ask} onEnd={ending.ask} />,
  };
  return (
    <Paper
      component="section"
      withBorder
      radius="md"
      p={{ base: 'md', sm: 'lg' }}
      aria-labelledby="machine-keys"
    >
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={2} size="h4" id="machine-keys">
              {t('keys.title')}
            </Title>
            <Text c="dimmed" maw="60ch">
              {t('keys.text')}
            </Text>
          </div>
          {mayMake && <CreateMachineKey account={account} onMade={ending.forget} />}
        </Group>
        <KindOffNotice kind="machine" />
        {ending.notice}
        <ListTable
          caption={t('keys.caption', { name: account.name })}
          rowKey={({ id }) => id}
          list={list}
          columns={[
            ...[columns.name, columns.start, columns.status, columns.lastUsed],
            ...[columns.expires, actions],
          ]}
          empty={
            <EmptyState title={t('keys.none')} Icon={IconKey} action={null}>
              {account.active ? t('keys.noneText') : t('keys.off')}
            </EmptyState>
          }
        />
      </Stack>
      {ending.dialog}
      {rotation.dialogs}
    </Paper>
  );
}

function useMachineKeys(owner: string): List<Key> {
  return useList({
    queryKey: queryKeys.keys('machine', owner),
    read: (page) =>
      answerOf(api.GET('/api/v1/keys', { params: { query: { kind: 'machine', owner, ...page } } })),
    refetchIntervalMs: keysWatchMs,
  });
}

interface ActionsProps {
  readonly apiKey: Key;
  readonly onRotate: (key: Key) => void;
  readonly onEnd: KeyEnding['ask'];
}

function Actions({ apiKey, onRotate, onEnd }: ActionsProps) {
  const { t } = useTranslation('service-accounts');
  const { may } = useKeyRights();
  const name = useKeyName()(apiKey);
  if (isOver(apiKey)) return null;
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      {may('rotate', apiKey) && isChangeable(apiKey) && (
        <Button
          variant="default"
          size="xs"
          aria-label={t('keys.rotateNamed', { name })}
          onClick={() => onRotate(apiKey)}
        >
          {t('keys.rotate')}
        </Button>
      )}
      {may('revoke', apiKey) && (
        <>
          <Button
            variant="default"
            size="xs"
            aria-label={t('keys.revokeNamed', { name })}
            onClick={() => onEnd(apiKey, 'revoke')}
          >
            {t('keys.revoke')}
          </Button>
          {/* What it made ends with it. */}
          <Button
            variant="default"
            size="xs"
            aria-label={t('keys.leakedNamed', { name })}
            onClick={() => onEnd(apiKey, 'leak')}
          >
            {t('keys.leaked')}
          </Button>
        </>
      )}
    </Group>
  );
}
