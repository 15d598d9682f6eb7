import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useConnection } from '../api/connection';

const askAgainMs = 3_000;

/** Says that the server does not answer, goes on asking, and reads everything again when it is back. */
export function ConnectionBanner() {
  const { t } = useTranslation('shell');
  const lost = useConnection() === 'lost';
  useCalling(lost);
  useReadingAgain(lost);
  return (
    <div role="status" aria-live="polite">
      {lost && (
        <Alert
          color="orange"
          variant="light"
          icon={<IconPlugConnectedX aria-hidden />}
          mb="lg"
          title={t('connection.lost')}
        >
          {t('connection.retrying')}
        </Alert>
      )}
    </div>
  );
}

/** Any answer, whatever it says, ends the banner. */
function useCalling(lost: boolean): void {
  useQuery({
    queryKey: ['connection'],
    queryFn: async () => (await api.GET('/health/live')).response.status,
    enabled: lost,
    refetchInterval: askAgainMs,
    refetchIntervalInBackground: true,
    retry: false,
    gcTime: 0,
  });
}

function useReadingAgain(lost: boolean): void {
  const queries = useQueryClient();
  const wasLost = useRef(false);
  useEffect(() => {
    if (wasLost.current && !lost) void queries.invalidateQueries();
    wasLost.current = lost;
  }, [lost, queries]);
}
