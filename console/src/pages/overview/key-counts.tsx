import { Skeleton, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormFailure } from '../../forms/form-failure';
import { useMayOpen } from '../../shell/access';
import { counted, type Counted, filters, useKeyCounts } from './use-key-counts';

const labels = {
  active: 'keys.active',
  expiringSoon: 'keys.expiringSoon',
  expired: 'keys.expired',
  disabled: 'keys.disabled',
  revoked: 'keys.revoked',
} as const;

/** How many keys there are in each status; each number leads to the list of those. */
export function KeyCounts() {
  const { t } = useTranslation('overview');
  const { counts, error } = useKeyCounts();
  return (
    <Stack component="section" gap="sm" aria-labelledby="key-counts">
      <Title order={2} size="h4" id="key-counts">
        {t('keys.title')}
      </Title>
      {counts === undefined && <FormFailure failure={error} />}
      <div className="kunci-counts">
        {counted.map((what) => (
          <Count key={what} what={what} figure={counts?.[what] ?? null} />
        ))}
      </div>
    </Stack>
  );
}

function Count({ what, figure }: { what: Counted; figure: string | null }) {
  const { t } = useTranslation('overview');
  const mayOpen = useMayOpen();
  const inside = (
    <>
      <span className="kunci-count-label">{t(labels[what])}</span>
      {figure === null ? (
        <Skeleton h={32} w={48} />
      ) : (
        <span className="kunci-count" data-none={figure === '0'}>
          {figure}
        </span>
      )}
    </>
  );
  if (!mayOpen('/keys')) return <div>{inside}</div>;
  return (
    <Link
      to={`/keys?${new URLSearchParams(Object.entries(filters[what]).map(([name, value]) => [name, String(value)])).toString()}`}
    >
      {inside}
    </Link>
  );
}
