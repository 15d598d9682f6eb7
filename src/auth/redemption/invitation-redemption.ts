import { Injectable } from '@nestjs/common';
import { companySuspended } from '../../access';
import { type FoundInvitation, RedeemableInvitations } from '../../users';
import { Guesses } from '../guesses/guesses';
import { KnownPerson } from '../sign-in/known-person';
import { ChosenPasswords } from './chosen-passwords';
import { Joining } from './joining';
import { invitationInvalid, operatorInNoCompany } from './redemption.problems';
import { type RedeemedInvitation, type TokenAndPassword } from './redemption.schema';

/** Exchanges the token of an invitation for membership. */
@Injectable()
export class InvitationRedemption {
  constructor(
    private readonly guesses: Guesses,
    private readonly invitations: RedeemableInvitations,
    private readonly known: KnownPerson,
    private readonly chosen: ChosenPasswords,
    private readonly joining: Joining,
  ) {}

  /**
   * Who is new chooses their password; who is not proves the one they have, so that a token alone takes over nobody.
   * @throws 404 `invitation-invalid`, 401 for another's password, 422 for one that cannot be chosen.
   */
  async redeem({ token, password }: TokenAndPassword, address: string | null): Promise<RedeemedInvitation> {
    const found = await this.guesses.judge({ username: null, address }, () => this.invitations.find(token));
    if (found?.live !== true) throw invitationInvalid();
    if (found.company.status === 'suspended') throw companySuspended();
    const firstPasswordHash = await this.prove(found, password, address);
    if (found.user.operator) throw operatorInNoCompany();
    await this.joining.join(found, firstPasswordHash);
    const { user, company } = found;
    return { username: user.username, company: { name: company.name, slug: company.slug } };
  }

  /** @returns the hash of a first password, or null for who proved theirs. */
  private async prove(
    { user }: FoundInvitation,
    password: string,
    address: string | null,
  ): Promise<string | null> {
    if (user.pending) return this.chosen.hash(password, user.username);
    await this.known.byPassword(user.username, password, address);
    return null;
  }
}
