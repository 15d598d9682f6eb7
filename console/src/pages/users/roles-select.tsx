import { Group, MultiSelect, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { aboutRole } from '../roles/about-role';
import { useHolding } from '../../permissions/use-holding';
import type { Role } from '../roles/use-roles';

export interface RolesSelectProps {
  readonly roles: readonly Role[];
  /** Ids. */
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** Which roles someone has. A role that permits more than one may do oneself can be neither given nor taken. */
export function RolesSelect({ roles, value, onChange, hint, error }: RolesSelectProps) {
  const { t } = useTranslation('users');
  const holds = useHolding();
  const fixed = (role: Role) => !holds(role.permissions);
  const chosen = roles.filter(({ id }) => value.includes(id));
  const kept = chosen.filter(fixed);

  function choose(ids: string[]): void {
    onChange([...new Set([...kept.map(({ id }) => id), ...ids])]);
  }

  return (
    <Stack gap="xs">
      <MultiSelect
        label={t('roles')}
        description={hint}
        placeholder={chosen.length === 0 ? t('chooseRoles') : ''}
        data={roles.map((role) => ({ value: role.id, label: role.name, disabled: fixed(role) }))}
        value={[...value]}
        onChange={choose}
        error={error}
        // Upwards where there is room: below it would lie over what saves the choice.
        comboboxProps={{ withinPortal: true, position: 'top' }}
        renderOption={({ option, checked }) => (
          <RoleOption name={option.label} fixed={option.disabled === true} checked={checked === true} />
        )}
        rightSectionPointerEvents="none"
        searchable
        // The list itself scrolls, as the arrow keys move in it: a frame around it would be out of the keyboard's reach.
        withScrollArea={false}
        styles={{ options: { maxHeight: 260, overflowY: 'auto' } }}
        nothingFoundMessage={t('noSuchRole')}
      />
      {chosen.map((role) => (
        <RoleLine key={role.id} role={role} />
      ))}
    </Stack>
  );
}

interface RoleOptionProps {
  readonly name: string;
  readonly fixed: boolean;
  readonly checked: boolean;
}

function RoleOption({ name, fixed, checked }: RoleOptionProps) {
  const { t } = useTranslation('users');
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm" flex={1}>
      <div>
        <Text inherit>{name}</Text>
        {fixed && (
          <Text size="xs" c="dimmed">
            {t('roleBeyond')}
          </Text>
        )}
      </div>
      {checked && <IconCheck size={16} aria-hidden />}
    </Group>
  );
}

function RoleLine({ role }: { readonly role: Role }) {
  const { t } = useTranslation('roles');
  const about = aboutRole(role);
  const text = about === null ? t('permissions', { count: role.permissions.length }) : t(about);
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      <Text component="span" fw={600} inherit>
        {role.name}
      </Text>
      : {text}
    </Text>
  );
}
