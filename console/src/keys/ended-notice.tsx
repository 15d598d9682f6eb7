import { Alert, Box } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { Ended } from './ending';
import { useKeyName } from './use-key-name';

/** Says that a key or an old secret has ended, and since when nobody anywhere accepts it: the receipt of the server. */
export function EndedNotice({ ended }: { readonly ended: Ended | null }) {
  const { t } = useTranslation('keys');
  const nameOf = useKeyName();
  const receipt = useReceipt();
  const notice = useInView(ended);
  const titleOf = ({ key, how, revocation }: Ended): string => {
    const named = { name: nameOf(key) };
    const isEverywhere = revocation?.effectiveEverywhere === true;
    return {
      delete: t('delete.done', named),
      revoke: t('revoke.done', named),
      leak: isEverywhere ? t('leak.done', named) : t('revoke.done', named),
      endOverlap: t('oldSecret.done', named),
      disable: t('disable.done', named),
    }[how];
  };
  return (
    <Box role="status" ref={notice} tabIndex={-1} className="kunci-heading">
      {ended !== null && (
        <Alert color="green" mb="md" icon={<IconCircleCheck aria-hidden />} title={titleOf(ended)}>
          {receipt(ended)}
        </Alert>
      )}
    </Box>
  );
}

/** Since when, with what, and where it is written down. */
function useReceipt(): (ended: Ended) => string {
  const { t } = useTranslation('keys');
  const since = useSince();
  return ({ how, revocation, madeCount }) => {
    if (revocation === undefined) return t('receipt.before');
    const made = madeCount === undefined ? [] : [t('leak.madeEnded', { count: madeCount })];
    const written = how === 'leak' ? [t('receipt.position', { position: revocation.position })] : [];
    return [since(revocation), ...made, ...written].join(' ');
  };
}

/** The button may have stood at the other end of the page, and is gone with its focus. */
function useInView(ended: Ended | null): RefObject<HTMLDivElement | null> {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ended === null) return;
    notice.current?.focus({ preventScroll: true });
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, [ended]);
  return notice;
}

/** When an act is in force on every instance, in words. */
export function useSince(): (revocation: Schemas['Revocation']) => string {
  const { t } = useTranslation('keys');
  const laterTime = useLaterTime();
  return (revocation) => {
    const time = laterTime(revocation);
    return time === null ? t('receipt.everywhere') : t('receipt.by', { time });
  };
}

/** When an act will be in force on every instance; null where it is. */
export function useLaterTime(): (revocation: Schemas['Revocation']) => string | null {
  const { i18n } = useTranslation();
  return (revocation) => {
    if (revocation.effectiveEverywhere) return null;
    const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' });
    return time.format(new Date(revocation.effectiveBy));
  };
}
