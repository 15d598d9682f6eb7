import { Injectable } from '@nestjs/common';
import { Clock, dayMs } from '../platform';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { InvitationEntity } from './invitation.entity';
import { MemberStanding } from './member-standing';
import { newToken } from './token';
import { UserDirectory } from './user-directory';
import { type InvitationView } from './users.schema';

const lifetimeMs = 7 * dayMs;

/** Makes people invited members, and the tokens by which they join. */
@Injectable()
export class Invitations {
  constructor(
    @InjectScoped(InvitationEntity) private readonly rows: ScopedRepository<InvitationEntity>,
    private readonly users: UserDirectory,
    private readonly standing: MemberStanding,
    private readonly clock: Clock,
  ) {}

  /**
   * Invites the person with this username, known or not: both take the same steps. An earlier token of theirs for the
   * principal's company is good no more.
   * @param username canonical. @throws 409 for who is a member already.
   */
  async issue(
    principal: Principal,
    username: string,
    tx: Tx,
  ): Promise<{ userId: string; invitation: InvitationView }> {
    const userId = await this.users.findOrMake(username, tx);
    await this.standing.invite(principal, userId, tx);
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + lifetimeMs);
    const rows = this.rows.of(principal, tx);
    await rows.delete({ userId });
    await rows.insert({ userId, tokenHash, expiresAt, usedAt: null });
    return { userId, invitation: { token, expiresAt: expiresAt.toISOString() } };
  }
}
