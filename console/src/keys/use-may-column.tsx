import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import type { Column } from '../patterns/data-table';
import { heldInShort } from './held-permissions';
import type { Key } from './key';

/** What a key may do, in short. */
export function useMayColumn(): Column<Key> {
  const { t } = useTranslation('keys');
  const known = useQuery({
    queryKey: queryKeys.permissions(),
    queryFn: () => answerOf(api.GET('/api/v1/permissions')),
  });
  const textOf = (key: Key): string => {
    const held = heldInShort(key, known.data?.data);
    if (held === 'everything') return t('may.everything');
    if (held.names.length === 0) return t('may.nothing');
    const names = held.names.join(', ');
    return held.more === 0 ? names : t('may.more', { names, more: held.more });
  };
  const cell = (key: Key) => (
    <Text component="span" size="sm" style={{ overflowWrap: 'anywhere' }}>
      {textOf(key)}
    </Text>
  );
  return { key: 'may', header: t('column.may'), cell };
}
