import { IsNull, Not } from 'typeorm';
import { ApiKeyEntity, KeySecretEntity } from '../api-keys';
import { SessionEntity } from '../auth';
import { CompanyEntity, nextRevision } from '../companies';
import { type asOperator } from '../tenancy';
import { InvitationEntity, PasswordResetEntity } from '../users';

/** The rows of all companies. */
type AllRows = ReturnType<typeof asOperator>;

/** What ended with a company. */
export interface Ended {
  readonly keys: number;
  readonly sessions: number;
}

/**
 * Closes a company for good: revokes its keys, and ends its sessions, its invitations and the password resets that it issued. Its row
 * stays, and for 180 days its slug is nobody else's; so do the people.
 * @returns null when it is closed already.
 */
export async function endCompany(manager: AllRows, companyId: string, at: Date): Promise<Ended | null> {
  // What it was before stays remembered; MySQL assigns from left to right.
  const change = {
    suspendedFrom: () => `CASE WHEN status = 'suspended' THEN suspended_from ELSE status END`,
    status: 'suspended' as const,
    ...{ closedAt: at, pendingName: null, revision: nextRevision },
  };
  const { affected } = await manager.update(CompanyEntity, { id: companyId, closedAt: IsNull() }, change);
  if (affected !== 1) return null;
  const keys = await manager.update(ApiKeyEntity, { companyId, revokedAt: IsNull() }, { revokedAt: at });
  await manager.update(KeySecretEntity, { companyId, wrappedKey: Not(IsNull()) }, { wrappedKey: null });
  const sessions = await manager.delete(SessionEntity, { companyId });
  await manager.delete(InvitationEntity, { companyId });
  await manager.delete(PasswordResetEntity, { companyId });
  return { keys: keys.affected ?? 0, sessions: sessions.affected ?? 0 };
}
