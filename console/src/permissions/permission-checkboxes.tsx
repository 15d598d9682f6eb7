import { Box, Checkbox, Fieldset, Stack } from '@mantine/core';
import type { PermissionGroup } from './permission-groups';

export interface PermissionCheckboxesProps {
  readonly label?: string;
  readonly groups: readonly PermissionGroup[];
  /** Their names. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  /** What it says no to cannot be chosen. */
  readonly isOpen: (name: string) => boolean;
}

/** Permissions to choose from, each under the heading of what it is about. */
export function PermissionCheckboxes({ label, groups, chosen, onChange, isOpen }: PermissionCheckboxesProps) {
  return (
    <Checkbox.Group aria-label={label} value={[...chosen]} onChange={onChange}>
      <Box style={{ columns: '18rem 2', columnGap: 'var(--mantine-spacing-md)' }}>
        {groups.map(({ id, label: heading, permissions }) => (
          <Fieldset key={id} legend={heading} p="sm" mb="sm" style={{ breakInside: 'avoid' }}>
            <Stack gap="xs">
              {permissions.map(({ name, label: may }) => (
                <Checkbox key={name} value={name} label={may} disabled={!isOpen(name)} />
              ))}
            </Stack>
          </Fieldset>
        ))}
      </Box>
    </Checkbox.Group>
  );
}
