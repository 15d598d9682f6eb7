import { useTranslation } from 'react-i18next';
import { lifeOf } from './life-of';
import { type TimeForm, useTimeForm } from './time-zone';
import { useNow } from './use-now';

export interface KeyLifeProps {
  /** ISO 8601. */
  readonly from: string;
  /** Null for a key that does not expire. */
  readonly until: string | null;
  /** Instead of when it was made. */
  readonly begin?: string;
  /** Instead of when it expires: how it ended. */
  readonly ended?: string;
}

/** From when to when a key lives, in words under a thin bar. Where the end is near, both say so. */
export function KeyLife({ from, until, begin, ended }: KeyLifeProps) {
  const { t } = useTranslation('patterns');
  const form = useTimeForm();
  const words = useEndWords();
  const now = useNow(60_000);
  const life = lifeOf(new Date(from), until === null ? null : new Date(until), now);
  const isOver = ended !== undefined;
  const made = t('lifeMade', { date: dayText(from, form) });
  return (
    <div className="kunci-life" data-end={isOver ? 'over' : life.end}>
      <div className="kunci-life-bar" aria-hidden>
        <span style={{ inlineSize: `${isOver ? 100 : life.spent * 100}%` }} />
      </div>
      <div className="kunci-life-words">
        <span>{begin ?? made}</span>
        <span>{ended ?? words(until, now)}</span>
      </div>
    </div>
  );
}

function useEndWords(): (until: string | null, now: Date) => string {
  const { t } = useTranslation('patterns');
  const form = useTimeForm();
  return (until, now) => {
    if (until === null) return t('lifeForever');
    const { end, daysLeft } = lifeOf(new Date(0), new Date(until), now);
    const date = dayText(until, form);
    if (end === 'over') return t('lifeOver', { date });
    if (end === 'far') return t('lifeEnds', { date });
    const left = new Intl.RelativeTimeFormat(form.language).format(daysLeft, 'day');
    return t('lifeEndsSoon', { date, left });
  };
}

function dayText(at: string, { language, timeZone }: TimeForm): string {
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium' }).format(new Date(at));
}
