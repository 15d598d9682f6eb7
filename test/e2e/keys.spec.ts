import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';

describe('company keys', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const policy = (client: Client, patch: object) => client.patch('/settings', { keys: { company: patch } });

  const make = (client: Client, input: object = {}) =>
    client.post('/keys', { kind: 'company', name: 'Integration', ...input });

  describe('POST /keys', () => {
    it('201 shows the secret once, in an answer that no cache keeps', async () => {
      const answer = await make(company.owner, { name: '  Web shop  ' });

      expect(answer.status).toBe(201);
      expect(answer.headers['cache-control']).toBe('no-store');
      const { secret, key } = answer.body as { secret: string; key: object };
      expect(secret).toMatch(/^kunci_[0-9A-Za-z]{38}$/);
      expect(key).toEqual({
        id: expect.any(String),
        kind: 'company',
        environment: 'live',
        failing: false,
        name: 'Web shop',
        status: 'active',
        superseded: null,
        expiringSoon: false,
        start: secret.slice(0, 10),
        last4: secret.slice(-4),
        createdAt: test.clock.now().toISOString(),
        issuedAt: test.clock.now().toISOString(),
        createdBy: {
          ...{ type: 'user', id: company.ownerId, active: true },
          name: `owner@${company.slug}.test`,
          username: `owner@${company.slug}.test`,
        },
        expiresAt: null,
        lastUsedAt: null,
        lastUsed: null,
        permissions: expect.arrayContaining(['sales-invoices:read', 'sales-invoices:create', 'keys:verify']),
        recoverable: expect.any(Boolean),
        revokedAt: null,
        disabledAt: null,
        description: null,
        metadata: null,
        revokedReason: null,
        seenBy: null,
        deletedAt: null,
        product: null,
        owner: null,
        allowedAddresses: [],
        rateLimits: [],
        quota: null,
      });
    });

    it('201 makes 32 hex digits where the policy says so, and shows only their end', async () => {
      const { owner } = await aCompany(test);
      await policy(owner, { format: 'hex32' });

      const { secret, key } = (await make(owner)).body as { secret: string; key: object };

      expect(secret).toMatch(/^[0-9a-f]{32}$/);
      expect(key).toMatchObject({ start: null, last4: secret.slice(-4) });
    });

    it('writes the secret into no other answer, no event and no log line', async () => {
      const { key, secret } = await aKey(company.owner);
      await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices');

      const others = [await company.owner.get('/keys'), await company.owner.get(`/keys/${key.id}`)];
      const events = await company.owner.get(`/events?target=${key.id}`);
      expect(events.body.data).toMatchObject([{ type: 'key.generated' }]);
      expect(test.logged.length).toBeGreaterThan(0);
      const seen = JSON.stringify([others, events, test.logged]);
      expect(seen).not.toContain(secret.slice(10, -4));
    });

    describe('the name', () => {
      it('422 is asked for by default', async () => {
        expect(await company.owner.post('/keys', { kind: 'company' })).toMatchObject({
          status: 422,
          body: { code: 'validation-failed', errors: [{ pointer: '/name' }] },
        });
      });

      it('201 may be left out where the policy says so', async () => {
        const { owner } = await aCompany(test);
        await policy(owner, { nameRequired: false });

        expect((await owner.post('/keys', { kind: 'company' })).body.key.name).toBeNull();
      });

      it.each([
        ['empty', ''],
        ['blank', '   '],
        ['too long', 'x'.repeat(101)],
        ['two lines', 'a\nb'],
        ['text that turns round', 'a\u202Eb'],
        ['half of a character', 'a\uD800'],
      ])('422 cannot be %s', async (_, name) => {
        expect(await make(company.owner, { name })).toMatchObject({
          status: 422,
          body: { errors: [{ pointer: '/name' }] },
        });
      });

      it.each(['x'.repeat(100), 'Toko “Melati” 🌸', '['.repeat(40), 'ﷺ'.repeat(100), '%'])(
        '201 can be %s',
        async (name) => {
          expect(await make(company.owner, { name })).toMatchObject({ status: 201, body: { key: { name } } });
        },
      );
    });

    describe('the permissions', () => {
      it.each([
        [[], []],
        [['sales-invoices:read'], ['sales-invoices:read']],
        [['keys:verify'], ['keys:verify']],
      ])('201 are those asked for: %j', async (permissions, held) => {
        expect((await make(company.owner, { permissions })).body.key.permissions).toEqual(held);
      });

      it.each([
        'company:read',
        'users:read',
        'roles:create',
        'settings:update',
        'events:read',
        'usage:read',
        'products:read',
        'keys.company:read',
        'keys.personal:sign-in',
      ])('422 cannot be %s, whatever the maker holds', async (permission) => {
        expect(await make(company.owner, { permissions: ['sales-invoices:read', permission] })).toMatchObject(
          {
            status: 422,
            body: { errors: [{ pointer: '/permissions/1' }] },
          },
        );
      });

      it.each(['sales-invoices:delete', 'SALES-INVOICES:READ', '*', ''])(
        '422 cannot be %j, which nobody knows',
        async (permission) => {
          expect(await make(company.owner, { permissions: [permission] })).toMatchObject({
            status: 422,
            body: { errors: [{ pointer: '/permissions/0' }] },
          });
        },
      );
    });

    it('409 kind-disabled makes none while the kind is switched off', async () => {
      const { owner } = await aCompany(test);
      const { key } = await aKey(owner);
      await policy(owner, { enabled: false });

      expect(await make(owner)).toMatchObject({ status: 409, body: { code: 'kind-disabled' } });
      expect((await owner.get('/keys')).body.data).toMatchObject([{ id: key.id, status: 'disabled' }]);
      await policy(owner, { enabled: true });
      expect((await owner.get('/keys')).body.data).toMatchObject([{ id: key.id, status: 'active' }]);
    });
  });
});
