import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyFailure } from '../../keys/create-key-form';
import type { Key } from '../../keys/key';
import { KeySecret } from '../../keys/key-secret';
import { OldSecret } from '../../keys/old-secret';
import { useKindLabel } from '../../keys/use-kind-label';
import { useReveal } from '../../keys/use-reveal';
import { keyBadgeStatus } from '../../patterns/key-badge-status';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';
import { type Fact, Facts } from './facts';
import { LastUse } from './last-use';

interface KeyOverviewProps {
  readonly apiKey: Key;
  /** Asks whether to end the old secret. */
  readonly onEndOverlap: () => void;
}

/** What the key is, whose, and since when; and the old secret, while it works beside the new one. */
export function KeyOverview({ apiKey, onEndOverlap }: KeyOverviewProps) {
  const { t } = useTranslation('key');
  const { reveal, problem, dialog } = useReveal();
  return (
    <Facts title={t('overview')} facts={useFacts(apiKey)}>
      <Box mb="lg">
        <KeySecret apiKey={apiKey} reveal={reveal} label={t('secret')} showLabel={t('show')} />
        <KeyFailure failure={problem} />
        {!apiKey.recoverable && apiKey.revokedAt === null && (
          <Text size="sm" c="dimmed" mt={4}>
            {t('notRecoverable')}
          </Text>
        )}
        {apiKey.superseded !== null && (
          <Box mt="md">
            <OldSecret apiKey={apiKey} onEnd={onEndOverlap} />
          </Box>
        )}
      </Box>
      {dialog}
    </Facts>
  );
}

function useFacts(key: Key): readonly Fact[] {
  const { t } = useTranslation('key');
  const kindLabel = useKindLabel();
  const ended = key.deletedAt ?? key.revokedAt;
  return [
    { label: t('status'), value: <StatusBadge status={keyBadgeStatus(key)} /> },
    ...(key.disabledAt === null || ended !== null
      ? []
      : [{ label: t('disabledSince'), value: <RelativeTime at={key.disabledAt} /> }]),
    { label: t('kind'), value: kindLabel(key.kind) },
    ...(key.product === null ? [] : [{ label: t('product'), value: key.product }]),
    ...(key.owner === null ? [] : [{ label: t('owner'), value: key.owner.username }]),
    ...(key.description === null ? [] : [{ label: t('description'), value: key.description }]),
    { label: t('lastUsed'), value: <LastUse lastUsed={key.lastUsed} /> },
    // What has ended will not expire, too.
    ...(ended === null
      ? [{ label: t('expires'), value: <RelativeTime at={key.expiresAt} never={t('neverExpires')} /> }]
      : []),
    { label: t('created'), value: <RelativeTime at={key.createdAt} /> },
    { label: t('createdBy'), value: <Maker maker={key.createdBy} /> },
    ...(ended === null ? [] : [{ label: t('ended'), value: <RelativeTime at={ended} /> }]),
    ...(key.revokedReason === null ? [] : [{ label: t('endedBecause'), value: key.revokedReason }]),
    ...(key.metadata === null ? [] : [{ label: t('metadata'), value: <Noted metadata={key.metadata} /> }]),
  ];
}

/** What programs noted about it, one fact a line. */
function Noted({ metadata }: { readonly metadata: NonNullable<Key['metadata']> }) {
  return (
    <>
      {Object.entries(metadata).map(([name, value]) => (
        <Box key={name}>
          {name}: {String(value)}
        </Box>
      ))}
    </>
  );
}

/** Who made it; a key outlives its maker's membership, and whoever looks after it should know. */
function Maker({ maker }: { readonly maker: Key['createdBy'] }) {
  const { t } = useTranslation('key');
  if (maker.active) return <>{maker.username}</>;
  return (
    <>
      {maker.username}
      <Text size="sm" c="dimmed">
        {t('makerInactive')}
      </Text>
    </>
  );
}
