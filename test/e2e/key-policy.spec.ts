import { type SystemRoleCode } from '../../libs/permissions';
import { dayMs, minuteMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  type Answer,
  type Client,
  password,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';

describe('key policies', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  describe('GET /keys/policy', () => {
    const stepUp = { generate: 'none', reveal: 'none', rotate: 'none', revoke: 'none' };
    const choices = { machines: 'refuse', selfRotate: false, onHolderReport: 'disable' };
    const common = { maxActive: null, visibility: 'once', format: 'prefixed', stepUp, ...choices };

    it('200 says what a new company begins with', async () => {
      const answer = await company.owner.get('/keys/policy');

      expect([answer.status, answer.body]).toEqual([
        200,
        {
          company: { ...common, enabled: true, nameRequired: true, maxLifetimeDays: null },
          product: { ...common, enabled: true, nameRequired: false, maxLifetimeDays: null },
          personal: { ...common, enabled: false, nameRequired: false, maxLifetimeDays: 180 },
          machine: { ...common, enabled: true, nameRequired: false, maxLifetimeDays: null },
        },
      ]);
    });

    it('200 follows the settings at once, of this company and of no other', async () => {
      const other = await aCompany(test);
      const before = (await company.owner.get('/keys/policy')).body;

      const patch = {
        company: { maxActive: 3, stepUp: { reveal: 'password' } },
        personal: { maxLifetimeDays: 7 },
      };
      await other.owner.patch('/settings', { keys: patch });

      expect((await other.owner.get('/keys/policy')).body).toEqual({
        company: { ...before.company, maxActive: 3, stepUp: { ...stepUp, reveal: 'password' } },
        product: before.product,
        personal: { ...before.personal, maxLifetimeDays: 7 },
        machine: before.machine,
      });
      expect((await company.owner.get('/keys/policy')).body).toEqual(before);
    });

    it.each<SystemRoleCode>(['owner', 'superadmin', 'admin', 'system-administrator', 'member'])(
      '200 answers %s',
      async (role) => {
        const { client } = await company.member(role);
        expect((await client.get('/keys/policy')).status).toBe(200);
      },
    );

    it('403 tells a key nothing', async () => {
      const { secret } = await aKey(company.owner);
      const answer = await test.anyone.withKey(secret).get('/keys/policy');
      expect(answer).toMatchObject({ status: 403, body: { code: 'insufficient-permission' } });
    });

    it('401 asks who is there first', async () => {
      expect((await test.anyone.get('/keys/policy')).status).toBe(401);
    });
  });

  describe('POST /keys/policy-preview', () => {
    const preview = (client: Client, maxLifetimeDays: unknown, kind = 'company'): Promise<Answer> =>
      client.post('/keys/policy-preview', { kind, maxLifetimeDays });

    const fromNow = (ms: number): string => new Date(test.clock.now().getTime() + ms).toISOString();

    /** A company with a key for each way in which a maximum can matter or not. */
    async function aCompanyWithKeys(): Promise<Client> {
      const { owner } = await aCompany(test);
      await aKey(owner);
      await aKey(owner, { expiresAt: fromNow(100 * dayMs) });
      await aKey(owner, { expiresAt: fromNow(10 * dayMs) });
      await aKey(owner, { expiresAt: fromNow(minuteMs) });
      const { key } = await aKey(owner);
      await owner.post(`/keys/${key.id}/revoke`);
      test.clock.advance(minuteMs);
      return owner;
    }

    it.each([
      [1, 3],
      [10, 2],
      [99, 2],
      [100, 1],
      [3650, 1],
    ])(
      '200 counts the working keys that a maximum of %d days would end earlier: %d',
      async (days, affected) => {
        const answer = await preview(await aCompanyWithKeys(), days);
        expect([answer.status, answer.body]).toEqual([200, { affected }]);
      },
    );

    it.each([1, 10, 99, 100])(
      '200 foretells what %d days then do, and changes nothing itself',
      async (days) => {
        const owner = await aCompanyWithKeys();
        const expiries = async (): Promise<string[]> => {
          const { data } = (await owner.get('/keys')).body as {
            data: { status: string; expiresAt: string }[];
          };
          return data.map(({ status, expiresAt }) => (status === 'active' ? expiresAt : status));
        };
        const before = await expiries();

        const { affected } = (await preview(owner, days)).body;
        expect(await expiries()).toEqual(before);
        await owner.patch('/settings', { keys: { company: { maxLifetimeDays: days } } });

        const after = await expiries();
        expect(after.filter((expiry, index) => expiry !== before[index])).toHaveLength(affected);
      },
    );

    it('200 counts none where the maximum is not lowered', async () => {
      const owner = await aCompanyWithKeys();
      await owner.patch('/settings', { keys: { company: { maxLifetimeDays: 30 } } });

      expect((await preview(owner, 30)).body).toEqual({ affected: 0 });
      expect((await preview(owner, 31)).body).toEqual({ affected: 0 });
      expect((await preview(owner, 29)).body).toEqual({ affected: 2 });
    });

    it('200 counts neither another kind nor another company', async () => {
      await aCompanyWithKeys();
      const { owner } = await aCompany(test);
      await aKey(owner);

      expect((await preview(owner, 1)).body).toEqual({ affected: 1 });
      expect((await preview(owner, 1, 'product')).body).toEqual({ affected: 0 });
    });

    it.each([0, 3651, 1.5, -1, '30', null, undefined])('422 takes no maximum of %j days', async (days) => {
      expect(await preview(company.owner, days)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/maxLifetimeDays' }] },
      });
    });

    it('422 takes no kind that there is not', async () => {
      expect(await preview(company.owner, 30, 'service')).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/kind' }] },
      });
    });

    it.each<[SystemRoleCode, number]>([
      ['owner', 200],
      ['superadmin', 200],
      ['admin', 200],
      ['system-administrator', 200],
      ['member', 403],
      ['api-key-generate', 403],
    ])('is for those who may change the settings: %s %d', async (role, status) => {
      const { client } = await company.member(role);
      expect((await preview(client, 30)).status).toBe(status);
    });

    // Last, for the session of the company above does not live so long.
    it('200 counts no key that has expired, however long it was meant to live', async () => {
      const { owner, slug } = await aCompany(test);
      await aKey(owner, { expiresAt: fromNow(2 * dayMs) });
      await aKey(owner, { expiresAt: fromNow(9 * dayMs) });
      test.clock.advance(3 * dayMs);

      const later = await test.anyone.signIn(`owner@${slug}.test`, password);

      expect((await preview(later, 1)).body).toEqual({ affected: 1 });
    });
  });
});
