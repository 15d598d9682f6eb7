import { randomUUID } from 'node:crypto';
import { SealedSecretsUpkeep } from '../../src/access/idempotency';
import { hourMs, minuteMs, secondMs } from '../../src/platform';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';
import { aDraft, anOperator, aProduct, type TestOperator } from '../support/operators';
import { dumpTables, queryRows } from '../support/tables';

const input = { kind: 'company', name: 'Once' };
const invoice = { customer: 'Toko Abadi', total: '1.00', currency: 'IDR', issuedOn: '2026-06-15' };

describe('Idempotency-Key', () => {
  let test: TestApp;
  let company: TestCompany;
  let operator: TestOperator;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    operator = await anOperator(test);
  });
  afterAll(() => test.close());

  const naming = (client: Client, key: string = randomUUID()): Client =>
    client.with({ 'idempotency-key': key });
  const countKeys = async (): Promise<number> =>
    Number((await queryRows(test, 'SELECT COUNT(*) AS n FROM api_keys'))[0]?.['n']);

  const aServiceKeyRequest = async () => {
    const body = { name: 'Backend', product: await aProduct(operator) };
    return { client: operator.client, path: '/platform/service-keys', body };
  };

  /** Everything that takes the header, each with a request that is accepted. */
  const routes: [route: string, ask: () => Promise<{ client: Client; path: string; body: object }>][] = [
    ['POST /keys', async () => ({ client: company.owner, path: '/keys', body: input })],
    [
      'POST /keys/{id}/rotate',
      async () => {
        const { key } = await aKey(company.owner);
        return { client: company.owner, path: `/keys/${key.id}/rotate`, body: { overlapSeconds: 60 } };
      },
    ],
    [
      'POST /keys/self/rotate',
      async () => {
        await company.owner.patch('/settings', { keys: { company: { selfRotate: true } } });
        const client = test.anyone.withKey((await aKey(company.owner)).secret);
        return { client, path: '/keys/self/rotate', body: { overlapSeconds: 3_600 } };
      },
    ],
    [
      'POST /users',
      async () => {
        const roles = [company.roleIds.get('member')];
        const body = { username: `guest-${randomUUID()}@people.test`, roles };
        return { client: company.owner, path: '/users', body };
      },
    ],
    [
      'POST /roles',
      async () => {
        const body = { name: randomUUID(), permissions: ['sales-invoices:read'] };
        return { client: company.owner, path: '/roles', body };
      },
    ],
    [
      'POST /service-accounts',
      async () => ({
        client: company.owner,
        path: '/service-accounts',
        body: { name: randomUUID(), roles: [] },
      }),
    ],
    [
      'POST /sales_invoices',
      async () => {
        const { secret } = await aKey(company.owner);
        const client = test.anyone.withKey(secret);
        return { client, path: '/sales_invoices', body: { number: randomUUID().slice(0, 8), ...invoice } };
      },
    ],
    [
      'POST /platform/products',
      async () => {
        const body = { code: `p-${randomUUID()}`, name: 'A product', grants: [] };
        return { client: operator.client, path: '/platform/products', body };
      },
    ],
    [
      'POST /platform/companies',
      () => Promise.resolve({ client: operator.client, path: '/platform/companies', body: aDraft() }),
    ],
    [
      'POST /platform/companies/{id}/invitation',
      async () => {
        const { body } = await operator.client.post('/platform/companies', aDraft());
        const path = `/platform/companies/${body.company.id}/invitation`;
        return { client: operator.client, path, body: {} };
      },
    ],
    ['POST /platform/service-keys', () => aServiceKeyRequest()],
    [
      'POST /password-resets',
      async () => {
        const { id } = await company.member('member');
        return { client: company.owner, path: '/password-resets', body: { userId: id } };
      },
    ],
  ];

  it.each(routes)('%s does it once, and answers again as before', async (_route, ask) => {
    const { client, path, body } = await ask();
    const once = naming(client);
    const first = await once.post(path, body);
    const again = await once.post(path, body);

    expect([200, 201]).toContain(first.status);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.status).toBe(first.status);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
    expect(again.body).toEqual(first.body);
  });

  it('tells secrets again for ten minutes, and then answers without them', async () => {
    const { client, path, body } = await aServiceKeyRequest();
    const once = naming(client);
    const first = await once.post(path, body);
    test.clock.advance(10 * minuteMs - 1);
    expect((await once.post(path, body)).body).toEqual(first.body);
    test.clock.advance(1);

    const again = await once.post(path, body);

    expect([again.status, again.body]).toEqual([first.status, lessSecrets(first.body)]);
  });

  it('deletes what is sealed when its time is over', async () => {
    await naming(company.owner).post('/keys', input);
    const kept = async (): Promise<unknown[]> =>
      queryRows(test, 'SELECT sealed FROM idempotency_keys WHERE sealed IS NOT NULL');
    expect((await kept()).length).toBeGreaterThan(0);
    test.clock.advance(10 * minuteMs);

    await test.app.get(SealedSecretsUpkeep).sweep();

    expect(await kept()).toEqual([]);
  });

  it('tells no secret that was sealed in another row', async () => {
    test.clock.advance(10 * minuteMs);
    await test.app.get(SealedSecretsUpkeep).sweep();
    const [one, other] = [naming(company.owner), naming(company.owner)];
    const { body: first } = await one.post('/keys', input);
    const rows = await queryRows(test, 'SELECT sealed FROM idempotency_keys WHERE sealed IS NOT NULL');
    const { body: second } = await other.post('/keys', input);
    await write(test, 'UPDATE idempotency_keys SET sealed = ?', [rows[0]?.['sealed']]);

    expect((await one.post('/keys', input)).body).toEqual(first);
    expect((await other.post('/keys', input)).body).toEqual(lessSecrets(second));
  });

  it('is documented on exactly these routes, and every other POST that creates is known to go without', () => {
    const posts = Object.entries(test.document().paths).flatMap(([path, { post }]) =>
      post === undefined ? [] : [{ route: `POST ${path.replace('/api/v1', '')}`, post }],
    );
    const takes = posts.filter(({ post }) =>
      JSON.stringify(post.parameters ?? []).includes('Idempotency-Key'),
    );
    expect(takes.map(({ route }) => route).sort()).toEqual(routes.map(([route]) => route).sort());

    const creating = posts.filter(
      ({ post }) => '201' in post.responses && !takes.some((one) => one.post === post),
    );
    // Public, or proof of who one is: nothing to be had twice.
    const exempt = [
      '/companies',
      '/invitations/redeem',
      '/me/totp',
      '/sessions',
      '/step-ups',
      '/products/{code}/requests',
    ];
    expect(exempt).toEqual(expect.arrayContaining(creating.map(({ route }) => route.replace('POST ', ''))));
  });

  it('keeps no secret and no key of the client in clear', async () => {
    const secrets: string[] = [];
    for (const [, ask] of routes) {
      const { client, path, body } = await ask();
      const key = randomUUID();
      const answer = await naming(client, key).post(path, body);
      secrets.push(key, ...secretsIn(answer.body));
    }
    const stored = JSON.stringify((await dumpTables(test))['idempotency_keys'], asText);

    expect(secrets.length).toBe(routes.length + 8);
    expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
  });

  it('201 once for twenty at once; the others have to wait, or get the same answer', async () => {
    const before = await countKeys();
    const once = naming(company.owner);
    const answers = await Promise.all(Array.from({ length: 20 }, () => once.post('/keys', input)));

    expect(await countKeys()).toBe(before + 1);
    const [first, ...others] = answers.filter(({ status }) => status === 201);
    expect(answers.filter((one) => one.status === 201 && !one.headers['idempotency-replayed'])).toHaveLength(
      1,
    );
    expect(others.map(({ body }) => body.secret)).toEqual(others.map(() => first?.body.secret));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'idempotency-key-in-use'));
    expect((await once.post('/keys', input)).headers['idempotency-replayed']).toBe('true');
  });

  it('409 refuses another body, and another object, under the same key', async () => {
    const once = naming(company.owner);
    const { key } = (await once.post('/keys', input)).body;
    const other = await aKey(company.owner);
    expect(await once.post('/keys', { ...input, name: 'Twice' })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });

    expect((await once.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 })).status).toBe(200);
    expect(await once.post(`/keys/${other.key.id}/rotate`, { overlapSeconds: 0 })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('201 keeps callers and routes apart: one’s key is nothing to another', async () => {
    const key = randomUUID();
    const other = await aCompany(test);
    const colleague = await company.member('owner');
    const ids = [];
    for (const client of [company.owner, other.owner, colleague.client]) {
      ids.push((await naming(client, key).post('/keys', input)).body.key.id);
    }
    expect(new Set(ids).size).toBe(3);
    const role = { name: randomUUID(), permissions: [] };
    expect((await naming(company.owner, key).post('/roles', role)).headers['idempotency-replayed']).toBe(
      undefined,
    );
  });

  it('201 answers again in a new session of the same person, and under /core to the same key', async () => {
    const { client, username } = await company.member('owner');
    const key = randomUUID();
    const first = await naming(client, key).post('/keys', input);
    const signedInAgain = await test.anyone.signIn(username, 'correct horse battery');
    expect((await naming(signedInAgain, key).post('/keys', input)).body.key.id).toBe(first.body.key.id);

    const caller = naming(test.anyone.withKey(first.body.secret));
    const made = await caller.post('/sales_invoices', { number: 'CORE-1', ...invoice });
    const again = await caller.post('/core/api/v1/sales_invoices', { number: 'CORE-1', ...invoice });
    expect([again.status, again.body]).toEqual([201, made.body]);
  });

  it('lets a refused request be sent again: 422, 409 and then 201', async () => {
    const once = naming(company.owner);
    expect((await once.post('/keys', { kind: 'company' })).status).toBe(422);
    await company.owner.patch('/settings', { keys: { company: { nameRequired: false, enabled: false } } });
    expect((await once.post('/keys', { kind: 'company' })).body.code).toBe('kind-disabled');
    await company.owner.patch('/settings', { keys: { company: { enabled: true } } });
    expect((await once.post('/keys', { kind: 'company' })).status).toBe(201);
    await company.owner.patch('/settings', { keys: { company: { nameRequired: true } } });
  });

  it('403 repeats no answer to someone who has lost the permission since', async () => {
    const { id, client } = await company.member('system-administrator', 'superadmin');
    const once = naming(client);
    expect((await once.post('/keys', input)).status).toBe(201);
    await company.owner.put(`/users/${id}/roles`, { roles: [company.roleIds.get('superadmin')] });

    expect(await once.post('/keys', input)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('401 and 403 come before it: who may not ask learns nothing of the key', async () => {
    const key = randomUUID();
    await naming(company.owner, key).post('/keys', input);
    expect((await naming(test.anyone, key).post('/keys', input)).status).toBe(401);
    const { client } = await company.member('member');
    expect((await naming(client, key).post('/keys', input)).status).toBe(403);
  });

  it.each([
    ['nothing', ''],
    ['a blank', 'a b'],
    ['a letter beyond ASCII', 'clé'],
    ['256 characters', 'x'.repeat(256)],
  ])('400 refuses %s as a key', async (_what, key) => {
    expect(await naming(company.owner, key).post('/keys', input)).toMatchObject({
      status: 400,
      body: { code: 'invalid-idempotency-key' },
    });
  });

  it('201 takes 255 visible characters, and ignores the header where it means nothing', async () => {
    expect((await naming(company.owner, '~'.repeat(255)).post('/keys', input)).status).toBe(201);
    expect((await naming(company.owner, 'a b').get('/keys')).status).toBe(200);
  });

  it('409 while a server that died may still be at work, and 201 after a minute', async () => {
    const once = naming(company.owner);
    const first = await once.post('/keys', input);
    await crashAtWork(test);

    expect(await once.post('/keys', input)).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-in-use' },
    });
    test.clock.advance(59 * secondMs);
    expect((await once.post('/keys', input)).status).toBe(409);
    test.clock.advance(secondMs);
    const second = await once.post('/keys', input);
    expect(second.status).toBe(201);
    expect(second.body.key.id).not.toBe(first.body.key.id);
  });

  it('forgets after 24 hours, and sweeps what is older', async () => {
    // By key: a session would have ended meanwhile.
    const { secret } = await aKey(company.owner);
    const caller = naming(test.anyone.withKey(secret));
    const send = () => caller.post('/sales_invoices', { number: 'DAY-1', ...invoice });
    expect((await send()).status).toBe(201);
    test.clock.advance(24 * hourMs - 1);
    expect((await send()).status).toBe(201);
    test.clock.advance(1);

    expect(await send()).toMatchObject({ status: 409, body: { code: 'invoice-number-taken' } });
    const left = await queryRows(test, 'SELECT COUNT(*) AS n FROM idempotency_keys');
    expect(Number(left[0]?.['n'])).toBe(0);
  });
});

/** What a server leaves behind that dies at work. */
function crashAtWork(test: TestApp): Promise<unknown> {
  return write(test, 'UPDATE idempotency_keys SET status = NULL, answer = NULL');
}

function write(test: TestApp, statement: string, values: unknown[] = []): Promise<unknown> {
  return test.app.get(UnitOfWork).run((tx) => managerOf(tx).query(statement, values));
}

/** Every text in a body that is called like a secret. */
function secretsIn(body: object): string[] {
  const found: string[] = [];
  JSON.stringify(body, (name, value: unknown) => {
    if (['secret', 'token'].includes(name) && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

function lessSecrets(body: object): unknown {
  return JSON.parse(
    JSON.stringify(body, (name, value: unknown) => (['secret', 'token'].includes(name) ? undefined : value)),
  );
}

/** Bytes as the letters they would be, if somebody had stored letters. */
function asText(_: string, value: unknown): unknown {
  const bytes = value as { type?: string; data?: number[] } | null;
  return bytes?.type === 'Buffer' ? Buffer.from(bytes.data ?? []).toString('latin1') : value;
}
