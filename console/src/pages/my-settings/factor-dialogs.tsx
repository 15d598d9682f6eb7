import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Dialog } from '../../patterns/dialog';
import { type FactorFormProps, PasswordForm } from './password-form';
import { PinForm } from './pin-form';
import { TotpDialogs } from './totp-dialogs';
import { TotpRemoval } from './totp-removal';

/** What can be done about one's factors. */
export type Change = 'password' | 'pin' | 'totp' | 'no-totp';

interface FactorDialogsProps extends FactorFormProps {
  /** The one that is open, or null. */
  readonly change: Change | null;
  readonly factors: Schemas['MyFactors'] | undefined;
}

/** The dialogs behind the buttons. */
export function FactorDialogs({ change, factors, ...ends }: FactorDialogsProps) {
  const { t } = useTranslation('my-settings');
  const { pin, totp } = useFactorCommands(factors);
  const { onClose } = ends;
  return (
    <>
      <Dialog opened={change === 'password'} onClose={onClose} title={t('password.change')}>
        <PasswordForm {...ends} />
      </Dialog>
      <Dialog opened={change === 'pin'} onClose={onClose} title={pin}>
        <PinForm {...ends} label={pin} />
      </Dialog>
      <TotpDialogs {...ends} opened={change === 'totp'} label={totp} replaces={factors?.totp === true} />
      <TotpRemoval {...ends} opened={change === 'no-totp'} />
    </>
  );
}

/** What the buttons and their dialogs are called: it depends on what there is already. */
export function useFactorCommands(factors: Schemas['MyFactors'] | undefined): { pin: string; totp: string } {
  const { t } = useTranslation('my-settings');
  return {
    pin: factors?.pin === true ? t('pin.change') : t('pin.set'),
    totp: factors?.totp === true ? t('totp.replace') : t('totp.setUp'),
  };
}
