import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddressField } from './address-field';
import { EnvironmentField } from './environment-field';
import type { KeyFieldsProps } from './key-fields-props';
import { PermissionField } from './permission-field';
import { QuotaFields } from './quota-fields';
import { RateLimitFields } from './rate-limit-fields';
import type { KeyToPermit } from './use-permission-choices';

export interface LimitFieldsProps extends KeyFieldsProps {
  readonly of: KeyToPermit;
}

/** All that a new key can be limited by, and what it is noted with. */
export default function LimitFields({ of, ...props }: LimitFieldsProps) {
  const { t } = useTranslation('key');
  return (
    <Stack gap="md">
      <PermissionField form={props.form} of={of} />
      {/* A machine key is for routes of this program, and none of those is a test. */}
      {of.kind !== 'machine' && <EnvironmentField form={props.form} />}
      <AddressField {...props} />
      <RateLimitFields {...props} />
      <QuotaFields field={props.field} />
      <TextInput
        label={t('edit.description')}
        description={t('edit.descriptionHint')}
        maxLength={500}
        {...props.field('description')}
      />
    </Stack>
  );
}
