import { Injectable } from '@nestjs/common';
import { CompanyEntity } from '../companies';
import { Clock } from '../platform';
import { after, Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { InvitationRoleEntity } from './invitation-role.entity';
import { InvitationEntity } from './invitation.entity';
import { MemberRoleEntity } from './member-role.entity';
import { MemberEntity } from './member.entity';
import { hashOfToken } from './token';
import { UserDirectory } from './user-directory';

export interface FoundInvitation {
  readonly id: string;
  readonly tokenHash: Buffer;
  /** The username it is addressed to. It is not reserved: it may be free or belong to anybody. */
  readonly username: string;
  readonly company: CompanyEntity;
  readonly expiresAt: Date | null;
  /** The id of the member who gave out the token, if one did. */
  readonly invitedBy: string | null;
  /** Neither expired nor deactivated. */
  readonly live: boolean;
}

/** The person who redeems an invitation, with an existing account or with a new one. */
export type Redeemer =
  | { readonly known: true; readonly id: string; readonly username: string }
  | { readonly known: false; readonly username: string; readonly passwordHash: string };

/** Invitations by their tokens. The person is in no company yet, so this is one of the doors past tenancy. */
@Injectable()
export class RedeemableInvitations {
  constructor(
    private readonly reader: Reader,
    private readonly users: UserDirectory,
    private readonly clock: Clock,
  ) {}

  /** @returns null for a token that is unknown or was used. */
  async find(token: string): Promise<FoundInvitation | null> {
    const manager = managerOf(this.reader);
    const tokenHash = hashOfToken(token);
    const row = await manager.findOneBy(InvitationEntity, { tokenHash });
    if (row === null) return null;
    const { id, username, companyId, status, expiresAt, invitedBy } = row;
    const company = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
    const live = status === 'invited' && expiresAt !== null && expiresAt > this.clock.now();
    return { id, tokenHash, username, company, expiresAt, invitedBy, live };
  }

  /** The username of who gave out the token; null where the platform did, or they are no longer an active member of the company. */
  async inviterOf({ company, invitedBy }: FoundInvitation): Promise<string | null> {
    if (invitedBy === null) return null;
    const theirs = { companyId: company.id, userId: invitedBy, status: 'active' as const };
    const isMember = await managerOf(this.reader).existsBy(MemberEntity, theirs);
    return isMember ? ((await this.users.byId(invitedBy))?.username ?? null) : null;
  }

  /** Whether this is the id of an invitation of this company, or of any company if none is given. */
  exists(id: string, companyId?: string): Promise<boolean> {
    return managerOf(this.reader).existsBy(InvitationEntity, { id, ...(companyId && { companyId }) });
  }

  /**
   * Makes the person a member with the roles of the invitation and deletes it: of fifty parallel requests only one can.
   * Throws the database's unique violation when the username for a new account is taken.
   * @returns the id of the person; `void` when the token was used in the meantime, or the account of the person released, and
   * `member` for someone who already is one. The unit must then be rolled back.
   */
  async redeem(found: FoundInvitation, redeemer: Redeemer, tx: Tx): Promise<RedeemedOutcome> {
    const manager = managerOf(tx);
    const { id, tokenHash, company } = found;
    const companyId = company.id;
    // Nobody may reset the password of a person who is joining another company at this moment, nor release them.
    if (redeemer.known && (await this.users.lock(redeemer.id, tx)) === null) return { outcome: 'void' };
    const live = {
      companyId,
      id,
      tokenHash,
      status: 'invited' as const,
      expiresAt: after(this.clock.now()),
    };
    // Locks the row and ends the token: from here on the roles cannot change, and they are deleted with the row.
    const { affected } = await manager.update(InvitationEntity, live, { tokenHash: null });
    if (affected !== 1) return { outcome: 'void' };
    const roles = await manager.findBy(InvitationRoleEntity, { companyId, invitationId: id });
    const userId = redeemer.known ? redeemer.id : await this.make(redeemer, found, tx);
    if (await manager.existsBy(MemberEntity, { companyId, userId })) return { outcome: 'member' };
    const createdAt = this.clock.now();
    await manager.insert(MemberEntity, { companyId, userId, status: 'active', createdAt });
    for (const { roleId } of roles) await manager.insert(MemberRoleEntity, { companyId, userId, roleId });
    await manager.delete(InvitationEntity, { companyId, id });
    // A member has no open invitation.
    await manager.delete(InvitationEntity, { companyId, username: redeemer.username });
    return { outcome: 'joined', userId };
  }

  /** The new account keeps the id of the invitation, if it takes the username of the invitation. */
  private make(
    { username, passwordHash }: Extract<Redeemer, { known: false }>,
    found: FoundInvitation,
    tx: Tx,
  ): Promise<string> {
    const kept = username === found.username ? { id: found.id } : {};
    return this.users.insert(username, passwordHash, tx, kept);
  }
}

export type RedeemedOutcome =
  | { readonly outcome: 'joined'; readonly userId: string }
  | { readonly outcome: 'void' }
  | { readonly outcome: 'member' };
