import { type SystemRoleCode } from '../../libs/permissions';
import {
  aCompany,
  aKey,
  anOperator,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { operationsOf } from '../support/operations';

const roles = [
  ...(['owner', 'superadmin', 'admin', 'system-administrator', 'member'] as const),
  ...(['api-key-generate', 'api-key-sign-in'] as const),
];

const everyone = 'yes yes yes yes yes yes yes';
const members = 'yes yes yes yes yes - -';
const upToAdmin = 'yes yes yes - - - -';
const overseers = 'yes yes yes yes - - -';
// Of any kind: company keys for Owner and System Administrator, product keys up to Admin, one's own personal keys.
const keyKeepers = 'yes yes yes yes - yes -';
const operators = '- - - - - - -';

const nobodysId = '00000000-0000-7000-8000-000000000000';

/**
 * Every route of Kunci itself, with a request that does no harm, and who may call it: the columns are the roles above, in that order.
 * Written out from section 8 of the design, not derived from the code that decides.
 */
const matrix: Record<string, readonly [cells: string, body?: object]> = {
  'GET /company': [members],
  'PATCH /company': [upToAdmin, {}],
  'POST /company/submission': ['yes yes - - - - -'],

  'GET /users': [upToAdmin],
  'POST /users': [upToAdmin, {}],
  'GET /users/{id}': [upToAdmin],
  'PATCH /users/{id}': [upToAdmin, { active: true }],
  'DELETE /users/{id}': [upToAdmin],
  'PUT /users/{id}/roles': [upToAdmin, { roles: [] }],
  'GET /users/{id}/known-keys': [upToAdmin],

  'POST /password-resets': [upToAdmin, { userId: nobodysId }],

  'GET /roles': [upToAdmin],
  'POST /roles': [upToAdmin, {}],
  'PATCH /roles/{id}': [upToAdmin, {}],
  'DELETE /roles/{id}': [upToAdmin],

  'GET /service-accounts': [overseers],
  'POST /service-accounts': [overseers, {}],
  'GET /service-accounts/{id}': [overseers],
  'PATCH /service-accounts/{id}': [overseers, {}],
  'DELETE /service-accounts/{id}': [overseers],

  'GET /settings': [overseers],
  'PATCH /settings': [overseers, { locale: 'none' }],
  'GET /events': [overseers],
  'GET /events/export': [overseers],
  'GET /usage': [overseers],
  'GET /usage/keys': [overseers],
  'GET /usage/refusals': [overseers],

  'GET /products': [members],
  'POST /products/{code}/requests': [upToAdmin],

  'GET /keys': [keyKeepers],
  'GET /keys/{id}': [keyKeepers],
  'GET /keys/{id}/events': [keyKeepers],
  'POST /keys': [keyKeepers, {}],
  'PATCH /keys/{id}': [keyKeepers, {}],
  'DELETE /keys/{id}': [keyKeepers],
  'POST /keys/{id}/reveal': [keyKeepers],
  'POST /keys/{id}/rotate': [keyKeepers, {}],
  'POST /keys/{id}/end-overlap': [keyKeepers],
  'POST /keys/{id}/disable': [keyKeepers],
  'POST /keys/{id}/enable': [keyKeepers],
  'POST /keys/{id}/revoke': [keyKeepers],
  'POST /keys/bulk': [keyKeepers, {}],
  'POST /keys/import': [overseers, {}],
  'GET /keys/imports': [overseers],
  'DELETE /keys/imports/shapes/{id}': [overseers],
  'POST /keys/lookup': [keyKeepers, {}],
  'POST /keys/self/rotate': ['- - - - - - -', {}],
  'GET /keys/policy': [members],
  'POST /keys/policy-preview': [overseers, {}],
  'POST /keys/verify': [overseers, {}],

  'GET /permissions': [everyone],

  'GET /me': [everyone],
  'PUT /me/password': [everyone, {}],
  'GET /me/factors': [everyone],
  'PUT /me/pin': [everyone, {}],
  'POST /me/totp': [everyone, {}],
  'PUT /me/totp': [everyone, {}],
  'DELETE /me/totp': [everyone, {}],
  'GET /me/notifications': [everyone],
  'GET /me/notifications/unread': [everyone],
  'POST /me/notifications/read': [everyone, {}],
  'GET /me/sessions': [everyone],
  'DELETE /me/sessions/{id}': [everyone],
  'GET /sessions/current': [everyone],
  'PUT /sessions/current/company': [everyone, { companyId: 'none' }],
  'POST /step-ups': [everyone, {}],
  'GET /platform/companies': [operators],
  'POST /platform/companies': [operators, {}],
  'GET /platform/companies/{id}': [operators],
  'POST /platform/companies/{id}/close': [operators],
  'POST /platform/companies/{id}/invitation': [operators],
  'POST /platform/companies/{id}/approve': [operators, {}],
  'POST /platform/companies/{id}/reject': [operators, {}],
  'POST /platform/companies/{id}/name/approve': [operators, {}],
  'POST /platform/companies/{id}/name/reject': [operators, {}],
  'POST /platform/companies/{id}/suspend': [operators, {}],
  'POST /platform/companies/{id}/reinstate': [operators],
  'PUT /platform/companies/{id}/products/{code}': [operators, {}],
  'POST /platform/keys/lookup': [operators, {}],
  'POST /platform/keys/{id}/revoke': [operators],
  'GET /platform/products': [operators],
  'POST /platform/products': [operators, {}],
  'PATCH /platform/products/{code}': [operators, {}],
  'POST /platform/products/{code}/retire': [operators],
  'GET /platform/service-keys': [operators],
  'POST /platform/service-keys': [operators, {}],
  'POST /platform/service-keys/{id}/revoke': [operators],
  'GET /platform/users': [operators],
  'POST /platform/users/{id}/release': [operators],

  'POST /sessions': [everyone, {}],
  'POST /companies': [everyone, {}],
  'POST /invitations/redeem': [everyone, {}],
  'POST /password-resets/redeem': [everyone, {}],
  'POST /invitations/preview': [everyone, {}],
  'POST /password-resets/preview': [everyone, {}],
  'POST /credentials/revoke': [everyone, {}],
  'GET /sign-up': [everyone],
  'GET /health/live': [everyone],
  'GET /health/ready': [everyone],
  'GET /metrics': [everyone],

  // The last one: it ends the caller's session.
  'DELETE /sessions/current': [everyone],
};

const open = [
  ...['POST /sessions', 'POST /companies', 'POST /invitations/redeem', 'POST /password-resets/redeem'],
  ...['POST /invitations/preview', 'POST /password-resets/preview', 'GET /sign-up'],
  'POST /credentials/revoke',
  ...['GET /health/live', 'GET /health/ready', 'GET /metrics'],
];

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
});
afterAll(() => test.close());

/** Operations of the document, as the matrix names them: Kunci's own, or those of business modules. */
function documented(choice: { readonly business: boolean }): string[] {
  return operationsOf(test)
    .filter(({ business }) => business === choice.business)
    .map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
}

/** Calls a route. @returns `yes` when the guards let it through, `-` when they did not, else what is odd about it. */
async function call(client: Client, operation: string, body?: object): Promise<string> {
  const [method, path = ''] = operation.split(' ');
  // A cast: the matrix names these methods only.
  const verb = method as Parameters<Client['send']>[0];
  const answer = await client.send(verb, path.replace('{id}', nobodysId).replace('{code}', 'nothing'), body);
  if (answer.status === 403 && ['forbidden', 'key-required'].includes(answer.body.code)) return '-';
  return [401, 403].includes(answer.status) || answer.status >= 500
    ? `${answer.status} ${JSON.stringify(answer.body)}`
    : 'yes';
}

describe('every route for every system role', () => {
  it('is judged below: each route of the document once', () => {
    expect(Object.keys(matrix).sort()).toEqual(documented({ business: false }).sort());
  });

  it.each(roles)(
    'lets %s work with the business modules if they are a member, and with none otherwise',
    async (role) => {
      const { client } = await company.member(role);
      const expected = members.split(' ')[roles.indexOf(role)];
      const operations = documented({ business: true });

      const found = await Promise.all(operations.map((operation) => call(client, operation, {})));

      expect(found).toEqual(operations.map(() => expected));
      expect(operations.length).toBeGreaterThan(2);
    },
  );

  it.each(roles)('lets through what %s may do, and 403 for the rest', async (role) => {
    const { client } = await company.member(role);
    const column = roles.indexOf(role);
    const expected: Record<string, string | undefined> = {};
    const found: Record<string, string> = {};
    for (const [operation, [cells, body]] of Object.entries(matrix)) {
      expected[operation] = cells.split(' ')[column];
      found[operation] = await call(client, operation, body);
    }

    expect(found).toEqual(expected);
  });

  it('403 for someone without any role, except for what is their own', async () => {
    const { client } = await company.member();
    for (const [operation, [cells, body]] of Object.entries(matrix)) {
      const expected = cells === everyone ? 'yes' : '-';
      expect(`${operation}: ${await call(client, operation, body)}`).toBe(`${operation}: ${expected}`);
    }
  });

  it('lets an operator through to the platform and their own, and 403 to everything of a company', async () => {
    const { client } = await anOperator(test);
    for (const [operation, [cells, body]] of Object.entries(matrix)) {
      const theirs = [everyone, operators].includes(cells) || operation === 'POST /password-resets';
      const isForKeys = operation === 'POST /keys/self/rotate';
      const expected = theirs && !isForKeys ? 'yes' : '-';
      expect(`${operation}: ${await call(client, operation, body)}`).toBe(`${operation}: ${expected}`);
    }
  });

  it('401 for nobody, save what is open to all', async () => {
    for (const [operation, [, body]] of Object.entries(matrix)) {
      const found = await call(test.anyone, operation, body);
      const expected = open.includes(operation) ? 'yes' : '401';
      expect(`${operation}: ${found.slice(0, 3)}`).toBe(`${operation}: ${expected}`);
    }
  });
});

describe('the key at hand, of which the service asks again', () => {
  const companyKeepers: readonly SystemRoleCode[] = ['owner', 'system-administrator'];

  it.each(roles)('a company key for %s: by its own kind, not by any', async (role) => {
    const { key } = await aKey(company.owner);
    const { client } = await company.member(role);
    const keeps = companyKeepers.includes(role);

    const made = await client.post('/keys', { kind: 'company', name: 'Mine' });
    expect(made.status).toBe(keeps ? 201 : 403);
    expect((await client.get('/keys?kind=company')).status).toBe(keeps ? 200 : 403);
    // Who passes the guard for another kind is not told that this key is there.
    const missing = ['member', 'api-key-sign-in'].includes(role) ? 403 : 404;
    expect((await client.get(`/keys/${key.id}`)).status).toBe(keeps ? 200 : missing);
    expect((await client.patch(`/keys/${key.id}`, { name: 'Renamed' })).status).toBe(keeps ? 200 : missing);
    expect((await client.delete(`/keys/${key.id}`)).status).toBe(keeps ? 200 : missing);
  });

  it('200 shows a keeper of other kinds a list without it', async () => {
    await aKey(company.owner);
    const { client } = await company.member('admin');
    expect((await client.get('/keys')).body.data).toEqual([]);
  });
});
