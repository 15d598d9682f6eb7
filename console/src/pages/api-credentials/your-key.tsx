import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { KeyFailure } from '../../keys/create-key-form';
import type { Key } from '../../keys/key';
import { KeySecret, useIsShowable } from '../../keys/key-secret';
import { OldSecretMark } from '../../keys/old-secret';
import { TestMark } from '../../keys/test-mark';
import { useKeyName } from '../../keys/use-key-name';
import { useKeyRights } from '../../keys/use-key-rights';
import { useReveal } from '../../keys/use-reveal';
import { keyBadgeStatus } from '../../patterns/key-badge-status';
import { dots } from '../../patterns/masking';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';

interface YourKeyProps {
  readonly apiKey: Key;
  /** How many the company has, with this. */
  readonly count: number;
  readonly onRemove: (key: Key) => void;
}

/** The key behind its eye, with what there is to know of it, and how to remove it. */
export function YourKey({ apiKey, count, onRemove }: YourKeyProps) {
  const { t } = useTranslation('api-credentials');
  const { reveal, problem, dialog } = useReveal();
  const { may } = useKeyRights();
  const showable = useIsShowable()(apiKey);
  const hasOthers = count > 1;
  return (
    <Stack gap="md">
      {hasOthers && <OneOfMany apiKey={apiKey} count={count} />}
      <KeySecret
        apiKey={apiKey}
        reveal={reveal}
        label={t('yourKey')}
        labelHidden
        showLabel={t('show')}
        hideLabel={t('hide')}
        {...(showable ? { masked: dots } : {})}
      />
      <OldSecretMark apiKey={apiKey} />
      <KeyFailure failure={problem} />
      {!apiKey.recoverable && (
        <Text size="sm" c="dimmed">
          {t('shownOnce')}
        </Text>
      )}
      <Group justify="space-between" gap="md">
        <Group gap="md">
          <StatusBadge status={keyBadgeStatus(apiKey)} />
          <TestMark apiKey={apiKey} />
          <Text size="sm" c="dimmed" component="span">
            {apiKey.lastUsedAt === null ? (
              t('neverUsed')
            ) : (
              <>
                {t('lastUsed')} <RelativeTime at={apiKey.lastUsedAt} />
              </>
            )}
          </Text>
          <Anchor component={Link} to={hasOthers ? '/api-keys' : `/keys/${apiKey.id}`} size="sm">
            {hasOthers ? t('others') : t('more')}
          </Anchor>
        </Group>
        {may('revoke', apiKey) && (
          <Button
            color="red"
            variant="light"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => onRemove(apiKey)}
          >
            {t('remove')}
          </Button>
        )}
      </Group>
      {dialog}
    </Stack>
  );
}

/** Says which of several keys this is: who removes access must not take the wrong one for the only one. */
function OneOfMany({ apiKey, count }: Pick<YourKeyProps, 'apiKey' | 'count'>) {
  const { t } = useTranslation('api-credentials');
  const name = useKeyName()(apiKey);
  return (
    <Text style={{ overflowWrap: 'anywhere' }}>
      <Trans t={t} i18nKey="newest" values={{ name, count }} components={{ b: <b /> }} />
    </Text>
  );
}
