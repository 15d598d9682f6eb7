// Made from docs/openapi.json by `npm run sdk`. Do not edit.

/** The paths whose POST takes an `Idempotency-Key`: sent twice with the same, it is carried out once. */
export const idempotentPosts: ReadonlySet<string> = new Set([
  '/api/v1/roles',
  '/api/v1/users',
  '/api/v1/service-accounts',
  '/api/v1/keys',
  '/api/v1/keys/self/rotate',
  '/api/v1/keys/{id}/rotate',
  '/api/v1/password-resets',
  '/api/v1/platform/companies',
  '/api/v1/platform/companies/{id}/invitation',
  '/api/v1/platform/products',
  '/api/v1/platform/service-keys',
  '/api/v1/sales_invoices',
]);
