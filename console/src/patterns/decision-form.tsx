import { Alert, Button, Group, Stack, VisuallyHidden } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LockNotice } from './lock-notice';
import { ProofField } from './proof-field';
import { cleanProof, type Factor, type ProofRefusal, proofRefusal } from './proof-refusal';
import type { Decision } from './use-decision';

/** A failure that is no refused proof, in the user's language. Where it is not given, a plain sentence stands. */
export type DescribeError = (error: Error) => string;

export interface DecisionFormProps {
  readonly decision: Decision;
  /** What has to be typed to go on; null for nothing. */
  readonly factor: Factor | null;
  readonly confirmLabel: string;
  readonly confirmColor?: string;
  readonly cancelLabel?: string;
  readonly focus: 'cancel' | 'confirm' | 'field';
  readonly describeError?: DescribeError;
  readonly children?: ReactNode;
}

/** The inside of each dialog that asks: what it is about, the proof where there is one, what went wrong, and two buttons. */
export function DecisionForm({ decision, factor, focus, ...rest }: DecisionFormProps) {
  const { t } = useTranslation('patterns');
  const [proof, setProof] = useState('');
  const [lockEnded, setLockEnded] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const refusal = proofRefusal(decision.failure);
  const locked = refusal?.kind === 'locked';
  const empty = factor !== null && proof === '';

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (locked || empty) return;
    setLockEnded(false);
    const thrown = await decision.decide(factor === null ? '' : cleanProof(factor, proof));
    if (proofRefusal(thrown) === null) return;
    setProof('');
    field.current?.focus();
  }

  function unlock(): void {
    decision.forget();
    setLockEnded(true);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {rest.children}
        {factor !== null && (
          <ProofField
            factor={factor}
            value={proof}
            onChange={setProof}
            field={field}
            error={refusal === null ? null : refusalText(t, factor, refusal)}
            readOnly={locked}
            autoFocus={focus === 'field'}
          />
        )}
        {locked && <LockNotice until={refusal.until} onOver={unlock} />}
        <VisuallyHidden role="status">{lockEnded ? t('lockEnded') : ''}</VisuallyHidden>
        <OtherFailure failure={refusal === null ? decision.failure : null} describe={rest.describeError} />
        <Buttons {...rest} decision={decision} focus={focus} ready={!locked && !empty} />
      </Stack>
    </form>
  );
}

interface ButtonsProps extends Pick<
  DecisionFormProps,
  'decision' | 'focus' | 'confirmLabel' | 'confirmColor' | 'cancelLabel'
> {
  readonly ready: boolean;
}

function Buttons({ decision, focus, confirmLabel, confirmColor, cancelLabel, ready }: ButtonsProps) {
  const { t } = useTranslation('patterns');
  const confirm = useRef<HTMLButtonElement>(null);
  const { failure } = decision;

  // A button is off while it works, and so loses the focus. After a failure it is the next thing to press.
  useEffect(() => {
    if (failure !== null && document.activeElement === document.body) confirm.current?.focus();
  }, [failure]);

  return (
    <Group justify="flex-end">
      <Button
        variant="default"
        onClick={decision.close}
        disabled={decision.pending}
        data-autofocus={focus === 'cancel' || undefined}
      >
        {cancelLabel ?? t('cancel')}
      </Button>
      <Button
        ref={confirm}
        type="submit"
        color={confirmColor}
        loading={decision.pending}
        disabled={!ready}
        data-autofocus={focus === 'confirm' || undefined}
      >
        {confirmLabel}
      </Button>
    </Group>
  );
}

type Translate = ReturnType<typeof useTranslation<'patterns'>>['t'];

/** What stands at the field. A lock is told below it. */
function refusalText(t: Translate, factor: Factor, refusal: ProofRefusal): string | null {
  if (refusal.kind === 'locked') return null;
  if (refusal.kind === 'used') return t('usedTotp');
  const { attemptsLeft } = refusal;
  const wrong = { password: t('wrongPassword'), pin: t('wrongPin'), totp: t('wrongTotp') }[factor];
  return `${wrong} ${attemptsLeft === null ? t('wrongTryAgain') : t('wrongAttemptsLeft', { attemptsLeft })}`;
}

interface OtherFailureProps {
  readonly failure: unknown;
  readonly describe: DescribeError | undefined;
}

function OtherFailure({ failure, describe }: OtherFailureProps) {
  const { t } = useTranslation('patterns');
  if (failure === null) return null;
  const text = describe !== undefined && failure instanceof Error ? describe(failure) : t('didNotWork');
  return (
    <Alert color="red" icon={<IconAlertCircle aria-hidden />} role="alert">
      {text}
    </Alert>
  );
}
