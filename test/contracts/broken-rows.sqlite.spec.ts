import { Recap } from '../../src/api-keys/upkeep';
import {
  aCompany,
  anOperator,
  aProduct,
  openDatabaseFile,
  password,
  startApp,
  type DatabaseFile,
  type TestApp,
  type TestCompany,
} from '../support';
import { queryRows } from '../support/tables';

/* SQLite holds whatever it is given, in any column. Nothing that somebody wrote past us may open a door. */

type Case = readonly [table: string, column: string, bad: string | number];

const idOf: Readonly<Record<string, string>> = {
  api_keys: 'id',
  key_secrets: 'key_id',
  key_policies: 'company_id',
  companies: 'id',
};
const ofAllKeys = ['key_policies', 'companies'];

describe('a row with a value that no service writes', () => {
  let test: TestApp;
  let company: TestCompany;
  let file: DatabaseFile;

  beforeAll(async () => {
    test = await startApp();
    file = openDatabaseFile(test.config.dataDir);
  });
  afterAll(async () => {
    file.close();
    await test.close();
  });
  beforeEach(async () => {
    company = await aCompany(test);
  });

  const use = (secret: string) => test.anyone.with({ 'x-api-key': secret }).get('/core/api/v1/me');

  const badTimes = ['x', '', '12.5', 8.7e15];

  const cases: Case[] = [
    ...['disabled_at', 'revoked_at'].flatMap((column) =>
      badTimes.map((bad): Case => ['api_keys', column, bad]),
    ),
    ...['superseded_at', 'ends_at', 'issued_at', 'expires_at'].flatMap((column) =>
      badTimes.map((bad): Case => ['key_secrets', column, bad]),
    ),
    ...['kind', 'permissions', 'allowed_addresses', 'rate_limits', 'quota'].map((column): Case => [
      'api_keys',
      column,
      'x',
    ]),
    ...['x', 2, ''].map((bad): Case => ['key_policies', 'enabled', bad]),
    ...['x', '', -1, 10_000_001].map((bad): Case => ['key_policies', 'max_lifetime_days', bad]),
    ['key_secrets', 'superseded_at', 1],
    ['api_keys', 'kind', 'product'],
    ['api_keys', 'kind', 'personal'],
    ...['x', ''].map((bad): Case => ['companies', 'status', bad]),
    ...badTimes.map((bad): Case => ['api_keys', 'created_at', bad]),
  ];

  it.each(cases)(
    '%s.%s = %p closes the keys it concerns, and those of nobody else',
    async (table, column, bad) => {
      const owner = company.owner;
      const made = await owner.post('/keys', { kind: 'company', name: 'Broken' });
      const other = await aCompany(test);
      const sound = await other.owner.post('/keys', { kind: 'company', name: 'Sound' });
      const id = table === 'companies' ? 'id' : 'company_id';
      await file.write(`UPDATE ${table} SET ${column} = ? WHERE ${id} = ?`, bad, company.id);

      expect((await use(made.body.secret)).status).toBe(401);
      expect((await use(sound.body.secret)).status).toBe(200);
    },
  );

  it.each(cases)('%s.%s = %p is listed as broken, and can be ended', async (table, column, bad) => {
    const { owner } = company;
    const { body: made } = await owner.post('/keys', { kind: 'company', name: 'Broken' });
    const { body: other } = await owner.post('/keys', { kind: 'company', name: 'Beside it' });
    const ofOne = idOf[table];
    const one = ofAllKeys.includes(table) ? company.id : made.key.id;
    await file.write(`UPDATE ${table} SET ${column} = ? WHERE ${ofOne} = ?`, bad, one);
    const beside = ofAllKeys.includes(table) ? 'broken' : 'active';

    expect(statuses(await owner.get('/keys'))).toEqual({ [made.key.id]: 'broken', [other.key.id]: beside });
    expect((await owner.get(`/keys/${made.key.id}`)).body).toMatchObject({
      status: 'broken',
      last4: made.key.last4,
    });
    expect(Object.keys(statuses(await owner.get('/keys?status=broken')))).toContain(made.key.id);
    expect(Object.keys(statuses(await owner.get('/keys?status=active')))).not.toContain(made.key.id);
    const renamed = await owner.patch(`/keys/${made.key.id}`, { name: 'Sound' });
    // An Owner may end everyone's personal keys, and only that.
    const refusal = bad === 'personal' ? [403, 'forbidden'] : [409, 'key-broken'];
    expect([renamed.status, renamed.body.code]).toEqual(refusal);
    const revoked = await owner.post(`/keys/${made.key.id}/revoke`, {});
    expect([revoked.status, revoked.body.key?.status]).toEqual([200, 'revoked']);
    expect((await owner.delete(`/keys/${made.key.id}`)).status).toBe(200);
    expect(statuses(await owner.get('/keys'))).toEqual({ [other.key.id]: beside });
  });

  it.each(['x', '', '12.5', -1])('max_lifetime_days = %p leaves nothing to be done for good', async (bad) => {
    await company.owner.post('/keys', { kind: 'company', name: 'Broken' });
    await file.write('UPDATE key_policies SET max_lifetime_days = ? WHERE company_id = ?', bad, company.id);

    await test.app.get(Recap).turn();

    expect(await queryRows(test, 'SELECT company_id FROM key_policies WHERE recap_due = 1')).toEqual([]);
  });

  describe('in companies.status', () => {
    const breakStatus = () => file.write('UPDATE companies SET status = ? WHERE id = ?', 'x', company.id);

    it('200 shows the company to its people and to operators as onboarding', async () => {
      const operator = await anOperator(test);
      await breakStatus();

      const signedIn = await test.anyone.signIn(`owner@${company.slug}.test`, password);
      expect((await signedIn.get('/company')).body.status).toBe('onboarding');
      const listed = await operator.client.get('/platform/companies?limit=100&status=onboarding');
      expect(listed.body.data).toContainEqual(
        expect.objectContaining({ id: company.id, status: 'onboarding' }),
      );
    });

    it('200 hands it in for review again, and its keys work', async () => {
      const made = await company.owner.post('/keys', { kind: 'company', name: 'Broken for a while' });
      await breakStatus();
      expect((await use(made.body.secret)).status).toBe(401);

      const submitted = await company.owner.post('/company/submission');

      expect([submitted.status, submitted.body.status]).toEqual([200, 'in_review']);
      expect((await use(made.body.secret)).status).toBe(200);
    });

    it('409 leaves a company that was suspended to operators, who can reinstate it', async () => {
      const operator = await anOperator(test);
      const of = `/platform/companies/${company.id}`;
      await operator.client.post(`${of}/suspend`, { reason: 'Unpaid' });
      await breakStatus();

      expect((await company.owner.post('/company/submission')).status).toBe(409);
      await operator.client.post(`${of}/suspend`, { reason: 'Unpaid' });
      const reinstated = await operator.client.post(`${of}/reinstate`);
      expect([reinstated.status, reinstated.body.status]).toEqual([200, 'onboarding']);
    });
  });

  it.each([
    ['answer', 'x'],
    ['answer', ''],
    ['answer', '3'],
    ['status', 'x'],
    ['status', 12],
  ])('409 says that an answer is lost whose %s is %p, and does nothing again', async (column, bad) => {
    const owner = company.owner.with({ 'idempotency-key': `once-${column}-${bad}` });
    const wish = { kind: 'company', name: 'Made once' };
    expect((await owner.post('/keys', wish)).status).toBe(201);
    await file.write(`UPDATE idempotency_keys SET ${column} = ?`, bad);

    const again = await owner.post('/keys', wish);

    expect([again.status, again.body.code]).toEqual([409, 'idempotency-answer-lost']);
    expect((await company.owner.get('/keys')).body.data).toHaveLength(1);
  });

  it.each(['request_hash', 'held'])(
    'a kept request whose %s cannot be read is refused, not answered',
    async (column) => {
      const owner = company.owner.with({ 'idempotency-key': `once-${column}` });
      const wish = { kind: 'company', name: 'Made once' };
      expect((await owner.post('/keys', wish)).status).toBe(201);
      await file.write(`UPDATE idempotency_keys SET ${column} = ?`, 'x');

      const again = await owner.post('/keys', wish);

      expect([403, 409]).toContain(again.status);
      expect((await company.owner.get('/keys')).body.data).toHaveLength(1);
    },
  );

  it.each(['expires_at', 'seen_at'].flatMap((column) => ['x', '', 9e15].map((bad) => [column, bad])))(
    'sessions.%s = %p ends the session',
    async (column, bad) => {
      const client = await test.anyone.signIn(`owner@${company.slug}.test`, password);
      expect((await client.get('/me')).status).toBe(200);
      await file.write(`UPDATE sessions SET ${column} = ? WHERE user_id = ?`, bad, company.ownerId);

      expect((await client.get('/me')).status).toBe(401);
    },
  );

  it.each(['x', '', 12.5, 8.7e15])('200 lists what else has a time of %p', async (bad) => {
    const operator = await anOperator(test);
    const product = await aProduct(operator);
    const { body: made } = await operator.client.post('/platform/service-keys', { name: 'Odd', product });
    for (const change of [
      'service_keys SET created_at = ?, revoked_at = ?',
      'members SET created_at = ?, status = status',
      'products SET created_at = ?',
      'sessions SET created_at = ?',
    ]) {
      const values = change
        .split('?')
        .slice(1)
        .map(() => bad);
      await file.write(`UPDATE ${change}`, ...values);
    }

    const answers = [
      await operator.client.get('/platform/service-keys'),
      await operator.client.get('/platform/products'),
      await company.owner.get('/users'),
      await company.owner.get('/me/sessions'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    // As at the door: what is revoked at whatever time is revoked.
    const listed = answers[0]?.body.data.find(({ id }: { id: string }) => id === made.serviceKey.id);
    expect(listed.status).toBe('revoked');
    expect((await operator.client.post(`/platform/service-keys/${made.serviceKey.id}/revoke`)).status).toBe(
      200,
    );
  });
});

function statuses({
  body,
}: {
  readonly body: { data: { id: string; status: string }[] };
}): Record<string, string> {
  return Object.fromEntries(body.data.map(({ id, status }) => [id, status]));
}
