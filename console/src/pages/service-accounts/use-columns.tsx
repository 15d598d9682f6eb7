import { Anchor, Badge, Code, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../patterns/data-table';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';
import type { ServiceAccount } from './service-account';

/** Each a link to its roles and keys. */
export function useColumns(): readonly Column<ServiceAccount>[] {
  const { t } = useTranslation('service-accounts');
  return [
    {
      key: 'name',
      header: t('name'),
      rowHeader: true,
      cell: ({ id, name }) => (
        <Anchor component={Link} to={`/service-accounts/${id}`} fw={600}>
          {name}
        </Anchor>
      ),
    },
    { key: 'username', header: t('username'), cell: ({ username }) => <Code fz="sm">{username}</Code> },
    {
      key: 'status',
      header: t('status'),
      cell: ({ active }) => <StatusBadge status={active ? 'active' : 'deactivated'} />,
    },
    { key: 'roles', header: t('roles'), cell: ({ roles }) => <AccountRoles roles={roles} /> },
    { key: 'created', header: t('created'), cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
  ];
}

/** The names of its roles. */
export function AccountRoles({ roles }: Pick<ServiceAccount, 'roles'>) {
  const { t } = useTranslation('service-accounts');
  if (roles.length === 0) return t('noRoles');
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
