// Made from docs/openapi.json by `npm run sdk`. Do not edit.

import * as z from 'zod/mini';

export const companyPatchSchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
  ),
});

export const permissionGrantSchema = /* @__PURE__ */ z
  .string()
  .check(/* @__PURE__ */ z.regex(/^[a-z][a-z0-9.-]{0,47}:([a-z][a-z0-9-]{0,47}|\*)$/u));

export const newRoleSchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(64)),
  permissions: /* @__PURE__ */ z.array(permissionGrantSchema).check(/* @__PURE__ */ z.maxLength(1000)),
});

export const rolePatchSchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(64)),
  ),
  permissions: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.array(permissionGrantSchema).check(/* @__PURE__ */ z.maxLength(1000)),
  ),
});

export const keyPolicyPatchSchema = /* @__PURE__ */ z.strictObject({
  enabled: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  maxActive: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(1000)),
    ),
  ),
  nameRequired: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  maxLifetimeDays: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(3650)),
    ),
  ),
  visibility: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['once', 'recoverable'])),
  format: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['prefixed', 'hex32'])),
  stepUp: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.strictObject({
      generate: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
      reveal: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
      rotate: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
      revoke: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
    }),
  ),
  machines: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['refuse', 'exempt'])),
  selfRotate: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  onHolderReport: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['revoke', 'disable', 'off'])),
});

export const personalKeyPolicyPatchSchema = /* @__PURE__ */ z.strictObject({
  enabled: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  maxActive: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(1000)),
    ),
  ),
  nameRequired: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  maxLifetimeDays: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(180)),
  ),
  visibility: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['once', 'recoverable'])),
  format: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['prefixed', 'hex32'])),
  stepUp: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.strictObject({
      generate: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
      reveal: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
      rotate: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
      revoke: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
    }),
  ),
  machines: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['refuse', 'exempt'])),
  selfRotate: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  onHolderReport: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['revoke', 'disable', 'off'])),
});

export const machineKeyPolicyPatchSchema = /* @__PURE__ */ z.strictObject({
  enabled: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  maxActive: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(1000)),
    ),
  ),
  nameRequired: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  maxLifetimeDays: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(3650)),
    ),
  ),
  visibility: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['once'])),
  format: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['prefixed', 'hex32'])),
  stepUp: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.strictObject({
      generate: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
      reveal: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
      rotate: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
      revoke: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['none', 'password', 'pin', 'totp'])),
    }),
  ),
  machines: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['refuse', 'exempt'])),
  selfRotate: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  onHolderReport: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['revoke', 'disable', 'off'])),
});

export const settingsPatchSchema = /* @__PURE__ */ z.strictObject({
  keys: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.strictObject({
      company: /* @__PURE__ */ z.optional(keyPolicyPatchSchema),
      product: /* @__PURE__ */ z.optional(keyPolicyPatchSchema),
      personal: /* @__PURE__ */ z.optional(personalKeyPolicyPatchSchema),
      machine: /* @__PURE__ */ z.optional(machineKeyPolicyPatchSchema),
    }),
  ),
  locale: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['en', 'id'])),
  timeZone: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.string()),
});

export const newMemberSchema = /* @__PURE__ */ z.strictObject({
  username: /* @__PURE__ */ z
    .string()
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(254)),
  roles: /* @__PURE__ */ z
    .array(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(64)))
    .check(/* @__PURE__ */ z.maxLength(100)),
});

export const memberPatchSchema = /* @__PURE__ */ z.strictObject({ active: /* @__PURE__ */ z.boolean() });

export const memberRolesSchema = /* @__PURE__ */ z.strictObject({
  roles: /* @__PURE__ */ z
    .array(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(64)))
    .check(/* @__PURE__ */ z.maxLength(100)),
});

export const stepUpRequestSchema = /* @__PURE__ */ z.strictObject({
  factor: /* @__PURE__ */ z.enum(['password', 'pin', 'totp']),
  secret: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(1024)),
  action: /* @__PURE__ */ z.enum(['generate', 'reveal', 'rotate', 'revoke', 'enable', 'widen', 'import']),
  kind: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.enum(['company', 'product', 'personal', 'machine', 'service']),
    ),
  ),
  keyId: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.uuid())),
  product: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(64)),
    ),
  ),
  ids: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z
        .array(/* @__PURE__ */ z.uuid())
        .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
    ),
  ),
});

export const newPinSchema = /* @__PURE__ */ z.strictObject({
  password: /* @__PURE__ */ z
    .string()
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(1024)),
  pin: /* @__PURE__ */ z
    .stringFormat('digits', /^[0-9]*$/u)
    .check(/* @__PURE__ */ z.minLength(6), /* @__PURE__ */ z.maxLength(12)),
});

export const passwordProofSchema = /* @__PURE__ */ z.strictObject({
  password: /* @__PURE__ */ z
    .string()
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(1024)),
});

export const totpCodeSchema = /* @__PURE__ */ z.strictObject({
  code: /* @__PURE__ */ z
    .stringFormat('digits', /^[0-9]*$/u)
    .check(/* @__PURE__ */ z.minLength(6), /* @__PURE__ */ z.maxLength(6)),
});

export const newServiceAccountSchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(64)),
  description: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(500)),
    ),
  ),
  roles: /* @__PURE__ */ z
    .array(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(64)))
    .check(/* @__PURE__ */ z.maxLength(100)),
});

export const serviceAccountPatchSchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(64)),
  ),
  description: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(500)),
    ),
  ),
  roles: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z
      .array(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(64)))
      .check(/* @__PURE__ */ z.maxLength(100)),
  ),
  active: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
});

export const verifyRequestSchema = /* @__PURE__ */ z.strictObject({
  key: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(512)),
  username: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(254))),
  permission: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(1000))),
  product: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(64)),
  ),
  address: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(64))),
  environment: /* @__PURE__ */ z._default(/* @__PURE__ */ z.enum(['live', 'test']), 'live'),
  cost: /* @__PURE__ */ z._default(
    /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(0), /* @__PURE__ */ z.lte(1000000)),
    1,
  ),
  include: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.array(/* @__PURE__ */ z.enum(['metadata'])).check(/* @__PURE__ */ z.maxLength(1)),
  ),
});

export const allowedAddressesSchema = /* @__PURE__ */ z
  .array(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(64)))
  .check(/* @__PURE__ */ z.maxLength(50));

export const rateLimitsSchema = /* @__PURE__ */ z
  .array(
    /* @__PURE__ */ z.strictObject({
      name: /* @__PURE__ */ z.stringFormat('rate-limit-name', /^[a-z][a-z0-9-]{0,31}$/u),
      limit: /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(1000000000)),
      windowSeconds: /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(2678400)),
    }),
  )
  .check(/* @__PURE__ */ z.maxLength(8));

export const quotaSchema = /* @__PURE__ */ z.strictObject({
  limit: /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(1000000000000)),
  refill: /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.enum(['day', 'month'])),
});

export const newKeySchema = /* @__PURE__ */ z.strictObject({
  kind: /* @__PURE__ */ z.enum(['company', 'product', 'personal', 'machine']),
  environment: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.enum(['live', 'test'])),
  ),
  name: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
    ),
  ),
  description: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(500)),
    ),
  ),
  metadata: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.record(
        /* @__PURE__ */ z.string(),
        /* @__PURE__ */ z.union([
          /* @__PURE__ */ z.string(),
          /* @__PURE__ */ z.number(),
          /* @__PURE__ */ z.boolean(),
        ]),
      ),
    ),
  ),
  product: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(64)),
    ),
  ),
  serviceAccountId: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(64))),
  ),
  expiresAt: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.union([
        /* @__PURE__ */ z.iso.datetime({ offset: true }),
        /* @__PURE__ */ z.iso.date(),
      ]),
    ),
  ),
  timeZone: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  permissions: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.array(permissionGrantSchema).check(/* @__PURE__ */ z.maxLength(1000)),
    ),
  ),
  allowedAddresses: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(allowedAddressesSchema)),
  rateLimits: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(rateLimitsSchema)),
  quota: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(quotaSchema)),
});

export const keyLookupSchema = /* @__PURE__ */ z.strictObject({
  key: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(512)),
});

export const policyPreviewRequestSchema = /* @__PURE__ */ z.strictObject({
  kind: /* @__PURE__ */ z.enum(['company', 'product', 'personal', 'machine']),
  maxLifetimeDays: /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(3650)),
});

export const keyPatchSchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
    ),
  ),
  description: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(500)),
    ),
  ),
  metadata: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.record(
        /* @__PURE__ */ z.string(),
        /* @__PURE__ */ z.union([
          /* @__PURE__ */ z.string(),
          /* @__PURE__ */ z.number(),
          /* @__PURE__ */ z.boolean(),
        ]),
      ),
    ),
  ),
  expiresAt: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.union([
        /* @__PURE__ */ z.iso.datetime({ offset: true }),
        /* @__PURE__ */ z.iso.date(),
      ]),
    ),
  ),
  timeZone: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.string()),
  permissions: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.array(permissionGrantSchema).check(/* @__PURE__ */ z.maxLength(1000)),
    ),
  ),
  allowedAddresses: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(allowedAddressesSchema)),
  rateLimits: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(rateLimitsSchema)),
  quota: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(quotaSchema)),
});

export const keyBulkSchema = /* @__PURE__ */ z.strictObject({
  action: /* @__PURE__ */ z.enum(['revoke', 'disable', 'enable']),
  ids: /* @__PURE__ */ z
    .array(/* @__PURE__ */ z.uuid())
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
  reason: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(200)),
    ),
  ),
});

export const selfRotateSchema = /* @__PURE__ */ z.strictObject({
  overlapSeconds: /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(3600), /* @__PURE__ */ z.lte(604800)),
});

export const rotateKeySchema = /* @__PURE__ */ z.strictObject({
  overlapSeconds: /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(0), /* @__PURE__ */ z.lte(604800)),
  expiresAt: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.union([
        /* @__PURE__ */ z.iso.datetime({ offset: true }),
        /* @__PURE__ */ z.iso.date(),
      ]),
    ),
  ),
  timeZone: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
});

export const revokeKeySchema = /* @__PURE__ */ z.strictObject({
  reason: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(200)),
    ),
  ),
  made: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.boolean())),
});

export const keyShapeSchema = /* @__PURE__ */ z.strictObject({
  prefix: /* @__PURE__ */ z
    .stringFormat('key-prefix', /^[0-9A-Za-z_.:-]*$/u)
    .check(/* @__PURE__ */ z.maxLength(16)),
  length: /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(22), /* @__PURE__ */ z.lte(200)),
  alphabet: /* @__PURE__ */ z.enum(['hex', 'base62', 'base64url']),
});

export const keyToImportSchema = /* @__PURE__ */ z.strictObject({
  hash: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(256)),
  algorithm: /* @__PURE__ */ z.enum([
    'plain',
    'sha256-hex',
    'sha256-base64',
    'sha512-hex',
    'hmac-sha256-hex',
  ]),
  secretName: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(16))),
  ),
  name: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
    ),
  ),
  description: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(500)),
    ),
  ),
  metadata: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.record(
        /* @__PURE__ */ z.string(),
        /* @__PURE__ */ z.union([
          /* @__PURE__ */ z.string(),
          /* @__PURE__ */ z.number(),
          /* @__PURE__ */ z.boolean(),
        ]),
      ),
    ),
  ),
  expiresAt: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.union([
        /* @__PURE__ */ z.iso.datetime({ offset: true }),
        /* @__PURE__ */ z.iso.date(),
      ]),
    ),
  ),
  timeZone: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  permissions: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.array(permissionGrantSchema).check(/* @__PURE__ */ z.maxLength(1000)),
    ),
  ),
  allowedAddresses: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(allowedAddressesSchema)),
  rateLimits: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(rateLimitsSchema)),
  quota: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(quotaSchema)),
});

export const keyImportSchema = /* @__PURE__ */ z.strictObject({
  kind: /* @__PURE__ */ z.enum(['company', 'product']),
  product: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(64)),
    ),
  ),
  shape: keyShapeSchema,
  seenWithinDays: /* @__PURE__ */ z._default(
    /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(1), /* @__PURE__ */ z.lte(3650)),
    180,
  ),
  keys: /* @__PURE__ */ z
    .array(/* @__PURE__ */ z.union([keyToImportSchema, /* @__PURE__ */ z.looseObject({})]))
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(1000)),
});

export const signInSchema = /* @__PURE__ */ z.strictObject({
  username: /* @__PURE__ */ z
    .string()
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(254)),
  password: /* @__PURE__ */ z
    .string()
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(1024)),
});

export const switchCompanySchema = /* @__PURE__ */ z.strictObject({
  companyId: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(64)),
});

export const newCompanySchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
  slug: /* @__PURE__ */ z
    .stringFormat('slug', /^(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u)
    .check(/* @__PURE__ */ z.minLength(3), /* @__PURE__ */ z.maxLength(63)),
  owner: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.strictObject({
        username: /* @__PURE__ */ z
          .string()
          .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(254)),
        password: /* @__PURE__ */ z
          .string()
          .check(/* @__PURE__ */ z.minLength(12), /* @__PURE__ */ z.maxLength(256)),
      }),
    ),
  ),
});

export const passwordChangeSchema = /* @__PURE__ */ z.strictObject({
  password: /* @__PURE__ */ z
    .string()
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(1024)),
  newPassword: /* @__PURE__ */ z
    .string()
    .check(/* @__PURE__ */ z.minLength(12), /* @__PURE__ */ z.maxLength(256)),
});

export const invitationTokenSchema = /* @__PURE__ */ z.strictObject({
  token: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(256)),
});

export const redeemInvitationSchema = /* @__PURE__ */ z.strictObject({
  token: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(256)),
  username: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(254)),
  ),
  password: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(1024)),
  ),
});

export const newPasswordResetSchema = /* @__PURE__ */ z.strictObject({
  userId: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(64))),
  ),
  username: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(254)),
    ),
  ),
});

export const passwordResetTokenSchema = /* @__PURE__ */ z.strictObject({
  token: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(256)),
});

export const redeemPasswordResetSchema = /* @__PURE__ */ z.strictObject({
  token: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(256)),
  password: /* @__PURE__ */ z
    .string()
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(1024)),
});

export const newPlatformCompanySchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
  slug: /* @__PURE__ */ z
    .stringFormat('slug', /^(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u)
    .check(/* @__PURE__ */ z.minLength(3), /* @__PURE__ */ z.maxLength(63)),
  externalId: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(255)),
    ),
  ),
  metadata: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.record(
        /* @__PURE__ */ z.string(),
        /* @__PURE__ */ z.union([
          /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(1000)),
          /* @__PURE__ */ z.number(),
          /* @__PURE__ */ z.boolean(),
        ]),
      ),
    ),
  ),
  owner: /* @__PURE__ */ z.strictObject({
    username: /* @__PURE__ */ z
      .string()
      .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(254)),
  }),
  approved: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.boolean())),
  products: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z
        .array(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(63)))
        .check(/* @__PURE__ */ z.maxLength(100)),
    ),
  ),
});

export const seenRevisionSchema = /* @__PURE__ */ z.strictObject({
  revision: /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(0), /* @__PURE__ */ z.lte(9007199254740991)),
});

export const companyRejectionSchema = /* @__PURE__ */ z.strictObject({
  revision: /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.gte(0), /* @__PURE__ */ z.lte(9007199254740991)),
  reason: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(500)),
});

export const decisionReasonSchema = /* @__PURE__ */ z.strictObject({
  reason: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(500)),
});

export const productActivationSchema = /* @__PURE__ */ z.strictObject({
  enabled: /* @__PURE__ */ z.boolean(),
});

export const revokeReasonSchema = /* @__PURE__ */ z.strictObject({
  reason: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(200)),
    ),
  ),
});

export const definedPermissionsSchema = /* @__PURE__ */ z
  .array(
    /* @__PURE__ */ z.strictObject({
      name: /* @__PURE__ */ z
        .stringFormat('permission', /^(?!all:)[a-z][a-z0-9-]{0,47}:(?!manage$)[a-z][a-z0-9-]{0,47}$/u)
        .check(/* @__PURE__ */ z.maxLength(97)),
      label: /* @__PURE__ */ z
        .string()
        .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
    }),
  )
  .check(/* @__PURE__ */ z.maxLength(100));

export const newProductSchema = /* @__PURE__ */ z.strictObject({
  code: /* @__PURE__ */ z
    .stringFormat('slug', /^(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u)
    .check(/* @__PURE__ */ z.minLength(3), /* @__PURE__ */ z.maxLength(63)),
  name: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
  permissions: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(definedPermissionsSchema)),
  grants: /* @__PURE__ */ z.array(permissionGrantSchema).check(/* @__PURE__ */ z.maxLength(1000)),
  enabledByDefault: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.boolean())),
  forMembers: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.boolean())),
});

export const productPatchSchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
  ),
  permissions: /* @__PURE__ */ z.optional(definedPermissionsSchema),
  grants: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.array(permissionGrantSchema).check(/* @__PURE__ */ z.maxLength(1000)),
  ),
  enabledByDefault: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
  forMembers: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.boolean()),
});

export const newServiceKeySchema = /* @__PURE__ */ z.strictObject({
  name: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
  product: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.maxLength(63))),
  ),
  permissions: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z
        .array(
          /* @__PURE__ */ z.enum(['keys:verify', 'keys:manage', 'companies:manage', 'companies:approve']),
        )
        .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(4)),
    ),
  ),
  expiresAt: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.union([
        /* @__PURE__ */ z.iso.datetime({ offset: true }),
        /* @__PURE__ */ z.iso.date(),
      ]),
    ),
  ),
  timeZone: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  gateway: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.nullable(
      /* @__PURE__ */ z.strictObject({
        audiences: /* @__PURE__ */ z
          .array(/* @__PURE__ */ z.stringFormat('audience', /^[\x21-\x7E]{1,200}$/u))
          .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(10)),
      }),
    ),
  ),
  allowedAddresses: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.nullable(allowedAddressesSchema)),
});

export const readNotificationsSchema = /* @__PURE__ */ z.union([
  /* @__PURE__ */ z.strictObject({
    ids: /* @__PURE__ */ z
      .array(/* @__PURE__ */ z.uuid())
      .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
  }),
  /* @__PURE__ */ z.strictObject({ upTo: /* @__PURE__ */ z.uuid() }),
]);

export const newSalesInvoiceSchema = /* @__PURE__ */ z.strictObject({
  number: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(32)),
  customer: /* @__PURE__ */ z
    .string()
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(100)),
  total: /* @__PURE__ */ z.stringFormat('amount', /^(0|[1-9]\d{0,12})\.\d{2}$/u),
  currency: /* @__PURE__ */ z.stringFormat('currency', /^[A-Z]{3}$/u),
  issuedOn: /* @__PURE__ */ z.iso.date(),
});

export const credentialReportSchema = /* @__PURE__ */ z.strictObject({
  credentials: /* @__PURE__ */ z
    .array(/* @__PURE__ */ z.string().check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(512)))
    .check(/* @__PURE__ */ z.minLength(1), /* @__PURE__ */ z.maxLength(1000)),
});
