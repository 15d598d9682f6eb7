import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { isProblem } from '../../api/problem';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { useCan } from '../../session/use-can';
import { Page } from '../../shell/page';
import { AccountCard } from './account-card';
import { MachineKeys } from './machine-keys';

/** One service account: its roles, its keys, and what can be done about them. */
export default function ServiceAccountPage() {
  // The words of roles, too: a dialog that had to wait for them would hide the page.
  const { t } = useTranslation(['service-accounts', 'users', 'roles']);
  const textOf = useProblemText();
  const { can } = useCan();
  const { id = '' } = useParams();
  const { data: account, error, refetch } = useAccount(id);
  const gone = isProblem(error, 'not-found');
  return (
    <Page title={account?.name ?? t('one')} back={{ to: '/service-accounts', label: t('title') }}>
      {account !== undefined && (
        <Stack gap="lg">
          <AccountCard account={account} />
          {can('keys.machine:read') && <MachineKeys account={account} />}
        </Stack>
      )}
      {account === undefined && error === null && <LoadingState />}
      {gone && <Text>{t('gone')}</Text>}
      {account === undefined && error !== null && !gone && (
        <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>
      )}
    </Page>
  );
}

function useAccount(id: string) {
  return useQuery({
    queryKey: queryKeys.serviceAccounts('one', id),
    queryFn: () => answerOf(api.GET('/api/v1/service-accounts/{id}', { params: { path: { id } } })),
  });
}
