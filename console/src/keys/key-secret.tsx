import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeyObject } from '../patterns/key-object';
import { maskedKey } from '../patterns/masking';
import { SecretField } from '../patterns/secret-field';
import { isOver, type Key } from './key';
import { useKeyRights } from './use-key-rights';
import type { Revealing } from './use-reveal';

export interface KeySecretProps {
  readonly apiKey: Key;
  readonly reveal: Revealing['reveal'];
  readonly label: string;
  /** Where a column's header or a title says it already: the label is for screen readers only. */
  readonly labelHidden?: boolean;
  readonly showLabel?: string;
  readonly hideLabel?: string;
  /** Shows dots instead of the end of the key. */
  readonly masked?: string;
  /** A `KeyLife`, for a key that stands by itself and not in a list. */
  readonly life?: ReactNode;
}

/** A key that can be shown and hidden; if it can no longer be shown, its first and last characters. */
export function KeySecret({ apiKey, reveal, label, labelHidden = false, ...labels }: KeySecretProps) {
  const masked = labels.masked ?? maskedKey(apiKey);
  if (!useIsShowable()(apiKey)) {
    if (labels.life === undefined) return <Code fz="sm">{masked}</Code>;
    return (
      <KeyObject life={labels.life}>
        <code className="kunci-key-text">{masked}</code>
      </KeyObject>
    );
  }
  return (
    <SecretField
      {...labels}
      // Another key in the same place is another secret.
      key={apiKey.id}
      label={label}
      labelHidden={labelHidden}
      masked={masked}
      onReveal={() => reveal(apiKey)}
    />
  );
}

/** Whether a key can be shown again, and by this user. */
export function useIsShowable(): (key: Key) => boolean {
  const { may } = useKeyRights();
  return (key) => key.recoverable && !isOver(key) && may('reveal', key);
}
