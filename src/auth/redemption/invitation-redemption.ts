import { Injectable } from '@nestjs/common';
import { fieldFault } from '../../../libs/problems';
import { companySuspended, passwordSessionRequired } from '../../access';
import { invalidField, Problem } from '../../platform/http';
import { type Principal } from '../../tenancy';
import {
  canonicalUsername,
  type FoundInvitation,
  RedeemableInvitations,
  type Redeemer,
  UserDirectory,
} from '../../users';
import { usernameTaken } from '../auth.problems';
import { Guesses } from '../guesses/guesses';
import { KnownPerson } from '../sign-in/known-person';
import { ChosenPasswords } from './chosen-passwords';
import { Joining } from './joining';
import { invitationInvalid, operatorInNoCompany } from './redemption.problems';
import { type RedeemedInvitation, type RedeemInvitation } from './redemption.schema';

/** Exchanges the token of an invitation for membership. An invitation belongs to its token, and to no username. */
@Injectable()
export class InvitationRedemption {
  constructor(
    private readonly guesses: Guesses,
    private readonly invitations: RedeemableInvitations,
    private readonly users: UserDirectory,
    private readonly known: KnownPerson,
    private readonly chosen: ChosenPasswords,
    private readonly joining: Joining,
  ) {}

  /**
   * @param principal who is signed in, or null.
   * @throws 404 `invitation-invalid`; 409 `username-taken` when the username has an account and nothing shows that it is
   * theirs; 409 `already-member`; 422 for a username or password that cannot be chosen.
   */
  async redeem(
    principal: Principal | null,
    body: RedeemInvitation,
    address: string | null,
  ): Promise<RedeemedInvitation> {
    const found = await this.guesses.judge({ username: null, address }, () =>
      this.invitations.find(body.token),
    );
    if (found?.live !== true) throw invitationInvalid();
    if (found.company.status === 'suspended') throw companySuspended();
    const redeemer = await this.redeemerOf(principal, found, body, address);
    await this.joining.join(found, redeemer);
    const { username } = redeemer;
    const { name, slug } = found.company;
    return { username, company: { name, slug } };
  }

  /** Who sends a password says by it who they are, signed in or not: a browser may hold another's session. */
  private async redeemerOf(
    principal: Principal | null,
    found: FoundInvitation,
    { username, password }: RedeemInvitation,
    address: string | null,
  ): Promise<Redeemer> {
    if (password === undefined) return signedIn(principal, username);
    const wished = username === undefined ? found.username : canonicalUsername(username);
    if (wished === null) throw invalidField('/username', fieldFault('not-a-username', {}));
    const isTaken = (await this.users.byUsername(wished)) !== null;
    if (!isTaken) return this.newcomer(wished, password);
    // A username that was chosen here is meant for a new account: nobody's password is tried for it.
    if (username !== undefined) throw usernameTaken();
    return this.owner(wished, password, address);
  }

  private async newcomer(username: string, password: string): Promise<Redeemer> {
    return { known: false, username, passwordHash: await this.chosen.hash(password, username) };
  }

  /** Who knows the password of the account that has the username. Anyone else is offered another username. */
  private async owner(username: string, password: string, address: string | null): Promise<Redeemer> {
    try {
      const { id, operator } = await this.known.byPassword(username, password, address);
      if (operator) throw operatorInNoCompany();
      return { known: true, id, username };
    } catch (error) {
      if (error instanceof Problem && error.kind.status === 401) throw usernameTaken({ cause: error });
      throw error;
    }
  }
}

/** @throws 422 without a session, or with a username beside it; 403 for a session opened with a key, and for an operator. */
function signedIn(principal: Principal | null, username: string | undefined): Redeemer {
  if (principal === null || principal.user === null)
    throw invalidField('/password', fieldFault('required', {}, 'must be given by who is not signed in'));
  if (username !== undefined)
    throw invalidField('/username', fieldFault('not-allowed', {}, 'must be given with a password'));
  if (principal.method !== 'password') throw passwordSessionRequired();
  if (principal.operator) throw operatorInNoCompany();
  return { known: true, ...principal.user };
}
