import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DecisionForm, type DescribeError } from './decision-form';
import { Dialog } from './dialog';
import type { Factor } from './proof-refusal';
import { useDecision } from './use-decision';

export interface StepUpDialogProps {
  readonly opened: boolean;
  readonly factor: Factor;
  /** What the proof is for: "Show the key “Website”". */
  readonly purpose?: string;
  readonly confirmLabel?: string;
  /** Proves, and closes by `opened`. Throws the problem where the proof is refused: the dialog tells attempts left and locks. */
  readonly onProve: (secret: string) => Promise<void>;
  readonly onClose: () => void;
  readonly describeError?: DescribeError;
}

/** Asks the user to authenticate again; it replaces the dialog of the act, where there is one. */
export function StepUpDialog({ opened, factor, purpose, onProve, onClose, ...rest }: StepUpDialogProps) {
  const { t } = useTranslation('patterns');
  const decision = useDecision(onProve, onClose);
  const title = { password: t('provePassword'), pin: t('provePin'), totp: t('proveTotp') }[factor];
  return (
    <Dialog opened={opened} onClose={decision.close} title={title}>
      <DecisionForm
        decision={decision}
        factor={factor}
        focus="field"
        confirmLabel={rest.confirmLabel ?? t('confirm')}
        describeError={rest.describeError}
      >
        <Text>{purpose ?? t('proveWhy')}</Text>
      </DecisionForm>
    </Dialog>
  );
}
