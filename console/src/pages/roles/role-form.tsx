import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type SendOptions, useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { type SentForm, useSendForm } from '../../forms/use-send-form';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { PermissionCheckboxes } from '../../permissions/permission-checkboxes';
import { type PermissionGroups, usePermissionGroups } from '../../permissions/use-permission-groups';
import { useHolding } from '../../permissions/use-holding';
import type { Role } from './use-roles';

interface RoleValues {
  name: string;
  permissions: Role['permissions'];
}

export interface RoleFormProps {
  /** The one to change; null makes a new one. */
  readonly role: Role | null;
  readonly onClose: () => void;
}

/** A name, and what who has the role may do. */
export function RoleForm({ role, onClose }: RoleFormProps) {
  const { t } = useTranslation('roles');
  const choice = usePermissionGroups();
  const sent = useSendForm({
    command: useSaving(role, onClose),
    defaultValues: { name: role?.name ?? '', permissions: role?.permissions ?? [] },
    fieldOf: { 'role-name-taken': 'name' },
  });
  return (
    <form onSubmit={sent.submit} aria-label={role === null ? t('create') : t('editNamed', role)}>
      <Stack gap="md">
        <FormFailure failure={sent.failure} />
        <TextInput label={t('name')} required maxLength={64} data-autofocus {...sent.field('name')} />
        <Permissions form={sent.form} choice={choice} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={sent.pending} disabled={choice.groups === undefined}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSaving(role: Role | null, onClose: () => void) {
  return useCommand({
    send: (body: RoleValues, { headers }: SendOptions) =>
      role === null
        ? answerOf(api.POST('/api/v1/roles', { body, headers }))
        : answerOf(api.PATCH('/api/v1/roles/{id}', { params: { path: { id: role.id } }, body })),
    // One's own permissions may be among what changes.
    refreshes: [queryKeys.roles(), queryKeys.users(), queryKeys.session()],
    onDone: onClose,
  });
}

interface PermissionsProps {
  readonly form: SentForm<RoleValues>['form'];
  readonly choice: PermissionGroups;
}

function Permissions({ form, choice: { groups, error, refetch } }: PermissionsProps) {
  const { t } = useTranslation('roles');
  const textOf = useProblemText();
  const { field } = useController({ control: form.control, name: 'permissions' });
  const holds = useHolding();
  if (error !== null) return <ErrorState onRetry={refetch}>{textOf(error)}</ErrorState>;
  if (groups === undefined) return <LoadingState />;
  const all = groups.flatMap(({ permissions }) => permissions).map(({ name }) => name);
  return (
    <>
      <PermissionCheckboxes
        groups={groups}
        chosen={field.value}
        onChange={field.onChange}
        isOpen={(name) => holds([name])}
      />
      {!holds(all) && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('onlyWhatYouHold')}
        </Text>
      )}
    </>
  );
}
