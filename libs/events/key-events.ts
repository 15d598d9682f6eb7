import * as z from 'zod/mini';
import { defineEvent } from './define-event';
import { moment, momentOrNone, productPermissions, text, textOrNone, texts } from './facts';

const aKey = { kind: text, name: textOrNone };
const limits = { allowedAddresses: z.unknown(), rateLimits: z.unknown(), quota: z.unknown() };
const ofKey = { target: 'key', evicts: 'key' } as const;

/** What happens to the keys of companies. */
export const keyEvents = {
  keyGenerated: defineEvent('key.generated', {
    label: 'Key generated',
    target: 'key',
    data: z.strictObject({
      ...aKey,
      // Entries of former versions have none: those keys are live.
      environment: z.optional(text),
      product: textOrNone,
      permissions: z.nullable(texts),
      productPermissions,
      expiresAt: momentOrNone,
    }),
  }),
  keyImported: defineEvent('key.imported', {
    label: 'Key imported',
    target: 'key',
    evicts: 'foreign-texts',
    data: z.strictObject({
      ...aKey,
      product: textOrNone,
      permissions: z.nullable(texts),
      productPermissions,
      expiresAt: momentOrNone,
      algorithm: text,
    }),
  }),
  keyShapeAdded: defineEvent('key-shape.added', {
    label: 'Shape of imported keys added',
    target: 'key-shape',
    evicts: 'foreign-texts',
    data: z.strictObject({ prefix: text, length: z.int(), alphabet: text }),
  }),
  keyShapeRemoved: defineEvent('key-shape.removed', {
    label: 'Shape of imported keys removed',
    target: 'key-shape',
    evicts: 'foreign-texts',
    data: z.strictObject({ prefix: text, length: z.int(), alphabet: text, unseen: z.int() }),
  }),
  keyUpdated: defineEvent('key.updated', {
    label: 'Key changed',
    ...ofKey,
    data: z.strictObject({
      name: textOrNone,
      description: textOrNone,
      metadata: z.nullable(z.record(text, z.union([text, z.number(), z.boolean()]))),
      expiresAt: momentOrNone,
      permissions: z.nullable(texts),
      productPermissions,
      ...limits,
      before: z.strictObject({ name: textOrNone, expiresAt: momentOrNone, permissions: z.nullable(texts) }),
    }),
  }),
  keyRotated: defineEvent('key.rotated', {
    label: 'Key rotated',
    ...ofKey,
    data: z.strictObject({
      ...aKey,
      overlapSeconds: z.int(),
      expiresAt: momentOrNone,
      // The key rotated itself.
      itself: z.optional(z.literal(true)),
    }),
  }),
  keyOverlapEnded: defineEvent('key.overlap-ended', {
    label: 'Old secret ended',
    ...ofKey,
    data: z.strictObject({ ...aKey, start: textOrNone, last4: text, endsAt: momentOrNone }),
  }),
  keyRevealed: defineEvent('key.revealed', {
    label: 'Key shown again',
    target: 'key',
    data: z.strictObject(aKey),
  }),
  keyDisabled: defineEvent('key.disabled', {
    label: 'Key disabled',
    ...ofKey,
    data: z.strictObject(aKey),
  }),
  keyEnabled: defineEvent('key.enabled', { label: 'Key enabled', ...ofKey, data: z.strictObject(aKey) }),
  keyRevoked: defineEvent('key.revoked', {
    label: 'Key revoked',
    ...ofKey,
    data: z.strictObject({ ...aKey, reason: textOrNone }),
  }),
  keyDeleted: defineEvent('key.deleted', { label: 'Key deleted', ...ofKey, data: z.strictObject(aKey) }),
  keyReported: defineEvent('key.reported', {
    label: 'Secret reported',
    target: 'key',
    data: z.strictObject({ ...aKey, start: textOrNone, last4: text, done: text, address: textOrNone }),
  }),
  keyExpiring: defineEvent('key.expiring', {
    label: 'Key expires soon',
    target: 'key',
    data: z.strictObject({
      name: textOrNone,
      expiresAt: moment,
      // Earlier entries of the log, written once 14 days before, are without.
      days: z.optional(z.literal([30, 7, 1])),
    }),
  }),
} as const;
