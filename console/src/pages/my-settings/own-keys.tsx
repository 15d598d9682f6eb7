import { Button, Group, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { isChangeable, isOver, type Key, keysWatchMs } from '../../keys/key';
import type { KeyEnding } from '../../keys/use-ending';
import { useKeyColumns } from '../../keys/use-key-columns';
import { useKeyName } from '../../keys/use-key-name';
import { useKeyRights } from '../../keys/use-key-rights';
import { useRotate } from '../../keys/use-rotate';
import type { Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { ListTable } from '../../patterns/list-table';
import { useSession } from '../../session/use-session';

/** One's own keys, to renew and to revoke. */
export function OwnKeys({ ending }: { readonly ending: KeyEnding }) {
  const { t } = useTranslation('my-settings');
  const { user } = useSession();
  const rotation = useRotate();
  const columns = useKeyColumns();
  const list = useList<Key>({
    queryKey: queryKeys.keys('own', user.id),
    read: (page) =>
      answerOf(api.GET('/api/v1/keys', { params: { query: { kind: 'personal', owner: user.id, ...page } } })),
    refetchIntervalMs: keysWatchMs,
  });
  const actions: Column<Key> = {
    key: 'actions',
    header: t('own.actions'),
    actions: true,
    align: 'right',
    cell: (key) => (
      <Actions apiKey={key} onRotate={rotation.ask} onRevoke={(one) => ending.ask(one, 'revoke')} />
    ),
  };
  return (
    <Stack gap="md">
      {ending.notice}
      <ListTable
        caption={t('own.caption')}
        rowKey={({ id }) => id}
        list={list}
        columns={[columns.name, columns.start, columns.status, columns.lastUsed, columns.expires, actions]}
        empty={
          <EmptyState title={t('own.empty')} Icon={IconKey} action={null}>
            {t('own.emptyText')}
          </EmptyState>
        }
      />
      {ending.dialog}
      {rotation.dialogs}
    </Stack>
  );
}

interface ActionsProps {
  readonly apiKey: Key;
  readonly onRotate: (key: Key) => void;
  readonly onRevoke: (key: Key) => void;
}

function Actions({ apiKey, onRotate, onRevoke }: ActionsProps) {
  const { t } = useTranslation('my-settings');
  const { may } = useKeyRights();
  const name = useKeyName()(apiKey);
  if (isOver(apiKey)) return null;
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      {may('rotate', apiKey) && isChangeable(apiKey) && (
        <Button
          variant="default"
          size="xs"
          aria-label={t('own.rotateNamed', { name })}
          onClick={() => onRotate(apiKey)}
        >
          {t('own.rotate')}
        </Button>
      )}
      {may('revoke', apiKey) && (
        <Button
          variant="default"
          size="xs"
          aria-label={t('own.revokeNamed', { name })}
          onClick={() => onRevoke(apiKey)}
        >
          {t('own.revoke')}
        </Button>
      )}
    </Group>
  );
}
