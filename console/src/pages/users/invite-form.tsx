import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type SendOptions, useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { LoadingState } from '../../patterns/loading-state';
import { type Role, useRoles } from '../roles/use-roles';
import { RolesSelect } from './roles-select';

export interface InviteFormProps {
  readonly onInvited: (invited: Schemas['InvitedMember']) => void;
  readonly onClose: () => void;
}

/** Asks someone into the company. Whether they have an account already does not matter, and is not told. */
export function InviteForm(props: InviteFormProps) {
  const { data: roles } = useRoles();
  return roles === undefined ? <LoadingState /> : <Invitation {...props} roles={roles} />;
}

interface InvitationProps extends InviteFormProps {
  readonly roles: readonly Role[];
}

function Invitation({ roles, onInvited, onClose }: InvitationProps) {
  const { t } = useTranslation('users');
  const command = useCommand({
    send: (body: Schemas['NewMember'], { headers }: SendOptions) =>
      answerOf(api.POST('/api/v1/users', { body, headers })),
    refreshes: [queryKeys.users()],
    onDone: onInvited,
  });
  const sent = useSendForm({
    command,
    defaultValues: { username: '', roles: roles.filter(isMember).map(({ id }) => id) },
    fieldOf: { 'already-member': 'username' },
  });
  const { field } = useController({ control: sent.form.control, name: 'roles' });
  return (
    <form onSubmit={sent.submit} aria-label={t('invite')}>
      <Stack gap="md">
        <FormFailure failure={sent.failure} />
        <TextInput
          label={t('username')}
          description={t('usernameHint')}
          autoCapitalize="none"
          autoComplete="off"
          required
          data-autofocus
          {...sent.field('username')}
        />
        <RolesSelect roles={roles} value={field.value} onChange={field.onChange} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={sent.pending}>
            {t('inviteSubmit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What most people are invited as. */
function isMember({ system, name }: Role): boolean {
  return system && name === 'Member';
}
