import { Button } from '@mantine/core';
import { IconPlus, IconRobot } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { FormDialog } from '../../forms/form-dialog';
import { EmptyState } from '../../patterns/empty-state';
import { standingOf } from '../../patterns/list-standing';
import { ListTable } from '../../patterns/list-table';
import { useCan } from '../../session/use-can';
import { Page } from '../../shell/page';
import { AccountForm } from './account-form';
import type { ServiceAccount } from './service-account';
import { useColumns } from './use-columns';
import { useCreating } from './use-saving';

/** The programs that act for the company with roles and keys of their own. */
export default function ServiceAccountsPage() {
  // The words of roles, too: a dialog that had to wait for them would hide the page.
  const { t } = useTranslation(['service-accounts', 'users', 'roles']);
  const { can } = useCan();
  const [creating, setCreating] = useState(false);
  const close = () => setCreating(false);
  const command = useCreating(close);
  const list = useList<ServiceAccount>({
    queryKey: queryKeys.serviceAccounts('list'),
    read: (page) => answerOf(api.GET('/api/v1/service-accounts', { params: { query: page } })),
  });
  const create = can('service-accounts:create') && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
      {t('create.open')}
    </Button>
  );
  const isEmpty = standingOf(list) === 'read' && list.rows.length === 0;
  return (
    <Page title={t('title')} description={t('description')} actions={isEmpty ? undefined : create}>
      <ListTable
        caption={t('title')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('none')} action={create === false ? null : create} Icon={IconRobot}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <FormDialog opened={creating} onClose={close} title={t('create.open')}>
        <AccountForm account={null} command={command} onClose={close} />
      </FormDialog>
    </Page>
  );
}
