import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { fieldFault } from '../../../libs/problems';
import { companySuspended, passwordSessionRequired } from '../../access';
import { EventLog } from '../../audit';
import { isUniqueViolation, type Tx, UnitOfWork } from '../../platform/database';
import { invalidField, Problem } from '../../platform/http';
import { type Principal } from '../../tenancy';
import {
  alreadyMember,
  canonicalUsername,
  isMachineUsername,
  type FoundInvitation,
  NewPasswords,
  RedeemableInvitations,
  type Redeemer,
  UserDirectory,
} from '../../users';
import { usernameTaken } from '../auth.problems';
import { PasswordAuthentication } from '../authentication/password-authentication';
import { LoginThrottle } from '../throttling/login-throttle';
import { invitationInvalid, operatorInNoCompany } from './invitations.problems';
import { type InvitationPreview, type RedeemedInvitation, type RedeemInvitation } from './invitations.schema';

/** Exchanges the token of an invitation for membership. Whoever has the token may use it, under any username. */
@Injectable()
export class AcceptInvitationService {
  constructor(
    private readonly throttle: LoginThrottle,
    private readonly invitations: RedeemableInvitations,
    private readonly users: UserDirectory,
    private readonly passwords: PasswordAuthentication,
    private readonly newPasswords: NewPasswords,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  /** What the token is for, before a password is chosen; nothing changes. @throws as `redeemable` does. */
  async preview(token: string, address: string | null): Promise<InvitationPreview> {
    const found = await this.redeemable(token, address);
    // One that is live has an expiry.
    if (found.expiresAt === null) throw invitationInvalid();
    return {
      company: { name: found.company.name },
      username: found.username,
      invitedBy: await this.invitations.inviterOf(found),
      expiresAt: found.expiresAt.toISOString(),
    };
  }

  /**
   * @param principal the person who is signed in, or null.
   * @throws 404 `invitation-invalid`, also when the token was used in the meantime; 409 `username-taken` when the username
   * has an account and nothing proves that it is theirs; 409 `already-member`; 422 for a username or password that cannot
   * be chosen. Then nothing has changed.
   */
  async acceptInvitation(
    principal: Principal | null,
    body: RedeemInvitation,
    address: string | null,
  ): Promise<RedeemedInvitation> {
    const found = await this.redeemable(body.token, address);
    const redeemer = await this.redeemerOf(principal, found, body, address);
    await this.join(found, redeemer);
    const { name, slug } = found.company;
    return { username: redeemer.username, company: { name, slug } };
  }

  /** @throws 404 `invitation-invalid`, 403 `company-suspended`, 429 for a guesser. */
  private async redeemable(token: string, address: string | null): Promise<FoundInvitation> {
    const found = await this.throttle.attempt({ username: null, address }, () =>
      this.invitations.find(token),
    );
    if (found?.live !== true) throw invitationInvalid();
    if (found.company.status === 'suspended') throw companySuspended();
    return found;
  }

  /** A password identifies the person even when someone is signed in: the browser may hold another person's session. */
  private async redeemerOf(
    principal: Principal | null,
    found: FoundInvitation,
    { username, password }: RedeemInvitation,
    address: string | null,
  ): Promise<Redeemer> {
    if (password === undefined) return signedIn(principal, username);
    const wanted = username === undefined ? found.username : canonicalUsername(username);
    if (wanted === null) throw invalidField('/username', fieldFault('not-a-username', {}));
    const isTaken = (await this.users.byUsername(wanted)) !== null;
    // Kept for service accounts. Whoever was invited by it chooses another, as if it were taken.
    if (!isTaken && isMachineUsername(wanted)) throw usernameTaken();
    if (!isTaken) return this.newAccount(wanted, password);
    // A username that was typed in here is meant for a new account: nobody's password is tried for it.
    if (username !== undefined) throw usernameTaken();
    return this.existingAccount(wanted, password, address);
  }

  private async newAccount(username: string, password: string): Promise<Redeemer> {
    return { known: false, username, passwordHash: await this.newPasswords.hash(password, username) };
  }

  /** For someone who knows the password of the account with this username. Anyone else must choose another username. */
  private async existingAccount(
    username: string,
    password: string,
    address: string | null,
  ): Promise<Redeemer> {
    try {
      const { id, operator } = await this.passwords.authenticate(username, password, address);
      if (operator) throw operatorInNoCompany();
      return { known: true, id, username };
    } catch (error) {
      if (error instanceof Problem && error.kind.status === 401) throw usernameTaken({ cause: error });
      throw error;
    }
  }

  private async join(found: FoundInvitation, redeemer: Redeemer): Promise<void> {
    try {
      await this.units.run((tx) => this.redeem(found, redeemer, tx));
    } catch (error) {
      if (isUniqueViolation(error)) throw usernameTaken({ cause: error });
      throw error;
    }
  }

  private async redeem(found: FoundInvitation, redeemer: Redeemer, tx: Tx): Promise<void> {
    const redeemed = await this.invitations.redeem(found, redeemer, tx);
    if (redeemed.outcome === 'void') throw invitationInvalid();
    if (redeemed.outcome === 'member') throw alreadyMember();
    if (!redeemer.known) await this.throttle.reset(redeemer.username, tx);
    const { userId: id } = redeemed;
    const actor = { companyId: found.company.id, kind: 'user', id, name: redeemer.username } as const;
    const data = { invitationId: found.id, invitedAs: found.username };
    this.events.appendAs(tx, actor, eventOf(events.memberJoined, id, data));
  }
}

/** @throws 422 without a session, or with a username beside it; 403 for a session opened with a key, and for an operator. */
function signedIn(principal: Principal | null, username: string | undefined): Redeemer {
  if (principal === null || principal.user === null)
    throw invalidField(
      '/password',
      fieldFault('required', {}, 'must be given by someone who is not signed in'),
    );
  if (username !== undefined)
    throw invalidField('/username', fieldFault('not-allowed', {}, 'must be given with a password'));
  if (principal.method !== 'password') throw passwordSessionRequired();
  if (principal.operator) throw operatorInNoCompany();
  return { known: true, ...principal.user };
}
