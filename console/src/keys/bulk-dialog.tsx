import { List, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../patterns/confirm-dialog';
import { DangerDialog } from '../patterns/danger-dialog';
import type { Key } from './key';
import type { BulkAsked } from './bulk';
import { useKeyName } from './use-key-name';
import { useKeyProblemText } from './use-key-problem-text';

interface BulkDialogProps {
  readonly asked: BulkAsked;
  readonly opened: boolean;
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

// What the API takes.
const maxReasonLength = 200;

/** Asks before several keys are changed, and says which. */
export function BulkDialog({ asked: { action, keys }, onConfirm, ...rest }: BulkDialogProps) {
  const { t } = useTranslation('keys');
  const describeError = useKeyProblemText();
  const [reason, setReason] = useState('');
  const count = keys.length;
  if (action === 'revoke')
    return (
      <DangerDialog
        {...rest}
        describeError={describeError}
        title={t('bulk.revokeTitle', { count })}
        thing={t('bulk.keys', { count })}
        effect={t('bulk.revokeEffect')}
        lastUsedAt={lastUseOf(keys)}
        confirmLabel={t('revoke.confirm')}
        onConfirm={() => onConfirm(reason)}
      >
        <Names keys={keys} />
        <TextInput
          label={t('revoke.reason')}
          value={reason}
          maxLength={maxReasonLength}
          autoComplete="off"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </DangerDialog>
    );
  const enables = action === 'enable';
  return (
    <ConfirmDialog
      {...rest}
      describeError={describeError}
      title={enables ? t('bulk.enableTitle', { count }) : t('bulk.disableTitle', { count })}
      confirmLabel={enables ? t('enable.confirm') : t('disable.confirm')}
      onConfirm={() => onConfirm('')}
    >
      {enables ? t('bulk.enableEffect') : t('bulk.disableEffect')}
      <Names keys={keys} />
    </ConfirmDialog>
  );
}

const namedKeys = 5;

/** The first of them by name, and how many more there are. */
function Names({ keys }: { readonly keys: readonly Key[] }) {
  const { t } = useTranslation('keys');
  const nameOf = useKeyName();
  const more = keys.length - namedKeys;
  return (
    <List size="sm" style={{ overflowWrap: 'anywhere' }}>
      {keys.slice(0, namedKeys).map((key) => (
        <List.Item key={key.id}>{nameOf(key)}</List.Item>
      ))}
      {more > 0 && <List.Item>{t('bulk.more', { count: more })}</List.Item>}
    </List>
  );
}

/** The latest use of any of them. All are written alike, and so are in order as texts. */
function lastUseOf(keys: readonly Key[]): string | null {
  return keys.flatMap(({ lastUsedAt }) => lastUsedAt ?? []).reduce<string | null>(laterOf, null);
}

function laterOf(one: string | null, other: string): string {
  return one === null || other > one ? other : one;
}
