import { generateKey } from '../../libs/api-key';
import { minuteMs, secondMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  type Answer,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { statementsOf } from '../support/statements';

const overlapSeconds = minuteMs / secondMs;

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
beforeEach(async () => {
  company = await aCompany(test);
});
afterAll(() => test.close());

const lookUp = (key: unknown, client: Client = company.owner): Promise<Answer> =>
  client.post('/keys/lookup', { key });
const notFound = { status: 404, body: { code: 'not-found' } };

describe('POST /keys/lookup', () => {
  it('200 finds a key of each kind by its secret, as GET /keys/{id} shows it', async () => {
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const { client } = await company.member('member', 'api-key-generate');
    const made = [await aKey(company.owner), await aKey(client, { kind: 'personal' })];
    for (const { key, secret } of made) {
      const shown = (await company.owner.get(`/keys/${key.id}`)).body;
      expect(await lookUp(secret)).toMatchObject({ status: 200, body: { key: shown, matched: 'current' } });
    }
  });

  it.each([
    ['blanks', (text: string) => `\t ${text}\u00a0\n`],
    ['quotes', (text: string) => `"${text}'`],
    ['typographic quotes', (text: string) => `\u201c${text}\u201d`],
    ['a zero-width space and a byte order mark', (text: string) => `\ufeff\u200b${text}\u200b`],
  ])('200 finds it with %s around', async (_what, around) => {
    const { key, secret } = await aKey(company.owner);
    expect((await lookUp(around(secret))).body.key?.id).toBe(key.id);
  });

  it('200 tells the old secret of a rotated key from the new, and whether it still works', async () => {
    const { key, secret: old } = await aKey(company.owner);
    const { secret } = (await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds })).body;
    const matched = async (text: string) => (await lookUp(text)).body.matched;
    expect([await matched(old), await matched(secret)]).toEqual(['superseded', 'current']);

    test.clock.advance(minuteMs);

    expect([await matched(old), await matched(secret)]).toEqual(['ended', 'current']);
  });

  it('200 finds a revoked and a deleted key', async () => {
    const [revoked, deleted] = [await aKey(company.owner), await aKey(company.owner)];
    await company.owner.post(`/keys/${revoked.key.id}/revoke`, { reason: 'Leaked' });
    await company.owner.delete(`/keys/${deleted.key.id}`);

    const found = { status: 'revoked', revokedReason: 'Leaked' };
    expect((await lookUp(revoked.secret)).body).toMatchObject({ key: found, matched: 'current' });
    expect((await lookUp(deleted.secret)).body.key.deletedAt).not.toBeNull();
  });

  it('200 is no use of the key: nothing is counted, spent or written', async () => {
    const { key, secret } = await aKey(company.owner, { quota: { limit: 1, refill: null } });

    await lookUp(secret);
    await test.settle();

    expect((await company.owner.get(`/keys/${key.id}`)).body).toMatchObject({
      lastUsedAt: null,
      quota: { remaining: 1 },
    });
    const { body } = await company.owner.get(`/events?target=${key.id}`);
    expect(body.data.map(({ type }: { type: string }) => type)).toEqual(['key.generated']);
  });

  it('404 answers alike, after as many statements, for a secret of nobody, of another company, and of a key that is not to be read', async () => {
    const { client } = await company.member('admin');
    const foreign = (await aKey((await aCompany(test)).owner)).secret;
    const unreadable = (await aKey(company.owner)).secret;
    const nobodys = generateKey('prefixed', test.config.keyPrefix);
    const said = async (secret: string): Promise<unknown[]> => {
      const answers: Answer[] = [];
      const statements = await statementsOf(test, async () => {
        answers.push(await lookUp(secret, client));
      });
      return [answers.map(({ status, body: { requestId: _, ...body } }) => ({ status, body })), statements];
    };

    const unknown = await said(nobodys);

    expect(unknown).toMatchObject([[notFound], expect.anything()]);
    expect(await said(foreign)).toEqual(unknown);
    expect(await said(unreadable)).toEqual(unknown);
  });

  it('404 answers text that is no key without looking for a secret', async () => {
    for (const text of ['x', 'kunci_short', generateKey('prefixed', 'other'), "' OR 1=1 --"]) {
      const statements = await statementsOf(test, async () => {
        expect(await lookUp(text)).toMatchObject(notFound);
      });
      expect(statements.filter((sql) => sql.includes('key_secrets'))).toEqual([]);
    }
  });

  it.each([[''], ['x'.repeat(513)], [7], [null], [undefined]])('422 refuses %p', async (key) => {
    expect(await lookUp(key)).toMatchObject({ status: 422 });
  });

  it('404 finds no personal key of somebody else for a member who may read their own only', async () => {
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const [one, other] = [await company.member('api-key-generate'), await company.member('api-key-generate')];
    const { secret } = await aKey(one.client, { kind: 'personal' });

    expect(await lookUp(secret, other.client)).toMatchObject(notFound);
    expect(await lookUp(secret, one.client)).toMatchObject({ status: 200 });
  });

  it('401 and 403 refuse a caller who may read no key', async () => {
    const { secret } = await aKey(company.owner);
    const { client } = await company.member('member');

    expect(await lookUp(secret, test.anyone)).toMatchObject({ status: 401 });
    expect(await lookUp(secret, client)).toMatchObject({ status: 403 });
    expect(await lookUp(secret, test.anyone.withKey(secret))).toMatchObject({ status: 403 });
  });
});
