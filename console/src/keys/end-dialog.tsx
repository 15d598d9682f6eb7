import { useTranslation } from 'react-i18next';
import { DangerDialog } from '../patterns/danger-dialog';
import { maskedKey } from '../patterns/masking';
import type { Factor } from '../patterns/proof-refusal';
import type { EndingAsked, EndingWords } from './ending';
import { useKeyName } from './use-key-name';
import { useKeyProblemText } from './use-key-problem-text';
import { useLastUse } from './use-one-key';

interface EndDialogProps {
  readonly asked: EndingAsked;
  readonly opened: boolean;
  readonly factor: Factor | null;
  readonly words: EndingWords | undefined;
  readonly onConfirm: (secret: string) => Promise<void>;
  readonly onClose: () => void;
}

/** The one dialog in which keys and old secrets end, or stop for a while. */
export function EndDialog({ asked: { key, how }, factor, words, ...rest }: EndDialogProps) {
  const nameOf = useKeyName();
  const textOf = useKeyProblemText();
  const usual = useUsualWords(how);
  const lastUsedAt = useLastUse(key, how === 'endOverlap' ? 'old secret' : 'key', rest.opened);
  const old = how === 'endOverlap' ? key.superseded : null;
  return (
    <DangerDialog
      thing={old === null ? nameOf(key) : `${nameOf(key)}: ${maskedKey(old)}`}
      lastUsedAt={lastUsedAt}
      describeError={textOf}
      {...(words ?? usual)}
      {...rest}
      {...(factor === null ? {} : { factor })}
    />
  );
}

function useUsualWords(how: EndingAsked['how']): EndingWords {
  const { t } = useTranslation('keys');
  switch (how) {
    case 'delete':
      return { title: t('delete.title'), effect: t('delete.effect'), confirmLabel: t('delete.confirm') };
    case 'revoke':
      return { title: t('revoke.title'), effect: t('revoke.effect'), confirmLabel: t('revoke.confirm') };
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
