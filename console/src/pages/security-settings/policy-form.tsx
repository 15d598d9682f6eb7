import { Checkbox, Fieldset, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../forms/form-failure';
import type { SentForm } from '../../forms/use-send-form';
import { useCan } from '../../session/use-can';
import { CountField } from './count-field';
import { DaysField } from './days-field';
import { kindWords } from './kind-words';
import { LossDialog } from './loss-dialog';
import type { KeyPolicy, PolicyPatch } from './policy-loss';
import { ReportField } from './report-field';
import { SaveRow } from './save-row';
import { StepUpFields } from './step-up-fields';
import { usePolicyForm } from './use-policy-form';
import type { PolicyValues } from './use-policy-saving';
import type { KeyKind } from '../../session/use-settings';

export interface PolicyFormProps {
  readonly kind: KeyKind;
  readonly policy: KeyPolicy;
}

/** The rules of one kind of key. Of personal keys, those that are not in the section above. */
export function PolicyForm({ kind, policy }: PolicyFormProps) {
  const { t } = useTranslation('security-settings');
  const readOnly = !useCan().can('settings:update');
  const { sent, saving, saved } = usePolicyForm(kind, policy, shownOf(kind, policy));
  return (
    <form onSubmit={sent.submit} aria-label={t(kindWords[kind].name)}>
      <Fieldset variant="unstyled" disabled={readOnly}>
        <Stack gap="lg">
          <FormFailure failure={sent.failure} />
          <Rules sent={sent} kind={kind} before={policy.maxLifetimeDays} />
          <StepUpFields sent={sent} kind={kind} />
          {!readOnly && <SaveRow pending={sent.pending} saved={saved} />}
        </Stack>
      </Fieldset>
      <LossDialog {...saving} />
    </form>
  );
}

function shownOf(kind: KeyKind, policy: KeyPolicy): PolicyPatch {
  const { enabled, maxLifetimeDays, ...others } = policy;
  return kind === 'personal' ? others : { enabled, maxLifetimeDays, ...others };
}

interface RulesProps {
  readonly sent: SentForm<PolicyValues>;
  readonly kind: KeyKind;
  readonly before: number | null;
}

function Rules({ sent, kind, before }: RulesProps) {
  const { t } = useTranslation('security-settings');
  return (
    <>
      {kind !== 'personal' && (
        <Checkbox
          label={t('rule.enabled')}
          description={t('rule.enabledHint')}
          {...sent.field(`keys.${kind}.enabled`)}
        />
      )}
      <Checkbox label={t('rule.nameRequired')} {...sent.field(`keys.${kind}.nameRequired`)} />
      <Checkbox label={t('rule.selfRotate')} {...sent.field(`keys.${kind}.selfRotate`)} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {kind !== 'personal' && (
          <DaysField
            form={sent.form}
            kind={kind}
            before={before}
            label={t('rule.days')}
            hint={t('rule.daysHint')}
          />
        )}
        <CountField
          form={sent.form}
          name={`keys.${kind}.maxActive`}
          label={t('rule.maxActive')}
          hint={t(kindWords[kind].most)}
          max={1000}
        />
        {kind !== 'machine' && (
          <NativeSelect
            label={t('rule.visibility')}
            description={t('rule.visibilityHint')}
            data={[
              { value: 'once', label: t('rule.once') },
              { value: 'recoverable', label: t('rule.recoverable') },
            ]}
            {...sent.field(`keys.${kind}.visibility`)}
          />
        )}
        <NativeSelect
          label={t('rule.format')}
          description={t('rule.formatHint')}
          data={[
            { value: 'prefixed', label: t('rule.prefixed') },
            { value: 'hex32', label: t('rule.hex32') },
          ]}
          {...sent.field(`keys.${kind}.format`)}
        />
        <ReportField sent={sent} kind={kind} />
      </SimpleGrid>
    </>
  );
}
