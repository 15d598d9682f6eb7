import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { type SendOptions, useCommand } from '../../api/use-command';
import { invitationLink, passwordResetLink } from '../../session/links';
import { useCan } from '../../session/use-can';
import { useSession } from '../../session/use-session';
import type { OnceLink } from '../users/link-once-dialog';
import { type Member, memberRefreshes } from './use-member';

type LinkKind = 'invitation' | 'reset';

export interface MemberLink {
  /** Which link this member can be given, by this person; null for none. */
  readonly kind: LinkKind | null;
  readonly make: () => void;
  readonly pending: boolean;
  readonly problem: Error | null;
  /** Only here, until it is forgotten. */
  readonly link: OnceLink | null;
  readonly forget: () => void;
}

/** A link that lets a member in: another invitation for one who has not joined yet, a password reset for one who has. */
export function useMemberLink(member: Member): MemberLink {
  const [link, setLink] = useState<OnceLink | null>(null);
  const kind = useKind(member);
  const { run, pending, problem } = useCommand({
    send: (wanted: LinkKind, sending: SendOptions) =>
      wanted === 'invitation' ? inviteAgain(member, sending) : resetPassword(member, sending),
    refreshes: memberRefreshes,
    onDone: setLink,
  });
  return {
    kind,
    make: () => void (kind !== null && run(kind)),
    pending,
    problem,
    link,
    forget: () => setLink(null),
  };
}

function useKind({ id, status }: Member): LinkKind | null {
  const { can } = useCan();
  const isMe = useSession().user.id === id;
  if (status === 'invited' && can('users:create')) return 'invitation';
  // One's own password is changed with the old one in hand.
  return status === 'active' && can('users:update') && !isMe ? 'reset' : null;
}

async function inviteAgain({ username, roles }: Member, { headers }: SendOptions): Promise<OnceLink> {
  const body = { username, roles: roles.map(({ id }) => id) };
  const { invitation } = await answerOf(api.POST('/api/v1/users', { body, headers }));
  return { url: invitationLink(invitation.token), expiresAt: invitation.expiresAt };
}

async function resetPassword({ id }: Member, { headers }: SendOptions): Promise<OnceLink> {
  const body = { userId: id };
  const { token, expiresAt } = await answerOf(api.POST('/api/v1/password-resets', { body, headers }));
  return { url: passwordResetLink(token), expiresAt };
}
