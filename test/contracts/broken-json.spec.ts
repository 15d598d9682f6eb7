import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { aCompany, startApp, steppedUp, type TestApp, type TestCompany } from '../support';

/* JSON is stored in text columns, so both databases accept anything that someone writes there directly. */

describe('a row with JSON that no service writes', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    company = await aCompany(test);
  });

  const cases: (readonly [column: string, bad: string])[] = [
    ...['permissions', 'allowed_addresses', 'rate_limits', 'quota'].flatMap((column) =>
      ['x', '', 'null', '[1]', '{"limit":-1}'].map((bad) => [column, bad] as const),
    ),
    ['permissions', '{}'],
    ['allowed_addresses', '["everywhere"]'],
  ];

  it.each(cases)(
    'api_keys.%s = %p breaks that key, which can be ended, and no other',
    async (column, bad) => {
      const { owner } = company;
      const { body: made } = await owner.post('/keys', { kind: 'company', name: 'Broken' });
      // Its JSON is good, and is read to tell the two apart.
      const limited = { kind: 'company', name: 'Beside it', allowedAddresses: ['203.0.113.7'] };
      const { body: other } = await owner.post('/keys', limited);
      await write(`UPDATE api_keys SET ${column} = ? WHERE id = ?`, [bad, made.key.id]);

      expect(await statuses()).toEqual({ [made.key.id]: 'broken', [other.key.id]: 'active' });
      expect(await statuses('?status=broken')).toEqual({ [made.key.id]: 'broken' });
      expect(await statuses('?status=active')).toEqual({ [other.key.id]: 'active' });
      expect((await owner.get('/keys?status=broken&count=true')).body.pagination.total).toBe(1);
      expect((await owner.get(`/keys/${made.key.id}`)).body.status).toBe('broken');
      for (const act of ['rotate', 'reveal']) {
        const refused = await owner.post(
          `/keys/${made.key.id}/${act}`,
          act === 'rotate' ? { overlapSeconds: 0 } : {},
        );
        expect([refused.status, refused.body.code]).toEqual([409, 'key-broken']);
      }
      const revoked = await owner.post(`/keys/${made.key.id}/revoke`, {});
      expect([revoked.status, revoked.body.key.status]).toEqual([200, 'revoked']);
      expect(typeof revoked.body.revocation.position).toBe('number');
    },
  );

  it.each(['x', '', '[1]', '{"a":{}}'])(
    'api_keys.metadata = %p is shown as none, and the key works',
    async (bad) => {
      const { owner } = company;
      const { body: made } = await owner.post('/keys', {
        kind: 'company',
        name: 'Noted',
        metadata: { a: 1 },
      });
      await write('UPDATE api_keys SET metadata = ? WHERE id = ?', [bad, made.key.id]);

      expect((await owner.get(`/keys/${made.key.id}`)).body).toMatchObject({
        status: 'active',
        metadata: null,
      });
      const { body } = await owner.post('/keys/verify', { key: made.secret, include: ['metadata'] });
      expect(body).toMatchObject({ valid: true, metadata: null });
      const { body: renamed } = await owner.patch(`/keys/${made.key.id}`, { name: 'Renamed' });
      expect(renamed.key).toMatchObject({ name: 'Renamed', metadata: null });
    },
  );

  it('200 reads on past keys that are broken until the page is full', async () => {
    const { owner } = company;
    const ids: string[] = [];
    for (let made = 0; made < 6; made += 1) {
      ids.unshift((await owner.post('/keys', { kind: 'company', name: 'One' })).body.key.id);
    }
    for (const id of ids.slice(1, 4))
      await write('UPDATE api_keys SET permissions = ? WHERE id = ?', ['[1]', id]);

    const page = await owner.get('/keys?status=active&limit=2');

    expect(page.body.data.map((key: { id: string }) => key.id)).toEqual([ids[0], ids[4]]);
    const { cursor } = page.body.pagination;
    const next = await owner.get(`/keys?status=active&limit=2&cursor=${cursor}`);
    expect(next.body.data.map((key: { id: string }) => key.id)).toEqual([ids[5]]);
  });

  it.each(['x', '{}', '{"revoke":"none"}'])(
    'key_policies.step_up = %p asks for the password',
    async (bad) => {
      const { owner } = company;
      const { body: made } = await owner.post('/keys', { kind: 'company', name: 'Sound' });
      await write('UPDATE key_policies SET step_up = ? WHERE company_id = ?', [bad, company.id]);

      expect(await statuses()).toEqual({ [made.key.id]: 'active' });
      const refused = await owner.post(`/keys/${made.key.id}/revoke`, {});
      expect([refused.status, refused.body.code, refused.body.factor]).toEqual([
        403,
        'step-up-required',
        'password',
      ]);
      const act = { factor: 'password', action: 'revoke', kind: 'company', keyId: made.key.id };
      const proven = await steppedUp(owner, act);
      expect((await proven.post(`/keys/${made.key.id}/revoke`, {})).status).toBe(200);
    },
  );

  it.each(['x', '{}', '[1]'])(
    'roles.permissions = %p grants nothing, and leaves the lists as they are',
    async (bad) => {
      const { owner } = company;
      const permissions = ['users:read', 'keys.company:read'];
      const { body: role } = await owner.post('/roles', { name: 'Reader', permissions });
      await write('UPDATE roles SET permissions = ? WHERE id = ?', [bad, role.id]);

      const roles = await owner.get('/roles');
      expect(roles.status).toBe(200);
      expect(roles.body.data).toContainEqual(expect.objectContaining({ id: role.id, permissions: [] }));
      expect((await owner.get('/users')).status).toBe(200);
    },
  );

  async function statuses(query = ''): Promise<Record<string, string>> {
    const listed = await company.owner.get(`/keys${query}`);
    expect(listed.status).toBe(200);
    return Object.fromEntries(
      listed.body.data.map(({ id, status }: { id: string; status: string }) => [id, status]),
    );
  }

  async function write(statement: string, parameters: string[]): Promise<void> {
    await test.app.get(UnitOfWork).run((tx) => managerOf(tx).query(statement, parameters));
  }
});
