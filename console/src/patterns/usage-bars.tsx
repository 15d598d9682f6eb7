import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTimeForm } from './time-zone';
import { stepTexts } from './usage-steps';
import { summaryOf, type UsagePoint, type UsageRange } from './usage-summary';
import { useReasonLabel } from './use-reason-label';

export interface UsageBarsProps {
  /** The chart in a sentence. */
  readonly label: string;
  readonly data: readonly UsagePoint[];
  readonly range: UsageRange;
  readonly height: number;
  /** Picks the bar of this step. */
  readonly onStep: (step: number) => void;
}

/** Apart from each other also for those who see fewer colours: they alternate between dark and light. */
const reasonColors = ['var(--kunci-danger)', 'orange.4', 'grape.8', 'yellow.5', 'pink.9', 'cyan.5'];

/** The reasons that get a colour of their own; the others share one. */
const namedReasons = reasonColors.length - 1;

/** The bars alone. What they say is in `label`, and in the table that the reader can have instead. */
export function UsageBars({ label, data, range, height, onStep }: UsageBarsProps) {
  const { t, i18n } = useTranslation('patterns');
  const reasonLabel = useReasonLabel();
  const reasons = summaryOf(data).reasons.map(({ reason }) => reason);
  const named = reasons.slice(0, namedReasons);
  const others = reasons.slice(namedReasons);
  const series = [
    { name: 'valid', label: t('valid'), color: 'var(--kunci-bar)' },
    ...named.map((reason, at) => ({
      name: reason,
      label: reasonLabel(reason),
      color: reasonColors[at] ?? 'gray',
    })),
    ...(others.length === 0 ? [] : [{ name: 'others', label: t('otherReasons'), color: 'gray.6' }]),
  ];
  const texts = stepTexts(data, range, useTimeForm());
  const rows = data.map(({ valid, refused }, step) => ({
    at: texts[step] ?? '',
    valid,
    ...Object.fromEntries(named.map((reason) => [reason, refused[reason] ?? 0])),
    others: others.reduce((sum, reason) => sum + (refused[reason] ?? 0), 0),
  }));
  const number = new Intl.NumberFormat(i18n.language);

  return (
    <Box role="img" aria-label={label}>
      <BarChart
        h={height}
        type="stacked"
        data={rows}
        dataKey="at"
        series={series}
        withLegend
        legendProps={{ verticalAlign: 'bottom' }}
        valueFormatter={(value) => number.format(value)}
        // Requests are whole, and labels stand at even distances.
        yAxisProps={{ allowDecimals: false }}
        xAxisProps={{ interval: 'equidistantPreserveStart' }}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{
          isAnimationActive: false,
          cursor: 'pointer',
          onClick: (_: unknown, step: number) => onStep(step),
        }}
        tooltipAnimationDuration={0}
        textColor="var(--mantine-color-dimmed)"
      />
    </Box>
  );
}
