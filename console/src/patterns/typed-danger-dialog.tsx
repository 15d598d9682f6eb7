import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { DangerDialog, type DangerDialogProps } from './danger-dialog';

export interface TypedDangerDialogProps extends Omit<DangerDialogProps, 'onConfirm' | 'children' | 'factor'> {
  /** What has to be typed before it is done, such as the name of the thing. */
  readonly wanted: string;
  readonly label: string;
  readonly hint: string;
  /** Told where something else was typed. */
  readonly mismatch: string;
  readonly onConfirm: () => Promise<void>;
}

/** Asks before what ends more than one thing for good, and has its name typed. */
export function TypedDangerDialog({
  wanted,
  label,
  hint,
  mismatch,
  onConfirm,
  onClose,
  ...rest
}: TypedDangerDialogProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const forget = (): void => {
    setTyped('');
    setWrong(false);
  };
  const confirm = async (): Promise<void> => {
    const matches = typed.trim() === wanted;
    setWrong(!matches);
    if (!matches) return;
    await onConfirm();
    forget();
  };
  const close = (): void => {
    forget();
    onClose();
  };
  return (
    <DangerDialog {...rest} onConfirm={confirm} onClose={close}>
      <TextInput
        label={label}
        description={hint}
        value={typed}
        error={wrong ? mismatch : null}
        required
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </DangerDialog>
  );
}
