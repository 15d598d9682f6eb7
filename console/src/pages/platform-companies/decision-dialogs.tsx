import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text';
import { ConfirmDialog } from '../../patterns/confirm-dialog';
import { DangerDialog } from '../../patterns/danger-dialog';
import { type Choice, withProduct } from './choice';
import { ReasonDialog } from './reason-dialog';
import type { Chosen } from './use-choice';
import { useDecisions } from './use-decisions';

export interface DecisionDialogsProps {
  readonly choice: Chosen;
  readonly onChoose: (choice: Choice) => void;
  /** What was chosen has been carried out. */
  readonly onDone: (choice: Choice) => void;
  readonly onClose: () => void;
}

/** A dialog for each decision: four ask once more, two want a reason, and one stops keys. */
export function DecisionDialogs(props: DecisionDialogsProps) {
  return (
    <>
      <Plain {...props} act="approve" />
      <Plain {...props} act="reinstate" />
      <Plain {...props} act="approveName" />
      <Plain {...props} act="rejectName" />
      <Adverse {...props} act="reject" />
      <Adverse {...props} act="suspend" />
      <Disabling {...props} />
    </>
  );
}

function Plain({
  choice,
  onDone,
  onClose,
  act,
}: DecisionDialogsProps & { act: 'approve' | 'reinstate' | 'approveName' | 'rejectName' }) {
  const { t } = useTranslation('platform-companies');
  const describeError = useProblemText();
  const decide = useDeciding(choice, onDone);
  const company = choice.choice?.company.name ?? '';
  const name = choice.choice?.company.pendingName ?? '';
  const words = {
    approve: { title: t('approve.title'), label: t('approve.act'), text: t('approve.text', { company }) },
    reinstate: {
      title: t('reinstate.title'),
      label: t('reinstate.act'),
      text: t('reinstate.text', { company }),
    },
    approveName: {
      title: t('approveName.title'),
      label: t('approveName.act'),
      text: t('approveName.text', { company, name }),
    },
    rejectName: {
      title: t('rejectName.title'),
      label: t('rejectName.act'),
      text: t('rejectName.text', { company, name }),
    },
  }[act];
  return (
    <ConfirmDialog
      opened={isOpen(choice, act)}
      title={words.title}
      confirmLabel={words.label}
      onConfirm={() => decide('')}
      onClose={onClose}
      describeError={describeError}
    >
      {words.text}
    </ConfirmDialog>
  );
}

function Adverse({ choice, onDone, onClose, act }: DecisionDialogsProps & { act: 'reject' | 'suspend' }) {
  const { t } = useTranslation('platform-companies');
  const decide = useDeciding(choice, onDone);
  const words = {
    reject: {
      title: t('reject.title'),
      effect: t('reject.text'),
      confirmLabel: t('reject.act'),
      label: t('reject.reason'),
      hint: t('reject.reasonHint'),
    },
    suspend: {
      title: t('suspend.title'),
      effect: t('suspend.text'),
      confirmLabel: t('suspend.act'),
      label: t('suspend.reason'),
      hint: t('suspend.reasonHint'),
    },
  }[act];
  return (
    <ReasonDialog
      {...words}
      opened={isOpen(choice, act)}
      thing={choice.choice?.company.name ?? ''}
      onDecide={decide}
      onClose={onClose}
    />
  );
}

/** One came here from the products, and goes back to them. */
function Disabling({ choice: chosen, onChoose }: DecisionDialogsProps) {
  const { t } = useTranslation('platform-companies');
  const describeError = useProblemText();
  const decide = useDecisions();
  const { choice } = chosen;
  const disable = async (): Promise<void> => {
    if (choice?.act !== 'disable') return;
    await decide(choice, '');
    const company = withProduct(choice.company, choice.product.code, 'disabled');
    onChoose({ act: 'products', company });
  };
  const back = (): void => {
    if (choice !== null) onChoose({ act: 'products', company: choice.company });
  };
  return (
    <DangerDialog
      opened={isOpen(chosen, 'disable')}
      title={t('disable.title')}
      thing={choice?.act === 'disable' ? choice.product.name : ''}
      effect={t('disable.text', { company: choice?.company.name ?? '' })}
      confirmLabel={t('disable.confirm')}
      onConfirm={disable}
      onClose={back}
      describeError={describeError}
    />
  );
}

function isOpen({ choice, opened }: Chosen, act: Choice['act']): boolean {
  return opened && choice?.act === act;
}

function useDeciding(
  { choice }: Chosen,
  onDone: DecisionDialogsProps['onDone'],
): (reason: string) => Promise<void> {
  const decide = useDecisions();
  return async (reason) => {
    if (choice === null) return;
    await decide(choice, reason);
    onDone(choice);
  };
}
