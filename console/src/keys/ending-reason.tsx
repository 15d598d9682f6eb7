import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EndingAsked, EndingSaid } from './ending';

interface EndingReasonProps {
  readonly asked: EndingAsked;
  readonly said: EndingSaid;
  readonly onChange: (said: EndingSaid) => void;
}

// What the API takes.
const maxReasonLength = 200;

/** Why a key is revoked, for the audit trail; and of a machine key that leaked, whether what it made ends with it. */
export function EndingReason({ asked: { key, how }, said, onChange }: EndingReasonProps) {
  const { t } = useTranslation('keys');
  if (how !== 'revoke' && how !== 'leak') return null;
  return (
    <Stack gap="sm">
      <TextInput
        label={t('revoke.reason')}
        value={said.reason}
        maxLength={maxReasonLength}
        autoComplete="off"
        onChange={(event) => onChange({ ...said, reason: event.currentTarget.value })}
      />
      {how === 'leak' && key.kind === 'machine' && (
        <Checkbox
          label={t('leak.made')}
          checked={said.made}
          onChange={(event) => onChange({ ...said, made: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}
