import { Modal, type ModalProps } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useDialogPlace } from './one-dialog';

export interface DialogProps extends Pick<
  ModalProps,
  'opened' | 'onClose' | 'children' | 'closeOnEscape' | 'closeOnClickOutside' | 'withCloseButton' | 'size'
> {
  readonly title: string;
}

/**
 * The frame of every dialog. It stays mounted and is opened by its prop; its content is created at each opening. While
 * another one asks in the middle of it, it is hidden and keeps what was typed.
 */
export function Dialog({
  title,
  opened,
  closeOnEscape = true,
  closeOnClickOutside = true,
  ...rest
}: DialogProps) {
  const { t } = useTranslation('patterns');
  const still = useReducedMotion();
  const { isBehind, isInFront } = useDialogPlace(opened);
  return (
    <Modal
      centered
      opened={opened}
      title={title}
      closeButtonProps={{ 'aria-label': t('close'), size: 'lg' }}
      transitionProps={{ duration: still ? 0 : 150 }}
      // The page is darkened once, by the first. Mantine's own layer is 200; the first may have been drawn later.
      withOverlay={!isInFront}
      zIndex={isInFront ? 210 : 200}
      trapFocus={!isBehind}
      // The focus goes back when the last of them closes.
      returnFocus={false}
      closeOnEscape={closeOnEscape && !isBehind}
      closeOnClickOutside={closeOnClickOutside && !isBehind}
      styles={{
        // Names are long, and may have no blank; a phone is narrow.
        content: { overflowWrap: 'anywhere' },
        inner: isBehind ? { display: 'none' } : {},
      }}
      {...rest}
    />
  );
}
