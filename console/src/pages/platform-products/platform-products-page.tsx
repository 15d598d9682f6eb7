import { Button } from '@mantine/core';
import { IconPackage, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { EmptyState } from '../../patterns/empty-state';
import { standingOf } from '../../patterns/list-standing';
import { ListTable } from '../../patterns/list-table';
import { Page } from '../../shell/page';
import { ChangedNotice } from './changed-notice';
import { EditProductDialog } from './edit-product-dialog';
import { NewProductDialog } from './new-product-dialog';
import type { Product } from './product-values';
import { RetireDialog } from './retire-dialog';
import { type Doing, useColumns } from './use-columns';
import type { Changed } from './use-editing';

/** What the platform sells, and what a key for each may do. */
export default function PlatformProductsPage() {
  // The words of permissions, too: a dialog that had to wait for them would hide the page.
  const { t } = useTranslation(['platform-products', 'permissions']);
  const [creating, setCreating] = useState(false);
  const [chosen, setChosen] = useState<Chosen>(nothing);
  const [changed, setChanged] = useState<Changed | null>(null);
  const list = useList<Product>({
    queryKey: queryKeys.platform('products'),
    read: (page) => answerOf(api.GET('/api/v1/platform/products', { params: { query: page } })),
  });
  const columns = useColumns((doing, product) => setChosen({ doing, product }));
  // The product stays, so that a dialog that closes still names it.
  const stop = () => setChosen(({ product }) => ({ doing: null, product }));
  const shared = { product: chosen.product, onDone: setChanged, onClose: stop };
  const create = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
      {t('create.open')}
    </Button>
  );
  const isEmpty = standingOf(list) === 'read' && list.rows.length === 0;
  return (
    <Page title={t('title')} description={t('description')} actions={isEmpty ? undefined : create}>
      <ChangedNotice changed={changed} />
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
      <EditProductDialog opened={chosen.doing === 'edit'} {...shared} />
      <RetireDialog opened={chosen.doing === 'retire'} {...shared} />
    </Page>
  );
}

interface Chosen {
  readonly doing: Doing | null;
  readonly product: Product | null;
}

const nothing: Chosen = { doing: null, product: null };
