import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { SavedNotice } from '../../forms/saved-notice';
import { useUnsavedGuard } from '../../patterns/leave-guard';
import { useCan } from '../../session/use-can';
import type { Role } from '../roles/use-roles';
import { RolesSelect } from '../users/roles-select';
import { type Member, memberRefreshes } from './use-member';

export interface MemberRolesProps {
  readonly member: Member;
  /** Those there are; undefined while they come, or where one may not see them. */
  readonly roles: readonly Role[] | undefined;
  /** The member has more permissions than the user. */
  readonly fixed: boolean;
}

/** The roles of a member, to choose and save; read-only for those who may not. */
export function MemberRoles({ member, roles, fixed }: MemberRolesProps) {
  const { t } = useTranslation('user');
  const mayChange = useCan().can('users:update') && !fixed;
  if (!mayChange || roles === undefined) {
    return (
      <Stack gap={4}>
        <Text fw={600}>{t('roles')}</Text>
        {member.roles.length === 0 && <Text c="dimmed">{t('noRoles')}</Text>}
        <List>
          {member.roles.map(({ id, name }) => (
            <List.Item key={id}>{name}</List.Item>
          ))}
        </List>
      </Stack>
    );
  }
  return <RolesForm member={member} roles={roles} />;
}

function RolesForm({ member, roles }: { readonly member: Member; readonly roles: readonly Role[] }) {
  const { t } = useTranslation('user');
  const [chosen, setChosen] = useState(member.roles.map(({ id }) => id));
  const [held, setHeld] = useState(chosen);
  const [saved, setSaved] = useState(false);
  const saving = useCommand({
    send: (ids: string[]) =>
      answerOf(
        api.PUT('/api/v1/users/{id}/roles', { params: { path: { id: member.id } }, body: { roles: ids } }),
      ),
    refreshes: memberRefreshes,
    onDone: (_member, ids) => {
      setHeld(ids);
      setSaved(true);
    },
  });
  useUnsavedGuard(chosen.length !== held.length || chosen.some((id) => !held.includes(id)));

  function choose(ids: string[]): void {
    setChosen(ids);
    setSaved(false);
  }

  function save(event: React.SubmitEvent): void {
    event.preventDefault();
    void saving.run(chosen);
  }

  return (
    <form onSubmit={save} aria-label={t('roles')}>
      <Stack gap="lg">
        <FormFailure failure={saving.problem} />
        <RolesSelect roles={roles} value={chosen} onChange={choose} hint={t('rolesHint')} />
        <Group gap="md">
          <Button type="submit" loading={saving.pending}>
            {t('save')}
          </Button>
          <SavedNotice text={saved ? t('saved') : null} />
        </Group>
      </Stack>
    </form>
  );
}
