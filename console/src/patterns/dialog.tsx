import { Modal, type ModalProps } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useWayBack } from './use-way-back';

export interface DialogProps extends Pick<
  ModalProps,
  | 'opened'
  | 'onClose'
  | 'children'
  | 'closeOnEscape'
  | 'closeOnClickOutside'
  | 'withCloseButton'
  | 'size'
  | 'zIndex'
> {
  readonly title: string;
}

/**
 * The frame of every dialog. It stays mounted and is opened by its prop, for only then does the focus go back to where it
 * came from; what is inside is made anew at each opening.
 */
export function Dialog({ title, ...rest }: DialogProps) {
  const { t } = useTranslation('patterns');
  const still = useReducedMotion();
  const goBack = useWayBack();
  return (
    <Modal
      centered
      title={title}
      closeButtonProps={{ 'aria-label': t('close'), size: 'lg' }}
      transitionProps={{ duration: still ? 0 : 150 }}
      onExitTransitionEnd={goBack}
      styles={{
        // Names are long, and may have no blank; a phone is narrow.
        content: { overflowWrap: 'anywhere' },
        title: { fontWeight: 700, fontSize: 'var(--mantine-font-size-lg)' },
      }}
      {...rest}
    />
  );
}
