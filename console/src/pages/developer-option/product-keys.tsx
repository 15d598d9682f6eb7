import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type List, useList } from '../../api/use-list';
import { useProblemText } from '../../i18n/use-problem-text';
import { KeyFailure } from '../../keys/create-key-form';
import { type Key, keysWatchMs } from '../../keys/key';
import { useReveal } from '../../keys/use-reveal';
import { useRotate } from '../../keys/use-rotate';
import { ErrorState } from '../../patterns/error-state';
import { standingOf } from '../../patterns/list-standing';
import { LoadingState } from '../../patterns/loading-state';
import { Pager } from '../../patterns/pager';
import { StaleNotice } from '../../patterns/stale-notice';
import { ProductKey } from './product-key';

export interface ProductKeysProps {
  readonly product: Schemas['Product'];
  readonly mayGenerate: boolean;
}

/** All keys of one product, newest first: each can be shown again and re-generated, as far as the policy lets one. */
export function ProductKeys({ product, mayGenerate }: ProductKeysProps) {
  const { t } = useTranslation('developer-option');
  const textOf = useProblemText();
  const revealing = useReveal();
  const rotation = useRegeneration();
  const list = useProductKeys(product.code);
  const caption = t('keysOf', { product: product.name });
  const standing = standingOf(list);
  if (standing === 'loading') return <LoadingState onRetry={list.retry} />;
  if (standing === 'failed') {
    return <ErrorState onRetry={list.retry}>{list.problem && textOf(list.problem)}</ErrorState>;
  }
  return (
    <>
      <KeyFailure failure={revealing.problem} />
      <StaleNotice list={list} />
      {list.rows.length === 0 ? (
        <Text c="dimmed">{mayGenerate ? t('empty.text') : t('empty.others')}</Text>
      ) : (
        <Stack component="ul" className="kunci-steps" aria-label={caption} gap={0} p={0} m={0}>
          {list.rows.map((key) => (
            <ProductKey key={key.id} apiKey={key} reveal={revealing.reveal} onRegenerate={rotation.ask} />
          ))}
        </Stack>
      )}
      {(list.next !== null || list.previous !== null) && (
        <Pager
          caption={caption}
          paging={{ page: list.pageNumber, onPrevious: list.previous, onNext: list.next }}
          loading={list.turning}
        />
      )}
      {rotation.dialogs}
      {revealing.dialog}
    </>
  );
}

function useProductKeys(product: string): List<Key> {
  return useList({
    queryKey: queryKeys.keys('product', product),
    read: (page) =>
      answerOf(api.GET('/api/v1/keys', { params: { query: { kind: 'product', product, ...page } } })),
    limit: 10,
    refetchIntervalMs: keysWatchMs,
  });
}

/** Rotating, as this guide calls it. */
function useRegeneration() {
  const { t } = useTranslation('developer-option');
  return useRotate({
    title: t('regenerate.made'),
    words: {
      title: t('regenerate.title'),
      effect: t('regenerate.text'),
      confirmLabel: t('regenerate.act'),
    },
  });
}
