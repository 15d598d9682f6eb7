import { Stack, TextInput } from '@mantine/core';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { newServiceAccountSchema } from '../../../../libs/sdk';
import type { Command } from '../../api/use-command';
import { useChecked } from '../../forms/checked';
import { FormButtons } from '../../forms/form-buttons';
import { KeyFailure } from '../../keys/create-key-form';
import { type SentForm, useSendForm } from '../../forms/use-send-form';
import { useUnsavedGuard } from '../../patterns/leave-guard';
import { useCan } from '../../session/use-can';
import { useRoles } from '../roles/use-roles';
import { RolesSelect } from '../users/roles-select';
import type { ServiceAccount } from './service-account';
import { type AccountValues, bodyOf } from './use-saving';

interface AccountFormProps {
  /** The one to change; null makes a new one. */
  readonly account: ServiceAccount | null;
  readonly command: Command<AccountValues, unknown>;
  readonly onClose: () => void;
}

/** What a program is called, what it is for, and its roles. */
export function AccountForm({ account, command, onClose }: AccountFormProps) {
  const { t } = useTranslation('service-accounts');
  const { form, submit, field, pending, failure } = useSendForm<AccountValues>({
    command,
    defaultValues: {
      name: account?.name ?? '',
      description: account?.description ?? '',
      roles: account?.roles.map(({ id }) => id) ?? [],
    },
    resolver: useChecked(newServiceAccountSchema, bodyOf),
    fieldOf: { 'service-account-name-taken': 'name' },
  });
  useUnsavedGuard(form.formState.isDirty);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <KeyFailure failure={failure} />
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          required
          autoCapitalize="none"
          autoComplete="off"
          maxLength={64}
          data-autofocus
          {...field('name')}
        />
        <TextInput
          label={t('descriptionLabel')}
          description={t('descriptionHint')}
          maxLength={500}
          {...field('description')}
        />
        <Roles form={form} />
        <FormButtons
          cancelLabel={t('cancel')}
          submitLabel={account === null ? t('create.submit') : t('save')}
          onCancel={onClose}
          pending={pending}
        />
      </Stack>
    </form>
  );
}

/** Nothing for whoever may not see the roles: those that it has stay as they are. */
function Roles({ form }: Pick<SentForm<AccountValues>, 'form'>) {
  const { t } = useTranslation('service-accounts');
  const { field } = useController({ control: form.control, name: 'roles' });
  const { data: roles } = useRoles({ enabled: useCan().can('roles:read') });
  if (roles === undefined) return null;
  return <RolesSelect roles={roles} value={field.value} onChange={field.onChange} hint={t('rolesHint')} />;
}
