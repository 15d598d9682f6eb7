import { hourMs } from '../../src/platform';
import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';
import { longReadsOf } from '../support/long-reads';
import { type ManyKey, writeKeys } from '../support/many-keys';
import { use } from '../support/usage';

let test: TestApp;
let company: TestCompany;
let ids: string[];

beforeAll(async () => {
  test = await startApp();
});
beforeEach(async () => {
  company = await aCompany(test);
});
afterAll(() => test.close());

const text = (ms: number): string => new Date(ms).toISOString();
const now = (): number => test.clock.now().getTime();
const write = async (keys: readonly ManyKey[]): Promise<void> => {
  ids = await writeKeys(test, company.id, company.ownerId, keys);
};

function uses(at: number, valid: number, refused: number, ms = now()): void {
  const key = { companyId: company.id, keyId: ids[at] ?? '' };
  for (let one = 0; one < valid; one += 1) use(test, key, { at: ms });
  for (let one = 0; one < refused; one += 1) use(test, key, { outcome: 'EXPIRED', at: ms });
}

async function list(query = '', client: Client = company.owner) {
  await test.settle();
  const { status, body } = await client.get(`/usage/keys?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

const namesIn = async (query = '', client?: Client): Promise<string[]> =>
  (await list(query, client)).data.map(({ key }: { key: { name: string } }) => key.name);

describe('GET /usage/keys', () => {
  beforeEach(() => write(['a', 'b', 'c', 'd', 'unused'].map((name) => ({ name }))));

  it('200 has the keys that are refused most first, then those that are used most, and no others', async () => {
    uses(0, 5, 0);
    uses(1, 1, 2);
    uses(2, 9, 0);
    uses(3, 0, 15);

    const { data, pagination } = await list('count=true');
    expect(data.map(({ key: { name }, ...counts }: { key: { name: string } }) => [name, counts])).toEqual([
      ['d', { valid: 0, refused: 15, reasons: { EXPIRED: 15 } }],
      ['b', { valid: 1, refused: 2, reasons: { EXPIRED: 2 } }],
      ['c', { valid: 9, refused: 0, reasons: {} }],
      ['a', { valid: 5, refused: 0, reasons: {} }],
    ]);
    expect(pagination).toEqual({ cursor: null, hasMore: false, total: 4 });
    expect(await namesIn('used=false')).toEqual(['unused']);
  });

  it.each([
    ['-refused', ['d', 'b', 'c', 'a']],
    ['refused', ['a', 'c', 'b', 'd']],
    ['-valid', ['c', 'a', 'b', 'd']],
    ['valid', ['d', 'b', 'a', 'c']],
    ['name', ['a', 'b', 'c', 'd']],
    ['-name', ['d', 'c', 'b', 'a']],
    ['-lastUsedAt', ['c', 'b', 'a', 'd']],
  ])('200 by %s, in pages of any size', async (sort, expected) => {
    uses(0, 5, 0);
    uses(1, 1, 2, now() + 1);
    uses(2, 9, 0, now() + 2);
    uses(3, 0, 15);

    for (const limit of [1, 3, 20]) {
      const visited: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { data, pagination } = await list(
          `sort=${sort}&limit=${limit}${cursor && `&cursor=${cursor}`}`,
        );
        visited.push(...data.map(({ key }: { key: { name: string } }) => key.name));
        cursor = pagination.cursor;
      }
      expect(visited).toEqual(expected);
    }
  });

  it('200 of one hour: keys that only others have are not there', async () => {
    const hour = now() - (now() % hourMs);
    uses(0, 0, 1, hour - 2 * hourMs);
    uses(1, 0, 1, hour);

    const query = `from=${text(hour - 2 * hourMs)}&to=${text(hour - hourMs)}`;
    expect(await list(query)).toMatchObject({
      from: text(hour - 2 * hourMs),
      to: text(hour - hourMs),
      rankedFrom: text(hour - 2 * hourMs),
    });
    expect(await namesIn(query)).toEqual(['a']);
    expect(await namesIn(`${query}&used=false&sort=name`)).toEqual(['b', 'c', 'd', 'unused']);
  });

  it('200 finds by the beginning of a name, whatever the order, and has deleted keys that are still sent', async () => {
    uses(0, 0, 1);
    uses(1, 0, 3);
    await company.owner.delete(`/keys/${ids[1]}`);

    expect(await namesIn()).toEqual(['b', 'a']);
    expect(await namesIn('q=a')).toEqual(['a']);
    expect(await namesIn('q=unused')).toEqual([]);
    expect(await namesIn('q=unu&used=false')).toEqual(['unused']);
    expect((await list('q=b&count=true&sort=name')).pagination.total).toBe(1);
  });

  it('200 never of another company, nor keys that one may not read; 403 without the right to read usage', async () => {
    uses(0, 0, 1);
    const other = await aCompany(test);
    const { client: admin } = await company.member('admin');
    const { client: member } = await company.member('member');

    expect(await namesIn('', other.owner)).toEqual([]);
    expect(await namesIn('', admin)).toEqual([]);
    expect((await member.get('/usage/keys')).status).toBe(403);
  });

  it('422 refuses a cursor of another list', async () => {
    for (const at of [0, 1]) uses(at, 0, 1);
    const { cursor } = (await list('limit=1')).pagination;
    const keys = (await company.owner.get('/keys?limit=1&sort=name')).body.pagination.cursor;

    for (const query of [`sort=name&cursor=${cursor}`, `used=false&cursor=${cursor}`, `cursor=${keys}`])
      expect((await company.owner.get(`/usage/keys?${query}`)).status).toBe(422);
  });
});

describe('keys that fail', () => {
  it('200 lists those that were refused in the last 24 hours, and says so of each', async () => {
    await write(['old', 'now', 'fine'].map((name) => ({ name })));
    uses(0, 0, 1, now() - 25 * hourMs);
    uses(1, 3, 1);
    uses(2, 3, 0);
    await test.settle();

    const { body } = await company.owner.get('/keys?failing=true&count=true');
    expect(body).toMatchObject({ data: [{ name: 'now', failing: true }], pagination: { total: 1 } });
    const all = (await company.owner.get('/keys?sort=name')).body.data;
    expect(all.map(({ failing }: { failing: boolean }) => failing)).toEqual([false, true, false]);
    expect((await company.owner.get('/keys?failing=true&sort=-lastUsedAt&status=revoked')).body.data).toEqual(
      [],
    );
    expect((await company.owner.get('/keys?failing=false')).status).toBe(422);
  });

  it('reads no more of very many keys than fail', async () => {
    await write(Array.from({ length: 3_000 }, (_, at): ManyKey => ({ name: `Robot ${at}` })));
    for (const at of [5, 2_000]) uses(at, 0, 1);
    for (let at = 0; at < 1_500; at += 1) uses(at, 1, 0);
    await test.settle();
    const reads = { of: /FROM [`"]\w+[`"] [`"](key|hour)[`"]/, maxRows: 1_100 };

    for (const query of ['failing=true', 'failing=true&sort=name', 'failing=true&count=true'])
      expect([query, await longReadsOf(test, reads, () => company.owner.get(`/keys?${query}`))]).toEqual([
        query,
        [],
      ]);
  });
});

describe('keys made by someone who left', () => {
  it('200 lists keys of a maker who is no longer an active member', async () => {
    const maker = await company.member('system-administrator');
    await aKey(maker.client, { name: 'theirs' });
    await aKey(company.owner, { name: 'mine' });
    const names = async (): Promise<string[]> =>
      (await company.owner.get('/keys?makerLeft=true&sort=name')).body.data.map(
        ({ name }: { name: string }) => name,
      );

    expect(await names()).toEqual([]);
    await company.owner.patch(`/users/${maker.id}`, { active: false });
    expect(await names()).toEqual(['theirs']);
    expect((await company.owner.get('/keys?makerLeft=true&count=true')).body.pagination.total).toBe(1);
    await company.owner.patch(`/users/${maker.id}`, { active: true });
    expect(await names()).toEqual([]);
    await company.owner.delete(`/users/${maker.id}`);
    expect(await names()).toEqual(['theirs']);
  });

  it('200 lists none that nobody has to look after: revoked keys, and personal keys of the maker', async () => {
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const maker = await company.member('system-administrator', 'api-key-generate');
    const { key } = await aKey(maker.client, { name: 'revoked' });
    await aKey(maker.client, { name: 'personal', kind: 'personal' });
    await aKey(maker.client, { name: 'left behind' });
    await company.owner.post(`/keys/${key.id}/revoke`);
    await company.owner.delete(`/users/${maker.id}`);

    const { data, pagination } = (await company.owner.get('/keys?makerLeft=true&count=true')).body;

    expect(data.map(({ name }: { name: string }) => name)).toEqual(['left behind']);
    expect(pagination.total).toBe(1);
  });
});
