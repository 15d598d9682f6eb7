import * as z from 'zod/mini';
import { defineEvent } from './define-event';
import { text, texts, toOperators } from './facts';

const aServiceKey = z.strictObject({ name: text, product: text });

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
    data: aServiceKey,
    ...toOperators,
  }),
  serviceKeyRevoked: defineEvent('service-key.revoked', {
    label: 'Service key revoked',
    target: 'service-key',
    data: aServiceKey,
    evicts: 'key',
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
