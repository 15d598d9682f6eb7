import { dayMs, hourMs, secondMs } from '../../src/platform';
import { SelfRotationService } from '../../src/api-keys/commands/self-rotation.service';
import { SettingsService } from '../../src/settings';
import {
  aCompany,
  aKey,
  anOperator,
  aProduct,
  type Answer,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { actingFor } from '../support/principals';
import { queryRows } from '../support/tables';
import { aMachineKey, aServiceAccount } from '../support/service-accounts';

const path = '/core/api/v1/keys/self/rotate';
const anHour = { overlapSeconds: 3_600 };

describe('POST /keys/self/rotate', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
  });
  // Each in a company of its own, for the policy is the company's.
  beforeEach(async () => {
    company = await aCompany(test);
    await allow('company', 'personal', 'machine');
  });
  afterAll(() => test.close());

  const allow = (...kinds: string[]): Promise<Answer> =>
    company.owner.patch('/settings', {
      keys: Object.fromEntries(kinds.map((kind) => [kind, { enabled: true, selfRotate: true }])),
    });
  const as = (secret: string): Client => test.anyone.withKey(secret);
  const rotate = (secret: string, body: object = anHour): Promise<Answer> => as(secret).post(path, body);
  const outcome = async (answer: Promise<Answer>): Promise<[number, string | undefined]> => {
    const { status, body } = await answer;
    return [status, body.code];
  };

  it('200 gives the key a new secret, tells it once, and lets the old one overlap', async () => {
    const { key, secret } = await aKey(company.owner);
    const { status, body, headers } = await rotate(secret);

    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body.secret).not.toBe(secret);
    const endsAt = new Date(test.clock.now().getTime() + hourMs).toISOString();
    expect(body.key).toMatchObject({ id: key.id, superseded: { endsAt } });
    for (const works of [secret, body.secret]) expect((await as(works).get('/me')).status).toBe(200);
    test.clock.advance(hourMs);
    expect(await outcome(as(secret).get('/me'))).toEqual([401, 'revoked']);
    expect((await as(body.secret).get('/me')).status).toBe(200);
  });

  it('200 never moves the expiry, however often', async () => {
    const expiresAt = new Date(test.clock.now().getTime() + 3 * dayMs).toISOString();
    let { secret } = await aKey(company.owner, { expiresAt });
    for (let day = 0; day < 2; day += 1) {
      const { body } = await rotate(secret);
      expect(body.key.expiresAt).toBe(expiresAt);
      ({ secret } = body);
      test.clock.advance(dayMs + secondMs);
    }
    test.clock.advance(dayMs);
    expect(await outcome(rotate(secret))).toEqual([401, 'expired']);
  });

  it('200 is in the log as an act of the key', async () => {
    const { key, secret } = await aKey(company.owner);
    await rotate(secret);

    const { data } = (await company.owner.get(`/events?target=${key.id}&type=key.rotated`)).body;
    expect(data).toMatchObject([
      { actor: { kind: 'key', id: key.id }, data: { overlapSeconds: 3_600, itself: true } },
    ]);
  });

  it.each(['live', 'test'])('200 keeps a %s key what it is', async (environment) => {
    const { body } = await rotate((await aKey(company.owner, { environment })).secret);
    expect(body.key.environment).toBe(environment);
    expect(body.secret.startsWith('kunci_test_')).toBe(environment === 'test');
  });

  it('200 is for the keys of people and service accounts, without what they would need to rotate others', async () => {
    const person = await company.member('member', 'api-key-generate', 'api-key-sign-in');
    const personal = await aKey(person.client, { kind: 'personal' });
    const account = await aServiceAccount(company, 'usage:read');
    const machine = await aMachineKey(company.owner, account);

    for (const { key, secret } of [personal, machine]) {
      expect((await rotate(secret)).status).toBe(200);
      expect((await as(secret).post(`/keys/${key.id}/rotate`, anHour)).status).toBe(403);
    }
  });

  it('200 asks neither for a step-up nor for what the key may do', async () => {
    await company.owner.patch('/settings', { keys: { company: { stepUp: { rotate: 'password' } } } });
    const { secret } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    expect((await rotate(secret)).body.key.permissions).toEqual(['sales-invoices:read']);
  });

  it('200 is read again by a client that lost the answer, with the Idempotency-Key', async () => {
    const { secret } = await aKey(company.owner);
    const client = as(secret).with({ 'idempotency-key': 'a-random-name-of-mine' });
    const [first, again] = [await client.post(path, anHour), await client.post(path, anHour)];

    expect(again.body.secret).toBe(first.body.secret);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('200 comes with a receipt where it ends a secret that still worked', async () => {
    const { secret } = await aKey(company.owner);
    const first = await rotate(secret, { overlapSeconds: 604_800 });
    expect(first.body.revocation).toBeUndefined();
    test.clock.advance(dayMs);
    const second = await rotate(first.body.secret);

    expect(second.body.revocation).toMatchObject({ effectiveEverywhere: true });
    expect(await outcome(as(secret).get('/me'))).toEqual([401, 'revoked']);
  });

  it('403 is off until the policy of the kind allows it, and asks for the newest policy', async () => {
    const { secret } = await aKey(company.owner);
    await company.owner.patch('/settings', { keys: { company: { selfRotate: false } } });
    expect(await outcome(rotate(secret))).toEqual([403, 'self-rotation-off']);
    const fresh = await aCompany(test);
    const policies = await test.app.get(SettingsService).get(actingFor(fresh));
    expect(Object.values(policies.keys).map(({ selfRotate }) => selfRotate)).toEqual([
      ...[false, false, false, false],
    ]);
  });

  it('403 is for a key that comes with the request, and no other credential', async () => {
    const person = await company.member('member', 'api-key-generate', 'api-key-sign-in');
    const { secret } = await aKey(person.client, { kind: 'personal' });
    const byKey = await test.anyone.signIn(person.username, secret);
    for (const client of [company.owner, byKey])
      expect(await outcome(client.post('/keys/self/rotate', anHour))).toEqual([403, 'key-required']);
    const operator = await anOperator(test);
    const body = { name: 'Backend', product: await aProduct(operator) };
    const service = (await operator.client.post('/platform/service-keys', body)).body.secret;
    expect((await rotate(service)).status).toBe(403);
  });

  it('409 happens once in 24 hours, and says when the next time is', async () => {
    const { secret } = await aKey(company.owner);
    const first = (await rotate(secret)).body.secret;
    test.clock.advance(dayMs - 1);
    const { status, body } = await rotate(first);
    const nextAt = new Date(test.clock.now().getTime() + 1).toISOString();
    expect([status, body]).toMatchObject([409, { code: 'rotated-today', nextAt }]);
    test.clock.advance(1);
    expect((await rotate(first)).status).toBe(200);
  });

  it('409 gives nothing to a finder of an old secret', async () => {
    const { key, secret } = await aKey(company.owner);
    await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 7_200 });
    expect(await outcome(rotate(secret))).toEqual([409, 'secret-superseded']);
  });

  it('409 one of ten at once wins', async () => {
    const { key, secret } = await aKey(company.owner);
    const answers = await Promise.all(Array.from({ length: 10 }, () => outcome(rotate(secret))));

    expect(answers.filter(([status]) => status === 200)).toHaveLength(1);
    const others = answers.filter(([status]) => status !== 200);
    expect(others).toEqual(others.map(() => [409, 'secret-superseded']));
    const { data } = (await company.owner.get(`/events?target=${key.id}&type=key.rotated`)).body;
    expect(data).toHaveLength(1);
  });

  it.each<[string, number, string, (id: string) => Promise<unknown>]>([
    ['revoked', 401, 'revoked', (id) => company.owner.post(`/keys/${id}/revoke`)],
    ['disabled', 401, 'disabled', (id) => company.owner.post(`/keys/${id}/disable`)],
    [
      'of a kind that is off',
      401,
      'disabled',
      () => company.owner.patch('/settings', { keys: { company: { enabled: false } } }),
    ],
  ])('refuses a key that is %s as everywhere', async (_what, status, code, end) => {
    const { key, secret } = await aKey(company.owner);
    await end(key.id);
    expect(await outcome(rotate(secret))).toEqual([status, code]);
  });

  it('401 refuses a key that is revoked while it waits', async () => {
    const { key, secret } = await aKey(company.owner);
    const { id: secretId } = await newestSecretOf(key.id);
    await company.owner.post(`/keys/${key.id}/revoke`);
    const sent = { id: key.id, secretId, kind: 'company', environment: 'live' } as const;
    const principal = {
      ...actingFor(company),
      key: { ...sent, name: null, product: null, expiresAt: null, hasMetadata: false },
    };
    const late = test.app.get(SelfRotationService).rotate(principal, anHour);
    await expect(late).rejects.toMatchObject({ kind: { code: 'invalid-credentials' } });
    expect(await outcome(rotate(secret))).toEqual([401, 'revoked']);
  });

  it.each([
    ['a shorter overlap', { overlapSeconds: 3_599 }, '/overlapSeconds'],
    ['a longer overlap', { overlapSeconds: 604_801 }, '/overlapSeconds'],
    ['no overlap', {}, '/overlapSeconds'],
    ['another expiry', { ...anHour, expiresAt: '2030-01-01' }, '/expiresAt'],
  ])('422 refuses %s', async (_what, body, pointer) => {
    const { secret } = await aKey(company.owner);
    const answer = await rotate(secret, body);
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ pointer }]]);
  });

  async function newestSecretOf(keyId: string): Promise<{ id: string }> {
    const [row] = await queryRows(test, 'SELECT id FROM key_secrets WHERE key_id = ?', [keyId]);
    return { id: String(row?.['id']) };
  }
});
