import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { CodeSample } from './code-sample';
import { CopyButton } from './copy-button';
import { Dialog } from './dialog';
import { KeyObject } from './key-object';
import { LastingDialog } from './lasting-dialogs';
import { useLeaveGuard } from './leave-guard';
import { SecretText } from './secret-text';

export interface KeyCreatedDialogProps {
  /** The new secret; null when there is none to show, and the dialog is closed. */
  readonly secret: string | null;
  /** The key's name, where it has one. */
  readonly name: string | null;
  /** A quiet word beside the name: what kind of key it is. */
  readonly mark?: ReactNode;
  /** Whether the key can ever be shown again, to this user. */
  readonly recoverable: boolean;
  /** A request with this key that runs as it is. */
  readonly curl: string;
  /** A `KeyLife` of it. */
  readonly life?: ReactNode;
  /** Forgets the secret. */
  readonly onClose: () => void;
  readonly title?: string;
  /** The label of the button that closes: "Done". */
  readonly doneLabel?: string;
  /** What else this kind of key needs: how to sign in with it, or that it is active at once. */
  readonly children?: ReactNode;
}

/**
 * Shows a new key, in full. One that cannot be shown again is not closed by accident: it first has to be copied, or the user
 * has to say that it is saved. It stays on the screen when the session ends meanwhile.
 */
export function KeyCreatedDialog(props: KeyCreatedDialogProps) {
  return (
    <LastingDialog opened={props.secret !== null} onClose={props.onClose}>
      {(close) => <Created {...props} onClose={close} />}
    </LastingDialog>
  );
}

function Created({ secret, onClose, title, ...rest }: KeyCreatedDialogProps) {
  const { t } = useTranslation('patterns');
  const [saved, setSaved] = useState(false);
  const safe = saved || rest.recoverable;
  const [held, setHeld] = useState(false);
  const hold = useCallback(() => setHeld(true), []);
  useLeaveGuard(secret !== null && !safe, hold);

  function close(): void {
    if (!safe) {
      hold();
      return;
    }
    setSaved(false);
    setHeld(false);
    onClose();
  }

  // Who has saved the key may leave the page, and the key goes. Nobody leaves by the end of a session.
  const { pathname } = useLocation();
  const leave = useEffectEvent(() => {
    if (safe && pathname !== '/sign-in') close();
  });
  // The address is what it follows, and that is no state of this component.
  // eslint-disable-next-line react-hooks/set-state-in-effect
  useEffect(() => leave(), [pathname]);

  return (
    <Dialog
      opened={secret !== null}
      onClose={close}
      title={title ?? t('keyCreated')}
      size="lg"
      withCloseButton={false}
    >
      {secret !== null && (
        <NewKey {...rest} secret={secret} held={held && !safe} onSafe={setSaved} onDone={close} />
      )}
    </Dialog>
  );
}

interface NewKeyProps extends Omit<KeyCreatedDialogProps, 'secret' | 'onClose' | 'title'> {
  readonly secret: string;
  readonly held: boolean;
  readonly onSafe: (safe: boolean) => void;
  readonly onDone: () => void;
}

function NewKey({ secret, name, mark, recoverable, curl, life, held, onSafe, onDone, ...rest }: NewKeyProps) {
  const { t } = useTranslation('patterns');
  const [copied, setCopied] = useState(false);
  const [saved, setSaved] = useState(false);

  function tell(change: { readonly copied?: boolean; readonly saved?: boolean }): void {
    const now = { copied, saved, ...change };
    setCopied(now.copied);
    setSaved(now.saved);
    onSafe(now.copied || now.saved);
  }

  return (
    <Stack gap="md">
      {(name !== null || mark !== undefined) && (
        <Group gap="sm">
          {name !== null && <Text fw={550}>{name}</Text>}
          {mark}
        </Group>
      )}
      <KeyObject
        life={life}
        acts={
          <CopyButton
            text={secret}
            what={t('theKey')}
            variant="filled"
            autoFocus
            onCopied={() => tell({ copied: true })}
          />
        }
      >
        <SecretText text={secret} masked="" />
      </KeyObject>
      <ShownAgain recoverable={recoverable} />
      {rest.children}
      <CodeSample
        label={t('tryIt')}
        samples={[{ language: 'curl', code: curl }]}
        // The key is in it.
        onCopied={() => tell({ copied: true })}
      />
      {!recoverable && (
        <Checkbox
          label={t('savedIt')}
          checked={saved}
          onChange={(event) => tell({ saved: event.currentTarget.checked })}
        />
      )}
      {held && (
        <Alert role="alert" color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('notSavedYet')}>
          {t('notSavedAdvice')}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {rest.doneLabel ?? t('done')}
        </Button>
      </Group>
    </Stack>
  );
}

function ShownAgain({ recoverable }: { readonly recoverable: boolean }) {
  const { t } = useTranslation('patterns');
  if (recoverable) {
    return (
      <Alert role="note" color="blue" icon={<IconInfoCircle aria-hidden />} title={t('shownAgain')}>
        {t('shownAgainAdvice')}
      </Alert>
    );
  }
  return (
    <Alert role="note" color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('shownOnce')}>
      {t('shownOnceAdvice')}
    </Alert>
  );
}
