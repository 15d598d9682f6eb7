import { Alert, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText } from './proof-refusal';
import { useNow } from './use-now';

export interface LockNoticeProps {
  readonly until: Date;
  readonly onOver: () => void;
}

/** Says until when proofs are refused, once aloud, and counts down in silence. */
export function LockNotice({ until, onOver }: LockNoticeProps) {
  const { t, i18n } = useTranslation('patterns');
  const leftMs = until.getTime() - useNow(1_000).getTime();
  const over = useRef(onOver);
  const isOver = leftMs <= 0;
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(until);

  useEffect(() => {
    over.current = onOver;
  }, [onOver]);
  useEffect(() => {
    if (isOver) over.current();
  }, [isOver]);

  return (
    <Alert color="red" icon={<IconLock aria-hidden />} role="alert" title={t('lockedUntil', { time })}>
      <Text component="span" size="sm" role="timer" aria-live="off">
        {t('lockLeft', { left: clockText(leftMs) })}
      </Text>
    </Alert>
  );
}
