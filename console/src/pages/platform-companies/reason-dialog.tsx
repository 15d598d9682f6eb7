import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text';
import { DangerDialog } from '../../patterns/danger-dialog';

export interface ReasonDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly thing: string;
  readonly effect: string;
  readonly confirmLabel: string;
  readonly label: string;
  readonly hint: string;
  readonly maxLength?: number;
  readonly onDecide: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before a decision against a company, and why. */
export function ReasonDialog({
  label,
  hint,
  maxLength = 500,
  onDecide,
  onClose,
  ...rest
}: ReasonDialogProps) {
  const { t } = useTranslation('platform-companies');
  const describeError = useProblemText();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const forget = (): void => {
    setReason('');
    setMissing(false);
  };
  const decide = async (): Promise<void> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    await onDecide(reason.trim());
    forget();
  };
  const close = (): void => {
    forget();
    onClose();
  };
  return (
    <DangerDialog {...rest} onConfirm={decide} onClose={close} describeError={describeError}>
      <Textarea
        label={label}
        description={hint}
        value={reason}
        error={missing ? t('reasonWanted') : null}
        required
        maxLength={maxLength}
        autosize
        minRows={3}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </DangerDialog>
  );
}
