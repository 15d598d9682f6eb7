import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { EmptyState } from '../../patterns/empty-state';
import { standingOf } from '../../patterns/list-standing';
import { ListTable } from '../../patterns/list-table';
import { Page } from '../../shell/page';
import { NewServiceKey } from './new-service-key';
import { RevokeDialog } from './revoke-dialog';
import { type ServiceKey, useColumns } from './use-columns';

/** The keys of the services of the platform, with what each may do. */
export default function PlatformServiceKeysPage() {
  // The words of expiries, too: a dialog that had to wait for them would hide the page.
  const { t } = useTranslation(['platform-service-keys', 'keys']);
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<{ key: ServiceKey | null; opened: boolean }>(nothing);
  const list = useList<ServiceKey>({
    queryKey: queryKeys.platform('service-keys'),
    read: (page) => answerOf(api.GET('/api/v1/platform/service-keys', { params: { query: page } })),
  });
  const columns = useColumns((key) => setRevoking({ key, opened: true }));
  const create = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
      {t('create.open')}
    </Button>
  );
  const isEmpty = standingOf(list) === 'read' && list.rows.length === 0;
  return (
    <Page title={t('title')} description={t('description')} actions={isEmpty ? undefined : create}>
      <ListTable
        caption={t('title')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('none')} action={create} Icon={IconKey}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <NewServiceKey opened={creating} onClose={() => setCreating(false)} />
      <RevokeDialog
        opened={revoking.opened}
        serviceKey={revoking.key}
        onClose={() => setRevoking(({ key }) => ({ key, opened: false }))}
      />
    </Page>
  );
}

const nothing = { key: null, opened: false };
