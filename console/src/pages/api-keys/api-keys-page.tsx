import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconKey, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../forms/form-failure';
import { KindOffNotice } from '../../keys/kind-off-notice';
import { useMayMake } from '../../keys/use-may-make';
import { type KeyEnding, useEnding } from '../../keys/use-ending';
import { useCompanyKeys } from '../../keys/use-company-keys';
import { useKeyColumns } from '../../keys/use-key-columns';
import { useKeyName } from '../../keys/use-key-name';
import { useKeyRights } from '../../keys/use-key-rights';
import { OldSecretMark } from '../../keys/old-secret';
import { useReveal } from '../../keys/use-reveal';
import type { Key } from '../../keys/key';
import type { Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { ListTable } from '../../patterns/list-table';
import { useSession } from '../../session/use-session';
import { Page } from '../../shell/page';
import { CreateApiKey } from './create-api-key';
import { StartAndCopy } from './start-and-copy';

/** Named keys: made by a name, listed with their status, copied, and deleted after a question. */
export default function ApiKeysPage() {
  const { t } = useTranslation('api-keys');
  const { company } = useSession();
  const list = useCompanyKeys();
  const columns = useKeyColumns();
  const mayMake = useMayMake('company');
  const revealing = useReveal();
  const ending = useEnding();
  const [creating, setCreating] = useState(false);
  const deletion = useDeletion(ending);
  const create = mayMake && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  const start: Column<Key> = {
    ...columns.start,
    cell: (key) => (
      <>
        <StartAndCopy apiKey={key} reveal={revealing.reveal} />
        <OldSecretMark apiKey={key} />
      </>
    ),
  };
  return (
    <Page title={t('title')} description={t('description')} actions={create}>
      <KindOffNotice kind="company" />
      {ending.notice}
      <FormFailure failure={revealing.problem} />
      <ListTable
        caption={t('caption', { company: company?.name ?? '' })}
        rowKey={({ id }) => id}
        list={list}
        columns={[columns.name, start, columns.status, columns.created, columns.lastUsed, ...deletion]}
        empty={
          <EmptyState title={t('empty.title')} Icon={IconKey} action={create}>
            {mayMake ? t('empty.text') : t('empty.others')}
          </EmptyState>
        }
      />
      <CreateApiKey opened={creating} onClose={() => setCreating(false)} onMade={ending.forget} />
      {ending.dialog}
      {revealing.dialog}
    </Page>
  );
}

/** The column with the bin; none for users who may not revoke any key. */
function useDeletion(ending: KeyEnding): Column<Key>[] {
  const { t } = useTranslation('api-keys');
  const { may } = useKeyRights();
  const nameOf = useKeyName();
  if (!may('revoke', { kind: 'company', owner: null })) return [];
  const cell = (key: Key) => (
    <Tooltip label={t('delete')} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon
        variant="subtle"
        color="red"
        size="lg"
        aria-label={t('deleteWhich', { name: nameOf(key) })}
        onClick={() => ending.ask(key, 'delete')}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  return [{ key: 'delete', header: t('delete'), actions: true, align: 'right', cell }];
}
