import { Anchor, Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../patterns/data-table';
import { RelativeTime } from '../../patterns/relative-time';
import { RoleBadges } from '../../patterns/role-badges';
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
    {
      key: 'roles',
      header: t('roles'),
      cell: ({ roles }) => <RoleBadges roles={roles} none={t('noRoles')} />,
    },
    { key: 'created', header: t('created'), cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
  ];
}
