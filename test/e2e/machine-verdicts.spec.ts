import { minuteMs } from '../../src/platform';
import { aCompany, type Answer, startApp, type TestApp, type TestCompany } from '../support';
import { aMachineKey, aServiceAccount, type TestServiceAccount } from '../support/service-accounts';

interface Machine {
  readonly company: TestCompany;
  readonly account: TestServiceAccount;
  readonly key: { readonly id: string };
  readonly secret: string;
}

/** Every way of losing the right to use a machine key, and what a client is answered. */
const states: [
  state: string,
  status: number,
  code: string,
  lose: (it: Machine, test: TestApp) => Promise<unknown>,
][] = [
  [
    'its kind is off',
    401,
    'disabled',
    ({ company }) => company.owner.patch('/settings', { keys: { machine: { enabled: false } } }),
  ],
  [
    'the roles of its account were taken',
    403,
    'insufficient-permission',
    ({ company, account }) => company.owner.patch(`/service-accounts/${account.id}`, { roles: [] }),
  ],
  [
    'its account was deactivated',
    401,
    'owner-inactive',
    ({ company, account }) => company.owner.patch(`/service-accounts/${account.id}`, { active: false }),
  ],
  [
    'its account was deleted',
    401,
    'owner-inactive',
    ({ company, account }) => company.owner.delete(`/service-accounts/${account.id}`),
  ],
  ['the key was revoked', 401, 'revoked', ({ company, key }) => company.owner.post(`/keys/${key.id}/revoke`)],
  ['the key expired', 401, 'expired', async (_, test) => test.clock.advance(15 * minuteMs)],
  [
    'the key was rotated away',
    401,
    'revoked',
    ({ company, key }) => company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 }),
  ],
];

/** Every way of presenting a machine key, which opens no session. */
const pathways: [pathway: string, present: (it: Machine, test: TestApp) => Promise<Answer>][] = [
  ['X-API-Key', ({ secret }, test) => test.anyone.withKey(secret).get('/sales_invoices')],
  [
    'Bearer under /core',
    ({ secret }, test) => test.anyone.withBearer(secret).get('/core/api/v1/sales_invoices'),
  ],
  [
    'Basic',
    ({ secret, account }, test) => test.anyone.withBasic(account.username, secret).get('/sales_invoices'),
  ],
];

describe('A machine key that lost its right is refused alike on every pathway', () => {
  let test: TestApp;

  beforeAll(async () => (test = await startApp()));
  afterAll(() => test.close());

  describe.each(states)('when %s', (_state, status, code, lose) => {
    let given: Machine;

    beforeAll(async () => {
      const company = await aCompany(test);
      const account = await aServiceAccount(company, 'sales-invoices:read');
      const expiresAt = new Date(test.clock.now().getTime() + 10 * minuteMs).toISOString();
      const { key, secret } = await aMachineKey(company.owner, account, { expiresAt });
      given = { company, account, key, secret };
      for (const [, present] of pathways) expect((await present(given, test)).status).toBe(200);
      await lose(given, test);
    });

    it.each(pathways)(`${status} ${code} by %s`, async (_pathway, present) => {
      expect(await present(given, test)).toMatchObject({ status, body: { code } });
    });

    it(`200 tells a service that asks: ${code}`, async () => {
      const question = { key: given.secret, permission: 'sales-invoices:read' };
      const { body } = await given.company.owner.post('/keys/verify', question);
      expect([body.valid, body.code]).toEqual([false, code.toUpperCase().replaceAll('-', '_')]);
    });
  });
});
