import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { StepUpTokenEntity } from './step-up-token.entity';
import { UserFactors } from './user-factors';

/**
 * Ends what was got with a password that was replaced. A session moves between companies and keeps what it proved in each,
 * so this is one of the doors past tenancy.
 */
@Injectable()
export class StaleProofs {
  constructor(private readonly factors: UserFactors) {}

  /**
   * One-time codes that were begun with the old password can be confirmed no more, and a session that goes on loses its
   * step-up tokens for the password.
   * @param sessionId the session that goes on, or null when none does: tokens go with their session.
   */
  async endOfPassword(userId: string, sessionId: string | null, tx: Tx): Promise<void> {
    await this.factors.dropPendingTotp(userId, tx);
    if (sessionId === null) return;
    await managerOf(tx).delete(StepUpTokenEntity, { sessionId, factor: 'password' });
  }
}
