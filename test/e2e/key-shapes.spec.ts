import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { KeySecretEntity } from '../../src/api-keys';
import { FirstUses } from '../../src/api-keys/imports/first-uses';
import { dayMs } from '../../src/platform';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import {
  aCompany,
  anOperator,
  type Answer,
  type Client,
  password,
  startApp,
  steppedUp,
  type TestApp,
  type TestCompany,
} from '../support';
import { aDefinedProduct } from '../support/defined-product';
import { onKeys, someoneWith } from '../support/someone-with';

const right = { prefix: 'sk_', length: 43, alphabet: 'hex' };
const wrong = { ...right, length: 42 };

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
beforeEach(async () => {
  company = await aCompany(test);
});
afterAll(() => test.close());

const anOldKey = (): string => right.prefix + randomBytes(20).toString('hex');
const rowOf = (text: string) => ({
  algorithm: 'sha256-hex',
  hash: createHash('sha256').update(text).digest('hex'),
  name: 'Old',
});
const importing = (shape: object, texts: string[], client = company.owner, more: object = {}) =>
  client.post('/keys/import', { kind: 'company', shape, keys: texts.map(rowOf), ...more });
const keyIds = ({ body }: Answer): string[] => body.results.map((one: { key: { id: string } }) => one.key.id);
const remove = (id: string, { force = false, client = company.owner } = {}): Promise<Answer> =>
  client.delete(`/keys/imports/shapes/${id}${force ? '?force=true' : ''}`);
const use = async (text: string): Promise<number> =>
  (await test.anyone.withKey(text).get('/core/api/v1/me')).status;
const seeing = async (text: string): Promise<void> => {
  expect(await use(text)).toBe(200);
  await test.app.get(FirstUses).flush();
};
const inUse = (seen: number, unseen: number) => ({
  status: 409,
  body: { code: 'key-shape-in-use', seen, unseen },
});
const progress = async (client: Client = company.owner) => (await client.get('/keys/imports')).body;
const shapeId = async (shape: { length: number } = right): Promise<string> =>
  (await progress()).shapes.find(({ length }: { length: number }) => length === shape.length)?.id ?? '';

describe('DELETE /keys/imports/shapes/{id}', () => {
  it('200 removes one that no key needs, with a receipt, and says so in the log', async () => {
    const [keyId = ''] = keyIds(await importing(right, [anOldKey()]));
    await company.owner.post(`/keys/${keyId}/revoke`);
    const id = await shapeId();

    expect(await remove(id)).toMatchObject({
      status: 200,
      body: { revocation: { effectiveEverywhere: true } },
    });
    expect((await progress()).shapes).toEqual([]);
    expect((await company.owner.get(`/events?target=${id}`)).body.data[0]).toMatchObject({
      type: 'key-shape.removed',
      data: { ...right, unseen: 0 },
    });
    expect(await remove(id)).toMatchObject({ status: 404 });
  });

  it('200 leaves room for the right one where five were taken, and the keys work as soon as they are sent again', async () => {
    const text = anOldKey();
    for (const length of [38, 39, 40, 41]) await importing({ ...right, length }, [anOldKey()]);
    await importing(wrong, [text]);
    expect((await importing(right, [text])).status).toBe(422);
    const id = await shapeId(wrong);
    expect(await remove(id)).toMatchObject(inUse(0, 1));

    expect((await remove(id, { force: true })).status).toBe(200);
    expect(await progress()).toMatchObject({ unseen: 5, withoutShape: 1 });
    const again = await importing(right, [text]);

    expect(again.body.results[0].problem.code).toBe('key-already-imported');
    expect(await progress()).toMatchObject({ unseen: 5, withoutShape: 0 });
    await seeing(text);
    expect((await progress()).shapes).toContainEqual({
      ...{ id: await shapeId(), ...right },
      ...{ seen: 1, unseen: 0 },
    });
  });

  it('200 needs no force once the keys were sent again with the right one', async () => {
    const text = anOldKey();
    await importing(wrong, [text]);
    await importing(right, [text]);

    expect((await remove(await shapeId(wrong))).status).toBe(200);
    expect(await use(text)).toBe(200);
  });

  it('409 keeps one of keys that were used, whatever force, until they are revoked', async () => {
    const used = anOldKey();
    const [usedId] = keyIds(await importing(right, [used, anOldKey()]));
    await seeing(used);
    const id = await shapeId();

    expect(await remove(id, { force: true })).toMatchObject(inUse(1, 1));
    expect(await use(used)).toBe(200);
    await company.owner.post(`/keys/${usedId}/revoke`);
    expect((await remove(id, { force: true })).status).toBe(200);
  });

  it('409 keeps the others of a key whose use was written after its shape was removed', async () => {
    const text = anOldKey();
    await importing(right, [text]);
    expect(await use(text)).toBe(200);
    expect((await remove(await shapeId(), { force: true })).status).toBe(200);
    await test.app.get(FirstUses).flush();
    expect(await progress()).toMatchObject({ seen: 1, withoutShape: 1, shapes: [] });

    await importing(right, [text]);

    expect(await progress()).toMatchObject({ withoutShape: 0, shapes: [{ seen: 1, unseen: 0 }] });
    expect(await remove(await shapeId(), { force: true })).toMatchObject(inUse(1, 0));
    expect(await use(text)).toBe(200);
  });

  it('409 keeps one that keys were sent again with whose own is gone', async () => {
    const text = anOldKey();
    const [keyId = ''] = keyIds(await importing(right, [text]));
    await seeing(text);
    await test.app
      .get(UnitOfWork)
      .run((tx) => managerOf(tx).update(KeySecretEntity, { keyId }, { shapeId: randomUUID() }));
    expect(await progress()).toMatchObject({ seen: 1, withoutShape: 1, shapes: [{ seen: 0 }] });

    await importing(right, [text]);

    expect(await progress()).toMatchObject({ withoutShape: 0, shapes: [{ seen: 1 }] });
    expect(await remove(await shapeId(), { force: true })).toMatchObject(inUse(1, 0));
  });

  it('409 although someone who may only import keys of another kind sent them with another', async () => {
    const text = anOldKey();
    await importing(right, [text]);
    const product = await aDefinedProduct(await anOperator(test), ['read']);
    await product.enable(company.id);
    const { client } = await someoneWith(company, ...onKeys('product', 'import', 'read'));

    const again = await importing(wrong, [text], client, { kind: 'product', product: product.code });

    expect(again.body.results[0].problem.code).toBe('key-already-imported');
    expect(await remove(await shapeId(), { client })).toMatchObject(inUse(0, 1));
    expect((await progress()).shapes).toContainEqual(expect.objectContaining({ ...wrong, unseen: 0 }));
  });

  it('409 keeps one of keys that came as they are', async () => {
    const keys = [{ algorithm: 'plain', hash: anOldKey(), name: 'Old' }];
    await company.owner.post('/keys/import', { kind: 'company', shape: right, keys });

    expect(await remove(await shapeId(), { force: true })).toMatchObject(inUse(1, 0));
  });

  it('409 keeps one of a rotated key as long as the old secret works', async () => {
    const text = anOldKey();
    const [keyId] = keyIds(await importing(right, [text]));
    await seeing(text);
    await company.owner.post(`/keys/${keyId}/rotate`, { overlapSeconds: 3_600 });
    const id = await shapeId();

    expect(await remove(id)).toMatchObject(inUse(1, 0));
    await company.owner.post(`/keys/${keyId}/end-overlap`);
    expect((await remove(id)).status).toBe(200);
  });

  it('200 does not count keys that nobody used in time', async () => {
    await importing(right, [anOldKey()], company.owner, { seenWithinDays: 30 });
    const id = await shapeId();
    test.clock.advance(30 * dayMs);
    const client = await test.anyone.signIn(`owner@${company.slug}.test`, password);

    expect((await remove(id, { client })).status).toBe(200);
  });

  it('409 counts keys that a former version imported, without a shape, for each', async () => {
    const text = anOldKey();
    const [keyId = ''] = keyIds(await importing(right, [text]));
    const [otherId = ''] = keyIds(await importing(wrong, [anOldKey()]));
    await company.owner.post(`/keys/${otherId}/revoke`);
    await seeing(text);
    await test.app
      .get(UnitOfWork)
      .run((tx) => managerOf(tx).update(KeySecretEntity, { keyId }, { shapeId: null }));

    for (const shape of [right, wrong])
      expect(await remove(await shapeId(shape), { force: true })).toMatchObject(inUse(1, 0));
  });

  it('keeps what another company has of the same shape', async () => {
    const other = await aCompany(test);
    const theirs = anOldKey();
    await importing(right, [theirs], other.owner);
    await importing(right, [anOldKey()]);

    expect((await remove(await shapeId(), { force: true })).status).toBe(200);
    expect(await use(theirs)).toBe(200);
    expect(await remove((await progress(other.owner)).shapes[0].id)).toMatchObject({ status: 404 });
  });

  it('403 is for people who may import keys of the kinds that wait', async () => {
    await importing(right, [anOldKey()]);
    const { client } = await someoneWith(company, ...onKeys('product', 'import', 'read'));
    const reader = await someoneWith(company, ...onKeys('company', 'read'));
    const id = await shapeId();

    expect(await remove(id, { force: true, client })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await remove(id, { client: reader.client })).status).toBe(403);
  });

  it('403 asks for the step-up of an import, and keeps it when the shape is in use', async () => {
    await importing(right, [anOldKey()]);
    await company.owner.patch('/settings', { keys: { product: { stepUp: { reveal: 'password' } } } });
    const id = await shapeId();
    const proved = await steppedUp(company.owner, { action: 'import' });

    expect(await remove(id, { force: true })).toMatchObject({
      status: 403,
      body: { code: 'step-up-required', action: 'import', kind: 'company' },
    });
    expect(await remove(id, { client: proved })).toMatchObject(inUse(0, 1));
    expect((await remove(id, { client: proved, force: true })).status).toBe(200);
  });

  it('422 takes no other force than true or false, and 404 for what is no id', async () => {
    await importing(right, [anOldKey()]);
    const answer = await company.owner.delete(`/keys/imports/shapes/${await shapeId()}?force=yes`);

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/force' }] } });
    expect(await remove('none')).toMatchObject({ status: 404 });
  });
});
