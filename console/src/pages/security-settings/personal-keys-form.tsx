import { Checkbox, Fieldset, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../forms/form-failure';
import { useCan } from '../../session/use-can';
import { DaysField } from './days-field';
import { LossDialog } from './loss-dialog';
import { SaveRow } from './save-row';
import { usePolicyForm } from './use-policy-form';
import type { Settings } from '../../session/use-settings';

/** Whether people may have keys of their own, and for how long. */
export function PersonalKeysForm({ policy }: { readonly policy: Settings['keys']['personal'] }) {
  const { t } = useTranslation('security-settings');
  const readOnly = !useCan().can('settings:update');
  const { enabled, maxLifetimeDays } = policy;
  const { sent, saving, saved } = usePolicyForm('personal', policy, { enabled, maxLifetimeDays });
  return (
    <form onSubmit={sent.submit} aria-label={t('security.title')}>
      <Fieldset variant="unstyled" disabled={readOnly}>
        <Stack gap="lg">
          <FormFailure failure={sent.failure} />
          <Checkbox
            label={t('security.allow')}
            description={t('security.allowHint')}
            {...sent.field('keys.personal.enabled')}
          />
          <DaysField
            form={sent.form}
            kind="personal"
            before={policy.maxLifetimeDays}
            label={t('security.days')}
            hint={t('security.daysHint')}
          />
          {!readOnly && <SaveRow pending={sent.pending} saved={saved} />}
        </Stack>
      </Fieldset>
      <LossDialog {...saving} />
    </form>
  );
}
