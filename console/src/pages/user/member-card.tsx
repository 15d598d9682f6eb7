import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconLink, IconUserMinus, IconUserOff, IconUserCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../forms/form-failure';
import { CopyableText } from '../../patterns/copyable-text';
import { Fact } from '../../patterns/fact';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';
import { useCan } from '../../session/use-can';
import { useSession } from '../../session/use-session';
import { LinkOnceDialog } from '../users/link-once-dialog';
import { LeavingDialogs, type Leaving } from './leaving-dialogs';
import type { Member } from './use-member';
import { useMemberLink } from './use-member-link';
import { useReactivating } from './use-reactivating';

export interface MemberCardProps {
  readonly member: Member;
  /** The member has more permissions than the user, who therefore cannot change them. */
  readonly fixed: boolean;
}

/** How a member stands, and what can be done about it. */
export function MemberCard({ member, fixed }: MemberCardProps) {
  const { t } = useTranslation('user');
  return (
    <Paper component="section" aria-label={t('account')} withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
      <Stack gap="lg">
        <SimpleGrid component="dl" cols={{ base: 1, sm: 3 }} m={0} spacing="md">
          <Fact label={t('username')}>
            <CopyableText text={member.username} what={t('username')} />
          </Fact>
          <Fact label={t('status')}>
            <StatusBadge status={member.status} />
          </Fact>
          <Fact label={t('since')}>
            <RelativeTime at={member.createdAt} />
          </Fact>
        </SimpleGrid>
        {!fixed && <Acts member={member} />}
      </Stack>
    </Paper>
  );
}

function Acts({ member }: { readonly member: Member }) {
  const { t } = useTranslation('user');
  const { can } = useCan();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const link = useMemberLink(member);
  const reactivating = useReactivating(member);
  const isMe = useSession().user.id === member.id;
  return (
    <Stack gap="sm">
      <FormFailure failure={link.problem ?? reactivating.problem} />
      <Group gap="xs">
        {link.kind !== null && (
          <Act Icon={IconLink} pending={link.pending} onClick={link.make}>
            {link.kind === 'invitation' ? t('newInvitation') : t('resetPassword')}
          </Act>
        )}
        {can('users:update') && member.status === 'active' && !isMe && (
          <Act Icon={IconUserOff} onClick={() => setLeaving('deactivate')}>
            {t('deactivate')}
          </Act>
        )}
        {can('users:update') && member.status === 'deactivated' && (
          <Act
            Icon={IconUserCheck}
            pending={reactivating.pending}
            onClick={() => void reactivating.run(null)}
          >
            {t('reactivate')}
          </Act>
        )}
        {can('users:delete') && !isMe && (
          <Act Icon={IconUserMinus} onClick={() => setLeaving('remove')}>
            {t('remove')}
          </Act>
        )}
      </Group>
      <LinkOnceDialog link={link.link} title={t('sendLink')} onClose={link.forget}>
        <Text>{link.kind === 'invitation' ? t('invitationText', member) : t('resetText', member)}</Text>
      </LinkOnceDialog>
      <LeavingDialogs member={member} leaving={leaving} onClose={() => setLeaving(null)} />
    </Stack>
  );
}

interface ActProps {
  readonly Icon: typeof IconLink;
  readonly pending?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Act({ Icon, pending = false, onClick, children }: ActProps) {
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} aria-hidden />}
      loading={pending}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
