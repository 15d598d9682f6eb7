import { useTranslation } from 'react-i18next';
import { DangerDialog } from '../patterns/danger-dialog';

export interface LeaveDialogProps {
  readonly opened: boolean;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before changes are lost that were not saved. */
export default function LeaveDialog({ opened, onLeave, onStay }: LeaveDialogProps) {
  const { t } = useTranslation('shell');
  return (
    <DangerDialog
      opened={opened}
      title={t('leave.title')}
      thing={t('leave.thing')}
      effect={t('leave.effect')}
      confirmLabel={t('leave.confirm')}
      cancelLabel={t('leave.stay')}
      onConfirm={onLeave}
      onClose={onStay}
    />
  );
}
