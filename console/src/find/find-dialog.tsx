import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePastedKey } from '../keys/use-pasted-key';
import { Dialog } from '../patterns/dialog';
import { FindField } from './find-field';

interface FindDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/**
 * Finds keys, people, pages and what one can do, by what is typed or pasted. A whole key is looked up in a request body; nothing
 * of it gets into an address or the history, or is kept.
 */
export default function FindDialog({ opened, onClose }: FindDialogProps) {
  const { t } = useTranslation('find');
  // What was found is forgotten with the dialog.
  const [turn, setTurn] = useState(0);
  const close = (): void => {
    setTurn(turn + 1);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={t('title')} size="lg">
      <Finding key={turn} onClose={close} />
    </Dialog>
  );
}

function Finding({ onClose }: Pick<FindDialogProps, 'onClose'>) {
  const pasted = usePastedKey();
  return (
    <>
      {pasted.notice}
      <FindField onSecret={pasted.look} isTelling={pasted.isTelling} onClose={onClose} />
      {/* A link in it leaves the dialog. */}
      <div onClickCapture={(event) => isLink(event.target) && onClose()}>{pasted.found}</div>
      {pasted.dialog}
    </>
  );
}

function isLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a') !== null;
}
