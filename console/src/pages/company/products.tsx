import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { useList } from '../../api/use-list';
import { FormFailure } from '../../forms/form-failure';
import type { Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { ListTable } from '../../patterns/list-table';
import { StatusBadge } from '../../patterns/status-badge';
import { useCan } from '../../session/use-can';

type Product = Schemas['Product'];

/** What the platform sells, how each stands for this company, and a button to ask for it. */
export function Products() {
  const { t } = useTranslation('company');
  const { can, readOnly } = useCan();
  const list = useList<Product>({
    queryKey: [...queryKeys.products(), 'page'],
    read: (page) => answerOf(api.GET('/api/v1/products', { params: { query: page } })),
  });
  const request = useCommand({
    send: (code: string) =>
      answerOf(api.POST('/api/v1/products/{code}/requests', { params: { path: { code } } })),
    refreshes: [queryKeys.products(), queryKeys.events()],
  });
  // A key can hold this permission, for programs; who signed in here with one has been told that they only look.
  const mayRequest = can('products:request') && !readOnly;
  const columns = useColumns(mayRequest ? (product) => void request.run(product.code) : null);
  return (
    <Stack component="section" gap="sm" aria-labelledby="company-products">
      <Title order={2} size="h4" id="company-products">
        {t('products.title')}
      </Title>
      <Text c="dimmed" maw="70ch">
        {t('products.description')}
      </Text>
      <FormFailure failure={request.problem} />
      <ListTable
        caption={t('products.title')}
        columns={columns}
        list={list}
        rowKey={({ code }) => code}
        empty={
          <EmptyState title={t('products.none')} action={null} Icon={IconPackage}>
            {t('products.noneText')}
          </EmptyState>
        }
      />
    </Stack>
  );
}

/** @param onRequest null for users who may not request products */
function useColumns(onRequest: ((product: Product) => void) | null): readonly Column<Product>[] {
  const { t } = useTranslation('company');
  const columns: Column<Product>[] = [
    { key: 'name', header: t('products.name'), cell: ({ name }) => name, rowHeader: true },
    {
      key: 'status',
      header: t('products.status'),
      cell: ({ activation }) => <StatusBadge status={activation} />,
    },
    {
      key: 'meaning',
      header: t('products.meaning'),
      cell: ({ activation }) => (
        <Text span size="sm">
          {
            {
              none: t('products.isNone'),
              requested: t('products.isRequested'),
              enabled: t('products.isEnabled'),
              disabled: t('products.isDisabled'),
            }[activation]
          }
        </Text>
      ),
    },
  ];
  if (onRequest === null) return columns;
  return [
    ...columns,
    {
      key: 'request',
      header: t('products.actions'),
      actions: true,
      align: 'right',
      cell: (product) =>
        product.activation === 'none' && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('products.requestOf', { product: product.name })}
            onClick={() => onRequest(product)}
          >
            {t('products.request')}
          </Button>
        ),
    },
  ];
}
