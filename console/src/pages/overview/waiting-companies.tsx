import { Paper, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

/** For operators: how many companies wait for a decision. */
export function WaitingCompanies() {
  const { t } = useTranslation('overview');
  const { data } = useQuery({
    queryKey: queryKeys.platform('companies', 'waiting'),
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/platform/companies', { params: { query: { status: 'in_review', limit: 100 } } }),
      ),
  });
  return (
    <Paper
      component={Link}
      to="/platform/companies"
      withBorder
      radius="md"
      p="md"
      maw={320}
      c="inherit"
      className="kunci-card-link"
    >
      <Text size="sm" c="dimmed">
        {t('waitingCompanies')}
      </Text>
      {data === undefined ? (
        <Skeleton h={34} w={48} />
      ) : (
        <Text fz={28} fw={700} lh={1.2}>
          {`${data.data.length}${data.pagination.hasMore ? '+' : ''}`}
        </Text>
      )}
    </Paper>
  );
}
