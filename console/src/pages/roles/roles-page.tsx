import { Button, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { DangerDialog } from '../../patterns/danger-dialog';
import { Dialog } from '../../patterns/dialog';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { useCan } from '../../session/use-can';
import { Page } from '../../shell/page';
import { RoleForm } from './role-form';
import { RoleList, type RoleListProps } from './role-list';
import { type Role, useRoles } from './use-roles';

/** What is being done: nothing, a new role is made, or one is changed or deleted. */
type Doing =
  { readonly what: 'nothing' | 'create' } | { readonly what: 'edit' | 'delete'; readonly role: Role };

/** The roles every company has, with what they let people do, and the company's own. */
export default function RolesPage() {
  // The words of permissions, too: a dialog that had to wait for them would hide the page.
  const { t } = useTranslation(['roles', 'permissions']);
  const { can } = useCan();
  const [doing, setDoing] = useState<Doing>({ what: 'nothing' });
  const stop = () => setDoing({ what: 'nothing' });
  const role = 'role' in doing ? doing.role : null;
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        can('roles:create') && (
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setDoing({ what: 'create' })}
          >
            {t('create')}
          </Button>
        )
      }
    >
      <Roles
        onEdit={(one) => setDoing({ what: 'edit', role: one })}
        onDelete={(one) => setDoing({ what: 'delete', role: one })}
      />
      <Dialog
        opened={doing.what === 'create' || doing.what === 'edit'}
        onClose={stop}
        title={role === null ? t('create') : t('editNamed', role)}
        size="xl"
      >
        <RoleForm role={role} onClose={stop} />
      </Dialog>
      <DeleteDialog role={doing.what === 'delete' ? role : null} onClose={stop} />
    </Page>
  );
}

function Roles(doings: Pick<RoleListProps, 'onEdit' | 'onDelete'>) {
  const { t } = useTranslation('roles');
  const textOf = useProblemText();
  const { data: roles, error, refetch } = useRoles();
  if (error !== null && roles === undefined) {
    return <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>;
  }
  if (roles === undefined) return <LoadingState />;
  const own = roles.filter(({ system }) => !system);
  return (
    <Stack gap="xl">
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('systemRoles')}
        </Title>
        <RoleList roles={roles.filter(({ system }) => system)} {...doings} />
      </Stack>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('ownRoles')}
        </Title>
        {own.length === 0 ? (
          <Text c="dimmed">{t('noneOfYourOwn')}</Text>
        ) : (
          <RoleList roles={own} {...doings} />
        )}
      </Stack>
    </Stack>
  );
}

function DeleteDialog({ role, onClose }: { readonly role: Role | null; readonly onClose: () => void }) {
  const { t } = useTranslation('roles');
  const queries = useQueryClient();
  const describeError = useProblemText();

  async function remove(): Promise<void> {
    if (role === null) return;
    await api.DELETE('/api/v1/roles/{id}', { params: { path: { id: role.id } } });
    onClose();
    await queries.invalidateQueries({ queryKey: queryKeys.roles() });
  }

  return (
    <DangerDialog
      opened={role !== null}
      title={t('deleteTitle')}
      thing={role?.name ?? ''}
      effect={t('deleteEffect')}
      confirmLabel={t('delete')}
      onConfirm={remove}
      onClose={onClose}
      describeError={describeError}
    />
  );
}
