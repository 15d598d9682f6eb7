import { Stack } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { KindOffNotice } from '../../keys/kind-off-notice';
import { readProducts } from '../../keys/read-products';
import { EmptyState } from '../../patterns/empty-state';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { useCompany } from '../../session/use-company';
import { Prerequisites } from './prerequisites';
import { ProductCard } from './product-card';
import { Samples } from './samples';

type Product = Schemas['Product'];

const watchMs = 10_000;

/** What is still missing before keys can be made, a card for each product with its keys, and how to use them. */
export function ApiKeyTab() {
  const { t } = useTranslation('developer-option');
  const textOf = useProblemText();
  const company = useCompany();
  const products = useQuery({
    queryKey: [...queryKeys.products(), 'all'],
    queryFn: readProducts,
    select: inOrder,
    refetchInterval: ({ state }) => (isAwaited(state.data ?? []) ? watchMs : false),
  });
  const problem = company.error ?? products.error;
  if (company.data === undefined || products.data === undefined) {
    const retry = (): void => void Promise.all([company.refetch(), products.refetch()]);
    if (problem === null) return <LoadingState onRetry={retry} />;
    return <ErrorState onRetry={retry}>{textOf(problem)}</ErrorState>;
  }
  return (
    <Stack gap="xl">
      <Prerequisites company={company.data} products={products.data} />
      <KindOffNotice kind="product" />
      {products.data.length === 0 && (
        <EmptyState title={t('noProducts')} action={null} Icon={IconPackage}>
          {t('noProductsText')}
        </EmptyState>
      )}
      {products.data.map((product) => (
        <ProductCard key={product.code} product={product} approved={company.data.status === 'approved'} />
      ))}
      <Samples />
    </Stack>
  );
}

function isAwaited(products: readonly Product[]): boolean {
  return products.some(({ activation }) => activation === 'requested');
}

const order: readonly Product['activation'][] = ['enabled', 'requested', 'disabled', 'none'];

/** Those that can have keys first. */
function inOrder(products: readonly Product[]): readonly Product[] {
  return [...products].sort((a, b) => order.indexOf(a.activation) - order.indexOf(b.activation));
}
