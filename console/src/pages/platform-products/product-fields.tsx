import { Checkbox } from '@mantine/core';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { GrantFields } from './grant-fields';
import { PermissionFields } from './permission-fields';
import type { ProductFieldsProps } from './product-fields-props';

/** What new products and those that are edited have alike: what they protect, what their keys may do, and who gets it. */
export function ProductFields(props: ProductFieldsProps) {
  const { t } = useTranslation('platform-products');
  const { field, form } = props;
  const grants = useController({ control: form.control, name: 'grants' });
  return (
    <>
      <PermissionFields {...props} />
      <GrantFields value={grants.field.value} onChange={grants.field.onChange} />
      <Checkbox
        label={t('enabledByDefault')}
        description={t('enabledByDefaultHint')}
        {...field('enabledByDefault')}
      />
      <Checkbox label={t('forMembers')} description={t('forMembersHint')} {...field('forMembers')} />
    </>
  );
}
