import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { anyKindMay } from '../../../../libs/permissions';
import type { Bulk } from '../../keys/use-bulk';
import { useCan } from '../../session/use-can';
import type { Selection } from './use-selection';

interface BulkBarProps {
  readonly selection: Selection;
  readonly bulk: Bulk;
}

/** What can be done to the keys that are ticked; it stays in sight while the list is scrolled. */
export function BulkBar({ selection: { keys, clear }, bulk }: BulkBarProps) {
  const { t } = useTranslation('keys');
  const { canAny } = useCan();
  const mayUpdate = canAny(anyKindMay('update'));
  if (keys.length === 0) return null;
  return (
    <Paper withBorder shadow="md" p="sm" pos="sticky" bottom={12} style={{ zIndex: 1 }}>
      <Group gap="sm">
        <Text size="sm" fw={600} mr="auto" role="status">
          {t('select.count', { count: keys.length })}
        </Text>
        {mayUpdate && (
          <>
            <Button variant="default" onClick={() => bulk.ask('disable', keys)}>
              {t('disable.confirm')}
            </Button>
            <Button variant="default" onClick={() => bulk.ask('enable', keys)}>
              {t('enable.confirm')}
            </Button>
          </>
        )}
        {canAny(anyKindMay('revoke')) && (
          <Button variant="default" onClick={() => bulk.ask('revoke', keys)}>
            {t('revoke.confirm')}
          </Button>
        )}
        <Button variant="subtle" onClick={clear}>
          {t('select.none')}
        </Button>
      </Group>
    </Paper>
  );
}

/** Whether this person may act on any keys at all; who signed in with a key may not. */
export function useMayActOnSeveral(): boolean {
  const { canAny, readOnly } = useCan();
  return !readOnly && canAny([...anyKindMay('update'), ...anyKindMay('revoke')]);
}
