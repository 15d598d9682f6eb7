import { Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormFailure } from '../../forms/form-failure';
import { useMayOpen } from '../../shell/access';
import { type Counted, useKeyCounts } from './use-key-counts';

const labels = {
  active: 'keys.active',
  expiringSoon: 'keys.expiringSoon',
  expired: 'keys.expired',
  disabled: 'keys.disabled',
  revoked: 'keys.revoked',
} as const;

// A cast: Object.keys knows no literal types.
const statuses = Object.keys(labels) as Counted[];

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
      <SimpleGrid cols={{ base: 2, xs: 3, md: 5 }} spacing="md">
        {statuses.map((status) => (
          <Count key={status} status={status} figure={counts?.[status] ?? null} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Count({ status, figure }: { status: Counted; figure: string | null }) {
  const { t } = useTranslation('overview');
  const mayOpen = useMayOpen();
  const inside = (
    <>
      <Text size="sm" c="dimmed">
        {t(labels[status])}
      </Text>
      {figure === null ? (
        <Skeleton h={34} w={48} />
      ) : (
        <Text fz={28} fw={700} lh={1.2}>
          {figure}
        </Text>
      )}
    </>
  );
  if (!mayOpen('/keys')) return <Paper withBorder radius="md" p="md" children={inside} />;
  return (
    <Paper
      component={Link}
      to={`/keys?${filterOf(status)}`}
      withBorder
      radius="md"
      p="md"
      c="inherit"
      className="kunci-card-link"
    >
      {inside}
    </Paper>
  );
}

/** Leads to the keys that were counted. Soon is within 14 days, as the API has it. */
function filterOf(status: Counted): string {
  return status === 'expiringSoon' ? 'expiresWithinDays=14' : `status=${status}`;
}
