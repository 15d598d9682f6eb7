import { minuteMs } from '../../src/platform';
import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';

interface Event {
  readonly position: number;
  readonly at: string;
  readonly type: string;
  readonly actor: { readonly id: string };
  readonly target: { readonly id: string };
  readonly data: Readonly<Record<string, unknown>>;
}

let test: TestApp;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

async function events(client: Client, query = ''): Promise<Event[]> {
  const page = await client.get(`/events?limit=100&${query}`);
  if (page.status !== 200) throw new Error(JSON.stringify(page.body));
  return page.body.data;
}

describe('what an event says', () => {
  it('200 tells when who did what to what, newest first', async () => {
    const company = await aCompany(test);
    test.clock.advance(minuteMs);
    await company.owner.patch('/company', { name: 'Renamed' });
    const { data, pagination } = (await company.owner.get('/events')).body;

    expect(data).toEqual([
      {
        position: expect.any(Number),
        at: test.clock.now().toISOString(),
        type: 'company.name-requested',
        actor: { kind: 'user', id: company.ownerId, name: `owner@${company.slug}.test` },
        target: { type: 'company', id: company.id },
        data: { name: { from: 'Acme', to: 'Renamed' } },
      },
      expect.objectContaining({ type: 'session.opened', position: data[0].position - 1 }),
    ]);
    expect(pagination).toEqual({ cursor: null, hasMore: false });
  });

  it('200 names the key when a key did it', async () => {
    const company = await aCompany(test);
    const { key, secret } = await aKey(company.owner, { name: 'Till 4' });
    const invoice = {
      number: 'INV-1',
      customer: 'Ani',
      total: '1.00',
      currency: 'IDR',
      issuedOn: '2026-06-15',
    };
    await test.anyone.withKey(secret).post('/sales_invoices', invoice);

    expect(await events(company.owner, 'type=sales-invoice.created')).toMatchObject([
      { actor: { kind: 'key', id: key.id, name: 'Till 4' } },
    ]);
  });

  it('200 names the key that it is about, as it was called then, even if the key is gone', async () => {
    const { owner } = await aCompany(test);
    await owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
    const { key } = await aKey(owner, { name: 'Till' });
    await owner.post(`/keys/${key.id}/reveal`);
    await owner.patch(`/keys/${key.id}`, { name: 'Shop' });
    await owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 });
    await owner.delete(`/keys/${key.id}`);

    const told = (await events(owner, `target=${key.id}`)).map(({ type, data }) => [type, data['name']]);
    expect(told.reverse()).toEqual([
      ['key.generated', 'Till'],
      ['key.revealed', 'Till'],
      ['key.updated', 'Shop'],
      ['key.rotated', 'Shop'],
      ['key.revoked', 'Shop'],
      ['key.deleted', 'Shop'],
    ]);
  });

  it('200 names the member that it is about, even if they have left', async () => {
    const { owner, member, roleIds } = await aCompany(test);
    const { id, username } = await member('member');
    await owner.put(`/users/${id}/roles`, { roles: [roleIds.get('admin')] });
    await owner.post('/password-resets', { userId: id });
    await owner.patch(`/users/${id}`, { active: false });
    await owner.patch(`/users/${id}`, { active: true });
    await owner.delete(`/users/${id}`);

    const told = (await events(owner, `target=${id}`)).map(({ type, data }) => [type, data['username']]);
    expect(told.reverse()).toEqual([
      ['member.roles-changed', username],
      ['password-reset.issued', username],
      ['member.deactivated', username],
      ['member.reactivated', username],
      ['member.removed', username],
    ]);
  });

  it('never holds a secret', async () => {
    const company = await aCompany(test);
    await company.owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
    const { key, secret } = await aKey(company.owner);
    await company.owner.post(`/keys/${key.id}/reveal`);
    await company.owner.post(`/keys/${key.id}/revoke`);
    const log = await events(company.owner);

    expect(log.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['key.generated', 'key.revealed', 'key.revoked']),
    );
    expect(JSON.stringify(log)).not.toContain(secret.slice(10));
  });

  it('200 has none for what was refused', async () => {
    const company = await aCompany(test);
    const { client } = await company.member('member');
    const before = await events(company.owner);
    await client.patch('/company', { name: 'Mine' });
    await company.owner.patch('/company', { name: '' });
    await company.owner.delete(`/users/${company.ownerId}`);

    expect(await events(company.owner)).toEqual(before);
  });
});

describe('a log that is filtered', () => {
  let company: TestCompany;
  let admin: { id: string; client: Client };
  let role: { id: string };
  let all: Event[];
  const times: string[] = [];

  beforeAll(async () => {
    company = await aCompany(test);
    admin = await company.member('admin');
    role = (await company.owner.post('/roles', { name: 'First', permissions: [] })).body;
    const steps = [
      () => admin.client.patch(`/roles/${role.id}`, { name: 'Second' }),
      () => company.owner.patch(`/roles/${role.id}`, { name: 'Third' }),
      () => admin.client.patch('/company', { name: 'Renamed' }),
    ];
    for (const step of steps) {
      test.clock.advance(minuteMs);
      times.push(test.clock.now().toISOString());
      await step();
    }
    all = await events(company.owner);
  });

  const matching = (fits: (event: Event) => boolean): Event[] => all.filter(fits);

  it('200 by type', async () => {
    const found = await events(company.owner, 'type=role.updated');
    expect(found).toHaveLength(2);
    expect(found).toEqual(matching(({ type }) => type === 'role.updated'));
  });

  it('200 by actor', async () => {
    const found = await events(company.owner, `actor=${admin.id}`);
    expect(found.map(({ type }) => type)).toEqual([
      'company.name-requested',
      'role.updated',
      'session.opened',
    ]);
    expect(found).toEqual(matching(({ actor }) => actor.id === admin.id));
  });

  it('200 by target', async () => {
    const found = await events(company.owner, `target=${role.id}`);
    expect(found.map(({ type }) => type)).toEqual(['role.updated', 'role.updated', 'role.created']);
    expect(found).toEqual(matching(({ target }) => target.id === role.id));
  });

  it('200 by time: from that moment on, and before the other', async () => {
    const [first = '', second = '', third = ''] = times;

    expect((await events(company.owner, `from=${second}`)).map(({ at }) => at)).toEqual([third, second]);
    expect((await events(company.owner, `from=${first}&to=${third}`)).map(({ at }) => at)).toEqual([
      second,
      first,
    ]);
    expect((await events(company.owner, `to=${first}`)).map(({ type }) => type)).not.toContain(
      'role.updated',
    );
    expect(await events(company.owner, `from=${second}&to=${second}`)).toEqual([]);
  });

  it('200 by all of these together', async () => {
    const query = `type=role.updated&actor=${admin.id}&target=${role.id}&from=${times[0] ?? ''}`;
    expect(await events(company.owner, query)).toHaveLength(1);
    expect(await events(company.owner, `${query}&to=${times[0] ?? ''}`)).toEqual([]);
  });

  it('200 with nothing for what never was', async () => {
    for (const query of [
      'type=role.eaten',
      'type=ROLE.UPDATED',
      'actor=nobody',
      "target='OR'1'='1",
      'target=%25',
    ]) {
      expect(await events(company.owner, query)).toEqual([]);
    }
  });

  it('200 pages through a filtered log, each event once, while the log grows', async () => {
    const expected = await events(company.owner, `target=${role.id}`);
    const first = await company.owner.get(`/events?target=${role.id}&limit=2`);
    await company.owner.patch(`/roles/${role.id}`, { name: 'Fourth' });
    const { cursor } = first.body.pagination;
    const second = await company.owner.get(`/events?target=${role.id}&limit=2&cursor=${cursor}`);

    expect(first.body.pagination.hasMore).toBe(true);
    expect([...first.body.data, ...second.body.data]).toEqual(expected);
    expect(second.body.pagination).toEqual({ cursor: null, hasMore: false });
  });

  it.each([
    ['from=yesterday', '/from'],
    ['from=2026-02-30', '/from'],
    ['to=2026-02-30T00:00:00Z', '/to'],
    [`type=${'x'.repeat(65)}`, '/type'],
    ['type=a&type=b', '/type'],
    ['cursor=Zm9v', '/cursor'],
    ['cursor=***', '/cursor'],
    ['limit=101', '/limit'],
    ['target=%20', '/target'],
    ['company=other', '/company'],
  ])('422 points at what is wrong with ?%s', async (query, pointer) => {
    expect(await company.owner.get(`/events?${query}`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
  });
});

describe('who may read the log', () => {
  let company: TestCompany;

  beforeAll(async () => {
    company = await aCompany(test);
  });

  it.each(['superadmin', 'admin', 'system-administrator'] as const)('200 for %s, all of it', async (role) => {
    const { client } = await company.member(role);
    expect(await events(client)).toEqual(await events(company.owner));
  });

  it.each(['member', 'api-key-generate', 'api-key-sign-in'] as const)('403 for %s', async (role) => {
    const { client } = await company.member(role);
    expect(await client.get('/events')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('403 for a key and 401 for nobody', async () => {
    const { secret } = await aKey(company.owner);
    expect(await test.anyone.withKey(secret).get('/events')).toMatchObject({
      status: 403,
      body: { code: 'insufficient-permission' },
    });
    expect((await test.anyone.get('/events')).status).toBe(401);
  });

  it('200 never with an event of another company, whatever is asked for', async () => {
    const other = await aCompany(test);
    await other.owner.patch('/company', { name: 'Elsewhere' });
    const [foreign] = await events(other.owner, 'type=company.name-requested');

    for (const query of [`target=${other.id}`, `actor=${other.ownerId}`, 'type=company.name-requested']) {
      expect(await events(company.owner, query)).toEqual([]);
    }
    const positions = (await events(company.owner)).map(({ position }) => position);
    expect(positions).not.toContain(foreign?.position);
    const cursor = Buffer.from(String((foreign?.position ?? 0) + 1)).toString('base64url');
    expect((await company.owner.get(`/events?limit=1&cursor=${cursor}`)).body.data[0].position).toBe(
      positions[0],
    );
  });
});
