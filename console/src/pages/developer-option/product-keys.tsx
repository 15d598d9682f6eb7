import { Button } from '@mantine/core';
import { IconKey, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { KeyFailure } from '../../keys/create-key-form';
import { isOver, type Key } from '../../keys/key';
import { KeySecret } from '../../keys/key-secret';
import { KeyTable } from '../../keys/key-table';
import { useKeyColumns } from '../../keys/use-key-columns';
import { useKeyName } from '../../keys/use-key-name';
import { useKeyRights } from '../../keys/use-key-rights';
import { useReveal } from '../../keys/use-reveal';
import { type KeyRotation, useRotate } from '../../keys/use-rotate';
import type { Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';

export interface ProductKeysProps {
  readonly product: Schemas['Product'];
  /** The button that makes a key; false for who may not. */
  readonly generate: ReactNode;
}

/** All keys of one product, newest first: each can be shown again and re-generated, as far as the policy lets one. */
export function ProductKeys({ product, generate }: ProductKeysProps) {
  const { t } = useTranslation('developer-option');
  const columns = useKeyColumns();
  const revealing = useReveal();
  const rotation = useRotate({
    title: t('regenerate.made'),
    words: {
      title: t('regenerate.title'),
      effect: t('regenerate.text'),
      confirmLabel: t('regenerate.act'),
    },
  });
  const list = useList<Key>({
    queryKey: queryKeys.keys('product', product.code),
    read: (page) =>
      answerOf(
        api.GET('/api/v1/keys', { params: { query: { kind: 'product', product: product.code, ...page } } }),
      ),
    limit: 10,
  });
  const secret: Column<Key> = {
    key: 'secret',
    header: t('column.key'),
    cell: (key) => (
      <KeySecret
        apiKey={key}
        reveal={revealing.reveal}
        label={t('column.key')}
        labelHidden
        showLabel={t('show')}
        hideLabel={t('hide')}
      />
    ),
  };
  const regeneration = useRegeneration(rotation);
  return (
    <>
      <KeyFailure failure={revealing.problem} />
      <KeyTable
        caption={t('keysOf', { product: product.name })}
        list={list}
        columns={[columns.name, secret, columns.status, columns.lastUsed, ...regeneration]}
        empty={
          <EmptyState title={t('empty.title')} action={null} Icon={IconKey}>
            {generate === false ? t('empty.others') : t('empty.text')}
          </EmptyState>
        }
      />
      {rotation.dialogs}
      {revealing.dialog}
    </>
  );
}

/** The column with the button; none for who may re-generate no key. */
function useRegeneration(rotation: KeyRotation): Column<Key>[] {
  const { t } = useTranslation('developer-option');
  const { may } = useKeyRights();
  const nameOf = useKeyName();
  if (!may('rotate', { kind: 'product', owner: null })) return [];
  const cell = (key: Key) =>
    !isOver(key) && (
      <Button
        size="sm"
        variant="default"
        leftSection={<IconRefresh size={18} aria-hidden />}
        aria-label={t('regenerate.of', { name: nameOf(key) })}
        onClick={() => rotation.ask(key)}
      >
        {t('regenerate.act')}
      </Button>
    );
  return [{ key: 'regenerate', header: t('regenerate.act'), actions: true, align: 'right', cell }];
}
