import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { MemberEntity } from './member.entity';
import { PasswordResetEntity } from './password-reset.entity';

/** Whether people are active or deactivated in a company. Nobody's rights are asked. */
@Injectable()
export class MemberStanding {
  constructor(
    @InjectScoped(MemberEntity) private readonly members: ScopedRepository<MemberEntity>,
    @InjectScoped(PasswordResetEntity) private readonly resets: ScopedRepository<PasswordResetEntity>,
  ) {}

  /** Deactivating ends a password reset that this company issued. */
  async setActive(principal: Principal, userId: string, active: boolean, tx: Tx): Promise<void> {
    if (!active) await this.resets.of(principal, tx).delete({ userId });
    await this.members.of(principal, tx).update({ userId }, { status: active ? 'active' : 'deactivated' });
  }

  /** A password reset that this company issued goes with the member. */
  async end(principal: Principal, userId: string, tx: Tx): Promise<void> {
    await this.resets.of(principal, tx).delete({ userId });
    await this.members.of(principal, tx).delete({ userId });
  }
}
