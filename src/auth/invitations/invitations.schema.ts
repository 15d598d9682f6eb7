import { z } from 'zod';
import { givenPasswordSchema } from '../../users';
import { oneTimeTokenSchema } from '../one-time-token.schema';

export const redeemInvitationSchema = z
  .strictObject({
    token: oneTimeTokenSchema,
    username: z
      .string()
      .min(1)
      .max(254)
      .optional()
      .describe('For a new account, if it should have another username than the invitation.'),
    password: givenPasswordSchema
      .optional()
      .describe(
        'The password for the new account; or the password of your account, if the username of the invitation is yours. ' +
          'Leave it out to join with the account you are signed in with.',
      ),
  })
  .meta({ id: 'RedeemInvitation' });

export const redeemedInvitationSchema = z
  .object({ username: z.string(), company: z.object({ name: z.string(), slug: z.string() }) })
  .meta({ id: 'RedeemedInvitation' });

export const invitationTokenSchema = z
  .strictObject({ token: oneTimeTokenSchema })
  .meta({ id: 'InvitationToken' });

export const invitationPreviewSchema = z
  .object({
    company: z.object({ name: z.string() }),
    username: z
      .string()
      .describe('To whom it is addressed. Whoever has the token may join under another username.'),
    invitedBy: z
      .string()
      .nullable()
      .describe('The username of the member who gave out the token; null if the platform did, or they left.'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'InvitationPreview' });

export type InvitationToken = z.infer<typeof invitationTokenSchema>;
export type InvitationPreview = z.infer<typeof invitationPreviewSchema>;
export type RedeemInvitation = z.infer<typeof redeemInvitationSchema>;
export type RedeemedInvitation = z.infer<typeof redeemedInvitationSchema>;
