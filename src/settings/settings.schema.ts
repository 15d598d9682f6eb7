import { z } from 'zod';
import { revocationSchema } from '../cluster';
import { timeZoneName } from '../platform/http';
import { locales } from './company-settings.entity';
import {
  companyKeyPolicy,
  companyKeyPolicyPatch,
  machineKeyPolicy,
  machineKeyPolicyPatch,
  personalKeyPolicy,
  personalKeyPolicyPatch,
} from './key-policy';

export const settingsSchema = z
  .object({
    keys: z.object({
      company: companyKeyPolicy,
      product: companyKeyPolicy,
      personal: personalKeyPolicy,
      machine: machineKeyPolicy,
    }),
    locale: z.enum(locales),
    timeZone: z
      .string()
      .describe(
        'A time zone of the IANA database. Dates in requests mean days in it, unless they say otherwise.',
      ),
  })
  .meta({ id: 'Settings' });

export const changedSettings = settingsSchema
  .extend({ revocation: revocationSchema })
  .meta({ id: 'ChangedSettings' });

const keyPoliciesPatch = z
  .strictObject({
    company: companyKeyPolicyPatch,
    product: companyKeyPolicyPatch,
    personal: personalKeyPolicyPatch,
    machine: machineKeyPolicyPatch,
  })
  .partial();

export const settingsPatch = z
  .strictObject({
    keys: keyPoliciesPatch,
    locale: z.enum(locales),
    timeZone: timeZoneName.describe('What was stored by it before stays: keys expire when they did.'),
  })
  .partial()
  .meta({ id: 'SettingsPatch' });

export type SettingsView = z.infer<typeof settingsSchema>;
export type ChangedSettings = z.infer<typeof changedSettings>;
export type KeyPoliciesPatch = z.infer<typeof keyPoliciesPatch>;
export type SettingsPatch = z.infer<typeof settingsPatch>;
