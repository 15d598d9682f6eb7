import { Badge, Group } from '@mantine/core';

interface RoleBadgesProps {
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** What stands there when there is none. */
  readonly none: string;
}

/** The names of the roles that a member or a service account has. */
export function RoleBadges({ roles, none }: RoleBadgesProps) {
  if (roles.length === 0) return none;
  return (
    <Group component="span" gap={6}>
      {roles.map(({ id, name }) => (
        <Badge key={id} variant="default" tt="none" fw={500}>
          {name}
        </Badge>
      ))}
    </Group>
  );
}
