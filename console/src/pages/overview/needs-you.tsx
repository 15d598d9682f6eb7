import { Anchor, Paper, Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { Key } from '../../keys/key';
import { timeOf } from '../../keys/failing-steps';
import { addressOf } from '../../keys/use-picked-time';
import { useKeyName } from '../../keys/use-key-name';
import { lifeOf } from '../../patterns/life-of';
import { relativeTimeText } from '../../patterns/relative-time-text';
import { useTimeForm } from '../../patterns/time-zone';
import { summaryOf, type UsagePoint } from '../../patterns/usage-summary';
import { useNow } from '../../patterns/use-now';

const shown = 4;

interface NeedsYouProps {
  /** The last 24, the oldest first. */
  readonly hours: readonly UsagePoint[];
  readonly refused: number;
}

/** What waits for somebody: requests that are refused, and the keys that end next. */
export function NeedsYou({ hours, refused }: NeedsYouProps) {
  const { t, i18n } = useTranslation('overview');
  const keys = useExpiring().data;
  return (
    <Paper component="section" withBorder p="lg" aria-labelledby="needs-you">
      <Title order={2} size="h4" id="needs-you" mb={4}>
        {t('needs.title')}
      </Title>
      {keys === undefined && <Skeleton h={44} mt="sm" aria-hidden />}
      {keys?.length === 0 && refused === 0 && <p className="kunci-nothing">{t('needs.nothing')}</p>}
      <ul className="kunci-needs">
        {refused > 0 && (
          <Need tone="danger" to={usageOf(hours)} name={t('needs.failing')} about={t('needs.lately')}>
            <b>{t('needs.failing')}</b>{' '}
            {t('needs.refused', { number: new Intl.NumberFormat(i18n.language).format(refused) })}
          </Need>
        )}
        {keys?.map((key) => (
          <ExpiringKey key={key.id} apiKey={key} />
        ))}
      </ul>
    </Paper>
  );
}

/** The page of the usage, at the last hour in which something was refused. */
function usageOf(hours: readonly UsagePoint[]): string {
  const at = hours.findLastIndex((hour) => summaryOf([hour]).refused > 0);
  return at === -1 ? '/usage' : `/usage?${addressOf(timeOf(hours, at))}`;
}

function ExpiringKey({ apiKey }: { readonly apiKey: Key }) {
  const { t } = useTranslation('overview');
  const form = useTimeForm();
  const nameOf = useKeyName();
  const now = useNow(60_000);
  const until = apiKey.expiresAt === null ? null : new Date(apiKey.expiresAt);
  const { daysLeft } = lifeOf(new Date(apiKey.createdAt), until, now);
  const when = new Intl.RelativeTimeFormat(form.language).format(daysLeft, 'day');
  const used =
    apiKey.lastUsedAt === null
      ? t('needs.unused')
      : t('needs.used', { when: relativeTimeText(new Date(apiKey.lastUsedAt), now, form) });
  return (
    <Need tone="warning" to={`/keys/${apiKey.id}`} name={nameOf(apiKey)} about={used}>
      <b>{nameOf(apiKey)}</b> {t('needs.expires', { when })}
    </Need>
  );
}

interface NeedProps {
  readonly tone: 'danger' | 'warning';
  readonly to: string;
  /** What it is about, for those who hear its link only. */
  readonly name: string;
  readonly about: string;
  readonly children: ReactNode;
}

function Need({ tone, to, name, about, children }: NeedProps) {
  const { t } = useTranslation('overview');
  return (
    <li data-tone={tone}>
      <span className="kunci-need-text">
        {children}
        <small>{about}</small>
      </span>
      <Anchor component={Link} to={to} underline="hover" fw={550} aria-label={`${t('needs.look')}: ${name}`}>
        {t('needs.look')}
      </Anchor>
    </li>
  );
}

/** The next to end, the soonest first. */
function useExpiring() {
  return useQuery({
    queryKey: queryKeys.keys('expiring'),
    queryFn: async (): Promise<readonly Key[]> => {
      const query = { expiresWithinDays: 14, sort: 'expiresAt', limit: shown } as const;
      return (await answerOf(api.GET('/api/v1/keys', { params: { query } }))).data;
    },
  });
}
