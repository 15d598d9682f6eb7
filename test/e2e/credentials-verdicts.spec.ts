import { minuteMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  anOperator,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';

/** A key in some state, and what is presented of it. */
interface Presented {
  readonly username: string;
  readonly secret: string;
}

/** What brings a key out of use. */
type Wrong = 'suspended' | 'revoked' | 'expired' | 'disabled' | 'kind off' | 'username' | 'permission';

describe('the verdict on a company key', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  async function aKeyWith(...wrongs: Wrong[]): Promise<Presented> {
    const company = await aCompany(test);
    const inOneMinute = new Date(test.clock.now().getTime() + minuteMs).toISOString();
    const { key, secret } = await aKey(company.owner, {
      ...(wrongs.includes('permission') ? { permissions: [] } : {}),
      ...(wrongs.includes('expired') ? { expiresAt: inOneMinute } : {}),
    });
    if (wrongs.includes('expired')) test.clock.advance(minuteMs);
    if (wrongs.includes('revoked')) await company.owner.post(`/keys/${key.id}/revoke`);
    if (wrongs.includes('disabled')) await company.owner.post(`/keys/${key.id}/disable`);
    if (wrongs.includes('kind off')) await setEnabled(company.owner, false);
    if (wrongs.includes('suspended')) await suspend(company);
    return { username: wrongs.includes('username') ? 'somebody-else' : company.slug, secret };
  }

  const setEnabled = (owner: Client, enabled: boolean) =>
    owner.patch('/settings', { keys: { company: { enabled } } });

  async function suspend({ id }: TestCompany): Promise<void> {
    const { client } = await anOperator(test);
    await client.post(`/platform/companies/${id}/suspend`, { reason: 'Unpaid' });
  }

  const unknown: Presented = { username: 'somebody', secret: '0123456789abcdef0123456789abcdef' };

  const states: [string, () => Promise<Presented>, number, string | undefined][] = [
    ['valid', () => aKeyWith(), 200, undefined],
    ['unknown', () => Promise.resolve(unknown), 401, 'invalid-credentials'],
    ['of a suspended company', () => aKeyWith('suspended'), 401, 'company-suspended'],
    ['revoked', () => aKeyWith('revoked'), 401, 'revoked'],
    ['expired', () => aKeyWith('expired'), 401, 'expired'],
    ['disabled', () => aKeyWith('disabled'), 401, 'disabled'],
    ['of a kind that is switched off', () => aKeyWith('kind off'), 401, 'disabled'],
    ['without the permission', () => aKeyWith('permission'), 403, 'insufficient-permission'],
  ];

  const pathways: [string, (presented: Presented) => Client][] = [
    ['X-API-Key', ({ secret }) => test.anyone.withKey(secret)],
    ['Bearer', ({ secret }) => test.anyone.withBearer(secret)],
    ['Basic', ({ username, secret }) => test.anyone.withBasic(username, secret)],
  ];

  const table = [
    ...states.flatMap(([state, made, status, code]) =>
      pathways.map(([pathway, sent]) => ({ state, made, pathway, sent, status, code })),
    ),
    // Only Basic sends a username that could be wrong.
    ...pathways.map(([pathway, sent]) => {
      const [status, code] = pathway === 'Basic' ? ([401, 'username-mismatch'] as const) : ([200] as const);
      return {
        state: 'with a wrong username',
        made: () => aKeyWith('username'),
        pathway,
        sent,
        status,
        code,
      };
    }),
  ];

  it.each(table)('$status $code to a key $state, sent as $pathway', async (row) => {
    const client = row.sent(await row.made());

    for (const path of ['/core/api/v1/sales_invoices', '/api/v1/sales_invoices']) {
      const { status, body } = await client.get(path);
      expect([status, body.code]).toEqual([row.status, row.code]);
    }
  });

  it.each<[Wrong[], string]>([
    [['suspended', 'revoked', 'expired', 'disabled', 'username', 'permission'], 'company-suspended'],
    [['revoked', 'expired', 'disabled', 'username', 'permission'], 'revoked'],
    [['expired', 'disabled', 'username', 'permission'], 'expired'],
    [['disabled', 'username', 'permission'], 'disabled'],
    [['username', 'permission'], 'username-mismatch'],
  ])('of %j is the first: %s', async (wrongs, code) => {
    const { username, secret } = await aKeyWith(...wrongs);
    const answer = await test.anyone.withBasic(username, secret).get('/core/api/v1/sales_invoices');
    expect(answer.body.code).toBe(code);
  });

  it.each(['COMPANY', 'companyx', '', 'owner@company.test'])(
    '401 username-mismatch compares every character (%j)',
    async (alike) => {
      const { username, secret } = await aKeyWith();
      const wrong = alike.replace('COMPANY', username.toUpperCase()).replace('company', username);
      const answer = await test.anyone.withBasic(wrong, secret).get('/core/api/v1/me');
      expect([answer.status, answer.body.code]).toEqual([401, 'username-mismatch']);
    },
  );

  it('401 username-mismatch refuses the slug of another company', async () => {
    const other = await aCompany(test);
    const { secret } = await aKeyWith();
    const answer = await test.anyone.withBasic(other.slug, secret).get('/core/api/v1/me');
    expect(answer.body.code).toBe('username-mismatch');
  });

  it('changes at once: revoked, switched off and on, and expired between two requests', async () => {
    const { owner } = await aCompany(test);
    const [lost, kept] = [await aKey(owner), await aKey(owner, { expiresAt: '2027-01-01' })];
    const codeOf = async (secret: string): Promise<unknown> =>
      (await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices')).body.code;

    expect([await codeOf(lost.secret), await codeOf(kept.secret)]).toEqual([undefined, undefined]);
    await owner.post(`/keys/${lost.key.id}/revoke`);
    expect([await codeOf(lost.secret), await codeOf(kept.secret)]).toEqual(['revoked', undefined]);
    await setEnabled(owner, false);
    expect([await codeOf(lost.secret), await codeOf(kept.secret)]).toEqual(['revoked', 'disabled']);
    await setEnabled(owner, true);
    expect(await codeOf(kept.secret)).toBeUndefined();
    test.clock.advance(Date.parse('2027-01-01T23:59:59.998Z') - test.clock.now().getTime());
    expect(await codeOf(kept.secret)).toBeUndefined();
    test.clock.advance(1);
    expect(await codeOf(kept.secret)).toBe('expired');
  });

  it('403 insufficient-permission is decided by what the route asks for, not by what the key could do', async () => {
    const { owner } = await aCompany(test);
    const { secret } = await aKey(owner, { permissions: ['sales-invoices:read'] });
    const reader = test.anyone.withKey(secret);

    expect((await reader.get('/sales_invoices')).status).toBe(200);
    expect((await reader.post('/sales_invoices', {})).body.code).toBe('insufficient-permission');
    expect((await reader.get('/keys')).body.code).toBe('insufficient-permission');
  });
});
