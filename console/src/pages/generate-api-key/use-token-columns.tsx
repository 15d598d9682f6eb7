import { Box, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOver, type Key } from '../../keys/key';
import { KeySecret } from '../../keys/key-secret';
import { OldSecretMark } from '../../keys/old-secret';
import type { KeyEnding } from '../../keys/use-ending';
import { useKeyColumns } from '../../keys/use-key-columns';
import { useKeyName } from '../../keys/use-key-name';
import { useKeyRights } from '../../keys/use-key-rights';
import type { Revealing } from '../../keys/use-reveal';
import type { Column } from '../../patterns/data-table';
import { RelativeTime } from '../../patterns/relative-time';

/** The columns of the guide: the label, the token with Show, Active or Revoked, Last Accessed, and Revoke. */
export function useTokenColumns({ reveal }: Revealing, ending: KeyEnding): readonly Column<Key>[] {
  const { t } = useTranslation('generate-api-key');
  const nameOf = useKeyName();
  const columns = useKeyColumns();
  const { may } = useKeyRights();
  const secret: Column<Key> = {
    key: 'secret',
    header: t('token'),
    cell: (key) => (
      <>
        <KeySecret
          apiKey={key}
          reveal={reveal}
          label={t('tokenOf', { name: nameOf(key) })}
          labelHidden
          showLabel={t('show')}
        />
        <OldSecretMark apiKey={key} />
      </>
    ),
  };
  const accessed: Column<Key> = {
    key: 'accessed',
    header: t('lastAccessed'),
    cell: (key) => <LastAccessed apiKey={key} />,
  };
  const revoke: Column<Key> = {
    key: 'revoke',
    header: t('revoke.confirm'),
    actions: true,
    align: 'right',
    cell: (key) =>
      !isOver(key) && (
        <Button
          variant="light"
          color="red"
          aria-label={t('revoke.which', { name: nameOf(key) })}
          onClick={() => ending.ask(key, 'revoke')}
        >
          {t('revoke.confirm')}
        </Button>
      ),
  };
  const mayRevoke = may('revoke', { kind: 'company', owner: null });
  return [
    { ...columns.name, header: t('label') },
    secret,
    columns.status,
    accessed,
    ...(mayRevoke ? [revoke] : []),
  ];
}

/** When the token was last used. Before the first use it is when it was generated, and says so. */
function LastAccessed({ apiKey: { lastUsedAt, createdAt } }: { readonly apiKey: Key }) {
  const { t } = useTranslation('generate-api-key');
  return (
    <Box>
      <RelativeTime at={lastUsedAt ?? createdAt} />
      {lastUsedAt === null && (
        <Text size="xs" c="dimmed">
          {t('notUsedYet')}
        </Text>
      )}
    </Box>
  );
}
