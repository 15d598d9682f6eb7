import { Text, Tooltip } from '@mantine/core';
import { exactTimeText, relativeTimeText } from './relative-time-text';
import { useTimeForm } from './time-zone';
import { useNow } from './use-now';

export interface RelativeTimeProps {
  /** ISO 8601; null where it has not happened. */
  readonly at: string | null;
  /** What stands there for null: "Never used". A dash unless told. */
  readonly never?: string;
}

/** How long ago, or how long until; the exact time on hover and focus, and for machines. */
export function RelativeTime({ at, never = '–' }: RelativeTimeProps) {
  const form = useTimeForm();
  const now = useNow(60_000);
  if (at === null) return <>{never}</>;

  const time = new Date(at);
  return (
    <Tooltip label={exactTimeText(time, form)} events={{ hover: true, focus: true, touch: true }} interactive>
      <Text
        component="time"
        className="mantine-focus-auto kunci-time"
        dateTime={time.toISOString()}
        tabIndex={0}
        inherit
      >
        {relativeTimeText(time, now, form)}
      </Text>
    </Tooltip>
  );
}
