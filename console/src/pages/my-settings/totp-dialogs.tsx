import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { Dialog } from '../../patterns/dialog';
import { LastingDialog } from '../../patterns/lasting-dialogs';
import type { FactorFormProps } from './password-form';
import { TotpConfirm } from './totp-confirm';
import { TotpForm } from './totp-form';

interface TotpDialogsProps extends FactorFormProps {
  readonly opened: boolean;
  /** What is done here, as the button said. */
  readonly label: string;
  /** Whether an app is set up already. */
  readonly replaces: boolean;
}

/** One-time codes from an app: first the password, then the QR code, then a first code to see that it works. */
export function TotpDialogs({ opened, label, replaces, onDone, onClose }: TotpDialogsProps) {
  // Only here, and gone with the dialog.
  const [secret, setSecret] = useState<Schemas['TotpSecret'] | null>(null);
  const close = (): void => {
    setSecret(null);
    onClose();
  };
  return (
    <>
      <Dialog opened={opened && secret === null} onClose={close} title={label}>
        <TotpForm label={label} replaces={replaces} onSecret={setSecret} onClose={close} />
      </Dialog>
      <LastingDialog opened={secret !== null} onClose={close}>
        {(closeLasting) => (
          <Dialog opened={secret !== null} onClose={closeLasting} title={label}>
            {secret !== null && (
              <TotpConfirm
                label={label}
                secret={secret}
                onDone={() => {
                  onDone();
                  closeLasting();
                }}
                onClose={closeLasting}
              />
            )}
          </Dialog>
        )}
      </LastingDialog>
    </>
  );
}
