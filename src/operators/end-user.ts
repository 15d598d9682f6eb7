import { In, IsNull } from 'typeorm';
import { ApiKeyEntity, KeySecretEntity } from '../api-keys';
import { SessionEntity } from '../auth';
import { CompanyEntity } from '../companies';
import { type asOperator } from '../tenancy';
import { FactorAttemptsEntity, UserFactorEntity } from '../step-up';
import {
  MemberEntity,
  MemberRoleEntity,
  nobodysHash,
  PasswordResetEntity,
  releasedUsername,
  UserEntity,
} from '../users';

/** The rows of all companies. */
type AllRows = ReturnType<typeof asOperator>;

/** What ended in one company, or, without one, what belonged to none. */
export interface EndedUser {
  readonly companyId: string | null;
  readonly keys: number;
  readonly sessions: number;
}

/**
 * Gives the username free and ends the password; the row stays, because keys and events name it.
 * @returns false for nobody, for an operator, for a service account, and for an account that was released already.
 */
export async function releaseUsername(manager: AllRows, id: string, at: Date): Promise<boolean> {
  // What it was called stays remembered; MySQL assigns from left to right.
  const change = {
    formerUsername: () => 'username',
    username: releasedUsername(id),
    ...{ passwordHash: nobodysHash, lastCompanyId: null, releasedAt: at },
  };
  const held = { id, operator: false, serviceAccount: false, releasedAt: IsNull() };
  return (await manager.update(UserEntity, held, change)).affected === 1;
}

/** The companies of this member that are not closed, always in the same order. */
export async function companiesToLeave(manager: AllRows, userId: string): Promise<CompanyEntity[]> {
  const members = await manager.findBy(MemberEntity, { userId });
  const id = In(members.map(({ companyId }) => companyId));
  return manager.find(CompanyEntity, { where: { id, closedAt: IsNull() }, order: { id: 'ASC' } });
}

/**
 * Takes the person out of every company and ends their sessions, password resets and factors; revokes their personal keys. Keys of
 * companies and products go on, whoever made them.
 * @returns what ended, by company: each that they were in, or that had a key or session of theirs.
 */
export async function endUser(manager: AllRows, userId: string, at: Date): Promise<EndedUser[]> {
  const members = await manager.findBy(MemberEntity, { userId });
  const sessions = await manager.findBy(SessionEntity, { userId });
  const keysOf = new Map<string | null, number>();
  // The keys of a membership that ended before are dead already.
  for (const { companyId } of members) keysOf.set(companyId, await endKeys(manager, companyId, userId, at));
  for (const entity of heldByUser) await manager.delete(entity, { userId });
  const ids = new Set([...members, ...sessions].map(({ companyId }) => companyId));
  return [...ids].map((companyId) => ({
    companyId,
    keys: keysOf.get(companyId) ?? 0,
    sessions: sessions.filter((session) => session.companyId === companyId).length,
  }));
}

/** What goes with a person; the roles before the memberships that hold them. */
const heldByUser = [
  SessionEntity,
  UserFactorEntity,
  FactorAttemptsEntity,
  PasswordResetEntity,
  MemberRoleEntity,
  MemberEntity,
];

async function endKeys(manager: AllRows, companyId: string, ownerId: string, at: Date): Promise<number> {
  const live = { companyId, ownerId, revokedAt: IsNull() };
  const { affected } = await manager.update(ApiKeyEntity, live, { revokedAt: at });
  await manager
    .createQueryBuilder()
    .update(KeySecretEntity)
    .set({ wrappedKey: null })
    .where(
      'company_id = :companyId AND key_id IN (SELECT id FROM api_keys WHERE company_id = :companyId AND owner_id = :ownerId)',
      { companyId, ownerId },
    )
    .execute();
  return affected ?? 0;
}
