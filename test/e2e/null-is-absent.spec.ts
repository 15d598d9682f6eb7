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
import { newUsername } from '../support/invited';
import { anOperator, type TestOperator } from '../support/operators';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Described {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Creation {
  readonly operationId: string;
  readonly path: string;
  readonly optional: readonly string[];
}

describe('null for what may be left out', () => {
  let test: TestApp;
  let company: TestCompany;
  let operator: TestOperator;
  let creations: Creation[];
  let schemas: Readonly<Record<string, Schema>>;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    operator = await anOperator(test);
    // As it is sent. A cast: the types above have what is read of it.
    const document = JSON.parse(JSON.stringify(test.document())) as {
      paths: Record<string, Record<string, Described>>;
      components: { schemas: Record<string, Schema> };
    };
    schemas = document.components.schemas;
    creations = Object.entries(document.paths).flatMap(([path, { post }]) =>
      post !== undefined && '201' in post.responses ? [creationOf(path, post)] : [],
    );
  });
  afterAll(() => test.close());

  function creationOf(path: string, { operationId, requestBody }: Described): Creation {
    const { properties = {}, required = [] } = resolve(requestBody?.content['application/json']?.schema);
    return {
      operationId,
      path,
      optional: Object.keys(properties).filter((name) => !required.includes(name)),
    };
  }

  function resolve(schema: Schema = {}): Schema {
    return schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  }

  /** A body that each creating route with optional fields accepts without any of them, and who sends it. */
  const complete: Readonly<Record<string, () => { readonly client: Client; readonly body: object }>> = {
    generateKey: () => ({ client: company.owner, body: { kind: 'company', name: 'Integration' } }),
    createServiceAccount: () => ({ client: company.owner, body: { name: newSlug(), roles: [] } }),
    foundCompany: () => ({ client: company.owner, body: { name: 'Acme', slug: newSlug() } }),
    createPlatformCompany: () => ({
      client: operator.client,
      body: { name: 'Acme', slug: newSlug(), owner: { username: newUsername() } },
    }),
    resetPassword: () => ({ client: operator.client, body: { userId: company.ownerId } }),
    generateServiceKey: () => ({ client: operator.client, body: { name: 'Backend' } }),
    createProduct: () => ({
      client: operator.client,
      body: { code: newSlug(), name: 'A product', grants: [] },
    }),
    stepUp: () => ({
      client: company.owner,
      body: { factor: 'password', secret: password, action: 'generate', kind: 'company' },
    }),
  };

  const newSlug = (): string =>
    newUsername()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60);

  it('201 is as if it were left out, in every optional field of every route that makes something', async () => {
    const withOptional = creations.filter(({ optional }) => optional.length > 0);
    expect(withOptional.map(({ operationId }) => operationId).toSorted()).toEqual(
      Object.keys(complete).toSorted(),
    );
    const refused: string[] = [];
    for (const { operationId, path, optional } of withOptional) {
      for (const fields of [...optional.map((name) => [name]), optional]) {
        const { client, body } = complete[operationId]?.() ?? { client: company.owner, body: {} };
        const nulls = Object.fromEntries(
          fields.filter((name) => !(name in body)).map((name) => [name, null]),
        );
        const answer = await client.post(path, { ...body, ...nulls });
        if (answer.status !== 201)
          refused.push(`${operationId} ${fields.join()}: ${JSON.stringify(answer.body)}`);
      }
    }
    expect(refused).toEqual([]);
  });

  it('201 gives a key exactly what it gets when nothing is said', async () => {
    const of = async (input: object): Promise<object> => {
      const { key } = await aKey(company.owner, input);
      const { body } = await company.owner.get(`/keys/${key.id}`);
      return { ...body, id: '', start: '', last4: '' };
    };
    const fields = ['product', 'expiresAt', 'permissions', 'allowedAddresses', 'rateLimits', 'quota'];

    expect(await of(Object.fromEntries(fields.map((name) => [name, null])))).toEqual(await of({}));
  });

  it('201 makes the key of a form that sends null for an empty date', async () => {
    const input = { kind: 'company', name: 'n', expiresAt: null };
    expect(await company.owner.post('/keys', input)).toMatchObject({
      status: 201,
      body: { key: { expiresAt: null } },
    });
  });

  it('422 still wants a name where the company does', async () => {
    const answer = await company.owner.post('/keys', { kind: 'company', name: null });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/name' }] } });
  });

  it('200 rotates and revokes as if it were left out', async () => {
    const { key } = await aKey(company.owner, { expiresAt: '2026-07-01' });

    const rotated = await company.owner.post(`/keys/${key.id}/rotate`, {
      overlapSeconds: 0,
      expiresAt: null,
    });
    const revoked = await company.owner.post(`/keys/${key.id}/revoke`, { reason: null });

    expect(rotated).toMatchObject({ status: 200, body: { key: { expiresAt: expect.any(String) } } });
    expect(revoked.status).toBe(200);
  });

  it.each<[string, string, () => Promise<Answer>]>([
    ['a name', '/name', () => company.owner.patch('/company', { name: null })],
    ['a language', '/locale', () => company.owner.patch('/settings', { locale: null })],
    ['a time zone', '/timeZone', () => company.owner.patch('/settings', { timeZone: null })],
    ['a policy', '/keys', () => company.owner.patch('/settings', { keys: null })],
    ['the name of a role', '/name', () => patchedRole({ name: null })],
    ['the permissions of a role', '/permissions', () => patchedRole({ permissions: null })],
  ])('422 for taking away %s, which must stay', async (_what, pointer, change) => {
    expect(await change()).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  async function patchedRole(patch: object): Promise<Answer> {
    const { body } = await company.owner.post('/roles', {
      name: newUsername().slice(0, 40),
      permissions: [],
    });
    return company.owner.patch(`/roles/${body.id}`, patch);
  }
});
