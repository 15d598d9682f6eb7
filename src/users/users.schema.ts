import { z } from 'zod';
import { revocationSchema } from '../cluster';
import { pageOf } from '../platform/http';

export const memberSchema = z
  .object({
    id: z
      .uuid()
      .describe(
        'The id of the user, the same in every company; for an invited person, the id of the invitation.',
      ),
    username: z.string().describe('For an invited person, the username that the invitation is addressed to.'),
    status: z.enum(['invited', 'active', 'deactivated']),
    roles: z.array(z.object({ id: z.uuid(), name: z.string(), system: z.boolean() })),
    createdAt: z.iso.datetime().describe('When they became a member, or were first invited.'),
  })
  .meta({ id: 'Member' });

export const memberPage = pageOf(memberSchema).meta({ id: 'MemberPage' });
export const changedMember = memberSchema
  .extend({ revocation: revocationSchema })
  .meta({ id: 'ChangedMember' });
export const removedMember = z.object({ revocation: revocationSchema }).meta({ id: 'RemovedMember' });

const roleIds = z.array(z.string().max(64)).max(100);

export const newMember = z
  .strictObject({ username: z.string().min(1).max(254), roles: roleIds })
  .meta({ id: 'NewMember' });
export const invitationSchema = z
  .object({
    token: z.string().describe('For the person, who can use it once. It is not shown again.'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Invitation' });
export const invitedMember = z
  .object({ member: memberSchema, invitation: invitationSchema })
  .meta({ id: 'InvitedMember' });

export const memberPatch = z.strictObject({ active: z.boolean() }).meta({ id: 'MemberPatch' });
export const memberRolesBody = z.strictObject({ roles: roleIds }).meta({ id: 'MemberRoles' });

export type MemberView = z.infer<typeof memberSchema>;
export type NewMember = z.infer<typeof newMember>;
export type InvitationView = z.infer<typeof invitationSchema>;
export type InvitedMember = z.infer<typeof invitedMember>;
export type ChangedMember = z.infer<typeof changedMember>;
export type RemovedMember = z.infer<typeof removedMember>;
export type MemberPatch = z.infer<typeof memberPatch>;
export type MemberRolesBody = z.infer<typeof memberRolesBody>;
