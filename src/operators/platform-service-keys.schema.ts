import { z } from 'zod';
import { revocationSchema } from '../cluster';
import { pageOf, plainText } from '../platform/http';

export const serviceKeySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    product: z.string().describe('The code of the product whose keys it may verify.'),
    status: z.enum(['active', 'revoked']),
    start: z.string(),
    last4: z.string(),
    createdAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ServiceKey' });

export const serviceKeyPage = pageOf(serviceKeySchema).meta({ id: 'ServiceKeyPage' });
export const issuedServiceKey = z
  .object({ serviceKey: serviceKeySchema, secret: z.string().describe('The key itself, shown only now.') })
  .meta({ id: 'IssuedServiceKey' });
export const revokedServiceKey = z
  .object({ serviceKey: serviceKeySchema, revocation: revocationSchema })
  .meta({ id: 'RevokedServiceKey' });

export const newServiceKey = z
  .strictObject({ name: plainText(100), product: z.string().max(63) })
  .meta({ id: 'NewServiceKey' });

export type ServiceKeyView = z.infer<typeof serviceKeySchema>;
export type IssuedServiceKey = z.infer<typeof issuedServiceKey>;
export type RevokedServiceKey = z.infer<typeof revokedServiceKey>;
export type NewServiceKey = z.infer<typeof newServiceKey>;
