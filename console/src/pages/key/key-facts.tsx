import { Anchor, Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Key } from '../../keys/key';
import { useKindLabel } from '../../keys/use-kind-label';
import { keyBadgeStatus } from '../../patterns/key-badge-status';
import { momentText } from '../../patterns/relative-time-text';
import { RelativeTime } from '../../patterns/relative-time';
import { useTimeForm } from '../../patterns/time-zone';
import { StatusBadge } from '../../patterns/status-badge';
import { useMayOpen } from '../../shell/access';
import { type Fact, Facts } from './facts';
import { LastUse } from './last-use';

/** What the key is, whose, and since when. */
export function KeyFacts({ apiKey }: { readonly apiKey: Key }) {
  const { t } = useTranslation('key');
  return <Facts title={t('overview')} facts={useFacts(apiKey)} />;
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
    ...(ended === null ? [{ label: t('expires'), value: <Expiry at={key.expiresAt} /> }] : []),
    { label: t('created'), value: <RelativeTime at={key.createdAt} /> },
    { label: t('createdBy'), value: <Maker maker={key.createdBy} /> },
    ...(ended === null ? [] : [{ label: t('ended'), value: <RelativeTime at={ended} /> }]),
    ...(key.revokedReason === null ? [] : [{ label: t('endedBecause'), value: key.revokedReason }]),
    ...(key.metadata === null ? [] : [{ label: t('metadata'), value: <Noted metadata={key.metadata} /> }]),
  ];
}

/** When it stops working: near or far, and to the minute. */
function Expiry({ at }: { readonly at: string | null }) {
  const { t } = useTranslation('key');
  const form = useTimeForm();
  return (
    <>
      <RelativeTime at={at} never={t('neverExpires')} />
      {at !== null && (
        <Text size="sm" c="dimmed">
          {momentText(at, form)}
        </Text>
      )}
    </>
  );
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
  const mayOpen = useMayOpen();
  if (maker.active) return <>{maker.username}</>;
  return (
    <>
      {maker.username}
      <Text size="sm" c="dimmed">
        {t('makerInactive')}
      </Text>
      {maker.type === 'user' && mayOpen('/users/:id/leaving') && (
        <Anchor component={Link} to={`/users/${maker.id}/leaving`} size="sm">
          {t('makerKeys')}
        </Anchor>
      )}
    </>
  );
}
