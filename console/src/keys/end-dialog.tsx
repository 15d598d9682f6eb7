import { useTranslation } from 'react-i18next';
import { DangerDialog } from '../patterns/danger-dialog';
import type { Factor } from '../patterns/proof-refusal';
import type { EndingAsked, EndingWords } from './ending';
import { useKeyName } from './use-key-name';
import { useKeyProblemText } from './use-key-problem-text';

interface EndDialogProps {
  readonly asked: EndingAsked;
  readonly opened: boolean;
  readonly factor: Factor | null;
  readonly words: EndingWords | undefined;
  readonly onConfirm: (secret: string) => Promise<void>;
  readonly onClose: () => void;
}

/** The one dialog in which keys end. */
export function EndDialog({ asked, factor, words, ...rest }: EndDialogProps) {
  const nameOf = useKeyName();
  const textOf = useKeyProblemText();
  const usual = useUsualWords(asked.how);
  return (
    <DangerDialog
      thing={nameOf(asked.key)}
      lastUsedAt={asked.key.lastUsedAt}
      describeError={textOf}
      {...(words ?? usual)}
      {...rest}
      {...(factor === null ? {} : { factor })}
    />
  );
}

function useUsualWords(how: EndingAsked['how']): EndingWords {
  const { t } = useTranslation('keys');
  if (how === 'delete') {
    return {
      title: t('delete.title'),
      effect: t('delete.effect'),
      confirmLabel: t('delete.confirm'),
    };
  }
  return { title: t('revoke.title'), effect: t('revoke.effect'), confirmLabel: t('revoke.confirm') };
}
