import { newKeySchema, newSalesInvoiceSchema, rotateKeySchema, verifyRequestSchema } from '.';

describe('the schemas of what the API is sent', () => {
  it.each([
    { kind: 'company' },
    { kind: 'product', product: 'qris', name: 'Till', permissions: ['sales-invoices:read'] },
    { kind: 'personal', expiresAt: '2026-02-28' },
    { kind: 'personal', expiresAt: '2026-02-28T12:00:00.000Z', quota: { limit: 5, refill: null } },
    { kind: 'company', rateLimits: [{ name: 'burst', limit: 5, windowSeconds: 60 }], allowedAddresses: [] },
  ])('let through what the server takes: %j', (body) => {
    expect(newKeySchema.safeParse(body)).toEqual({ success: true, data: body });
  });

  it.each([
    [{}, 'kind'],
    [{ kind: 'service' }, 'kind'],
    [{ kind: 'company', name: '' }, 'name'],
    [{ kind: 'company', name: 'x'.repeat(101) }, 'name'],
    [{ kind: 'company', expiresAt: '2026-02-30' }, 'expiresAt'],
    [{ kind: 'company', quota: { limit: 1.5, refill: null } }, 'quota.limit'],
    [{ kind: 'company', quota: { limit: 1, refill: 'year' } }, 'quota.refill'],
    [{ kind: 'company', rateLimits: [{ name: 'Burst', limit: 5, windowSeconds: 60 }] }, 'rateLimits.0.name'],
    [{ kind: 'company', permissions: ['all'] }, 'permissions.0'],
    [{ kind: 'company', secret: 'x' }, ''],
  ])('refuse what it refuses, at the same place: %j', (body, place) => {
    const places = newKeySchema.safeParse(body).error?.issues.map((issue) => issue.path.join('.'));

    expect(places).toEqual([place]);
  });

  it('know bounds, patterns and defaults', () => {
    expect(rotateKeySchema.safeParse({ overlapSeconds: 604_800 }).success).toBe(true);
    expect(rotateKeySchema.safeParse({ overlapSeconds: 604_801 }).success).toBe(false);
    expect(rotateKeySchema.safeParse({ overlapSeconds: -1 }).success).toBe(false);
    expect(newSalesInvoiceSchema.shape.total.safeParse('150000.0').success).toBe(false);
    expect(newSalesInvoiceSchema.shape.total.safeParse('150000.00').success).toBe(true);
    expect(verifyRequestSchema.parse({ key: 'k' })).toEqual({ key: 'k', environment: 'live', cost: 1 });
  });
});
