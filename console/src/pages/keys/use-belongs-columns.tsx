import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../keys/key';
import { useKindLabel } from '../../keys/use-kind-label';
import type { Column } from '../../patterns/data-table';

/** Of which kind a key is, and for which product or person. */
export function useBelongsColumns(): readonly Column<Key>[] {
  const { t } = useTranslation('keys');
  const kindLabel = useKindLabel();
  const cell = ({ kind, product, owner }: Key) => (
    <div>
      {kindLabel(kind)}
      {(product ?? owner?.username) !== undefined && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {product ?? owner?.username}
        </Text>
      )}
    </div>
  );
  return [{ key: 'kind', header: t('column.kind'), cell }];
}
