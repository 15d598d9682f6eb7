import { Paper, Skeleton, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayLine } from './day-line';
import type { TwoDays } from './two-days-of';

/** Is all well? What came in during the last 24 hours, beside the day before. */
export function RequestsToday({ days }: { readonly days: TwoDays | undefined }) {
  const { t, i18n } = useTranslation('overview');
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Paper component="section" withBorder p="lg" aria-labelledby="requests-today">
      <Title order={2} size="h4" id="requests-today">
        {t('requests.title')}
      </Title>
      {days === undefined ? (
        <Skeleton h={190} mt="sm" aria-hidden />
      ) : (
        <>
          <p className="kunci-figures">
            <span className="kunci-figure">{number.format(days.valid)}</span>
            <Change change={days.change} />
            {days.refused > 0 && (
              <span className="kunci-refused">
                {t('requests.refused', { number: number.format(days.refused) })}
              </span>
            )}
          </p>
          <DayLine
            hours={days.hours}
            label={t('requests.summary', {
              valid: number.format(days.valid),
              refused: number.format(days.refused),
            })}
          />
          <Ends hours={days.hours} />
        </>
      )}
    </Paper>
  );
}

function Change({ change }: Pick<TwoDays, 'change'>) {
  const { t, i18n } = useTranslation('overview');
  if (change === null) return null;
  const form = { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 } as const;
  return (
    <span className="kunci-change">
      {t('requests.change', { change: new Intl.NumberFormat(i18n.language, form).format(change) })}
    </span>
  );
}

function Ends({ hours }: Pick<TwoDays, 'hours'>) {
  const { t, i18n } = useTranslation('overview');
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' });
  const at = (hour: number): string => {
    const point = hours[hour];
    return point === undefined ? '' : clock.format(new Date(point.at));
  };
  return (
    <p className="kunci-ends" aria-hidden>
      <span>{t('requests.yesterday', { time: at(0) })}</span>
      <span>{at(12)}</span>
      <span>{t('requests.now')}</span>
    </p>
  );
}
