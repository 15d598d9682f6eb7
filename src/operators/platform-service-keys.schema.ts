import { z } from 'zod';
import { servicePermissions } from '../../libs/permissions';
import { allowedAddressesSchema, audiencesSchema } from '../api-keys';
import { revocationSchema } from '../cluster';
import { momentOrDay, orAbsent, pageOf, plainText, timeZoneName } from '../platform/http';

const permission = z.enum(servicePermissions);

export const serviceKeySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    product: z
      .string()
      .nullable()
      .describe(
        'The code of the product whose keys it is for; null for the keys of all products, and all others.',
      ),
    permissions: z.array(permission),
    allowedAddresses: allowedAddressesSchema.describe('From where it may be used; empty for anywhere.'),
    gateway: z
      .object({ audiences: z.array(z.string()) })
      .nullable()
      .describe('Of the key of a gateway, which is told whose a key is; null for all others.'),
    status: z
      .enum(['active', 'expired', 'revoked', 'broken'])
      .describe('`broken` has a value that cannot be read: it is refused, and can only be revoked.'),
    start: z.string(),
    last4: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable().describe('Null for a key of a former version, which has no end.'),
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
  .strictObject({
    name: plainText(100),
    product: orAbsent(z.string().max(63)).describe(
      'The code of the product whose keys it is for. If left out, the keys of all products, and all others.',
    ),
    permissions: orAbsent(z.array(permission).min(1).max(servicePermissions.length)).describe(
      '`keys:verify`, which it has if this is left out; `keys:manage`, to create, change, disable, rotate, revoke and look up company and product keys of the company that a request names in `Kunci-Company`; `companies:manage`, to create, see and close companies; `companies:approve`.',
    ),
    expiresAt: orAbsent(momentOrDay).describe(
      'A moment, at any offset, or a date, which means the end of that day in `timeZone`; at most a year from now, which it is if this is left out.',
    ),
    timeZone: orAbsent(timeZoneName).describe(
      'Where the day of `expiresAt` ends: a time zone of the IANA database, UTC if left out.',
    ),
    gateway: orAbsent(z.strictObject({ audiences: audiencesSchema })).describe(
      'For a gateway that sends this key to `/gateway/check` as `Kunci-Gateway`: it is told whose a key is, signed for one of these audiences. Needs `keys:verify`.',
    ),
    allowedAddresses: orAbsent(allowedAddressesSchema).describe(
      'From where it may be used. In production a key that may do more than verify, or is for all products, needs them, and a block of all addresses is refused.',
    ),
  })
  .meta({ id: 'NewServiceKey' });

export type ServiceKeyView = z.infer<typeof serviceKeySchema>;
export type IssuedServiceKey = z.infer<typeof issuedServiceKey>;
export type RevokedServiceKey = z.infer<typeof revokedServiceKey>;
export type NewServiceKey = z.infer<typeof newServiceKey>;
