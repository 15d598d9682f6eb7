import { Button, Code, Group, Text } from '@mantine/core';
import { IconPackage, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import type { Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { standingOf } from '../../patterns/list-standing';
import { ListTable } from '../../patterns/list-table';
import { RelativeTime } from '../../patterns/relative-time';
import { Page } from '../../shell/page';
import { NewProductDialog } from './new-product-dialog';
import { usePermissionGroups } from '../../permissions/use-permission-groups';

type Product = Schemas['PlatformProduct'];

/** What the platform sells, and what a key for each may do. */
export default function PlatformProductsPage() {
  // The words of permissions, too: a dialog that had to wait for them would hide the page.
  const { t } = useTranslation(['platform-products', 'permissions']);
  const [creating, setCreating] = useState(false);
  const list = useList<Product>({
    queryKey: queryKeys.platform('products'),
    read: (page) => answerOf(api.GET('/api/v1/platform/products', { params: { query: page } })),
  });
  const columns = useColumns();
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
        rowKey={({ code }) => code}
        empty={
          <EmptyState title={t('none')} action={create} Icon={IconPackage}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <NewProductDialog opened={creating} onClose={() => setCreating(false)} />
    </Page>
  );
}

function useColumns(): readonly Column<Product>[] {
  const { t } = useTranslation('platform-products');
  return [
    { key: 'name', header: t('name'), rowHeader: true, cell: ({ name }) => name },
    { key: 'code', header: t('code'), cell: ({ code }) => <Code fz="sm">{code}</Code> },
    { key: 'grants', header: t('grants'), cell: ({ grants }) => <Grants grants={grants} /> },
    { key: 'since', header: t('created'), cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
  ];
}

function Grants({ grants }: { readonly grants: Product['grants'] }) {
  const { t } = useTranslation('platform-products');
  const { groups } = usePermissionGroups(({ name }) => grants.includes(name));
  if (grants.length === 0) return <Text size="sm">{t('grantsNothing')}</Text>;
  // Their names say enough until their labels are here.
  if (groups === undefined) return <Text size="sm">{grants.join(', ')}</Text>;
  return (
    <Group gap={6}>
      {groups.flatMap((group) =>
        group.permissions.map(({ name, label }) => (
          <Text key={name} span size="sm" display="block" w="100%">
            {`${group.label}: ${label}`}
          </Text>
        )),
      )}
    </Group>
  );
}
