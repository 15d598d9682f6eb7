import type { ReactNode } from 'react';
import { DecisionForm, type DescribeError } from './decision-form';
import { Dialog } from './dialog';
import { useDecision } from './use-decision';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** Acts, and closes by `opened`. What it throws is shown, and the dialog stays. */
  readonly onConfirm: () => Promise<void> | void;
  readonly onClose: () => void;
  readonly describeError?: DescribeError;
  readonly children: ReactNode;
}

/** Asks once more before something that can be undone. For what cannot there is `DangerDialog`. */
export function ConfirmDialog({ opened, title, onConfirm, onClose, children, ...rest }: ConfirmDialogProps) {
  const decision = useDecision(() => onConfirm(), onClose);
  return (
    <Dialog opened={opened} onClose={decision.close} title={title}>
      <DecisionForm {...rest} decision={decision} factor={null} focus="confirm">
        <div>{children}</div>
      </DecisionForm>
    </Dialog>
  );
}
