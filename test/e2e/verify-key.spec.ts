import { generateKey } from '../../libs/api-key';
import { minuteMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  type Answer,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { anOperator, aProduct, type TestOperator } from '../support/operators';
import { statementsOf } from '../support/statements';

const notFound = { valid: false, code: 'NOT_FOUND' };

let test: TestApp;
let operator: TestOperator;
let company: TestCompany;
let product: string;
/** The backend of the product. */
let service: Client;

beforeAll(async () => {
  test = await startApp();
  operator = await anOperator(test);
  product = await aProduct(operator);
  service = await aServiceKey(product);
});
// Verdicts need a company of their own: some switch off a kind, a product or the whole company.
beforeEach(async () => {
  company = await aCompany(test);
  await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
  await switchProduct(true);
});
afterAll(() => test.close());

async function aServiceKey(code: string): Promise<Client> {
  const body = { name: 'Backend', product: code };
  const made = await operator.client.post('/platform/service-keys', body);
  return test.anyone.withKey(made.body.secret);
}

function switchProduct(enabled: boolean): Promise<Answer> {
  return operator.client.put(`/platform/companies/${company.id}/products/${product}`, { enabled });
}

const aProductKey = (input: object = {}) => aKey(company.owner, { kind: 'product', product, ...input });
const inTenMinutes = (): string => new Date(test.clock.now().getTime() + 10 * minuteMs).toISOString();

async function aPersonalKey(input: object = {}) {
  const member = await company.member('member', 'api-key-generate', 'api-key-sign-in');
  return { member, ...(await aKey(member.client, { kind: 'personal', ...input })) };
}

/** Everyone who may ask about a company's keys. */
const askers: [who: string, client: () => Promise<Client>][] = [
  ['an Owner', () => Promise.resolve(company.owner)],
  [
    'a key with keys:verify',
    async () => test.anyone.withKey((await aKey(company.owner, { permissions: ['keys:verify'] })).secret),
  ],
];

/** What a state of a key is called, how a key comes into it, and what else is said when it is presented. */
type State = [code: string, make: () => Promise<object>];

/** States of product keys, which a product's backend learns, too. */
const ofProductKeys: State[] = [
  ['VALID', async () => ({ key: (await aProductKey()).secret })],
  [
    'REVOKED',
    async () => {
      const { key, secret } = await aProductKey();
      await company.owner.post(`/keys/${key.id}/revoke`);
      return { key: secret };
    },
  ],
  [
    'REVOKED',
    async () => {
      const { key, secret } = await aProductKey();
      await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 });
      return { key: secret };
    },
  ],
  [
    'REVOKED',
    async () => {
      const { key, secret } = await aProductKey();
      await company.owner.delete(`/keys/${key.id}`);
      return { key: secret };
    },
  ],
  [
    'EXPIRED',
    async () => {
      const { secret } = await aProductKey({ expiresAt: inTenMinutes() });
      test.clock.advance(10 * minuteMs);
      return { key: secret };
    },
  ],
  [
    'DISABLED',
    async () => {
      const { secret } = await aProductKey();
      await company.owner.patch('/settings', { keys: { product: { enabled: false } } });
      return { key: secret };
    },
  ],
  [
    'PRODUCT_DISABLED',
    async () => {
      const { secret } = await aProductKey();
      await switchProduct(false);
      return { key: secret };
    },
  ],
  ['USERNAME_MISMATCH', async () => ({ key: (await aProductKey()).secret, username: 'somebody@else.test' })],
  ['VALID', async () => ({ key: (await aProductKey()).secret, username: company.slug })],
  [
    'ADDRESS_NOT_ALLOWED',
    async () => ({ key: (await aProductKey({ allowedAddresses: ['203.0.113.7'] })).secret }),
  ],
  [
    'INSUFFICIENT_PERMISSION',
    async () => ({ key: (await aProductKey()).secret, permission: 'sales-invoices:create' }),
  ],
  ['VALID', async () => ({ key: (await aProductKey()).secret, permission: 'sales-invoices:read' })],
  [
    'RATE_LIMITED',
    async () => {
      const rateLimits = [{ name: 'minute', limit: 1, windowSeconds: 60 }];
      const { secret } = await aProductKey({ rateLimits });
      await company.owner.post('/keys/verify', { key: secret });
      return { key: secret };
    },
  ],
  [
    'USAGE_EXCEEDED',
    async () => {
      const { secret } = await aProductKey({ quota: { limit: 1, refill: null } });
      await company.owner.post('/keys/verify', { key: secret });
      return { key: secret };
    },
  ],
];

/** States that only personal keys come into. */
const ofPersonalKeys: State[] = [
  [
    'OWNER_INACTIVE',
    async () => {
      const { member, secret } = await aPersonalKey();
      await company.owner.patch(`/users/${member.id}`, { active: false });
      return { key: secret };
    },
  ],
  [
    'SIGN_IN_NOT_GRANTED',
    async () => {
      const { member, secret } = await aPersonalKey();
      const roles = ['member', 'api-key-generate'] as const;
      await company.owner.put(`/users/${member.id}/roles`, {
        roles: roles.map((role) => company.roleIds.get(role)),
      });
      return { key: secret };
    },
  ],
  [
    'USERNAME_MISMATCH',
    async () => {
      const { secret } = await aPersonalKey();
      return { key: secret, username: company.slug };
    },
  ],
  [
    'VALID',
    async () => {
      const { member, secret } = await aPersonalKey();
      return { key: secret, username: member.username.toUpperCase() };
    },
  ],
  [
    'VALID',
    async () => {
      const { secret } = await aPersonalKey({ permissions: ['sales-invoices:read'] });
      return { key: secret, permission: 'sales-invoices:read' };
    },
  ],
];

describe('POST /keys/verify', () => {
  describe.each(askers)('asked by %s', (_who, asker) => {
    it.each([...ofProductKeys, ...ofPersonalKeys])('200 says %s (%#)', async (code, make) => {
      const client = await asker();
      const { status, body } = await client.post('/keys/verify', await make());

      expect([status, body.valid, body.code]).toEqual([200, code === 'VALID', code]);
      expect(body.company).toEqual({ id: company.id, name: company.name, slug: company.slug });
    });
  });

  describe('asked by the backend of a product', () => {
    it.each(ofProductKeys)('200 says %s (%#)', async (code, make) => {
      const { status, body } = await service.post('/keys/verify', await make());

      expect([status, body.valid, body.code]).toEqual([200, code === 'VALID', code]);
      expect(body.key).toMatchObject({ kind: 'product', product });
    });

    it('200 says COMPANY_SUSPENDED, which the company itself is not there to ask', async () => {
      const { secret } = await aProductKey();
      await operator.client.post(`/platform/companies/${company.id}/suspend`, { reason: 'Unpaid' });

      expect((await service.post('/keys/verify', { key: secret })).body.code).toBe('COMPANY_SUSPENDED');
      expect(await company.owner.post('/keys/verify', { key: secret })).toMatchObject({
        status: 403,
        body: { code: 'company-suspended' },
      });
    });

    it('200 knows nothing but keys of its product', async () => {
      const otherService = await aServiceKey(await aProduct(operator));
      const { secret } = await aProductKey();
      const personal = await aPersonalKey();
      const ofCompany = await aKey(company.owner);

      expect((await otherService.post('/keys/verify', { key: secret })).body).toEqual(notFound);
      for (const key of [personal.secret, ofCompany.secret]) {
        expect((await service.post('/keys/verify', { key })).body).toEqual(notFound);
      }
    });

    it('401 once it was revoked, 403 on any other route', async () => {
      const made = await operator.client.post('/platform/service-keys', { name: 'Old', product });
      const client = test.anyone.withKey(made.body.secret);
      expect((await client.get('/keys')).status).toBe(403);
      await operator.client.post(`/platform/service-keys/${made.body.serviceKey.id}/revoke`);
      expect(await client.post('/keys/verify', { key: 'x' })).toMatchObject({
        status: 401,
        body: { code: 'revoked' },
      });
    });
  });

  it('200 says of a good key whose it is, what it may do and what it has left', async () => {
    const input = {
      name: 'Zapier',
      permissions: ['sales-invoices:read'],
      rateLimits: [{ name: 'minute', limit: 5, windowSeconds: 60 }],
      quota: { limit: 10, refill: 'month' },
      expiresAt: inTenMinutes(),
    };
    const { key, secret, member } = await aPersonalKey(input);
    const { body } = await company.owner.post('/keys/verify', { key: secret, cost: 2 });

    const resetsAt = new Date(test.clock.now().getTime() + minuteMs).toISOString();
    const owner = { id: member.id, username: member.username };
    expect(body).toEqual({
      valid: true,
      code: 'VALID',
      key: {
        ...{ id: key.id, kind: 'personal', environment: 'live', name: 'Zapier', product: null, owner },
        expiresAt: input.expiresAt,
      },
      company: { id: company.id, name: company.name, slug: company.slug },
      permissions: input.permissions,
      rateLimits: [{ ...input.rateLimits[0], remaining: 3, resetsAt }],
      quota: { ...input.quota, remaining: 8 },
    });
  });

  describe('for a key that the caller may not know', () => {
    const texts: [what: string, make: () => Promise<string>][] = [
      ['another company’s', async () => (await aKey((await aCompany(test)).owner)).secret],
      [
        'another company’s revoked',
        async () => {
          const other = await aCompany(test);
          const { key, secret } = await aKey(other.owner);
          await other.owner.post(`/keys/${key.id}/revoke`);
          return secret;
        },
      ],
      [
        'another company’s limited',
        async () => (await aKey((await aCompany(test)).owner, { quota: { limit: 1, refill: null } })).secret,
      ],
      [
        'a service key',
        async () =>
          (await operator.client.post('/platform/service-keys', { name: 'S', product })).body.secret,
      ],
    ];

    it.each(texts)(
      '200 answers of %s as of one that never was, after the same statements',
      async (_what, make) => {
        for (const client of [company.owner, service]) {
          // Others each time: what was looked up once is remembered.
          const [foreign, unknown] = [await make(), generateKey('prefixed', 'kunci')];
          const answers: Answer[] = [];
          const ask = (key: string) => async () => {
            answers.push(await client.post('/keys/verify', { key }));
          };
          // Use is written every two seconds, and that may be now; that none is noted of it has a test of its own.
          const saidOf = async (key: string): Promise<string[]> =>
            (await statementsOf(test, ask(key))).filter((sql) => !sql.includes('INTO key_usage'));
          const forUnknown = await saidOf(unknown);
          const forForeign = await saidOf(foreign);

          expect(answers.map(({ status, body }) => [status, body])).toEqual([
            [200, notFound],
            [200, notFound],
          ]);
          expect(forForeign).toEqual(forUnknown);
          expect(forUnknown.filter((sql) => sql.includes('key_secrets')).length).toBeGreaterThan(0);
        }
      },
    );

    it('200 spends nothing of it and notes no use', async () => {
      const other = await aCompany(test);
      const { key, secret } = await aKey(other.owner, { quota: { limit: 1, refill: null } });
      await company.owner.post('/keys/verify', { key: secret });
      await test.settle();
      const { body } = await other.owner.get(`/keys/${key.id}`);
      expect([body.quota.remaining, body.lastUsedAt]).toEqual([1, null]);
    });

    it('200 answers junk so without asking for a key', async () => {
      for (const key of ['x', 'kunci_short', generateKey('prefixed', 'other'), "' OR 1=1 --"]) {
        let body: unknown;
        const statements = await statementsOf(test, async () => {
          body = (await company.owner.post('/keys/verify', { key })).body;
        });
        expect(body).toEqual(notFound);
        expect(statements.filter((sql) => sql.includes('key_secrets'))).toEqual([]);
      }
    });
  });

  it('200 is NOT_FOUND and nothing else for a key of another product than asked for', async () => {
    const { secret } = await aProductKey();
    const ofCompany = await aKey(company.owner);
    const ask = async (key: string, wanted: string) =>
      (await company.owner.post('/keys/verify', { key, product: wanted })).body;

    expect((await ask(secret, product)).code).toBe('VALID');
    expect(await ask(secret, 'another')).toEqual(notFound);
    expect(await ask(ofCompany.secret, product)).toEqual(notFound);
  });

  it.each([
    ['no address', undefined, 'ADDRESS_NOT_ALLOWED'],
    ['an address of the block', '203.0.113.9', 'VALID'],
    ['the same, IPv4 mapped into IPv6', '::ffff:203.0.113.9', 'VALID'],
    ['the same in hexadecimal', '::ffff:cb00:7109', 'VALID'],
    ['another, mapped', '::ffff:198.51.100.9', 'ADDRESS_NOT_ALLOWED'],
    ['an address beside the block', '203.0.114.1', 'ADDRESS_NOT_ALLOWED'],
    ['an IPv6 address of the block', '2001:db8:1::5', 'VALID'],
    ['an IPv6 address beside it', '2001:db9::1', 'ADDRESS_NOT_ALLOWED'],
    ['the single address', '192.0.2.1', 'VALID'],
    ['an address of the block with a port', '203.0.113.9:5555', 'VALID'],
    ['an address in brackets', '[2001:db8:1::5]:443', 'VALID'],
    ['an address beside the block with a port', '203.0.114.1:5555', 'ADDRESS_NOT_ALLOWED'],
  ])('200 judges %s of a key with addresses', async (_what, address, code) => {
    const allowedAddresses = ['203.0.113.0/24', '2001:db8::/32', '192.0.2.1'];
    const { secret } = await aKey(company.owner, { allowedAddresses });
    expect((await company.owner.post('/keys/verify', { key: secret, address })).body.code).toBe(code);
  });

  it('200 notes a good use and from where, and no other', async () => {
    const { key, secret } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    const lastUsedAt = async () => {
      await test.settle();
      return (await company.owner.get(`/keys/${key.id}`)).body.lastUsedAt as unknown;
    };
    await company.owner.post('/keys/verify', { key: secret, permission: 'sales-invoices:create' });
    expect(await lastUsedAt()).toBeNull();
    await company.owner.post('/keys/verify', { key: secret, address: '198.51.100.4' });
    expect(await lastUsedAt()).toBe(test.clock.now().toISOString());
  });

  it.each([
    ['/permission', { permission: 'sales-invoices fly' }],
    ['/permission', { permission: '' }],
    ['/permission', { permission: null }],
    ['/key', { key: '' }],
    ['/key', { key: 1 }],
    ['/key', { key: 'x'.repeat(513) }],
    ['/cost', { cost: -1 }],
    ['/product', { product: '' }],
    ['/address', { address: 7 }],
    ['/address', { address: 'localhost' }],
    ['/address', { address: 'unknown' }],
    ['/address', { address: '' }],
    ['/address', { address: '203.0.113.0/24' }],
    ['/secret', { secret: 'x' }],
  ])('422 at %s for %j', async (pointer, input) => {
    const answer = await company.owner.post('/keys/verify', { key: 'x', ...input });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it.each([
    ['sales-invoices:read AND keys:verify', 'VALID'],
    ['sales-invoices:read AND sales-invoices:create', 'INSUFFICIENT_PERMISSION'],
    ['sales-invoices:create OR keys:verify', 'VALID'],
    ['sales-invoices:create OR company:read', 'INSUFFICIENT_PERMISSION'],
    ['sales-invoices:read OR sales-invoices:create AND company:read', 'VALID'],
    ['(sales-invoices:read OR sales-invoices:create) AND company:read', 'INSUFFICIENT_PERMISSION'],
    ['sales-invoices:read AND (sales-invoices:create OR keys:verify)', 'VALID'],
  ])('200 judges %j', async (permission, code) => {
    const { secret } = await aKey(company.owner, { permissions: ['sales-invoices:read', 'keys:verify'] });
    const { body } = await company.owner.post('/keys/verify', { key: secret, permission });

    expect(body).toMatchObject({ valid: code === 'VALID', code });
    expect(body).not.toHaveProperty('unknown');
  });

  it.each([
    ['', 0],
    ['sales-invoices:read and keys:verify', 20],
    ['sales-invoices:read AND', 23],
    ['(sales-invoices:read', 20],
    ['NOT sales-invoices:read', 0],
    ['sales-invoices:*', 0],
  ])('422 says where %j is malformed, and nothing is spent', async (permission, position) => {
    const { secret } = await aKey(company.owner, { quota: { limit: 1, refill: null } });
    expect(await company.owner.post('/keys/verify', { key: secret, permission })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permission', code: 'malformed-expression', params: { position } }] },
    });
    expect((await company.owner.post('/keys/verify', { key: secret })).body.code).toBe('VALID');
  });

  it('422 for more than 50 permissions, and for more than 1,000 characters', async () => {
    const { secret } = await aKey(company.owner);
    const named = (count: number): string =>
      Array.from({ length: count }, (_, number) => `orders:read-${number}`).join(' OR ');
    const verify = (permission: string) => company.owner.post('/keys/verify', { key: secret, permission });

    expect((await verify(named(50))).body.unknown).toHaveLength(50);
    expect(await verify(named(51))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permission', code: 'too-many', params: { max: 50 } }] },
    });
    expect(await verify(`keys:verify${' '.repeat(990)}`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permission', code: 'too-long', params: { max: 1_000 } }] },
    });
  });

  it('names each permission that there is not, whatever the verdict', async () => {
    const { secret } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    const permission = 'faxes:send OR sales-invoices:read OR faxes:send AND faxes:read';

    expect((await company.owner.post('/keys/verify', { key: secret, permission })).body).toMatchObject({
      code: 'VALID',
      unknown: ['faxes:send', 'faxes:read'],
    });
  });

  it('names a permission that there is not, which no key holds', async () => {
    const { secret } = await aKey(company.owner);
    const verify = async (permission: string) =>
      (await company.owner.post('/keys/verify', { key: secret, permission })).body;

    expect(await verify('sales-invoices:fly')).toMatchObject({
      valid: false,
      code: 'INSUFFICIENT_PERMISSION',
      unknown: ['sales-invoices:fly'],
    });
    expect(await verify('sales-invoices:read')).not.toHaveProperty('unknown');
  });

  it('401 for nobody, 403 for a Member and for a key without keys:verify', async () => {
    const { secret } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    const { client } = await company.member('member');
    const statuses = [];
    for (const asker of [test.anyone, client, test.anyone.withKey(secret)]) {
      statuses.push((await asker.post('/keys/verify', { key: secret })).status);
    }
    expect(statuses).toEqual([401, 403, 403]);
  });
});
