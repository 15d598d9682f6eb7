import { minuteMs } from '../../src/platform';
import {
  aCompany,
  type Answer,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
  type TestMember,
} from '../support';

interface Personal {
  readonly company: TestCompany;
  readonly member: TestMember;
  readonly admin: Client;
  readonly key: { readonly id: string };
  readonly secret: string;
  readonly session: Client;
}

/** Every way of losing the right to use a personal key, and what a client is answered. */
const states: [state: string, code: string, lose: (it: Personal, test: TestApp) => Promise<unknown>][] = [
  [
    'the setting is off',
    'disabled',
    ({ admin }) => admin.patch('/settings', { keys: { personal: { enabled: false } } }),
  ],
  [
    'the sign-in role was taken',
    'sign-in-not-granted',
    ({ admin, member, company }) => setRoles(admin, member, company, 'member', 'api-key-generate'),
  ],
  [
    'the owner was deactivated',
    'owner-inactive',
    ({ admin, member }) => admin.patch(`/users/${member.id}`, { active: false }),
  ],
  ['the owner left', 'owner-inactive', ({ admin, member }) => admin.delete(`/users/${member.id}`)],
  ['the key was revoked', 'revoked', ({ admin, key }) => admin.post(`/keys/${key.id}/revoke`)],
  ['the key was disabled', 'disabled', ({ member, key }) => member.client.post(`/keys/${key.id}/disable`)],
  ['the key expired', 'expired', async (_, test) => test.clock.advance(15 * minuteMs)],
  [
    'the key was rotated away',
    'revoked',
    ({ member, key }) => member.client.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 }),
  ],
];

/** Every way of presenting a personal key. */
const pathways: [pathway: string, present: (it: Personal, test: TestApp) => Promise<Answer>][] = [
  ['X-API-Key', ({ secret }, test) => test.anyone.withKey(secret).get('/sales_invoices')],
  [
    'Bearer under /core',
    ({ secret }, test) => test.anyone.withBearer(secret).get('/core/api/v1/sales_invoices'),
  ],
  [
    'Basic',
    ({ secret, member }, test) => test.anyone.withBasic(member.username, secret).get('/sales_invoices'),
  ],
  ['a session opened before', ({ session }) => session.get('/sales_invoices')],
  [
    'signing in',
    ({ secret, member }, test) =>
      test.anyone.post('/sessions', { username: member.username, password: secret }),
  ],
];

describe('A personal key that lost its right is refused alike on every pathway', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
  });
  afterAll(() => test.close());

  describe.each(states)('when %s', (_state, code, lose) => {
    let given: Personal;

    beforeAll(async () => {
      await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
      const member = await company.member('member', 'api-key-generate', 'api-key-sign-in');
      const expiresAt = new Date(test.clock.now().getTime() + 10 * minuteMs).toISOString();
      const { key, secret } = (await member.client.post('/keys', { kind: 'personal', expiresAt })).body;
      const session = await test.anyone.signIn(member.username, secret);
      given = { company, member, admin: company.owner, key, secret, session };
      for (const [, present] of pathways) expect([200, 201]).toContain((await present(given, test)).status);
      await lose(given, test);
    });

    it.each(pathways)(`401 ${code} by %s`, async (_pathway, present) => {
      expect(await present(given, test)).toMatchObject({ status: 401, body: { code } });
    });

    it(`200 tells a service that asks: ${code}`, async () => {
      const { status, body } = await company.owner.post('/keys/verify', { key: given.secret });
      expect([status, body.valid, body.code]).toEqual([200, false, code.toUpperCase().replaceAll('-', '_')]);
    });
  });
});

function setRoles(
  admin: Client,
  member: TestMember,
  company: TestCompany,
  ...roles: Parameters<TestCompany['member']>
) {
  return admin.put(`/users/${member.id}/roles`, { roles: roles.map((role) => company.roleIds.get(role)) });
}
