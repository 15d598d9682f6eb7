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
import { timeText } from '../../patterns/relative-time-text';
import { useTimeForm } from '../../patterns/time-zone';
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
      // Of one width, whatever stands in the other columns: else its buttons move to and fro under the field.
      <Box w={{ base: '100%', md: 300, lg: 500 }} ml={{ base: 'auto', md: 0 }}>
        <KeySecret
          apiKey={key}
          reveal={reveal}
          label={t('tokenOf', { name: nameOf(key) })}
          labelHidden
          showLabel={t('show')}
        />
        <OldSecretMark apiKey={key} />
      </Box>
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

/** The date and time at which the token was last used. Before the first use it is when it was generated, and says so. */
function LastAccessed({ apiKey: { lastUsedAt, createdAt } }: { readonly apiKey: Key }) {
  const { t } = useTranslation('generate-api-key');
  const form = useTimeForm();
  const at = lastUsedAt ?? createdAt;
  return (
    <Box>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {timeText(at, form)}
      </time>
      <Text size="xs" c="dimmed">
        {lastUsedAt === null ? t('notUsedYet') : <RelativeTime at={lastUsedAt} />}
      </Text>
    </Box>
  );
}
