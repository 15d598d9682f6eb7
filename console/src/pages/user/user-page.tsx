import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isProblem } from '../../api/problem';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { useCan } from '../../session/use-can';
import { useMayOpen } from '../../shell/access';
import { Page } from '../../shell/page';
import { useHolding } from '../../permissions/use-holding';
import { useRoles } from '../roles/use-roles';
import { MemberCard } from './member-card';
import { MemberRoles } from './member-roles';
import { type Member, useMember } from './use-member';

/** One member of the company: how they stand, and which roles they have. */
export default function UserPage() {
  const { t } = useTranslation('user');
  const textOf = useProblemText();
  const { id = '' } = useParams();
  const { data: member, error, refetch } = useMember(id);
  const gone = isProblem(error, 'not-found');
  return (
    <Page title={member?.username ?? t('title')} back={{ to: '/users', label: t('back') }}>
      {member !== undefined && <Sections member={member} />}
      {member === undefined && error === null && <LoadingState />}
      {gone && <Gone id={id} />}
      {member === undefined && error !== null && !gone && (
        <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>
      )}
    </Page>
  );
}

/** Someone who has left is no longer a user, but may still know keys. */
function Gone({ id }: { readonly id: string }) {
  const { t } = useTranslation(['user', 'leaving']);
  const mayOpen = useMayOpen();
  return (
    <Stack gap="xs" align="flex-start">
      <Text>{t('user:gone')}</Text>
      {mayOpen('/users/:id/leaving') && (
        <Anchor component={Link} to={`/users/${id}/leaving`}>
          {t('leaving:open')}
        </Anchor>
      )}
    </Stack>
  );
}

function Sections({ member }: { readonly member: Member }) {
  const { t } = useTranslation('user');
  const { can } = useCan();
  const holds = useHolding();
  const { data: roles } = useRoles({ enabled: can('roles:read') });
  const theirs = roles?.filter(({ id }) => member.roles.some((role) => role.id === id)) ?? [];
  const holdsMore = !holds(theirs.flatMap(({ permissions }) => permissions));
  return (
    <Stack gap="lg">
      {holdsMore && <Text c="dimmed">{t('holdsMore')}</Text>}
      <MemberCard member={member} fixed={holdsMore} />
      <Paper component="section" aria-label={t('roles')} withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
        <MemberRoles key={member.id} member={member} roles={roles} fixed={holdsMore} />
      </Paper>
    </Stack>
  );
}
