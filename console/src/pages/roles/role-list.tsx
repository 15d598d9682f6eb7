import { Accordion, Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/use-can';
import { aboutRole } from './about-role';
import { PermissionList } from './permission-list';
import { useHolding } from '../../permissions/use-holding';
import type { Role } from './use-roles';

export interface RoleListProps {
  readonly roles: readonly Role[];
  readonly onEdit: (role: Role) => void;
  readonly onDelete: (role: Role) => void;
}

/** Roles to unfold, each with what it lets people do. */
export function RoleList({ roles, onEdit, onDelete }: RoleListProps) {
  return (
    <Accordion variant="separated" multiple order={3} chevronPosition="left">
      {roles.map((role) => (
        <Accordion.Item key={role.id} value={role.id}>
          <Accordion.Control>
            <Box style={{ overflowWrap: 'anywhere' }}>
              <Text component="span" fw={600} display="block">
                {role.name}
              </Text>
              <Text component="span" size="sm" c="dimmed" display="block">
                <About role={role} />
              </Text>
            </Box>
          </Accordion.Control>
          <Accordion.Panel>
            <Stack gap="md">
              <PermissionList permissions={role.permissions} />
              {!role.system && <Changing role={role} onEdit={onEdit} onDelete={onDelete} />}
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function About({ role }: { readonly role: Role }) {
  const { t } = useTranslation('roles');
  const about = aboutRole(role);
  return about === null ? t('permissions', { count: role.permissions.length }) : t(about);
}

interface ChangingProps extends Pick<RoleListProps, 'onEdit' | 'onDelete'> {
  readonly role: Role;
}

function Changing({ role, onEdit, onDelete }: ChangingProps) {
  const { t } = useTranslation('roles');
  const { can, canAny } = useCan();
  const holds = useHolding();
  if (!canAny(['roles:update', 'roles:delete'])) return null;
  if (!holds(role.permissions)) {
    return (
      <Text size="sm" c="dimmed">
        {t('exceedsYours')}
      </Text>
    );
  }
  return (
    <Group gap="xs">
      {can('roles:update') && (
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => onEdit(role)}
        >
          {t('edit')}
        </Button>
      )}
      {can('roles:delete') && (
        <Button
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => onDelete(role)}
        >
          {t('delete')}
        </Button>
      )}
    </Group>
  );
}
