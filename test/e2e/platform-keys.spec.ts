import { generateKey } from '../../libs/api-key';
import { ApiKeyEntity } from '../../src/api-keys';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import {
  aCompany,
  aKey,
  anOperator,
  aProduct,
  type Answer,
  startApp,
  type TestApp,
  type TestCompany,
  type TestOperator,
} from '../support';
import { statementsOf } from '../support/statements';

let test: TestApp;
let operator: TestOperator;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
  operator = await anOperator(test);
});
beforeEach(async () => {
  company = await aCompany(test);
});
afterAll(() => test.close());

const unknownId = '01890000-0000-7000-8000-000000000000';
const lookUp = (key: string): Promise<Answer> => operator.client.post('/platform/keys/lookup', { key });
const revoke = (id: string, body: object = {}): Promise<Answer> =>
  operator.client.post(`/platform/keys/${id}/revoke`, body);

describe('POST /platform/keys/lookup', () => {
  it('200 finds a key of whatever company, as the company sees it, with the company', async () => {
    for (const each of [company, await aCompany(test)]) {
      const { key, secret } = await aKey(each.owner);
      const shown = (await each.owner.get(`/keys/${key.id}`)).body;
      const owning = (await operator.client.get('/platform/companies?q=' + each.slug)).body.data[0];

      expect(await lookUp(`"${secret}" `)).toEqual(
        expect.objectContaining({ status: 200, body: { key: shown, matched: 'current', company: owning } }),
      );
    }
  });

  it('200 finds somebody’s personal key, and one of a suspended company', async () => {
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const { client, id } = await company.member('api-key-generate');
    const { secret } = await aKey(client, { kind: 'personal' });
    await operator.client.post(`/platform/companies/${company.id}/suspend`, { reason: 'Unpaid' });

    expect((await lookUp(secret)).body).toMatchObject({
      key: { kind: 'personal', owner: { id }, status: 'suspended' },
      company: { id: company.id, status: 'suspended' },
    });
  });

  it('404 for a secret that no company has, and for text that is no key, without looking for it', async () => {
    expect(await lookUp(generateKey('prefixed', test.config.keyPrefix))).toMatchObject({ status: 404 });
    const statements = await statementsOf(test, async () => {
      expect(await lookUp('no key')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    });
    expect(statements.filter((sql) => sql.includes('key_secrets'))).toEqual([]);
  });

  it('404 for a service key, which belongs to no company', async () => {
    const product = await aProduct(operator);
    const { body } = await operator.client.post('/platform/service-keys', { name: 'Backend', product });
    expect(await lookUp(body.secret)).toMatchObject({ status: 404 });
  });
});

describe('POST /platform/keys/{id}/revoke', () => {
  it('200 ends a leaked key from the next request on, without a step-up', async () => {
    await company.owner.patch('/settings', { keys: { company: { stepUp: { revoke: 'password' } } } });
    const { key, secret } = await aKey(company.owner);
    const { body: found } = await lookUp(secret);

    const answer = await revoke(found.key.id, { reason: 'Leaked in a log' });

    expect(answer).toMatchObject({
      status: 200,
      body: {
        key: { id: key.id, status: 'revoked', revokedReason: 'Leaked in a log' },
        company: { id: company.id },
        revocation: { effectiveEverywhere: true },
      },
    });
    const refused = await test.anyone.withKey(secret).get('/me');
    expect(refused).toMatchObject({ status: 401, body: { code: 'revoked' } });
  });

  it('200 is in the log of the company, in the name of the operator', async () => {
    const { key } = await aKey(company.owner);
    await revoke(key.id, { reason: 'Leaked' });

    const { body } = await company.owner.get(`/events?target=${key.id}&type=key.revoked`);

    expect(body.data).toMatchObject([
      { actor: { kind: 'user', id: operator.id, name: operator.username }, data: { reason: 'Leaked' } },
    ]);
  });

  it('200 repeated changes nothing and has the first receipt, whoever ended the key', async () => {
    const [ours, theirs] = [await aKey(company.owner), await aKey(company.owner)];
    const first = await revoke(ours.key.id, { reason: 'First' });
    const second = await revoke(ours.key.id, { reason: 'Second' });
    const own = await company.owner.post(`/keys/${theirs.key.id}/revoke`, { reason: 'Ours' });
    const after = await revoke(theirs.key.id);

    expect(second.body.key).toEqual(first.body.key);
    expect(second.body.revocation.position).toBe(first.body.revocation.position);
    expect(after.body.key.revokedReason).toBe('Ours');
    expect(after.body.revocation.position).toBe(own.body.revocation.position);
  });

  it('200 has the receipt of the end of the company for a key that ended with it', async () => {
    const { key } = await aKey(company.owner);
    const { body } = await operator.client.post(`/platform/companies/${company.id}/close`);
    expect(await revoke(key.id)).toMatchObject({
      status: 200,
      body: { key: { status: 'suspended' }, revocation: { position: body.revocation.position } },
    });
  });

  it('200 has a receipt of the end of the log for a key that is revoked without an event', async () => {
    const { key } = await aKey(company.owner);
    const revokedAt = test.clock.now();
    await test.app
      .get(UnitOfWork)
      .run((tx) => managerOf(tx).update(ApiKeyEntity, { id: key.id }, { revokedAt }));

    for (const answer of [await revoke(key.id), await company.owner.post(`/keys/${key.id}/revoke`)])
      expect(answer).toMatchObject({
        status: 200,
        body: { key: { status: 'revoked' }, revocation: { effectiveEverywhere: true } },
      });
  });

  it('200 ends a key of a suspended company: it stays ended when the company is reinstated', async () => {
    const { key, secret } = await aKey(company.owner);
    await operator.client.post(`/platform/companies/${company.id}/suspend`, { reason: 'Unpaid' });
    expect(await revoke(key.id)).toMatchObject({ status: 200 });
    await operator.client.post(`/platform/companies/${company.id}/reinstate`);
    expect(await test.anyone.withKey(secret).get('/me')).toMatchObject({ body: { code: 'revoked' } });
  });

  it.each([[unknownId], ['no-id']])('404 for %s', async (id) => {
    expect(await revoke(id)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('422 refuses a reason that is too long', async () => {
    const { key } = await aKey(company.owner);
    expect(await revoke(key.id, { reason: 'x'.repeat(201) })).toMatchObject({ status: 422 });
  });
});
