import { Injectable } from '@nestjs/common';
import { companySuspended } from '../../access';
import { RedeemableInvitations } from '../../users';
import { LoginThrottle } from '../throttling/login-throttle';
import { invitationInvalid } from './invitations.problems';
import { type InvitationPreviewView } from './invitations.schema';

/** Tells whoever has the token of an invitation what it is for, before they choose a password. Changes nothing. */
@Injectable()
export class InvitationPreview {
  constructor(
    private readonly throttle: LoginThrottle,
    private readonly invitations: RedeemableInvitations,
  ) {}

  /** @throws 404 `invitation-invalid` for a token that cannot be redeemed; 403 where the company is suspended; 429 for a guesser. */
  async show(token: string, address: string | null): Promise<InvitationPreviewView> {
    const found = await this.throttle.attempt({ username: null, address }, () =>
      this.invitations.find(token),
    );
    if (found?.live !== true || found.expiresAt === null) throw invitationInvalid();
    const { company, username, expiresAt } = found;
    if (company.status === 'suspended') throw companySuspended();
    return {
      company: { name: company.name },
      username,
      invitedBy: await this.invitations.inviterOf(found),
      expiresAt: expiresAt.toISOString(),
    };
  }
}
