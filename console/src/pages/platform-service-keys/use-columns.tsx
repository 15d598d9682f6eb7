import { Box, Button, Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import type { Column } from '../../patterns/data-table';
import { maskedKey } from '../../patterns/masking';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';
import { useMayWords } from './use-may-words';

export type ServiceKey = Schemas['ServiceKey'];

export function useColumns(onRevoke: (key: ServiceKey) => void): readonly Column<ServiceKey>[] {
  const { t } = useTranslation('platform-service-keys');
  const words = useMayWords();
  const mayOf = ({ permissions }: ServiceKey): string =>
    words
      .filter(({ name }) => permissions.includes(name))
      .map(({ label }) => label)
      .join(', ');
  return [
    { key: 'name', header: t('name'), rowHeader: true, cell: ({ name }) => <Name name={name} /> },
    { key: 'product', header: t('product'), cell: ({ product }) => product ?? t('everyProduct') },
    {
      key: 'may',
      header: t('may'),
      cell: (key) => (
        <>
          {mayOf(key)}
          {key.gateway !== null && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t('forGateway', { audiences: key.gateway.audiences.join(', ') })}
            </Text>
          )}
        </>
      ),
    },
    { key: 'key', header: t('key'), cell: (key) => <Code fz="sm">{maskedKey(key)}</Code> },
    { key: 'status', header: t('status'), cell: ({ status }) => <StatusBadge status={status} /> },
    { key: 'since', header: t('created'), cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    {
      key: 'expires',
      header: t('expires'),
      cell: ({ expiresAt }) => <RelativeTime at={expiresAt} never={t('never')} />,
    },
    {
      key: 'acts',
      header: t('actions'),
      actions: true,
      align: 'right',
      cell: (key) =>
        (key.status === 'active' || key.status === 'broken') && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('revoke.of', { name: key.name })}
            onClick={() => onRevoke(key)}
          >
            {t('revoke.act')}
          </Button>
        ),
    },
  ];
}

/** Beside seven columns a name would have no more room than its longest letter. */
function Name({ name }: { readonly name: string }) {
  return <Box miw="9rem">{name}</Box>;
}
