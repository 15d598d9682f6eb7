import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CompanyEntity } from '../companies';
import { Clock } from '../platform';
import { after, Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { InvitationEntity } from './invitation.entity';
import { MemberEntity } from './member.entity';
import { hashOfToken } from './token';
import { UserDirectory } from './user-directory';
import { UserEntity } from './user.entity';

export interface FoundInvitation {
  readonly tokenHash: Buffer;
  readonly user: UserEntity;
  readonly company: CompanyEntity;
  /** Neither used nor over, and still meant. */
  readonly live: boolean;
}

/** Invitations by their tokens. Who redeems one is in no company yet, so this is one of the doors past tenancy. */
@Injectable()
export class RedeemableInvitations {
  constructor(
    private readonly reader: Reader,
    private readonly users: UserDirectory,
    private readonly clock: Clock,
  ) {}

  /** @returns null for a token that is not known. */
  async find(token: string): Promise<FoundInvitation | null> {
    const manager = managerOf(this.reader);
    const row = await manager.findOneBy(InvitationEntity, { tokenHash: hashOfToken(token) });
    if (row === null) return null;
    const { userId, companyId, tokenHash } = row;
    const user = await manager.findOneByOrFail(UserEntity, { id: userId });
    const company = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
    const invited = await manager.existsBy(MemberEntity, { userId, companyId, status: 'invited' });
    const live = invited && row.usedAt === null && row.expiresAt > this.clock.now();
    return { tokenHash, user, company, live };
  }

  /**
   * Spends the invitation and makes the person an active member: each step is a conditional UPDATE, so of fifty at once
   * one passes.
   * @param firstPasswordHash for who has no password yet; null for who has one.
   * @returns whether it did. When it did not, the unit must be rolled back.
   */
  async spend(found: FoundInvitation, firstPasswordHash: string | null, tx: Tx): Promise<boolean> {
    const { tokenHash, user, company } = found;
    const manager = managerOf(tx);
    await this.users.lock(user.id, tx);
    const now = this.clock.now();
    const unspent = { tokenHash, usedAt: IsNull(), expiresAt: after(now) };
    const spent = await manager.update(InvitationEntity, unspent, { usedAt: now });
    const invited = { userId: user.id, companyId: company.id, status: 'invited' } as const;
    const joined = await manager.update(MemberEntity, invited, { status: 'active', joined: true });
    if (spent.affected !== 1 || joined.affected !== 1) return false;
    return firstPasswordHash === null || this.users.setFirstPassword(user.id, firstPasswordHash, tx);
  }
}
