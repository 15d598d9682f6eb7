import { secondMs } from '../../src/platform';
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
import { givePin, pin } from '../support/factors';
import { aMachineKey, aServiceAccount } from '../support/service-accounts';

const nobodysId = '00000000-0000-7000-8000-000000000000';

describe('POST /keys/bulk', () => {
  let test: TestApp;
  let company: TestCompany;
  let owner: Client;

  beforeAll(async () => {
    test = await startApp();
  });
  beforeEach(async () => {
    company = await aCompany(test);
    owner = company.owner;
  });
  afterAll(() => test.close());

  const bulk = (action: string, ids: readonly string[], by = owner, more: object = {}): Promise<Answer> =>
    by.post('/keys/bulk', { action, ids, ...more });
  const policy = (of: object, kind = 'company') => owner.patch('/settings', { keys: { [kind]: of } });
  const use = async (secret: string): Promise<unknown> => {
    const { status, body } = await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices');
    return status === 200 ? 'good' : `${status} ${body.code}`;
  };
  const keys = async (count: number): Promise<{ ids: string[]; secrets: string[] }> => {
    const made = [];
    for (let at = 0; at < count; at += 1) made.push(await aKey(owner, { name: `Key ${at}` }));
    return { ids: made.map(({ key }) => key.id), secrets: made.map(({ secret }) => secret) };
  };
  const outcomes = ({ body }: Answer): unknown[] =>
    body.results.map((one: { ok: boolean; key?: { status: string }; problem?: { code: string } }) =>
      one.ok ? one.key?.status : one.problem?.code,
    );
  const eventsOf = async (id: string): Promise<string[]> =>
    (await owner.get(`/events?target=${id}`)).body.data.map(({ type }: { type: string }) => type).reverse();
  const stepUp = (by: Client, request: object): Promise<Answer> =>
    by.post('/step-ups', { factor: 'password', secret: password, ...request });
  const proved = async (by: Client, request: object): Promise<Client> =>
    by.with({ 'step-up-token': String((await stepUp(by, request)).body.stepUpToken) });

  it('200 revokes each key at once, in the order of the request, with one receipt for all', async () => {
    const { ids, secrets } = await keys(3);
    const order = ids.toReversed();
    for (const secret of secrets) expect(await use(secret)).toBe('good');

    const answer = await bulk('revoke', order, owner, { reason: 'Old system' });

    expect(answer.status).toBe(200);
    expect(answer.body.results).toMatchObject(
      order.map((id) => ({ id, ok: true, key: { id, status: 'revoked', revokedReason: 'Old system' } })),
    );
    expect(answer.body.revocation).toMatchObject({ effectiveEverywhere: true });
    for (const secret of secrets) expect(await use(secret)).toBe('401 revoked');
    for (const id of ids) expect(await eventsOf(id)).toEqual(['key.generated', 'key.revoked']);
    const last = (await owner.get('/events?limit=1')).body.data[0];
    expect(answer.body.revocation.position).toBe(last.position ?? last.seq ?? last.id);
  });

  it('200 disables and enables', async () => {
    const { ids, secrets } = await keys(2);

    expect(outcomes(await bulk('disable', ids))).toEqual(['disabled', 'disabled']);
    for (const secret of secrets) expect(await use(secret)).toBe('401 disabled');

    expect(outcomes(await bulk('enable', ids))).toEqual(['active', 'active']);
    for (const secret of secrets) expect(await use(secret)).toBe('good');
    for (const id of ids)
      expect(await eventsOf(id)).toEqual(['key.generated', 'key.disabled', 'key.enabled']);
  });

  it('200 says which keys are refused, and acts on the others', async () => {
    const { ids, secrets } = await keys(3);
    await owner.post(`/keys/${ids[1]}/revoke`);
    const theirs = await aKey((await aCompany(test)).owner);
    const soon = new Date(test.clock.now().getTime() + secondMs).toISOString();
    const { key: expired } = await aKey(owner, { expiresAt: soon });
    await owner.post(`/keys/${ids[0]}/disable`);
    await owner.post(`/keys/${expired.id}/disable`);
    test.clock.advance(secondMs);

    const all = [...ids, theirs.key.id, nobodysId, expired.id];
    const answer = await bulk('enable', all);

    expect(answer.status).toBe(200);
    expect(outcomes(answer)).toEqual([
      ...['active', 'key-revoked', 'active'],
      ...['not-found', 'not-found', 'key-expired'],
    ]);
    expect(answer.body.results[1]).toEqual({
      id: ids[1],
      ok: false,
      problem: { code: 'key-revoked', status: 409, detail: expect.any(String) },
    });
    expect(await use(secrets[0] ?? '')).toBe('good');
    expect((await bulk('disable', [theirs.key.id])).body).not.toHaveProperty('revocation');
    expect(await use(theirs.secret)).toBe('good');
  });

  it('200 again changes nothing, spends no proof, and has the receipt of the first time', async () => {
    const { ids } = await keys(2);
    const first = await bulk('revoke', ids);
    await policy({ stepUp: { revoke: 'password' } });

    const second = await bulk('revoke', ids);

    expect(second).toMatchObject({ status: 200, body: { results: first.body.results } });
    expect(second.body.revocation.position).toBe(first.body.revocation.position);
    for (const id of ids) expect(await eventsOf(id)).toEqual(['key.generated', 'key.revoked']);
  });

  it('200 to enable what is not disabled: no receipt, no event', async () => {
    const { ids } = await keys(1);
    const { body } = await bulk('enable', ids);

    expect(body).toEqual({ results: [{ id: ids[0], ok: true, key: expect.anything() }] });
    expect(await eventsOf(ids[0] ?? '')).toEqual(['key.generated']);
  });

  it('200 with a hundred, and twice at once from both ends', async () => {
    const { ids } = await keys(100);
    const answers = await Promise.all([bulk('disable', ids), bulk('disable', ids.toReversed())]);

    for (const answer of answers)
      expect(answer.status === 200 ? new Set(outcomes(answer)) : answer.body).toEqual(new Set(['disabled']));
    expect(await eventsOf(ids[50] ?? '')).toEqual(['key.generated', 'key.disabled']);
  });

  describe('proof', () => {
    const required = (action: string, factor: string): object => ({
      status: 403,
      body: { code: 'step-up-required', action, factor },
    });

    it('403 step-up-required changes no key; one made for these keys, in any order, is good once', async () => {
      const { ids, secrets } = await keys(2);
      await policy({ stepUp: { revoke: 'password' } });

      expect(await bulk('revoke', ids)).toMatchObject(required('revoke', 'password'));
      expect(await use(secrets[0] ?? '')).toBe('good');
      const client = await proved(owner, { action: 'revoke', ids: ids.toReversed() });
      expect((await bulk('revoke', ids, client)).status).toBe(200);

      const { ids: others } = await keys(2);
      expect(await bulk('revoke', others, client)).toMatchObject(required('revoke', 'password'));
    });

    it('403 is not good when it was made for other keys, another act or one key', async () => {
      const { ids } = await keys(2);
      await policy({ stepUp: { revoke: 'password', generate: 'password' } });
      const [one] = ids;
      const clients = [
        await proved(owner, { action: 'revoke', ids: [one] }),
        await proved(owner, { action: 'revoke', ids: [...ids, nobodysId] }),
        await proved(owner, { action: 'enable', ids }),
        await proved(owner, { action: 'revoke', kind: 'company', keyId: one }),
      ];

      for (const client of clients)
        expect(await bulk('revoke', ids, client)).toMatchObject(required('revoke', 'password'));
      // And one for several keys is none for one of them.
      expect(await clients[0]?.post(`/keys/${one}/revoke`)).toMatchObject(required('revoke', 'password'));
    });

    it('403 wants the strictest factor among the kinds of these keys', async () => {
      await givePin(owner);
      const { key: other } = await aMachineKey(owner, await aServiceAccount(company, 'usage:read'));
      const { ids } = await keys(1);
      await policy({ stepUp: { revoke: 'password' } });
      await policy({ stepUp: { revoke: 'pin' } }, 'machine');

      const both = [...ids, other.id];
      const weak = await proved(owner, { action: 'revoke', ids: both });
      expect(await bulk('revoke', both, weak)).toMatchObject(required('revoke', 'pin'));

      const strict = await proved(owner, { factor: 'pin', secret: pin, action: 'revoke', ids: both });
      expect(outcomes(await bulk('revoke', both, strict))).toEqual(['revoked', 'revoked']);
    });

    it('200 says prerequisites-not-met of a key whose factor is not set up', async () => {
      const { ids } = await keys(1);
      await policy({ stepUp: { revoke: 'totp' } });

      const { body } = await bulk('revoke', ids);
      expect(body.results[0]).toMatchObject({
        ok: false,
        problem: { code: 'prerequisites-not-met', missing: ['totp'] },
      });
    });

    it('200 disables without one', async () => {
      const { ids } = await keys(1);
      await policy({ stepUp: { generate: 'password', revoke: 'password' } });
      expect(outcomes(await bulk('disable', ids))).toEqual(['disabled']);
    });

    it.each([
      [{ action: 'generate', ids: [nobodysId] }, '/ids'],
      [{ action: 'revoke', ids: [nobodysId], kind: 'company' }, '/kind'],
      [{ action: 'revoke', ids: [nobodysId], keyId: nobodysId }, '/keyId'],
      [{ action: 'revoke', ids: [] }, '/ids'],
      [{ action: 'revoke', ids: [nobodysId, nobodysId] }, '/ids'],
      [{ action: 'revoke', keyId: nobodysId }, '/kind'],
      [{ action: 'revoke', kind: 'company' }, '/keyId'],
    ])('422 POST /step-ups refuses %j', async (request, pointer) => {
      expect(await stepUp(owner, request)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    });
  });

  it('200 lets a machine act within its rights, where the policy of a key lets machines', async () => {
    const account = await aServiceAccount(company, 'keys.company:read', 'keys.company:revoke');
    const { key: own, secret } = await aMachineKey(owner, account);
    const machine = test.anyone.withKey(secret);
    const { ids } = await keys(2);

    await policy({ stepUp: { revoke: 'password' } });
    expect(outcomes(await bulk('revoke', [...ids, own.id], machine))).toEqual([
      ...['step-up-required', 'step-up-required', 'not-found'],
    ]);
    await policy({ machines: 'exempt' });
    expect(outcomes(await bulk('revoke', ids, machine))).toEqual(['revoked', 'revoked']);
    expect(await bulk('disable', ids, machine)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('200 says permission-ceiling of a key that may do more than its caller', async () => {
    const account = await aServiceAccount(company, 'keys.company:read', 'keys.company:update');
    const { secret } = await aMachineKey(owner, account);
    const { ids } = await keys(1);
    await bulk('disable', ids);

    const { body } = await bulk('enable', ids, test.anyone.withKey(secret));

    expect(body.results[0].problem).toMatchObject({
      code: 'permission-ceiling',
      missing: expect.arrayContaining(['sales-invoices:read']),
    });
  });

  it('403 without the right to any kind; of keys of other kinds it says so', async () => {
    const { ids } = await keys(1);
    const { client: member } = await company.member('member');
    const { client: admin } = await company.member('admin');

    expect(await bulk('revoke', ids, member)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(outcomes(await bulk('revoke', ids, admin))).not.toEqual(['revoked']);
    expect((await owner.get(`/keys/${ids[0]}`)).body.status).toBe('active');
  });

  it.each([
    [{ action: 'delete', ids: [nobodysId] }, '/action'],
    [{ action: 'revoke' }, '/ids'],
    [{ action: 'revoke', ids: [] }, '/ids'],
    [{ action: 'revoke', ids: ['one'] }, '/ids/0'],
    [{ action: 'revoke', ids: [nobodysId, nobodysId] }, '/ids'],
    [
      {
        action: 'revoke',
        ids: Array.from({ length: 101 }, (_, at) => nobodysId.slice(0, -3) + String(100 + at)),
      },
      '/ids',
    ],
    [{ action: 'disable', ids: [nobodysId], reason: 'None' }, '/reason'],
    [{ action: 'revoke', ids: [nobodysId], surprise: 1 }, '/surprise'],
  ])('422 refuses %j', async (body, pointer) => {
    expect(await owner.post('/keys/bulk', body)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
  });
});
