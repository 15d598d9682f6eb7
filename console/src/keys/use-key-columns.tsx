import { Anchor, Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../patterns/data-table';
import { keyBadgeStatus } from '../patterns/key-badge-status';
import { maskedKey } from '../patterns/masking';
import { RelativeTime } from '../patterns/relative-time';
import { StatusBadge } from '../patterns/status-badge';
import { useFromList } from './came-from';
import { isOver, type Key } from './key';
import { OldSecretMark } from './old-secret';
import { TestMark } from './test-mark';
import { useKeyName } from './use-key-name';

type ColumnName = 'name' | 'start' | 'status' | 'created' | 'lastUsed' | 'lastUsedFrom' | 'expires';

/** The columns that tables of keys are made of. A guide's own word for one: `{ ...columns.name, header: t('label') }`. */
export function useKeyColumns(): Readonly<Record<ColumnName, Column<Key>>> {
  const { t } = useTranslation('keys');
  return {
    name: {
      key: 'name',
      header: t('column.name'),
      rowHeader: true,
      cell: (key) => <Named apiKey={key} />,
    },
    start: {
      key: 'start',
      header: t('column.start'),
      cell: (key) => (
        <>
          <Code fz="sm">{maskedKey(key)}</Code>
          <OldSecretMark apiKey={key} />
        </>
      ),
    },
    status: {
      key: 'status',
      header: t('column.status'),
      cell: (key) => <StatusBadge status={keyBadgeStatus(key)} />,
    },
    created: {
      key: 'created',
      header: t('column.created'),
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    lastUsed: {
      key: 'lastUsed',
      header: t('column.lastUsed'),
      cell: ({ lastUsedAt }) => <RelativeTime at={lastUsedAt} never={t('neverUsed')} />,
    },
    lastUsedFrom: {
      key: 'lastUsed',
      header: t('column.lastUsed'),
      cell: ({ lastUsedAt, lastUsed }) => (
        <>
          <RelativeTime at={lastUsedAt} never={t('neverUsed')} />
          {typeof lastUsed?.address === 'string' && (
            <Text component="span" size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {` · ${lastUsed.address}`}
            </Text>
          )}
        </>
      ),
    },
    expires: {
      key: 'expires',
      header: t('column.expires'),
      // What has ended will not expire, too.
      cell: (key) => (isOver(key) ? '–' : <RelativeTime at={key.expiresAt} never={t('neverExpires')} />),
    },
  };
}

/** What the key is called, with the way to its page and from there back. */
function Named({ apiKey }: { readonly apiKey: Key }) {
  const nameOf = useKeyName();
  const from = useFromList();
  return (
    <>
      <Anchor component={Link} to={`/keys/${apiKey.id}`} state={from} fw={600}>
        {nameOf(apiKey)}
      </Anchor>{' '}
      <TestMark apiKey={apiKey} />
    </>
  );
}
