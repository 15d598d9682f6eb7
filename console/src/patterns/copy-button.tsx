import { ActionIcon, Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SteadyLabel } from './steady-label';
import { type CopySource, type CopyState, useCopy } from './use-copy';

export interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'fullWidth' | 'color'> {
  /** The text, or what fetches it on the click. */
  readonly text: CopySource;
  /** What is copied, for those who do not see what the button stands beside: "API key". */
  readonly what?: string;
  readonly iconOnly?: boolean;
  /** Takes the focus when the dialog around it opens. */
  readonly autoFocus?: boolean;
  readonly onCopied?: () => void;
}

/** Copies on any origin; its label and a polite live region say how it went. */
export function CopyButton({ text, what, iconOnly = false, autoFocus, onCopied, ...look }: CopyButtonProps) {
  const { t } = useTranslation('patterns');
  const { state, copy } = useCopy();
  const label = { idle: t('copy'), copied: t('copied'), failed: t('copyFailed') }[state];
  const name = state === 'idle' && what !== undefined ? t('copyWhat', { what }) : label;
  const said = { idle: '', copied: t('copiedToClipboard'), failed: t('copyFailedAdvice') }[state];

  async function press(): Promise<void> {
    if (await copy(text)) onCopied?.();
  }

  const shared = {
    'aria-label': name,
    'data-autofocus': autoFocus === true ? true : undefined,
    onClick: () => void press(),
  };
  return (
    <>
      {iconOnly ? (
        <Tooltip label={label} events={{ hover: true, focus: true, touch: true }}>
          <ActionIcon variant="subtle" color="gray" size="lg" {...shared}>
            <CopyIcon state={state} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button variant="default" leftSection={<CopyIcon state={state} />} {...look} {...shared}>
          <SteadyLabel text={label} of={[t('copy'), t('copied')]} />
        </Button>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}

function CopyIcon({ state }: { readonly state: CopyState }) {
  if (state === 'copied') return <IconCheck size={18} aria-hidden />;
  if (state === 'failed') return <IconAlertTriangle size={18} aria-hidden />;
  return <IconCopy size={18} aria-hidden />;
}
