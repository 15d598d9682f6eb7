import { factsOf } from './facts-of';

describe('the facts of an event', () => {
  it('are each of a form that people can read', () => {
    const data = {
      name: 'Till',
      product: null,
      permissions: ['sales-invoices:read'],
      productPermissions: [{ id: '1', name: 'sales-invoices:read' }],
      expiresAt: '2026-12-25T16:59:59.999Z',
      overlapSeconds: 86_400,
      keys: 3,
      active: false,
      allowedAddresses: [],
    };

    expect(factsOf(data)).toEqual([
      { name: 'name', value: { form: 'text', text: 'Till' } },
      { name: 'permissions', value: { form: 'names', names: ['sales-invoices:read'] } },
      { name: 'expiresAt', value: { form: 'time', at: '2026-12-25T16:59:59.999Z' } },
      { name: 'overlapSeconds', value: { form: 'seconds', seconds: 86_400 } },
      { name: 'keys', value: { form: 'number', number: 3 } },
      { name: 'active', value: { form: 'yes-or-no', yes: false } },
    ]);
  });

  it('say what was there before only where it was another', () => {
    const data = {
      name: 'Till',
      expiresAt: null,
      permissions: null,
      before: { name: 'Till', expiresAt: '2026-12-25T16:59:59.999Z', permissions: null },
    };

    expect(factsOf(data)).toEqual([
      { name: 'name', value: { form: 'text', text: 'Till' } },
      {
        name: 'expiresAt',
        value: {
          form: 'change',
          from: { form: 'time', at: '2026-12-25T16:59:59.999Z' },
          to: { form: 'nothing' },
        },
      },
      { name: 'permissions', value: { form: 'nothing' } },
    ]);
  });

  it('have each setting that was changed by itself', () => {
    const data = { changes: { timeZone: { from: 'UTC', to: 'Asia/Jakarta' } } };

    expect(factsOf(data)).toEqual([
      {
        name: 'timeZone',
        value: {
          form: 'change',
          from: { form: 'text', text: 'UTC' },
          to: { form: 'text', text: 'Asia/Jakarta' },
        },
      },
    ]);
  });

  it('have lists of limits with their parts', () => {
    const data = { rateLimits: [{ name: 'minute', limit: 60, windowSeconds: 60 }] };
    const facts = [
      { name: 'name', value: { form: 'text', text: 'minute' } },
      { name: 'limit', value: { form: 'number', number: 60 } },
      { name: 'windowSeconds', value: { form: 'seconds', seconds: 60 } },
    ];

    expect(factsOf(data)).toEqual([
      { name: 'rateLimits', value: { form: 'list', items: [{ form: 'facts', facts }] } },
    ]);
  });
});
