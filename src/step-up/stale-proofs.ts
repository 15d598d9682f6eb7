import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { StepUpTokenEntity } from './step-up-token.entity';
import { UserFactors } from './user-factors';

/**
 * Ends what a replaced password gave. A session moves between companies and keeps its step-up tokens in each,
 * so this is one of the doors past tenancy.
 */
@Injectable()
export class StaleProofs {
  constructor(private readonly factors: UserFactors) {}

  /**
   * A pending secret that was made with the old password can no longer be confirmed, and a session that continues loses its
   * step-up tokens for the password.
   * @param sessionId the session that continues, or null for none: tokens end with their session.
   */
  async endOfPassword(userId: string, sessionId: string | null, tx: Tx): Promise<void> {
    await this.factors.dropPendingTotp(userId, tx);
    if (sessionId === null) return;
    await managerOf(tx).delete(StepUpTokenEntity, { sessionId, factor: 'password' });
  }
}
