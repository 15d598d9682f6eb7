import { Anchor, Button, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { Dialog } from '../../patterns/dialog';
import { useCan } from '../../session/use-can';
import { invitationLink } from '../../session/links';
import { Page } from '../../shell/page';
import { InviteForm } from './invite-form';
import { LinkOnceDialog } from './link-once-dialog';
import { MemberTable } from './member-table';

/** Everyone in the company; who may, asks others in. */
export default function UsersPage() {
  const { t } = useTranslation('users');
  const { can } = useCan();
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<Schemas['InvitedMember'] | null>(null);
  const invite = can('users:create') ? (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
      {t('invite')}
    </Button>
  ) : null;

  function show(answer: Schemas['InvitedMember']): void {
    setInviting(false);
    setInvited(answer);
  }

  return (
    <Page title={t('title')} description={t('description')} actions={invite}>
      <MemberTable />
      <Dialog opened={inviting} onClose={() => setInviting(false)} title={t('invite')}>
        <InviteForm onInvited={show} onClose={() => setInviting(false)} />
      </Dialog>
      <LinkOnceDialog link={invited && linkOf(invited)} title={t('invited')} onClose={() => setInvited(null)}>
        <Text>{t('invitedText', { username: invited?.member.username })}</Text>
        {invited !== null && (
          <Anchor
            component={Link}
            to={`/users/${invited.member.id}`}
            size="sm"
            onClick={() => setInvited(null)}
          >
            {t('toMember')}
          </Anchor>
        )}
      </LinkOnceDialog>
    </Page>
  );
}

function linkOf({ invitation }: Schemas['InvitedMember']) {
  return { url: invitationLink(invitation.token), expiresAt: invitation.expiresAt };
}
