import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isChangeable, type Key } from '../../keys/key';
import { KeySecret } from '../../keys/key-secret';
import { OldSecretMark } from '../../keys/old-secret';
import { TestMark } from '../../keys/test-mark';
import { useKeyName } from '../../keys/use-key-name';
import { useKeyRights } from '../../keys/use-key-rights';
import type { Revealing } from '../../keys/use-reveal';
import { keyBadgeStatus } from '../../patterns/key-badge-status';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';

export interface ProductKeyProps {
  readonly apiKey: Key;
  readonly reveal: Revealing['reveal'];
  readonly onRegenerate: (key: Key) => void;
}

/** One key in the list of its product. */
export function ProductKey({ apiKey, reveal, onRegenerate }: ProductKeyProps) {
  const { t } = useTranslation('developer-option');
  const { may } = useKeyRights();
  const name = useKeyName()(apiKey);
  return (
    <Stack component="li" gap="sm" py="md">
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <Anchor component={Link} to={`/keys/${apiKey.id}`} fw={600} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Anchor>
          <TestMark apiKey={apiKey} />
          <StatusBadge status={keyBadgeStatus(apiKey)} />
        </Group>
        {may('rotate', apiKey) && isChangeable(apiKey) && (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden />}
            aria-label={t('regenerate.of', { name })}
            onClick={() => onRegenerate(apiKey)}
          >
            {t('regenerate.act')}
          </Button>
        )}
      </Group>
      <KeySecret
        apiKey={apiKey}
        reveal={reveal}
        label={t('key')}
        labelHidden
        showLabel={t('show')}
        hideLabel={t('hide')}
      />
      <OldSecretMark apiKey={apiKey} />
      <Text component="div" size="sm" c="dimmed">
        {t('generated')} <RelativeTime at={apiKey.createdAt} /> ·{' '}
        {apiKey.lastUsedAt === null ? (
          t('neverUsed')
        ) : (
          <>
            {t('lastUsed')} <RelativeTime at={apiKey.lastUsedAt} />
          </>
        )}
      </Text>
    </Stack>
  );
}
