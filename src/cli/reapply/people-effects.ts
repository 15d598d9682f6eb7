import { In } from 'typeorm';
import { CompanyEntity } from '../../companies';
import { endUser, releaseUsername } from '../../operators';
import { skeletonOf } from '../../platform/names';
import { RoleEntity } from '../../roles';
import { ServiceAccountEntity } from '../../service-accounts';
import { UserFactorEntity } from '../../step-up';
import {
  InvitationEntity,
  InvitationRoleEntity,
  MemberEntity,
  MemberRoleEntity,
  nobodysHash,
  releasedUsername,
  UserEntity,
} from '../../users';
import { type Effect, type Effects, type PastEvent } from './effect';
import { type LoggedPermissions, storedFrom } from './logged-permissions';
import { type Rows } from './rows';

/** What the log says about members, their roles, passwords and factors. */
export const peopleEffects: Effects = {
  'member.invited': async (rows, event) => {
    await endToken(rows, invitationOf(event));
    await changeRoles(rows, event);
    return sayOfInvited(
      rows,
      invitationOf(event),
      'was invited: the new invitation is not in the log. Invite them again.',
    );
  },
  'member.joined': async (rows, event) => {
    // A cast: the log is ours and its chain was checked. Before invitations had ids of their own, it was the person's.
    const { invitationId = event.targetId } = event.facts as { invitationId?: string };
    const invitation = { companyId: invitationOf(event).companyId, id: invitationId };
    await endToken(rows, invitation);
    return sayOfInvited(rows, invitation, 'joined after the backup. Invite them again.');
  },
  'member.deactivated': async (rows, event) => {
    await endToken(rows, invitationOf(event));
    await rows.update(InvitationEntity, invitationOf(event), { status: 'deactivated' });
    await rows.update(MemberEntity, memberOf(event), { status: 'deactivated' });
    return null;
  },
  'member.reactivated': async (rows, event) => {
    await rows.update(InvitationEntity, invitationOf(event), { status: 'invited' });
    await rows.update(MemberEntity, memberOf(event), { status: 'active' });
    return null;
  },
  'member.roles-changed': async (rows, event) => {
    await changeRoles(rows, event);
    return null;
  },
  'member.removed': async (rows, event) => {
    const { companyId, id } = invitationOf(event);
    await rows.delete(InvitationRoleEntity, { companyId, invitationId: id });
    await rows.delete(InvitationEntity, { companyId, id });
    await rows.delete(MemberRoleEntity, memberOf(event));
    await rows.delete(MemberEntity, memberOf(event));
    return null;
  },
  'service-account.updated': async (rows, event) => {
    // A cast: the log is ours and its chain was checked; this is what the change of an account writes.
    const { name, description, active } = event.facts as ServiceAccountFacts;
    const { companyId, targetId: id } = event;
    const change = { name, nameSkeleton: skeletonOf(name), description };
    await rows.update(ServiceAccountEntity, { companyId, id }, change);
    await renameAccount(rows, event, (slug) => ({ username: `${name}@${slug}` }));
    await rows.update(MemberEntity, memberOf(event), { status: active ? 'active' : 'deactivated' });
    await changeRoles(rows, event);
    return null;
  },
  'service-account.deleted': async (rows, event) => {
    const { companyId, targetId: id } = event;
    // A cast: the log is ours and its chain was checked; this is what deleting an account writes.
    const { name } = event.facts as Pick<ServiceAccountFacts, 'name'>;
    await rows.delete(ServiceAccountEntity, { companyId, id });
    await rows.delete(MemberRoleEntity, memberOf(event));
    await rows.delete(MemberEntity, memberOf(event));
    await renameAccount(rows, event, (slug) => ({
      username: releasedUsername(id),
      formerUsername: `${name}@${slug}`,
    }));
    return null;
  },
  'role.updated': async (rows, { companyId, targetId: id, facts }) => {
    // A cast: the log is ours and its chain was checked; this is what the change of a role writes.
    const said = facts as unknown as Pick<RoleEntity, 'name'> & LoggedPermissions;
    await rows.update(
      RoleEntity,
      { companyId, id },
      { name: said.name, permissions: storedFrom(said) ?? null },
    );
    return null;
  },
  'role.deleted': async (rows, { companyId, targetId }) => {
    await rows.delete(MemberRoleEntity, { companyId, roleId: targetId });
    await rows.delete(InvitationRoleEntity, { companyId, roleId: targetId });
    await rows.delete(RoleEntity, { companyId, id: targetId });
    return null;
  },
  'user.released': async (rows, { targetId, at }) => {
    await releaseUsername(rows, targetId, at);
    await endUser(rows, targetId, at);
    return null;
  },
  'user.password-changed': forgetPassword,
  'password-reset.redeemed': forgetPassword,
  'user.pin-set': forgetFactor('pin', 'a new PIN'),
  'user.totp-confirmed': forgetFactor('totp', 'a new secret for one-time codes'),
  'user.totp-removed': async (rows, { targetId }) => {
    await rows.delete(UserFactorEntity, { userId: targetId, factor: 'totp' });
    return null;
  },
};

type ServiceAccountFacts = Pick<ServiceAccountEntity, 'name' | 'description'> & { active: boolean };

type InvitationKey = Pick<InvitationEntity, 'companyId' | 'id'>;

function memberOf({ companyId, targetId }: PastEvent): { companyId: string; userId: string } {
  return { companyId, userId: targetId };
}

/** Events about an invited person name the invitation; events about a member name the person. */
function invitationOf({ companyId, targetId }: PastEvent): InvitationKey {
  return { companyId, id: targetId };
}

/** The username of a service account ends with the slug of its company. */
async function renameAccount(
  rows: Rows,
  { companyId, targetId }: PastEvent,
  change: (slug: string) => Partial<Pick<UserEntity, 'username' | 'formerUsername'>>,
): Promise<void> {
  const company = await rows.findOneBy(CompanyEntity, { id: companyId });
  if (company === null) return;
  await rows.update(UserEntity, { id: targetId, serviceAccount: true }, change(company.slug));
}

/** It was used or replaced. */
async function endToken(rows: Rows, invitation: InvitationKey): Promise<void> {
  await rows.update(InvitationEntity, invitation, { tokenHash: null, expiresAt: null });
}

/** Roles are named in the log. A role that was made after the backup is missing, so nobody gets it. */
async function changeRoles(rows: Rows, event: PastEvent): Promise<void> {
  const { companyId, userId } = memberOf(event);
  // A cast: the log is ours and its chain was checked; this is what the change of roles writes.
  const { given = [], taken = [] } = event.facts as { given?: string[]; taken?: string[] };
  const roles = await rows.findBy(RoleEntity, { companyId, name: In([...given, ...taken]) });
  const isMember = await rows.existsBy(MemberEntity, { companyId, userId });
  const isInvited = await rows.existsBy(InvitationEntity, { companyId, id: userId });
  for (const { id: roleId, name } of roles) {
    const promise = { companyId, invitationId: userId, roleId };
    await rows.delete(InvitationRoleEntity, promise);
    if (isInvited && given.includes(name)) await rows.insert(InvitationRoleEntity, promise);
    const link = { companyId, userId, roleId };
    await rows.delete(MemberRoleEntity, link);
    if (isMember && given.includes(name)) await rows.insert(MemberRoleEntity, link);
  }
}

/** The old password must stop working, and the new one is not in the log: no password is. */
async function forgetPassword(rows: Rows, event: PastEvent): Promise<string | null> {
  await rows.update(UserEntity, { id: event.targetId }, { passwordHash: nobodysHash });
  return sayOf(rows, event, 'changed the password. Reset it, for the old one is void here.');
}

function forgetFactor(factor: 'pin' | 'totp', what: string): Effect {
  return async (rows, event) => {
    await rows.delete(UserFactorEntity, { userId: event.targetId, factor });
    return sayOf(rows, event, `must set up ${what}: the old one is void here.`);
  };
}

/** @returns null for an invitation that is not in the backup. */
async function sayOfInvited(rows: Rows, invitation: InvitationKey, what: string): Promise<string | null> {
  const found = await rows.findOneBy(InvitationEntity, invitation);
  return found === null ? null : `${found.username} ${what}`;
}

/** @returns null for a person who is not in the backup. */
async function sayOf(rows: Rows, event: PastEvent, what: string): Promise<string | null> {
  const user = await rows.findOneBy(UserEntity, { id: event.targetId });
  return user === null ? null : `${user.username} ${what}`;
}
