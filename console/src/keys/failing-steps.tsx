import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTimeForm } from '../patterns/time-zone';
import { stepTexts } from '../patterns/usage-steps';
import { summaryOf, type UsagePoint, type UsageRange } from '../patterns/usage-summary';
import { type PickedTime } from './use-picked-time';

interface FailingStepsProps {
  /** The hours or days of the chart. */
  readonly points: readonly UsagePoint[];
  readonly range: UsageRange;
  readonly picked: PickedTime | null;
  readonly onPick: (picked: PickedTime | null) => void;
}

/** Each hour or day of the chart in which something was refused, the latest first: a button for what a pointer finds as a bar. */
export function FailingSteps({ points, range, picked, onPick }: FailingStepsProps) {
  const { t, i18n } = useTranslation('usage');
  const texts = stepTexts(points, range, useTimeForm());
  const number = new Intl.NumberFormat(i18n.language);
  const failing = points
    .map((point, at) => ({ time: timeOf(points, at), text: texts[at], refused: summaryOf([point]).refused }))
    .filter(({ refused }) => refused > 0)
    .reverse();
  if (failing.length === 0) return null;
  return (
    <Group gap={8} role="group" aria-label={t('failing')}>
      <Text size="sm" c="dimmed">
        {t('failing')}
      </Text>
      {failing.map(({ time, text, refused }) => (
        <Button
          key={time.from}
          variant="default"
          size="compact-sm"
          radius="xl"
          fz="sm"
          fw={picked?.from === time.from ? 600 : 400}
          c={picked?.from === time.from ? 'var(--kunci-danger)' : undefined}
          aria-pressed={picked?.from === time.from}

          onClick={() => onPick(picked?.from === time.from ? null : time)}
        >
          {t('failingStep', { time: text, refused: number.format(refused) })}
        </Button>
      ))}
    </Group>
  );
}

const hourMs = 3_600_000;

/** From when to when a step of a chart lasts. The last one ends an hour after now, if it is a day. */
export function timeOf(points: readonly UsagePoint[], at: number): PickedTime {
  const [from, next] = [points[at]?.at ?? '', points[at + 1]?.at];
  if (next !== undefined) return { from, to: next };
  const begins = Date.parse(from);
  const end = Math.max(begins + hourMs, Math.ceil(Date.now() / hourMs) * hourMs);
  return { from: new Date(begins).toISOString(), to: new Date(end).toISOString() };
}
