import { Box, Button, Text, VisuallyHidden } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button';
import { KeyObject } from './key-object';
import { dots } from './masking';
import { SecretText } from './secret-text';
import { SteadyLabel } from './steady-label';
import { type Revealed, useRevealed } from './use-revealed';

export interface SecretFieldProps {
  /** What the secret is: "Your API Key". */
  readonly label: string;
  /** For screen readers only, where a column's header says it already. */
  readonly labelHidden?: boolean;
  /** The secret, where the page has it; else `onReveal` fetches it. */
  readonly secret?: string;
  /** Fetches it; null when the user gave up on the way, at a step-up for one. */
  readonly onReveal?: () => Promise<string | null>;
  readonly showLabel?: string;
  readonly hideLabel?: string;
  /** What stands there while it is hidden; dots unless told. */
  readonly masked?: string;
  readonly withCopy?: boolean;
  readonly hideAfterMs?: number;
  /** A `KeyLife`, beneath it. */
  readonly life?: ReactNode;
}

const habitMs = 30_000;

/** Dots, an eye and a copy button. What was shown hides by itself, so that nobody finds it on a screen left alone. */
export function SecretField({
  label,
  masked = dots,
  withCopy = true,
  labelHidden,
  ...rest
}: SecretFieldProps) {
  const { t } = useTranslation('patterns');
  const labelId = useId();
  const group = useRef<HTMLDivElement>(null);
  const fetchSecret = () =>
    rest.secret === undefined ? fetched(rest.onReveal) : Promise.resolve(rest.secret);
  const revealed = useRevealed(fetchSecret, rest.hideAfterMs ?? habitMs, group);
  const { state } = revealed;
  const seconds = (rest.hideAfterMs ?? habitMs) / 1_000;
  const said = {
    hidden: '',
    fetching: '',
    shown: t('secretShown', { seconds }),
    failed: t('secretFailed'),
  }[state];

  return (
    <Box ref={group} role="group" aria-labelledby={labelId}>
      {labelHidden === true ? (
        <VisuallyHidden id={labelId}>{label}</VisuallyHidden>
      ) : (
        <Text id={labelId} fw={550} mb={6}>
          {label}
        </Text>
      )}
      <KeyObject
        life={rest.life}
        acts={
          <>
            <Eye revealed={revealed} showLabel={rest.showLabel} hideLabel={rest.hideLabel} />
            {withCopy && (
              <CopyButton text={revealed.secret ?? fetchSecret} what={label} variant="subtle" color="gray" />
            )}
          </>
        }
      >
        <SecretText text={revealed.secret} masked={masked} />
      </KeyObject>
      <Text
        role="status"
        c={state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}
        size="sm"
        ta="left"
        mt={said === '' ? 0 : 6}
      >
        {said}
      </Text>
    </Box>
  );
}

async function fetched(onReveal: SecretFieldProps['onReveal']): Promise<string | null> {
  return onReveal === undefined ? null : onReveal();
}

type EyeProps = Pick<SecretFieldProps, 'showLabel' | 'hideLabel'> & { readonly revealed: Revealed };

function Eye({ revealed, showLabel, hideLabel }: EyeProps) {
  const { t } = useTranslation('patterns');
  const show = showLabel ?? t('showPassword');
  const hide = hideLabel ?? t('hide');
  const { state } = revealed;
  const button = useRef<HTMLButtonElement>(null);
  const shown = state === 'shown';

  // A step-up on the way may have taken the focus. It belongs here: from here it leaves, and then the secret hides.
  useEffect(() => {
    if (shown) button.current?.focus({ preventScroll: true });
  }, [shown]);

  return (
    <Button
      ref={button}
      variant="subtle"
      color="gray"
      loading={state === 'fetching'}
      leftSection={shown ? <IconEyeOff size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
      onClick={() => (shown ? revealed.hide() : void revealed.show())}
    >
      <SteadyLabel text={shown ? hide : show} of={[hide, show]} />
    </Button>
  );
}
