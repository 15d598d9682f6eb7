import { z } from 'zod';
import { companyMetadata } from '../companies';
import { orAbsent, plainText, slugText } from '../platform/http';
import { invitationSchema } from '../users';
import { platformCompany } from './platform-companies.schema';

export const newPlatformCompany = z
  .strictObject({
    name: plainText(100),
    slug: slugText,
    externalId: orAbsent(plainText(255)).describe('What you call the company in your own systems.'),
    metadata: orAbsent(companyMetadata).describe('Facts of yours; the company does not see them.'),
    owner: z
      .strictObject({ username: z.string().min(1).max(254) })
      .describe('Whom the invitation is addressed to. They may redeem it under another username.'),
    approved: orAbsent(z.boolean()).describe('True for a company that needs no review.'),
    products: orAbsent(z.array(z.string().max(63)).max(100)).describe(
      'The codes of products to enable for it.',
    ),
  })
  .meta({ id: 'NewPlatformCompany' });

const handedOver = invitationSchema.extend({
  delivery: z.literal('caller').describe('You hand the token to the Owner, who redeems it.'),
});

export const madeCompany = z
  .object({ company: platformCompany, invitation: handedOver })
  .meta({ id: 'MadeCompany' });

export const ownerInvitation = handedOver
  .extend({ username: z.string().describe('Whom it is addressed to.') })
  .meta({ id: 'OwnerInvitation' });

export type NewPlatformCompany = z.infer<typeof newPlatformCompany>;
export type MadeCompany = z.infer<typeof madeCompany>;
export type OwnerInvitation = z.infer<typeof ownerInvitation>;
