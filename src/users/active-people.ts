import { type Tx } from '../platform/database';
import { type Principal, type ScopedQuery, type ScopedRepository } from '../tenancy';
import { type MemberEntity } from './member.entity';
import { UserEntity } from './user.entity';

/** Those of these users who are active members of the principal's company, and no machines. */
export function activePeople(
  members: ScopedRepository<MemberEntity>,
  principal: Principal,
  userIds: readonly string[],
  tx: Tx,
): ScopedQuery<MemberEntity> {
  return (
    members
      .of(principal, tx)
      .query('member')
      .innerJoinShared('user', UserEntity, 'user.id = member.userId')
      .and('user.serviceAccount = :machine AND member.status = :active', { machine: 0, active: 'active' })
      // SQL has no empty list.
      .and('member.userId IN (:...userIds)', { userIds: [...userIds, ''] })
  );
}
