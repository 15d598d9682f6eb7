import fc from 'fast-check';
import {
  comparePlaces,
  isFalling,
  keySorts,
  type KeySort,
  sortedBy,
} from '../../src/api-keys/lists/key-place';
import { Recap } from '../../src/api-keys/upkeep';
import { dayMs, minuteMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  aProduct,
  anOperator,
  type Client,
  password,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { longReadsOf } from '../support/long-reads';
import { type ManyKey, writeKeys } from '../support/many-keys';
import { runStatement } from '../support/tables';

const keyTables = /FROM [`"]\w+[`"] [`"](key|secret|usage)[`"]/;

describe('GET /keys in another order', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  const inDays = (days: number): Date => new Date(test.clock.now().getTime() + days * dayMs);
  const list = async (owner: Client, query: string) => (await owner.get(`/keys?${query}`)).body;
  const namesIn = async (owner: Client, query: string): Promise<string[]> =>
    (await list(owner, query)).data.map(({ name }: { name: string }) => name);
  const write = (company: TestCompany, keys: readonly ManyKey[]): Promise<string[]> =>
    writeKeys(test, company.id, company.ownerId, keys);

  /** The value that a list is sorted by, as the row has it. */
  function valueOf({ name = 'Robot', expiresAt, usedAt }: ManyKey, sort: KeySort): string | number | null {
    switch (sortedBy(sort)) {
      case 'createdAt':
        return null;
      case 'name':
        return name.toLowerCase();
      case 'expiresAt':
        return expiresAt?.getTime() ?? null;
      case 'lastUsedAt':
        return usedAt?.getTime() ?? null;
    }
  }

  const aTime = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null });
  const manyKeys = fc.array(
    fc.record({
      name: fc.constantFrom('a', 'B', 'b', 'É', 'ｂ', '🔑', '\uffff', 'zz'),
      expires: aTime,
      used: aTime,
    }),
    { minLength: 1, maxLength: 25 },
  );
  const keysOf = (all: readonly { name: string; expires: number | null; used: number | null }[]): ManyKey[] =>
    all.map(({ name, expires, used }) => ({
      name: name.normalize('NFKC'),
      ...(expires === null ? {} : { expiresAt: inDays(expires) }),
      ...(used === null ? {} : { usedAt: inDays(-used) }),
    }));

  it('200 visits each key once, as a model sorts them, while others are made', async () => {
    await fc.assert(
      fc.asyncProperty(manyKeys, manyKeys, fc.integer({ min: 1, max: 9 }), async (all, more, limit) => {
        const company = await aCompany(test);
        const keys = keysOf(all);
        const ids = await write(company, keys);
        const added = keysOf(more);
        for (const sort of keySorts) {
          const places = keys.map((key, at) => ({ id: ids[at] ?? '', value: valueOf(key, sort) }));
          const expected = places.sort((one, other) => comparePlaces(one, other, isFalling(sort)));
          const visited: string[] = [];
          for (let cursor: string | null = ''; cursor !== null;) {
            const query = `sort=${sort}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
            const { data, pagination } = await list(company.owner, query);
            visited.push(...data.map(({ id }: { id: string }) => id));
            cursor = pagination.cursor;
            const next = added.pop();
            if (next !== undefined) await write(company, [next]);
          }
          const known = new Set(ids);
          expect([sort, visited.filter((id) => known.has(id))]).toEqual([sort, expected.map(({ id }) => id)]);
          expect(new Set(visited).size).toBe(visited.length);
        }
      }),
      { numRuns: 4 },
    );
  });

  it('200 puts keys without the value last, whichever way', async () => {
    const company = await aCompany(test);
    await write(company, [
      { name: 'late', expiresAt: inDays(9), usedAt: inDays(-9) },
      { name: 'never' },
      { name: 'soon', expiresAt: inDays(1), usedAt: inDays(-1) },
    ]);
    const { owner } = company;

    expect(await namesIn(owner, 'sort=expiresAt')).toEqual(['soon', 'late', 'never']);
    expect(await namesIn(owner, 'sort=-expiresAt')).toEqual(['late', 'soon', 'never']);
    expect(await namesIn(owner, 'sort=lastUsedAt')).toEqual(['late', 'soon', 'never']);
    expect(await namesIn(owner, 'sort=-lastUsedAt')).toEqual(['soon', 'late', 'never']);
    expect(await namesIn(owner, 'sort=name')).toEqual(['late', 'never', 'soon']);
    expect(await namesIn(owner, 'sort=createdAt')).toEqual(['late', 'never', 'soon']);
    expect(await namesIn(owner, '')).toEqual(['soon', 'never', 'late']);
    expect(await namesIn(owner, 'sort=-name&q=s')).toEqual(['soon']);
    expect(await namesIn(owner, 'sort=-name&limit=1&status=active')).toEqual(['soon']);
  });

  it.each(['name', 'lastUsedAt'])(
    '200 goes on where a page by %s ended, though its last key was used and renamed meanwhile',
    async (sort) => {
      const company = await aCompany(test);
      const names = ['a', 'b', 'c', 'd'];
      const ids = await write(
        company,
        names.map((name, at) => ({ name, usedAt: inDays(at - 9) })),
      );
      const { cursor } = (await list(company.owner, `sort=${sort}&limit=2`)).pagination;

      await company.owner.patch(`/keys/${ids[1]}`, { name: 'z' });
      const now = test.clock.now().getTime();
      await runStatement(test, `UPDATE key_usage SET last_used_at = ${now} WHERE key_id = '${ids[1]}'`);

      expect(await namesIn(company.owner, `sort=${sort}&limit=1&cursor=${cursor}`)).toEqual(['c']);
    },
  );

  it('422 refuses a cursor of another sort or of other filters; that of a former version goes on', async () => {
    const company = await aCompany(test);
    const { owner } = company;
    const ids = await write(company, [{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    const { cursor } = (await list(owner, 'sort=name&limit=1&status=active')).pagination;
    const refused = { status: 422, body: { errors: [{ pointer: '/cursor', code: 'invalid-format' }] } };

    for (const query of ['', 'sort=-name&status=active', 'sort=name', 'sort=name&status=active&kind=company'])
      expect(await owner.get(`/keys?${query}&cursor=${cursor}`)).toMatchObject(refused);
    expect(await namesIn(owner, `sort=name&status=active&count=true&limit=9&cursor=${cursor}`)).toEqual([
      'b',
      'c',
    ]);
    const former = Buffer.from(ids[1] ?? '').toString('base64url');
    expect(await namesIn(owner, `cursor=${former}`)).toEqual(['a']);
    expect(await owner.get(`/keys?sort=name&cursor=${former}`)).toMatchObject(refused);
  });

  it.each([
    ['sort=owner', '/sort', 'not-one-of'],
    ['sort=%2Bname', '/sort', 'not-one-of'],
    ['sort=name&sort=-name', '/sort', 'not-one-of'],
    ['unusedDays=0', '/unusedDays', 'invalid-format'],
    ['unusedDays=1.5', '/unusedDays', 'invalid-format'],
    ['expiresWithinDays=3651', '/expiresWithinDays', 'too-large'],
    ['permission=everything', '/permission', 'invalid-format'],
    ['permission=nothing:there', '/permission', 'unknown-reference'],
  ])('422 refuses %s', async (query, pointer, code) => {
    const { owner } = await aCompany(test);
    expect(await owner.get(`/keys?${query}`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer, code }] },
    });
  });

  describe('filters', () => {
    it('200 by their maker', async () => {
      const company = await aCompany(test);
      const maker = await company.member('system-administrator');
      const { key } = await aKey(maker.client, { name: 'theirs' });
      await aKey(company.owner, { name: 'mine' });

      expect(await namesIn(company.owner, `createdBy=${maker.id}`)).toEqual(['theirs']);
      const { pagination } = await list(
        company.owner,
        `createdBy=${company.ownerId}&count=true&sort=expiresAt`,
      );
      expect(pagination.total).toBe(1);
      expect(await namesIn(company.owner, `createdBy=${key.id}`)).toEqual([]);
    });

    it('200 by how long they were not used; never used ones count from when they were made', async () => {
      const company = await aCompany(test);
      await write(company, [
        { name: 'new' },
        { name: 'idle', usedAt: inDays(-31) },
        { name: 'busy', usedAt: inDays(-29) },
      ]);

      expect(await namesIn(company.owner, 'unusedDays=30')).toEqual(['idle']);
      test.clock.advance(30 * dayMs);
      const owner = await test.anyone.signIn(`owner@${company.slug}.test`, password);
      expect(await namesIn(owner, 'unusedDays=30')).toEqual(['busy', 'idle', 'new']);
      expect(await namesIn(owner, 'unusedDays=60&sort=name')).toEqual(['idle']);
      expect((await list(owner, 'unusedDays=30&count=true')).pagination.total).toBe(3);
    });

    it('200 by when they expire, as the policy allows, and only while they work', async () => {
      const company = await aCompany(test);
      const { owner } = company;
      const ids = await write(company, [
        { name: 'soon', expiresAt: inDays(2) },
        { name: 'gone', expiresAt: inDays(-1) },
        { name: 'off', expiresAt: inDays(2), disabled: true },
        { name: 'late', expiresAt: inDays(40) },
        { name: 'never' },
      ]);
      expect(ids).toHaveLength(5);

      expect(await namesIn(owner, 'expiresWithinDays=30')).toEqual(['soon']);
      await owner.patch('/settings', { keys: { company: { maxLifetimeDays: 20 } } });
      expect(await namesIn(owner, 'expiresWithinDays=30&sort=name')).toEqual(['late', 'never', 'soon']);
      expect((await list(owner, 'expiresWithinDays=30&count=true')).pagination.total).toBe(3);
    });

    it('200 by what they may do now', async () => {
      const company = await aCompany(test);
      const { owner } = company;
      await aKey(owner, { name: 'all' });
      await aKey(owner, { name: 'reader', permissions: ['sales-invoices:read'] });
      await aKey(owner, { name: 'nothing', permissions: [] });

      expect(await namesIn(owner, 'permission=sales-invoices:read&sort=name')).toEqual(['all', 'reader']);
      expect(await namesIn(owner, 'permission=keys:verify')).toEqual(['all']);
      expect((await list(owner, 'permission=keys:verify&count=true')).pagination.total).toBe(1);
    });
  });

  describe('after a policy has changed', () => {
    it('200 shows the new expiry at once, and follows it in the background', async () => {
      const company = await aCompany(test);
      const { owner } = company;
      await write(company, [{ name: 'never' }, { name: 'in 9 days', expiresAt: inDays(9) }]);
      test.clock.advance(minuteMs);
      await aKey(owner, { name: 'newer', expiresAt: inDays(7).toISOString() });
      await test.app.get(Recap).turn(1_000);
      expect(await namesIn(owner, 'sort=expiresAt')).toEqual(['newer', 'in 9 days', 'never']);

      await owner.patch('/settings', { keys: { company: { maxLifetimeDays: 5 } } });

      const { data } = await list(owner, 'sort=expiresAt');
      const never = data.find(({ name }: { name: string }) => name === 'never');
      expect(new Date(never.expiresAt).getTime()).toBe(inDays(5).getTime() - minuteMs);
      await test.app.get(Recap).turn(1_000);
      expect(await namesIn(owner, 'sort=expiresAt')).toEqual(['never', 'in 9 days', 'newer']);

      await owner.patch('/settings', { keys: { company: { maxLifetimeDays: null } } });
      await test.app.get(Recap).turn(1_000);
      expect(await namesIn(owner, 'sort=expiresAt')).toEqual(['newer', 'in 9 days', 'never']);
    });

    it('200 sorts what a former version wrote as soon as that is found', async () => {
      const company = await aCompany(test);
      await company.owner.patch('/settings', { keys: { company: { maxLifetimeDays: 5 } } });
      await test.app.get(Recap).turn(1_000);
      await aKey(company.owner, { name: 'in 4 days', expiresAt: inDays(4).toISOString() });
      test.clock.advance(-2 * dayMs);
      await write(company, [{ name: 'capped' }]);
      test.clock.advance(2 * dayMs);

      expect(await namesIn(company.owner, 'sort=expiresAt')).toEqual(['in 4 days', 'capped']);
      await test.app.get(Recap).turn(1_000);
      expect(await namesIn(company.owner, 'sort=expiresAt')).toEqual(['capped', 'in 4 days']);
    });
  });

  it('reads no more of very many keys than a page needs, whatever the sort and the filter', async () => {
    const company = await aCompany(test);
    const product = await aProduct(await anOperator(test));
    await write(company, [
      ...Array.from({ length: 10 }, (): ManyKey => ({ kind: 'product', product })),
      ...Array.from({ length: 10_100 }, (_, at): ManyKey => ({
        name: `Robot ${at}`,
        expiresAt: inDays(40 + (at % 50)),
      })),
    ]);
    if (test.database.kind === 'mysql')
      await runStatement(test, 'ANALYZE TABLE api_keys, key_secrets, key_usage');
    const { owner, ownerId } = company;
    const queries = [
      ...keySorts.map((sort) => `sort=${sort}`),
      ...[`createdBy=${ownerId}`, 'unusedDays=30', 'expiresWithinDays=30', 'permission=keys:verify'],
      ...keySorts.map((sort) => `sort=${sort}&kind=product`),
    ];
    for (const query of queries) {
      await list(owner, query);
      const long = await longReadsOf(test, { of: keyTables, maxRows: 1_100 }, () => list(owner, query));
      expect([query, long]).toEqual([query, []]);
    }
  });
});
