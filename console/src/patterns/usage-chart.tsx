import { Button, Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../api/lazy-part';
import { useTimeForm } from './time-zone';
import { oddBeginning } from './usage-steps';
import { UsageTable } from './usage-table';
import { useReasonLabel } from './use-reason-label';
import { summaryOf, type UsagePoint, type UsageRange } from './usage-summary';

// The chart's library is larger than the rest of the console: it comes when a chart does.
const UsageBars = lazyPart(async () => ({ default: (await import('./usage-bars')).UsageBars }));

export interface UsageChartProps {
  readonly title: string;
  /** Undefined until it is there. Every step, also those in which nothing came in. */
  readonly data: readonly UsagePoint[] | undefined;
  readonly range: UsageRange;
  readonly onRangeChange: (range: UsageRange) => void;
  /** Picks the bar of this step. */
  readonly onStep: (step: number) => void;
}

const chartHeight = 280;

/** Valid and refused requests over time, as bars, as a sentence and as a table. */
export function UsageChart({ title, data, range, onRangeChange, onStep }: UsageChartProps) {
  const { t } = useTranslation('patterns');
  const [asTable, setAsTable] = useState(false);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        <RangeControl range={range} onRangeChange={onRangeChange} />
      </Group>
      {data === undefined ? (
        <Skeleton height={chartHeight} aria-hidden />
      ) : (
        <>
          <Summary data={data} range={range} />
          <Shape title={title} data={data} range={range} asTable={asTable} onStep={onStep} />
          <Group justify="flex-end">
            <Button
              variant="default"
              size="xs"
              leftSection={
                asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />
              }
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? t('viewAsChart') : t('viewAsTable')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function RangeControl({ range, onRangeChange }: Pick<UsageChartProps, 'range' | 'onRangeChange'>) {
  const { t } = useTranslation('patterns');
  return (
    <SegmentedControl<UsageRange>
      aria-label={t('timeSpan')}
      value={range}
      onChange={onRangeChange}
      data={[
        { value: '24h', label: t('range24h') },
        { value: '7d', label: t('range7d') },
        { value: '30d', label: t('range30d') },
      ]}
    />
  );
}

interface SummaryProps {
  readonly data: readonly UsagePoint[];
  readonly range: UsageRange;
}

function Summary({ data, range }: SummaryProps) {
  return (
    <Text role="status" size="sm">
      {[useSentences(data, range), useBeginning(data, range)].filter((text) => text !== null).join(' ')}
    </Text>
  );
}

function useBeginning(data: readonly UsagePoint[], range: UsageRange): string | null {
  const { t } = useTranslation('patterns');
  const { language, timeZone } = useTimeForm();
  const begins = oddBeginning(data, range, timeZone);
  if (begins === null) return null;
  return t('daysBegin', {
    time: new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'short' }).format(begins),
  });
}

function useSentences(data: readonly UsagePoint[], range: UsageRange): string {
  const { t, i18n } = useTranslation('patterns');
  const reasonLabel = useReasonLabel();
  const { valid, refused, refusedShare, reasons } = summaryOf(data);
  const span = { '24h': t('inLast24h'), '7d': t('inLast7d'), '30d': t('inLast30d') }[range];
  const number = new Intl.NumberFormat(i18n.language);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  if (valid + refused === 0) return t('summaryNone', { span });
  if (refused === 0) return t('summaryAllValid', { span, valid: number.format(valid) });

  const counts = { span, valid: number.format(valid), refused: number.format(refused) };
  const [first] = reasons;
  const most = first === undefined ? '' : `${reasonLabel(first.reason)} (${number.format(first.count)})`;
  return t('summary', { ...counts, share: percent.format(refusedShare), most });
}

function Shape({
  title,
  data,
  range,
  asTable,
  onStep,
}: SummaryProps & Pick<UsageChartProps, 'title' | 'onStep'> & { readonly asTable: boolean }) {
  const sentence = useSentences(data, range);
  if (asTable) return <UsageTable caption={title} data={data} range={range} />;
  return (
    <Suspense fallback={<Skeleton height={chartHeight} aria-hidden />}>
      <UsageBars
        label={`${title}. ${sentence}`}
        data={data}
        range={range}
        height={chartHeight}
        onStep={onStep}
      />
    </Suspense>
  );
}
