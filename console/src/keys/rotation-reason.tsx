import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Why a key gets a new secret. After a leak the old one ends at once. */
export type RotationReason = 'planned' | 'leaked';

interface RotationReasonFieldProps {
  readonly value: RotationReason | null;
  /** It was sent without an answer. */
  readonly unsaid: boolean;
  readonly onChange: (reason: RotationReason) => void;
}

/** The first question, which has no usual answer: with a wrong one a leaked secret would live on. */
export function RotationReasonField({ value, unsaid, onChange }: RotationReasonFieldProps) {
  const { t } = useTranslation('keys');
  return (
    <Radio.Group
      label={t('rotate.why')}
      value={value}
      error={unsaid && value === null ? t('rotate.unsaid') : null}
      onChange={onChange}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="planned" label={t('rotate.planned')} />
        <Radio value="leaked" label={t('rotate.leaked')} description={t('rotate.leakedHint')} />
      </Stack>
    </Radio.Group>
  );
}
