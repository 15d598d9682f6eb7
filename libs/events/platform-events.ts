import * as z from 'zod/mini';
import { defineEvent } from './define-event';
import { momentOrNone, text, textOrNone, texts, toOperators } from './facts';

const aServiceKey = { name: text, product: textOrNone };

/** Earlier entries of the log are without: those keys verify, without an end and from anywhere. */
const may = {
  permissions: texts,
  expiresAt: momentOrNone,
  allowedAddresses: z.nullable(texts),
  audiences: z.nullable(texts),
};

/** Earlier entries of the log are without. */
const soldAs = { permissions: texts, enabledByDefault: z.boolean(), forMembers: z.boolean() };

/** What happens to no company in particular. */
export const platformEvents = {
  productCreated: defineEvent('product.created', {
    label: 'Product created',
    target: 'product',
    data: z.strictObject({ name: text, grants: texts, ...z.partial(z.strictObject(soldAs)).shape }),
    ...toOperators,
  }),
  productUpdated: defineEvent('product.updated', {
    label: 'Product changed',
    target: 'product',
    data: z.strictObject({ name: text, grants: texts, ...soldAs, removed: texts }),
    evicts: 'company',
    ...toOperators,
  }),
  productRetired: defineEvent('product.retired', {
    label: 'Product retired',
    target: 'product',
    data: z.strictObject({ name: text }),
    evicts: 'company',
    ...toOperators,
  }),

  serviceKeyGenerated: defineEvent('service-key.generated', {
    label: 'Service key generated',
    target: 'service-key',
    data: z.strictObject({ ...aServiceKey, ...z.partial(z.strictObject(may)).shape }),
    ...toOperators,
  }),
  serviceKeyRevoked: defineEvent('service-key.revoked', {
    label: 'Service key revoked',
    target: 'service-key',
    data: z.strictObject(aServiceKey),
    evicts: 'key',
    ...toOperators,
  }),
  serviceKeyReported: defineEvent('service-key.reported', {
    label: 'Secret of a service key reported',
    target: 'service-key',
    data: z.strictObject({ ...aServiceKey, start: text, last4: text, address: textOrNone }),
    ...toOperators,
  }),
  operatorCreated: defineEvent('operator.created', {
    label: 'Operator created',
    target: 'user',
    data: z.strictObject({ username: text }),
    ...toOperators,
  }),
  databaseRestored: defineEvent('database.restored', {
    label: 'Database restored',
    target: 'database',
    data: z.strictObject({ position: z.int(), reappliedTo: z.nullable(z.int()) }),
    ...toOperators,
  }),
} as const;
