import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { exactTimeText, relativeTimeText } from './relative-time-text';
import { useNow } from './use-now';

export interface RelativeTimeProps {
  /** ISO 8601; null where it has not happened. */
  readonly at: string | null;
  /** What stands there for null: "Never used". A dash unless told. */
  readonly never?: string;
}

/** How long ago, or how long until; the exact time on hover and focus, and for machines. */
export function RelativeTime({ at, never = '–' }: RelativeTimeProps) {
  const { i18n } = useTranslation('patterns');
  const now = useNow(60_000);
  if (at === null) return <>{never}</>;

  const time = new Date(at);
  return (
    <Tooltip
      label={exactTimeText(time, i18n.language)}
      events={{ hover: true, focus: true, touch: true }}
      interactive
    >
      <Text
        component="time"
        className="mantine-focus-auto kunci-time"
        dateTime={time.toISOString()}
        tabIndex={0}
        inherit
      >
        {relativeTimeText(time, now, i18n.language)}
      </Text>
    </Tooltip>
  );
}
