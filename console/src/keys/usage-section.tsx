import { Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../i18n/use-problem-text';
import { ErrorState } from '../patterns/error-state';
import { UsageChart } from '../patterns/usage-chart';
import { useTimeZone } from '../patterns/time-zone';
import { daysOf } from '../patterns/usage-steps';
import { FailingSteps, timeOf } from './failing-steps';
import { usePickedTime } from './use-picked-time';
import { useUsage, useUsageRange } from './use-usage';

/** The chart of one key, or of all keys of the company; its span stands in the address, and which bar was picked. */
export function UsageSection({ keyId }: { readonly keyId?: string }) {
  const { t } = useTranslation('keys');
  const textOf = useProblemText();
  const timeZone = useTimeZone();
  const [range, setRange] = useUsageRange();
  const [picked, pick] = usePickedTime();
  const { data, error, refetch } = useUsage(range, keyId);
  const hours = data?.data.map(({ at, valid, reasons }) => ({ at, valid, refused: reasons }));
  const points = range === '24h' || hours === undefined ? hours : daysOf(hours, timeZone);
  return (
    <Paper component="section" withBorder p="lg" aria-label={t('usage.title')}>
      {data === undefined && error !== null ? (
        <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>
      ) : (
        <Stack gap="sm">
          <UsageChart
            title={t('usage.title')}
            data={points}
            range={range}
            onRangeChange={setRange}
            onStep={(at) => points && pick(timeOf(points, at))}
          />
          {points !== undefined && (
            <FailingSteps points={points} range={range} picked={picked} onPick={pick} />
          )}
        </Stack>
      )}
    </Paper>
  );
}
