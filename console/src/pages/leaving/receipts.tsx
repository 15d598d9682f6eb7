import { Alert, Box, Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BulkNotice } from '../../keys/bulk-notice';
import { useSince } from '../../keys/ended-notice';
import type { Done } from './use-seeing-off';

/** What has been done, each with since when it holds everywhere. */
export function Receipts({
  done: { removal, bulks },
  rotated,
}: {
  readonly done: Done;
  readonly rotated: number;
}) {
  const { t } = useTranslation('leaving');
  const since = useSince();
  const icon = <IconCircleCheck aria-hidden />;
  return (
    <Stack gap={0}>
      <Box role="status">
        {removal !== null && (
          <Alert color="green" mb="md" icon={icon} title={t('removed')}>
            {since(removal)}
          </Alert>
        )}
        {rotated > 0 && (
          <Alert color="green" mb="md" icon={icon} title={t('rotated', { count: rotated })}>
            {t('handOver')}
          </Alert>
        )}
      </Box>
      {bulks.map((bulk, at) => (
        <BulkNotice key={at} done={bulk} />
      ))}
    </Stack>
  );
}
