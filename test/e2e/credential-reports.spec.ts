import { generateKey } from '../../libs/api-key';
import { HolderReports } from '../../src/api-keys';
import { hourMs, minuteMs } from '../../src/platform';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { anOperator } from '../support/operators';
import { statementsOf } from '../support/statements';
import { queryRows } from '../support/tables';

type Headers = Readonly<Record<string, string>>;

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
beforeEach(async () => {
  // Every call counts for a minute, and all come from one address.
  test.clock.advance(minuteMs);
  company = await aCompany(test);
});
afterAll(() => test.close());

const form: Headers = { 'content-type': 'application/x-www-form-urlencoded' };

async function revoke(payload: string, headers: Headers = form) {
  const answer = await test.app.inject({ method: 'POST', url: '/oauth2/revoke', payload, headers });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}

const ended = () => test.app.get(HolderReports).flush();

/** Reports secrets, and waits until that is done. */
async function report(...credentials: string[]) {
  const answer = await test.anyone.post('/credentials/revoke', { credentials });
  await ended();
  return answer;
}

const codeOf = async (secret: string): Promise<string> => {
  const answer = await test.app.inject({ url: '/core/api/v1/me', headers: { 'x-api-key': secret } });
  return answer.statusCode === 200 ? 'good' : JSON.parse(answer.body).code;
};

async function eventsOf(keyId: string): Promise<{ type: string; actor_kind: string; data: string }[]> {
  const rows = await queryRows(test, 'SELECT type, actor_kind, data, target_id FROM events ORDER BY seq');
  // A cast: these are the columns that were asked for.
  return rows.filter((row) => row['target_id'] === keyId) as never;
}

const typesOf = async (keyId: string) => (await eventsOf(keyId)).map(({ type }) => type).slice(1);

const setRule = (onHolderReport: string) =>
  company.owner.patch('/settings', { keys: { company: { onHolderReport } } });

describe('POST /oauth2/revoke', () => {
  it('200 is empty, whatever was reported', async () => {
    const { secret } = await aKey(company.owner);
    for (const token of [secret, 'junk', generateKey('prefixed', 'kunci')]) {
      const { status, body, headers } = await revoke(`token=${token}&token_type_hint=access_token`);
      expect([status, body]).toEqual([200, '']);
      expect(headers['cache-control']).toBe('no-store');
    }
    await ended();
    expect(await codeOf(secret)).toBe('disabled');
  });

  it.each([
    ['no token', '', form],
    ['two tokens', 'token=a&token=b', form],
    ['JSON', '{"token":"a"}', { 'content-type': 'application/json' }],
  ])('400 invalid_request for %s', async (_what, payload, headers) => {
    const { status, body } = await revoke(payload, headers);
    expect([status, JSON.parse(body).error]).toEqual([400, 'invalid_request']);
  });

  it('400 says that the body is a form', async () => {
    const { body } = await revoke('{"token":"a"}', { 'content-type': 'application/json' });
    expect(JSON.parse(body).error_description).toContain('application/x-www-form-urlencoded');
  });

  it('429 takes ten calls a minute from one address, together with /credentials/revoke', async () => {
    for (let call = 0; call < 5; call += 1) {
      expect((await revoke('token=junk')).status).toBe(200);
      expect((await report('junk')).status).toBe(202);
    }
    const { secret } = await aKey(company.owner);
    const [byForm, byJson] = [await revoke(`token=${secret}`), await report(secret)];

    expect([byForm.status, JSON.parse(byForm.body).error]).toEqual([429, 'temporarily_unavailable']);
    expect([byJson.status, byJson.body.code]).toEqual([429, 'too-many-calls']);
    expect(Number(byForm.headers['retry-after'])).toBeGreaterThan(0);
    expect(await codeOf(secret)).toBe('good');
    // Who goes on costs nothing that others have to wait for.
    expect(await statementsOf(test, () => revoke('token=junk'))).toEqual([]);
    test.clock.advance(minuteMs);
    expect((await report(secret)).status).toBe(202);
    expect(await codeOf(secret)).toBe('disabled');
  });
});

describe('POST /credentials/revoke', () => {
  it('202 ends the keys of all companies, and says nothing of it', async () => {
    const other = await aCompany(test);
    const [one, two] = [await aKey(company.owner), await aKey(other.owner)];
    const { status, body } = await report(` "${one.secret}" `, two.secret, one.secret, 'junk');

    expect([status, body]).toEqual([202, '']);
    expect([await codeOf(one.secret), await codeOf(two.secret)]).toEqual(['disabled', 'disabled']);
    expect(await typesOf(one.key.id)).toEqual(['key.disabled', 'key.reported']);
    expect((await eventsOf(one.key.id)).map(({ actor_kind: kind }) => kind).slice(1)).toEqual([
      'system',
      'system',
    ]);
  });

  it('202 takes a thousand, the same one often', async () => {
    const { key, secret } = await aKey(company.owner);
    const credentials = Array.from({ length: 998 }, (_, at) => (at % 2 === 0 ? secret : `junk ${at}`));
    expect((await report(...credentials, secret, secret)).status).toBe(202);

    expect(await typesOf(key.id)).toEqual(['key.disabled', 'key.reported']);
  });

  it.each([
    ['none', []],
    ['one too many', Array.from({ length: 1_001 }, () => 'x')],
    ['an empty one', ['']],
    ['a long one', ['x'.repeat(513)]],
  ])('422 refuses %s, and repeats nothing', async (_what, credentials) => {
    const answer = await report(...credentials);
    expect([answer.status, answer.body.code]).toEqual([422, 'validation-failed']);
    expect(JSON.stringify(answer.body)).not.toContain('xx');
  });

  it('ends an old secret alone', async () => {
    const { key, secret: old } = await aKey(company.owner);
    const rotated = await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 3_600 });
    await report(old);

    expect([await codeOf(old), await codeOf(rotated.body.secret)]).toEqual(['revoked', 'good']);
    expect(await typesOf(key.id)).toEqual(['key.rotated', 'key.overlap-ended', 'key.reported']);
  });

  it('asks nothing more about a secret that it has found dead', async () => {
    const { key, secret } = await aKey(company.owner);
    await company.owner.post(`/keys/${key.id}/revoke`);
    await report(secret);

    const asked = await statementsOf(test, async () => {
      test.app.get(HolderReports).take([secret], null);
      await ended();
    });
    // It is looked for among keys and among service keys.
    expect(asked).toHaveLength(2);
  });

  it('does nothing with a secret that is dead: ended, revoked, expired or disabled', async () => {
    const [revoked, disabled] = [await aKey(company.owner), await aKey(company.owner)];
    const { key, secret: old } = await aKey(company.owner);
    const expiresAt = new Date(test.clock.now().getTime() + hourMs).toISOString();
    const expired = await aKey(company.owner, { expiresAt });
    const rotated = await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 60 });
    await company.owner.post(`/keys/${revoked.key.id}/revoke`);
    await company.owner.post(`/keys/${disabled.key.id}/disable`);
    test.clock.advance(2 * hourMs);
    await report(old, revoked.secret, disabled.secret, expired.secret);

    for (const { id } of [key, revoked.key, disabled.key, expired.key])
      expect(await typesOf(id)).not.toContain('key.reported');
    expect(await codeOf(rotated.body.secret)).toBe('good');
  });

  it('revokes where the policy of the kind says so, and else disables', async () => {
    await setRule('revoke');
    const { key, secret } = await aKey(company.owner);
    await report(secret);
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const { client } = await company.member('member', 'api-key-generate');
    const personal = await aKey(client, { kind: 'personal' });
    await report(personal.secret);

    expect([await codeOf(secret), await codeOf(personal.secret)]).toEqual(['revoked', 'disabled']);
    expect(await typesOf(key.id)).toEqual(['key.revoked', 'key.reported']);
    const [told] = (await eventsOf(key.id)).slice(-1);
    expect(JSON.parse(told?.data ?? '')).toEqual({
      ...{ kind: 'company', name: 'Integration', done: 'revoked', address: '127.0.0.1' },
      ...{ start: secret.slice(0, 10), last4: secret.slice(-4) },
    });
  });

  it('ends nothing where the policy says off, and is noted once an hour', async () => {
    await setRule('off');
    const { key, secret } = await aKey(company.owner);
    await report(secret);
    await report(secret);
    expect([await codeOf(secret), await typesOf(key.id)]).toEqual(['good', ['key.reported']]);
    test.clock.advance(2 * hourMs);
    await report(secret);
    expect(await typesOf(key.id)).toEqual(['key.reported', 'key.reported']);
  });

  it('revokes a service key, which operators are told', async () => {
    const operator = await anOperator(test);
    const made = await operator.client.post('/platform/service-keys', { name: 'Leaked', product: null });
    const { serviceKey, secret } = made.body;
    await report(secret);

    expect(await codeOf(secret)).toBe('revoked');
    expect(await typesOf(serviceKey.id)).toEqual(['service-key.revoked', 'service-key.reported']);
  });

  it('writes no secret anywhere', async () => {
    const { secret } = await aKey(company.owner);
    await report(secret);
    await revoke(`token=${secret}`);
    const rows = await queryRows(test, 'SELECT data FROM events');

    expect(JSON.stringify([rows, test.logged])).not.toContain(secret);
  });
});
