import { z } from 'zod';
import { foundKey, keySchema } from '../api-keys';
import { revocationSchema } from '../cluster';
import { platformCompany } from './platform-companies.schema';

const company = platformCompany.describe('The company that the key belongs to.');

export const foundPlatformKey = foundKey.extend({ company }).meta({ id: 'FoundPlatformKey' });
export const revokedPlatformKey = z
  .object({ key: keySchema, company, revocation: revocationSchema })
  .meta({ id: 'RevokedPlatformKey' });

export type FoundPlatformKey = z.infer<typeof foundPlatformKey>;
export type RevokedPlatformKey = z.infer<typeof revokedPlatformKey>;
