import { z } from 'zod';

const maxCredentials = 1_000;

export const credentialReport = z
  .strictObject({
    credentials: z
      .array(z.string().min(1).max(512))
      .min(1)
      .max(maxCredentials)
      .describe(
        'The secrets as they were found. Blanks, quotes and invisible characters around them are ignored.',
      ),
  })
  .meta({ id: 'CredentialReport' });

export type CredentialReport = z.infer<typeof credentialReport>;
