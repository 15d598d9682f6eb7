import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { aCompany, password, startApp, type TestApp, type TestCompany } from '../support';

/* SQLite holds whatever it is given, in any column. Nothing that somebody wrote past us may open a door. */

describe('a row with a value that no service writes', () => {
  let test: TestApp;
  let company: TestCompany;
  let file: Sqlite.Database;

  beforeAll(async () => {
    test = await startApp();
    file = new Sqlite(path.join(test.config.dataDir, 'kunci.db'));
    file.pragma('foreign_keys = OFF');
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

  it.each([
    ...badTimes.map((bad) => ['api_keys', 'revoked_at', bad]),
    ...['superseded_at', 'ends_at', 'issued_at', 'expires_at'].flatMap((column) =>
      badTimes.map((bad) => ['key_secrets', column, bad]),
    ),
    ...['kind', 'permissions', 'allowed_addresses', 'rate_limits', 'quota'].map((column) => [
      'api_keys',
      column,
      'x',
    ]),
    ...['x', 2, ''].map((bad) => ['key_policies', 'enabled', bad]),
    ...['x', '', -1].map((bad) => ['key_policies', 'max_lifetime_days', bad]),
    ['key_secrets', 'superseded_at', 1],
    ['api_keys', 'kind', 'product'],
    ['api_keys', 'kind', 'personal'],
    ['companies', 'status', 'x'],
  ])('%s.%s = %p closes the keys it concerns, and those of nobody else', async (table, column, bad) => {
    const owner = company.owner;
    const made = await owner.post('/keys', { kind: 'company', name: 'Broken' });
    const other = await aCompany(test);
    const sound = await other.owner.post('/keys', { kind: 'company', name: 'Sound' });
    const id = table === 'companies' ? 'id' : 'company_id';
    file.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${id} = ?`).run(bad, company.id);

    expect((await use(made.body.secret)).status).toBe(401);
    expect((await use(sound.body.secret)).status).toBe(200);
  });

  it.each(['expires_at', 'seen_at'].flatMap((column) => ['x', '', 9e15].map((bad) => [column, bad])))(
    'sessions.%s = %p ends the session',
    async (column, bad) => {
      const client = await test.anyone.signIn(`owner@${company.slug}.test`, password);
      expect((await client.get('/me')).status).toBe(200);
      file.prepare(`UPDATE sessions SET ${column} = ? WHERE user_id = ?`).run(bad, company.ownerId);

      expect((await client.get('/me')).status).toBe(401);
    },
  );
});
