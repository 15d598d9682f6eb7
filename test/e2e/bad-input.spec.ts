import { fieldFaultCodes } from '../../libs/problems';
import { aCompany, aKey, anOperator, type Answer, type Client, startApp, type TestApp } from '../support';
import { BadBodies, type BadBody, type Schema } from './bad-bodies';

interface Route {
  /** `POST /api/v1/keys` */
  readonly name: string;
  readonly asker: 'operator' | 'key' | 'owner';
  readonly schema: Schema;
  send(client: Client, body: unknown): Promise<Answer>;
}

/** Every route that takes a body, with ids that are nobody's. */
function bodyRoutes(test: TestApp): Route[] {
  const id = '01900000-0000-7000-8000-000000000000';
  return Object.entries(test.document().paths).flatMap(([path, item]) =>
    (['post', 'put', 'patch'] as const).flatMap((method) => {
      const body = item[method]?.requestBody;
      const schema: Schema | undefined =
        body && 'content' in body ? body.content['application/json']?.schema : undefined;
      if (schema === undefined) return [];
      const verb = method.toUpperCase() as 'POST' | 'PUT' | 'PATCH';
      const send: Route['send'] = (client, sent) => client.send(verb, path.replace(/\{\w+\}/g, id), sent);
      return [{ name: `${verb} ${path}`, asker: askerOf(path), schema, send }];
    }),
  );
}

function askerOf(path: string): Route['asker'] {
  if (path.startsWith('/api/v1/platform/')) return 'operator';
  return path === '/api/v1/keys/self/rotate' ? 'key' : 'owner';
}

/** The same texts for every route. */
function texts(...bodies: string[]): () => BadBody[] {
  return () => bodies.map((body) => ({ pointer: '', body }));
}

function isProblem(status: number, code: string): (answer: Answer) => boolean {
  return ({ status: found, body }) => found === status && body.code === code && 'requestId' in body;
}

/** Each fault has a code that says something, so that a program can tell people what to do. */
function is422At({ status, body }: Answer, { pointer }: BadBody): boolean {
  if (status !== 422 || body.code !== 'validation-failed') return false;
  const errors = body.errors as { pointer: string; code: string; params: object }[];
  return (
    errors.some((error) => error.pointer === pointer) &&
    errors.every(({ code, params }) => telling.includes(code) && typeof params === 'object')
  );
}

const telling: readonly string[] = fieldFaultCodes.filter((code) => code !== 'invalid');

describe('bad input', () => {
  let test: TestApp;
  let owner: Client;
  let operator: Client;
  /** A key of another company, for its uses are noted. */
  let key: Client;
  let routes: Route[];
  let badBodies: BadBodies;

  beforeAll(async () => {
    test = await startApp();
    ({ owner } = await aCompany(test));
    operator = (await anOperator(test)).client;
    key = test.anyone.withKey((await aKey((await aCompany(test)).owner)).secret);
    routes = bodyRoutes(test);
    const schemas: Record<string, Schema> = test.document().components?.schemas ?? {};
    badBodies = new BadBodies(schemas);
  });
  afterAll(() => test.close());

  /** What could have been changed, and how much was ever done. */
  async function state(): Promise<unknown> {
    const all = [
      '/events?limit=1',
      '/company',
      '/settings',
      '/roles',
      '/users',
      '/keys',
      '/sessions/current',
    ];
    const platform = ['/platform/companies', '/platform/products', '/platform/service-keys'];
    const seen = [...all.map((path) => owner.get(path)), ...platform.map((path) => operator.get(path))];
    return (await Promise.all(seen)).map(({ status, body }) => [status, body as unknown]);
  }

  /** Sends to every route what is made for it. Each answer is as expected, and nothing has changed. */
  async function expectAll(
    bodiesFor: (route: Route) => BadBody[],
    isExpected: (answer: Answer, bad: BadBody) => boolean,
    headers: Record<string, string> = {},
  ): Promise<void> {
    const before = await state();
    const surprises: string[] = [];
    for (const route of routes) {
      const client = { owner, operator, key }[route.asker].with(headers);
      const check = async (bad: BadBody): Promise<void> => {
        const answer = await route.send(client, bad.body);
        if (isExpected(answer, bad)) return;
        surprises.push(
          `${route.name} ${JSON.stringify(bad)}: ${answer.status} ${JSON.stringify(answer.body)}`,
        );
      };
      await Promise.all(bodiesFor(route).map(check));
    }
    expect(surprises).toEqual([]);
    expect(await state()).toEqual(before);
  }

  it('is sent to every route that takes a body', () => {
    expect(routes.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'POST /api/v1/sessions',
        'PUT /api/v1/users/{id}/roles',
        'PATCH /api/v1/settings',
      ]),
    );
    expect(routes.length).toBeGreaterThan(12);
  });

  it('422 with a pointer: a value of a wrong type, at any place', async () => {
    const bodies = ({ schema }: Route): BadBody[] =>
      // As text, for the client sends a string as it is.
      badBodies.ofWrongTypes(schema).map((bad) => ({ ...bad, body: JSON.stringify(bad.body) }));

    await expectAll(bodies, is422At);
  });

  it('422 with a pointer: a field that is not there, in any object', async () => {
    await expectAll(({ schema }) => badBodies.withUnknownFields(schema), is422At);
  });

  it('422: no body where one is needed', async () => {
    const mayBeLeftOut = ['POST /api/v1/keys/{id}/revoke', 'POST /api/v1/platform/keys/{id}/revoke'];
    const bodies = ({ name }: Route): BadBody[] => (mayBeLeftOut.includes(name) ? [] : texts('')());

    await expectAll(bodies, isProblem(422, 'validation-failed'));
  });

  it('400 malformed-request: text that is no JSON', async () => {
    const broken = [
      '{',
      '{"name":}',
      'name=x',
      '{"name":"x"}}',
      "{'name':'x'}",
      '[1,',
      '\u0000',
      'NaN',
      '01',
    ];
    await expectAll(texts(...broken), isProblem(400, 'malformed-request'));
  });

  it('400 malformed-request: JSON that is nested too deep', async () => {
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    const bodies = texts(deep(17), `{"name":${deep(16)}}`, deep(30_000), '{"a":'.repeat(10_000));
    await expectAll(bodies, isProblem(400, 'malformed-request'));
  });

  it('400 malformed-request: __proto__, however it is written and wherever it stands', async () => {
    const bodies = texts(
      '{"__proto__":{"admin":true}}',
      '{"\\u005f_proto__":1}',
      '{"name":{"__proto__":null}}',
      '[{"__proto__":1}]',
    );
    await expectAll(bodies, isProblem(400, 'malformed-request'));
  });

  it('413 payload-too-large: 70 kB, or 600 kB of many things at once, JSON or not', async () => {
    const bodies = (route: Route): BadBody[] => {
      const text = 'x'.repeat(
        ['POST /api/v1/keys/import', 'POST /api/v1/credentials/revoke'].includes(route.name)
          ? 600_000
          : 70_000,
      );
      return texts(JSON.stringify({ name: text }), text)();
    };
    await expectAll(bodies, isProblem(413, 'payload-too-large'));
  });

  it.each([
    'text/plain',
    'text/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/merge-patch+json',
    'application/jsonp',
    'nonsense',
    '',
  ])('415 unsupported-media-type: %j', async (type) => {
    await expectAll(texts('{}'), isProblem(415, 'unsupported-media-type'), { 'content-type': type });
  });

  it('200: JSON with a charset, and brackets that are only text', async () => {
    const client = owner.with({ 'content-type': 'application/json; charset=utf-8' });
    const answer = await client.patch('/company', { name: '['.repeat(40) });
    expect(answer).toMatchObject({ status: 200, body: { pendingName: '['.repeat(40) } });
  });
});
