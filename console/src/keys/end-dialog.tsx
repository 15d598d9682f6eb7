import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DangerDialog } from '../patterns/danger-dialog';
import { maskedKey } from '../patterns/masking';
import type { Factor } from '../patterns/proof-refusal';
import type { EndingAsked, EndingSaid, EndingWords } from './ending';
import { EndingReason } from './ending-reason';
import { useKeyName } from './use-key-name';
import { useKeyProblemText } from './use-key-problem-text';
import { useLastUse } from './use-one-key';

interface EndDialogProps {
  readonly asked: EndingAsked;
  readonly opened: boolean;
  readonly factor: Factor | null;
  readonly words: EndingWords | undefined;
  readonly onConfirm: (secret: string, said: EndingSaid) => Promise<void>;
  readonly onClose: () => void;
}

/** The one dialog in which keys and old secrets end, or stop for a while. */
export function EndDialog({ asked, factor, words, onConfirm, ...rest }: EndDialogProps) {
  const { t } = useTranslation('keys');
  const { key, how } = asked;
  const nameOf = useKeyName();
  const textOf = useKeyProblemText();
  const usual = useUsualWords(how);
  const lastUsedAt = useLastUse(key, how === 'endOverlap' ? 'old secret' : 'key', rest.opened);
  const [said, setSaid] = useState<EndingSaid>({
    reason: how === 'leak' ? t('leak.reason') : '',
    made: true,
  });
  const old = how === 'endOverlap' ? key.superseded : null;
  return (
    <DangerDialog
      thing={old === null ? nameOf(key) : `${nameOf(key)}: ${maskedKey(old)}`}
      lastUsedAt={lastUsedAt}
      describeError={textOf}
      onConfirm={(secret) => onConfirm(secret, said)}
      {...(words ?? usual)}
      {...rest}
      {...(factor === null ? {} : { factor })}
    >
      {/* A guide with its own words has the dialog as it is. */}
      {words === undefined && <EndingReason asked={asked} said={said} onChange={setSaid} />}
    </DangerDialog>
  );
}

function useUsualWords(how: EndingAsked['how']): EndingWords {
  const { t } = useTranslation('keys');
  switch (how) {
    case 'delete':
      return { title: t('delete.title'), effect: t('delete.effect'), confirmLabel: t('delete.confirm') };
    case 'revoke':
      return { title: t('revoke.title'), effect: t('revoke.effect'), confirmLabel: t('revoke.confirm') };
    case 'leak':
      return { title: t('leak.title'), effect: t('leak.effect'), confirmLabel: t('leak.confirm') };
    case 'disable':
      return { title: t('disable.title'), effect: t('disable.effect'), confirmLabel: t('disable.confirm') };
    case 'endOverlap':
      return {
        title: t('oldSecret.title'),
        effect: t('oldSecret.effect'),
        confirmLabel: t('oldSecret.confirm'),
      };
  }
}
