import { generateKey } from '../../libs/api-key';
import { holderStatement } from '../../src/api-keys/verification/holder-statement';
import { minuteMs, secondMs } from '../../src/platform';
import { aCompany, aKey, anOperator, startApp, type TestApp, type TestCompany } from '../support';
import { aDefinedProduct } from '../support/defined-product';
import { statementsOf } from '../support/statements';
import { queryRows, runStatement } from '../support/tables';

describe('verifying a key that was seen before', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const me = (secret: string) => test.anyone.withKey(secret).get('/core/api/v1/me');
  const costOf = (work: () => Promise<unknown>): Promise<string[]> => statementsOf(test, work);

  it('costs one statement the first time, and none from then on', async () => {
    const { secret } = await aKey(company.owner);
    const first = await costOf(() => me(secret));
    const later = await costOf(async () => {
      for (let at = 0; at < 20; at += 1) expect(await me(secret)).toMatchObject({ status: 200 });
    });
    expect([first.length, later]).toEqual([1, []]);
  });

  it('reads the roles of its owner and the products of its company side by side, and never each with each', async () => {
    const buying = await aCompany(test);
    const operator = await anOperator(test);
    for (let at = 0; at < 3; at += 1)
      await (await aDefinedProduct(operator, ['read', 'refund'])).enable(buying.id);
    await buying.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const { client } = await buying.member('member', 'system-administrator', 'api-key-generate');
    const personal = await aKey(client, { kind: 'personal' });
    const rowsOf = async (keyId: string) => {
      const [secret] = await queryRows(test, 'SELECT id FROM key_secrets WHERE key_id = ?', [keyId]);
      return queryRows(test, holderStatement('s.key_id = ? AND s.id = ?', '1 = 0'), [keyId, secret?.id]);
    };

    expect(await rowsOf(personal.key.id)).toHaveLength(3 + 3);
    expect(await rowsOf((await aKey(buying.owner)).key.id)).toHaveLength(3);
    expect(await rowsOf((await aKey(company.owner)).key.id)).toHaveLength(1);
    expect(await rowsOf('nobody')).toHaveLength(1);
  });

  it('costs one statement for fifty who come at once', async () => {
    const { secret } = await aKey(company.owner);
    const statements = await costOf(async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => me(secret)));
      expect(answers.map(({ status }) => status)).toEqual(Array<number>(50).fill(200));
    });
    expect(statements).toHaveLength(1);
  });

  it('costs nothing for junk, and one statement for a key that nobody has', async () => {
    expect(await costOf(() => me('kunci_junk'))).toEqual([]);
    const unknown = generateKey('prefixed', 'kunci');
    expect(await costOf(() => me(unknown))).toHaveLength(1);
    expect(await costOf(() => me(unknown))).toEqual([]);
  });

  it('is read again after a minute', async () => {
    const { secret } = await aKey(company.owner);
    await me(secret);
    test.clock.advance(minuteMs);
    expect(await costOf(() => me(secret))).toHaveLength(1);
  });

  it('never outlives its expiry', async () => {
    const expiresAt = new Date(test.clock.now().getTime() + 30 * secondMs).toISOString();
    const { secret } = await aKey(company.owner, { expiresAt });
    expect(await me(secret)).toMatchObject({ status: 200 });
    test.clock.advance(30 * secondMs);
    expect(await me(secret)).toMatchObject({ status: 401, body: { code: 'expired' } });
  });

  it('is refused from the moment it is revoked, whichever way it came', async () => {
    const { key, secret } = await aKey(company.owner);
    const ways = [
      () => me(secret),
      () => test.anyone.withBearer(secret).get('/me'),
      () => test.anyone.withBasic(company.slug, secret).get('/core/api/v1/me'),
    ];
    for (const way of ways) expect(await way()).toMatchObject({ status: 200 });
    const { body } = await company.owner.post(`/keys/${key.id}/revoke`);
    expect(body.revocation).toMatchObject({ effectiveEverywhere: true });
    for (const way of ways) expect(await way()).toMatchObject({ status: 401, body: { code: 'revoked' } });
  });

  it('works again from the moment its company is reinstated or its kind is on again', async () => {
    const { secret } = await aKey(company.owner);
    await me(secret);
    const switchTo = (enabled: boolean) =>
      company.owner.patch('/settings', { keys: { company: { enabled } } });
    await switchTo(false);
    expect(await me(secret)).toMatchObject({ status: 401, body: { code: 'disabled' } });
    await switchTo(true);
    expect(await me(secret)).toMatchObject({ status: 200 });
  });
});

describe('a row that somebody else has changed', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const corruptions: [what: string, assignment: string][] = [
    ['permissions that are no JSON', `permissions = '["sales-invoices:read"'`],
    ['permissions that are no list', `permissions = '{}'`],
    ['invalid addresses', `allowed_addresses = '["10.0.0.0/99"]'`],
    ['limits of nothing', `rate_limits = '[{"name":"burst","limit":0,"windowSeconds":60}]'`],
    ['a quota with an unknown refill', `quota = '{"limit":5,"refill":"year"}'`],
    ['an unknown kind', `kind = 'golden'`],
  ];

  it.each(corruptions)('with %s closes its own key and no other', async (_what, assignment) => {
    const [closed, open] = [await aKey(company.owner), await aKey(company.owner)];
    await runStatement(test, `UPDATE api_keys SET ${assignment} WHERE id = '${closed.key.id}'`);

    const refused = await test.anyone.withKey(closed.secret).get('/sales_invoices');
    expect(refused).toMatchObject({ status: 401, body: { code: 'disabled' } });
    const verdict = await company.owner.post('/keys/verify', { key: closed.secret });
    expect(verdict).toMatchObject({ status: 200, body: { valid: false, code: 'DISABLED' } });
    const stranger = await aCompany(test);
    expect((await stranger.owner.post('/keys/verify', { key: closed.secret })).body).toEqual({
      valid: false,
      code: 'NOT_FOUND',
    });
    expect(await test.anyone.withKey(open.secret).get('/sales_invoices')).toMatchObject({ status: 200 });
    expect(test.logged.join('')).toContain(closed.key.id);
  });

  it('is understood again as soon as it is mended and a minute is over', async () => {
    const { key, secret } = await aKey(company.owner);
    const write = (quota: string) =>
      runStatement(test, `UPDATE api_keys SET quota = ${quota} WHERE id = '${key.id}'`);
    await write(`'[]'`);
    expect(await test.anyone.withKey(secret).get('/me')).toMatchObject({ status: 401 });
    await write('NULL');
    test.clock.advance(minuteMs);
    expect(await test.anyone.withKey(secret).get('/me')).toMatchObject({ status: 200 });
  });
});
