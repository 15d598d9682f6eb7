import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SentForm } from '../../forms/use-send-form';
import type { KeyKind } from '../../session/use-settings';
import type { PolicyValues } from './use-policy-saving';

interface ReportFieldProps {
  readonly sent: SentForm<PolicyValues>;
  readonly kind: KeyKind;
}

/** What is done with a key whose secret somebody reports. */
export function ReportField({ sent, kind }: ReportFieldProps) {
  const { t } = useTranslation('security-settings');
  return (
    <NativeSelect
      label={t('rule.onHolderReport')}
      description={t('rule.onHolderReportHint')}
      data={[
        { value: 'disable', label: t('rule.reportDisable') },
        { value: 'revoke', label: t('rule.reportRevoke') },
        { value: 'off', label: t('rule.reportOff') },
      ]}
      {...sent.field(`keys.${kind}.onHolderReport`)}
    />
  );
}
