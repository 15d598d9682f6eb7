import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type List, useList } from '../../api/use-list';
import type { Column } from '../../patterns/data-table';
import { ListTable } from '../../patterns/list-table';
import { RelativeTime } from '../../patterns/relative-time';
import { RoleBadges } from '../../patterns/role-badges';
import { StatusBadge } from '../../patterns/status-badge';

type Member = Schemas['Member'];

/** The members by username, each a link to where one changes their roles. */
export function MemberTable() {
  const { t } = useTranslation('users');
  return (
    <ListTable
      caption={t('title')}
      columns={useColumns()}
      list={useMembers()}
      rowKey={({ id }) => id}
      empty={null}
    />
  );
}

function useMembers(): List<Member> {
  return useList({
    queryKey: queryKeys.users('list'),
    read: (page) => answerOf(api.GET('/api/v1/users', { params: { query: page } })),
  });
}

function useColumns(): readonly Column<Member>[] {
  const { t } = useTranslation('users');
  return [
    {
      key: 'username',
      header: t('username'),
      rowHeader: true,
      cell: ({ id, username }) => (
        <Anchor component={Link} to={`/users/${id}`}>
          {username}
        </Anchor>
      ),
    },
    { key: 'status', header: t('status'), cell: ({ status }) => <StatusBadge status={status} /> },
    {
      key: 'roles',
      header: t('roles'),
      cell: ({ roles }) => <RoleBadges roles={roles} none={t('noRoles')} />,
    },
    { key: 'since', header: t('since'), cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
  ];
}
